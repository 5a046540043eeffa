#include "interactions/timeline_bar.h"

#include "theme/metrics.h"
#include "widgets/choice_name.h"
#include "widgets/clear_button.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
const QStringList &kinds() {
    static const QStringList all{u""_s, u"call"_s, u"note"_s, u"meeting"_s, u"email"_s, u"message"_s, u"purchase"_s};
    return all;
}
} // namespace

TimelineBar::TimelineBar(const Formats &formats, QWidget *parent)
    : QWidget(parent),
      m_formats(formats),
      m_what(new QComboBox(this)),
      m_changes(new QCheckBox(this)),
      m_search(new QLineEdit(this)),
      m_count(new PaletteLabel(TextRole::Caption, TextColour::Third, this)) {
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kPane, kSmall, kPane, kSmall);
    row->setSpacing(kGap);
    row->addWidget(m_what);
    row->addWidget(m_search, 1);
    row->addWidget(m_count);
    row->addWidget(m_changes);
    for (const QString &kind : kinds())
        m_what->addItem(interactionKindsText(kind), kind);
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kFilterPause);
    connect(&m_pause, &QTimer::timeout, this, &TimelineBar::shownChanged);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_what, &QComboBox::currentIndexChanged, this, &TimelineBar::shownChanged);
    connect(m_changes, &QCheckBox::toggled, this, &TimelineBar::shownChanged);
    m_count->hide();
    retranslate();
}

void TimelineBar::retranslate() {
    const QSignalBlocker quiet(m_what);
    for (int i = 0; i < m_what->count(); ++i)
        m_what->setItemText(i, interactionKindsText(m_what->itemData(i).toString()));
    setChoiceName(m_what, tr("Kind of entries shown"));
    nameSearch();
    m_search->setAccessibleName(tr("Search the timeline"));
    nameClearButton(*m_search);
    m_search->setToolTip(tr("Search the timeline (%1)").arg(QKeySequence(u"Ctrl+F"_s).toString(QKeySequence::NativeText)));
    m_changes->setText(tr("Changes"));
    m_changes->setAccessibleName(tr("Changes of the card"));
    m_changes->setToolTip(tr("Show what was changed on the card"));
}

// The whole name where it fits, never a part of it.
void TimelineBar::nameSearch() {
    const QString whole = tr("Search the timeline");
    const bool fits = m_search->fontMetrics().horizontalAdvance(whole) + 2 * kLabelGap <= m_search->width();
    m_search->setPlaceholderText(fits ? whole : tr("Search"));
}

TimelineShown TimelineBar::shown() const {
    return {m_what->currentData().toString(), m_search->text().simplified(), m_changes->isChecked()};
}

void TimelineBar::clear() {
    const QSignalBlocker quietKind(m_what);
    const QSignalBlocker quietWords(m_search);
    m_what->setCurrentIndex(0);
    m_search->clear();
    m_pause.stop();
    m_count->hide();
}

void TimelineBar::setCount(int count) {
    const bool isFiltered = shown().isFiltered();
    m_count->setText(count == 0 ? tr("Nothing found") : tr("%Ln found", nullptr, count));
    m_count->setAccessibleName(m_count->text());
    m_count->setVisible(isFiltered);
}

void TimelineBar::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool TimelineBar::escape() {
    if (!shown().isFiltered())
        return false;
    clear();
    emit shownChanged();
    return true;
}

bool TimelineBar::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            emit left();
            return true;
        }
        if (key == Qt::Key_Escape && escape())
            return true;
    }
    if (watched == m_search && event->type() == QEvent::Resize)
        nameSearch();
    return QWidget::eventFilter(watched, event);
}

} // namespace kontor::ui
