#include "widgets/status_dot.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"

#include <QStyle>

namespace kontor::ui {

using namespace metrics;

namespace {

QColor colourOf(FileState state, const Theme &theme) {
    switch (state) {
    case FileState::Saved: return theme.good.foreground;
    case FileState::Saving:
    case FileState::Checking: return theme.text3;
    case FileState::Offline:
    case FileState::ReadOnly: break;
    }
    return theme.warn.foreground;
}

} // namespace

StatusDot::StatusDot(QWidget *parent) : QWidget(parent) { setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); }

void StatusDot::setState(FileState state, const QString &words, const QString &brief) {
    m_state = state;
    m_words = words;
    m_brief = brief;
    setAccessibleName(words);
    setToolTip(words);
    updateGeometry();
    update();
}

void StatusDot::setCollapsed(bool collapsed) {
    m_collapsed = collapsed;
    updateGeometry();
    update();
}

// A word a line: the rail is as wide as one.
QStringList StatusDot::briefLines() const { return m_brief.split(u' ', Qt::SkipEmptyParts); }

QSize StatusDot::sizeHint() const {
    const int line = lineHeight(TextRole::Caption);
    if (m_collapsed)
        return QSize(kRail, int(kGap + kSmall + briefLines().size() * line));
    return QSize(kGap + kGap + QFontMetrics(textFont(TextRole::Caption)).horizontalAdvance(m_words) + kGap,
                 qMax(kChip, line + kSmall));
}

QSize StatusDot::minimumSizeHint() const { return QSize(kPane, sizeHint().height()); }

void StatusDot::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs by its own letters
    const Theme &theme = themeOf(this);
    const QColor colour = colourOf(m_state, theme);
    QRect dot(0, 0, kGap, kGap);
    if (m_collapsed)
        dot.moveLeft((width() - kGap) / 2);
    else
        dot.moveCenter(QPoint(kSmall, height() / 2));
    const bool hollow = m_state != FileState::Saved;
    drawRounded(&painter, QStyle::visualRect(layoutDirection(), rect(), dot), kSmall, hollow ? QColor() : colour,
                hollow ? colour : QColor(), 2);
    painter.setFont(textFont(TextRole::Caption));
    painter.setPen(m_state == FileState::Saved ? theme.text3 : colour);
    if (m_collapsed)
        return paintBelow(&painter, dot);
    const QRect words = rect().adjusted(kPane, 0, 0, 0);
    const QString shown = painter.fontMetrics().elidedText(m_words, Qt::ElideRight, words.width());
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)), shown);
}

void StatusDot::paintBelow(QPainter *painter, const QRect &dot) const {
    QRect line(0, dot.bottom() + 1 + kSmall, width(), lineHeight(TextRole::Caption));
    for (const QString &word : briefLines()) {
        painter->drawText(line, Qt::AlignCenter | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(word, Qt::ElideRight, width() - 2 * kTiny));
        line.translate(0, line.height());
    }
}

} // namespace kontor::ui
