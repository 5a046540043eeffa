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

void StatusDot::setState(FileState state, const QString &words) {
    m_state = state;
    m_words = words;
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

QSize StatusDot::sizeHint() const {
    const QFontMetrics measure(textFont(TextRole::Caption));
    return QSize(kGap + kGap + (m_collapsed ? 0 : measure.horizontalAdvance(m_words) + kGap),
                 qMax(kChip, measure.height() + kSmall));
}

QSize StatusDot::minimumSizeHint() const { return QSize(kPane, sizeHint().height()); }

void StatusDot::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const QColor colour = colourOf(m_state, theme);
    QRect dot(0, 0, kGap, kGap);
    dot.moveCenter(QPoint(m_collapsed ? width() / 2 : kSmall, height() / 2));
    const bool hollow = m_state != FileState::Saved;
    drawRounded(&painter, QStyle::visualRect(layoutDirection(), rect(), dot), kSmall, hollow ? QColor() : colour,
                hollow ? colour : QColor(), 2);
    if (m_collapsed)
        return;
    painter.setFont(textFont(TextRole::Caption));
    painter.setPen(m_state == FileState::Saved ? theme.text3 : colour);
    const QRect words = rect().adjusted(kPane, 0, 0, 0);
    const QString shown = painter.fontMetrics().elidedText(m_words, Qt::ElideRight, words.width());
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)), shown);
}

} // namespace kontor::ui
