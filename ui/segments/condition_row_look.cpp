// How a condition looks while it is folded: its sentence, and the mark that removes it.
#include "segments/condition_row.h"

#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kUsualWidth = 400; // where nobody asks for a height of another

int textFlags() { return Qt::TextWordWrap | Qt::AlignTop; }

} // namespace

QRect ConditionRow::removeRect() const {
    const QRect place(width() - kLabelGap - kIcon, kLabelGap, kIcon, kIcon);
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

QRect ConditionRow::textRect(int width) const {
    return QRect(kLabelGap, kLabelGap, qMax(kWide, width - 3 * kLabelGap - kIcon), QWIDGETSIZE_MAX);
}

int ConditionRow::heightForWidth(int width) const {
    if (m_editor)
        return layout()->totalHeightForWidth(width);
    const QRect place = textRect(width);
    int height = fontMetrics().boundingRect(place, textFlags(), m_sentence).height();
    if (!isUsed())
        height += kSmall + QFontMetrics(textFont(TextRole::Caption, font())).height();
    return qMax(kCosyRow, height + 2 * kLabelGap);
}

QSize ConditionRow::sizeHint() const { return {kUsualWidth, heightForWidth(kUsualWidth)}; }

QSize ConditionRow::minimumSizeHint() const { return {m_editor ? layout()->totalMinimumSize().width() : 4 * kWide, kCosyRow}; }

void ConditionRow::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const bool isActive = hasFocus() || m_editor;
    const QColor fill = !m_editor && underMouse() ? theme.hover : theme.surface;
    drawRounded(&painter, rect(), kRadius, fill, isActive ? theme.accent : theme.line, isActive ? kFocusWidth : kHair);
    Icon::paint(&painter, removeRect().marginsRemoved({kTiny, kTiny, kTiny, kTiny}), "close"_L1, theme.text3);
    if (m_editor)
        return;
    const QRect logical = textRect(width());
    const QRect place = QStyle::visualRect(layoutDirection(), rect(),
                                           QRect(logical.left(), logical.top(), logical.width(), height() - 2 * kLabelGap));
    const int side = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) & int(Qt::AlignHorizontal_Mask);
    const int vertical = isUsed() ? Qt::AlignVCenter : Qt::AlignTop;
    painter.setPen(isUsed() ? theme.text : theme.text2);
    painter.setFont(font());
    painter.drawText(place, Qt::TextWordWrap | vertical | side, m_sentence);
    if (isUsed())
        return;
    painter.setFont(textFont(TextRole::Caption, font()));
    painter.setPen(theme.warn.foreground);
    painter.drawText(place, Qt::AlignBottom | side | Qt::TextSingleLine, tr("Not used yet: %1").arg(m_problem));
}

} // namespace kontor::ui
