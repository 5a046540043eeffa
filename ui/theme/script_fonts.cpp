#include "theme/script_fonts.h"

#include "theme/text_role.h"

#include <QFontMetricsF>
#include <QTimer>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFirstPauseMs = 300; // the window is made and its list read
constexpr int kPauseMs = 40;       // between two fonts, so that keys and clicks come in between

} // namespace

ScriptFonts::ScriptFonts(QObject *parent) : QObject(parent), m_pause(new QTimer(this)) {
    m_pause->setSingleShot(true);
    connect(m_pause, &QTimer::timeout, this, &ScriptFonts::readNext);
    m_pause->start(kFirstPauseMs);
}

const QStringList &ScriptFonts::scripts() {
    static const QStringList texts{u"Ж"_s, u"客"_s, u"ی"_s, u"か"_s, u"한"_s, u"Ω"_s, u"ש"_s, u"अ"_s, u"ก"_s, u"Ա"_s, u"ქ"_s};
    return texts;
}

// To measure a text is to find its font and to open it; to ask for the bounds of its letters reads what they look like too.
void ScriptFonts::readNext() {
    const QFontMetricsF metrics(textFont(m_next % 2 == 0 ? TextRole::Body : TextRole::Strong));
    (void)metrics.tightBoundingRect(scripts().at(m_next / 2));
    ++m_next;
    if (!isDone())
        m_pause->start(kPauseMs);
}

} // namespace kontor::ui
