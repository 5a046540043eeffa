// Lists, tables, headers, scroll bars, frames.
#include "theme/kontor_style.h"

#include "theme/metrics.h"
#include "theme/painting.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace metrics;

void KontorStyle::drawRow(const QStyleOption *option, QPainter *painter, const QWidget *) const {
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item)
        return;
    if (item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(option->rect, item->backgroundBrush);
    const bool selected = item->state.testFlag(State_Selected);
    if (selected) {
        const auto group = item->state.testFlag(State_Active) ? QPalette::Active : QPalette::Inactive;
        painter->fillRect(option->rect, item->palette.color(group, QPalette::Highlight));
    } else if (item->state.testFlag(State_MouseOver) && item->state.testFlag(State_Enabled)) {
        painter->fillRect(option->rect, m_theme.hover);
    }
}

void KontorStyle::drawItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item)
        return;
    QStyleOptionViewItem plain = *item;
    plain.state.setFlag(State_HasFocus, false);
    QProxyStyle::drawControl(CE_ItemViewItem, &plain, painter, widget);
    if (item->state.testFlag(State_HasFocus) && item->state.testFlag(State_KeyboardFocusChange))
        drawRounded(painter, option->rect, kSmall, {}, m_theme.accent, kFocusWidth);
}

void KontorStyle::drawHeader(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    drawHeaderSection(option, painter);
    // The words begin where those of the cells do: of a list at the margin of the page, in a table with a grid at the cell's own.
    QStyleOptionHeader label = *header;
    const bool first = header->section == 0 && header->orientation == Qt::Horizontal;
    const auto *table = widget ? qobject_cast<const QTableView *>(widget->parent()) : nullptr;
    const int margin = table && table->showGrid() ? kGap : first ? kPage : kCellPadding;
    label.rect = visualRect(option->direction, option->rect, option->rect.adjusted(margin, 0, -qMin(margin, kCellPadding), 0));
    drawHeaderLabel(&label, painter, widget);
}

void KontorStyle::drawHeaderSection(const QStyleOption *option, QPainter *painter) const {
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const bool over = header && header->state.testFlag(State_MouseOver) && header->state.testFlag(State_Enabled);
    painter->fillRect(option->rect, over ? m_theme.hover : m_theme.surface);
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), kHair), m_theme.line);
}

void KontorStyle::drawHeaderLabel(const QStyleOption *option, QPainter *painter, const QWidget *) const {
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    const PainterState state(painter);
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    QFont font = painter->font();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(sorted ? m_theme.text : m_theme.text2);
    const QFontMetrics measure(font);
    const int mark = sorted ? kSmallIcon : 0;
    QRect place = option->rect;
    const bool absoluteRight =
        header->textAlignment.testFlag(Qt::AlignAbsolute) && header->textAlignment.testFlag(Qt::AlignRight);
    const QString text = measure.elidedText(header->text, Qt::ElideRight, place.width() - mark);
    const auto alignment =
        absoluteRight ? header->textAlignment : visualAlignment(option->direction, Qt::AlignLeading | Qt::AlignVCenter);
    QRect words = place;
    QRect arrow(0, 0, kSmallIcon, kSmallIcon);
    if (sorted) {
        // The mark follows the words; on a right-aligned column it stands before them.
        const int width = measure.horizontalAdvance(text);
        const bool right = alignment.testFlag(Qt::AlignRight);
        arrow.moveCenter(place.center());
        arrow.moveLeft(right ? place.right() - width - kSmallIcon - kTiny : place.left() + width + kTiny);
    }
    painter->drawText(words, int(alignment | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine, text);
    if (sorted)
        drawChevron(painter, arrow, header->sortIndicator == QStyleOptionHeader::SortDown ? Qt::UpArrow : Qt::DownArrow,
                    m_theme.text2);
}

QRect KontorStyle::scrollBarPart(const QStyleOptionSlider *slider, SubControl part) const {
    const bool across = slider->orientation == Qt::Horizontal;
    const int length = across ? slider->rect.width() : slider->rect.height();
    const int range = slider->maximum - slider->minimum;
    int extent = length;
    if (range > 0) {
        extent = int(qint64(slider->pageStep) * length / (qint64(range) + slider->pageStep));
        extent = qBound(qMin(kWide, length), extent, length);
    }
    const int start =
        sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - extent, slider->upsideDown);
    const auto rect = [&](int from, int size) {
        const QRect place = across ? QRect(from, 0, size, slider->rect.height()) : QRect(0, from, slider->rect.width(), size);
        return visualRect(slider->direction, slider->rect, place.translated(slider->rect.topLeft()));
    };
    switch (part) {
    case SC_ScrollBarGroove: return slider->rect;
    case SC_ScrollBarSlider: return rect(start, extent);
    case SC_ScrollBarSubPage: return rect(0, start);
    case SC_ScrollBarAddPage: return rect(start + extent, length - start - extent);
    default: return {}; // no arrows
    }
}

void KontorStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *) const {
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!slider || slider->maximum <= slider->minimum)
        return;
    const bool over = option->state.testFlag(State_MouseOver) || slider->activeSubControls.testFlag(SC_ScrollBarSlider);
    const int inset = over ? 2 : 3;
    const QRectF grip = QRectF(scrollBarPart(slider, SC_ScrollBarSlider)).adjusted(inset, inset, -inset, -inset);
    const QColor colour =
        option->state.testFlag(State_Sunken) ? m_theme.text2 : mixed(m_theme.lineStrong, m_theme.surface, over ? 1.0 : 0.7);
    drawRounded(painter, grip, qMin(grip.width(), grip.height()) / 2, colour);
}

void KontorStyle::drawFrame(const QStyleOption *option, QPainter *painter, const QWidget *widget) const {
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (!frame || frame->lineWidth <= 0)
        return;
    const bool input = qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
    if (input) {
        const bool focus = option->state.testFlag(State_HasFocus);
        drawRounded(painter, option->rect, kRadius, option->palette.color(QPalette::Base),
                    focus ? m_theme.accent : m_theme.lineStrong, focus ? kFocusWidth : kHair);
        return;
    }
    drawRounded(painter, option->rect, kRadius, {}, m_theme.line);
}

} // namespace kontor::ui
