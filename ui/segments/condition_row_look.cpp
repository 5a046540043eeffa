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

// The whole height of the start side: a target that is easy to hit.
QRect ConditionRow::gripRect() const {
    return QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, kLabelGap + kSmallIcon + kSmall, height()));
}

QRect ConditionRow::textRect(int width) const {
    const int left = kGap + kSmallIcon + kGap;
    return QRect(left, kLabelGap, qMax(kWide, width - left - 2 * kLabelGap - kIcon), QWIDGETSIZE_MAX);
}

int ConditionRow::heightForWidth(int width) const {
    if (m_editor)
        return layout()->totalHeightForWidth(width);
    const QRect place = textRect(width);
    int height = fontMetrics().boundingRect(place, textFlags(), m_sentence).height();
    if (!isUsed())
        height += kSmall + QFontMetrics(textFont(TextRole::Caption, font())).boundingRect(place, textFlags(), warning()).height();
    return qMax(kCosyRow, height + 2 * kLabelGap);
}

QSize ConditionRow::sizeHint() const { return {kUsualWidth, heightForWidth(kUsualWidth)}; }

QSize ConditionRow::minimumSizeHint() const { return {m_editor ? layout()->totalMinimumSize().width() : 4 * kWide, kCosyRow}; }

// Numbers that came with a template stand out: they are there to be changed.
void ConditionRow::paintSentence(QPainter &painter, const QRect &place, bool isTop) const {
    static const QRegularExpression number(u"\\d[\\d\\s.,\u202f\u00a0]*\\d|\\d"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    QTextOption wrapping(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft));
    wrapping.setWrapMode(QTextOption::WordWrap);
    wrapping.setTextDirection(Qt::LayoutDirectionAuto); // that of its words
    QTextLayout layout(m_sentence, painter.font());
    layout.setTextOption(wrapping);
    QList<QTextLayout::FormatRange> marks;
    auto found = number.globalMatch(m_isMarked ? m_sentence : QString());
    while (found.hasNext()) {
        const auto match = found.next();
        QTextCharFormat format;
        format.setBackground(themeOf(this).hit.background);
        format.setForeground(themeOf(this).hit.foreground);
        marks.append({int(match.capturedStart()), int(match.capturedLength()), format});
    }
    layout.setFormats(marks);
    layout.beginLayout();
    qreal height = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(place.width());
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    const qreal top = isTop ? place.top() : place.top() + (place.height() - height) / 2;
    layout.draw(&painter, {qreal(place.left()), top});
}

void ConditionRow::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(this);
    const bool isActive = hasFocus() || m_editor;
    const QColor fill = m_isSelected ? theme.sel : !m_editor && underMouse() ? theme.hover : theme.surface;
    drawRounded(&painter, rect(), kRadius, fill, isActive ? theme.accent : theme.line, isActive ? kFocusWidth : kHair);
    Icon::paint(&painter, removeRect().marginsRemoved({kTiny, kTiny, kTiny, kTiny}), "close"_L1, theme.text3);
    if (m_editor)
        return;
    const QRect grip =
        QStyle::visualRect(layoutDirection(), rect(), QRect(kGap, (height() - kSmallIcon) / 2, kSmallIcon, kSmallIcon));
    Icon::paint(&painter, grip, "grip"_L1, m_isSelected ? theme.selText2 : theme.text3);
    const QRect logical = textRect(width());
    const QRect place = QStyle::visualRect(layoutDirection(), rect(),
                                           QRect(logical.left(), logical.top(), logical.width(), height() - 2 * kLabelGap));
    const int side = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) & int(Qt::AlignHorizontal_Mask);
    painter.setPen(m_isSelected ? theme.selText : isUsed() ? theme.text : theme.text2);
    painter.setFont(font());
    paintSentence(painter, place, !isUsed());
    if (isUsed())
        return;
    painter.setFont(textFont(TextRole::Caption, font()));
    painter.setPen(theme.warn.foreground);
    painter.drawText(place, Qt::AlignBottom | side | Qt::TextWordWrap, warning());
}

} // namespace kontor::ui
