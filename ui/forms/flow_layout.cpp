#include "forms/flow_layout.h"

#include "theme/metrics.h"

#include <QStyle>
#include <QWidget>

namespace kontor::ui {

FlowLayout::FlowLayout(QWidget *parent) : QLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
    setSpacing(metrics::kGap);
}

FlowLayout::~FlowLayout() { qDeleteAll(m_items); }

QLayoutItem *FlowLayout::takeAt(int index) { return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr; }

// In one row, as long as nobody asks for a width.
QSize FlowLayout::sizeHint() const {
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        size = QSize(size.width() + hint.width() + (size.isEmpty() ? 0 : spacing()), qMax(size.height(), hint.height()));
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const {
    QSize size(0, 0);
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool place) const {
    const QRect inner = rect.marginsRemoved(contentsMargins());
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    QPoint at = inner.topLeft();
    int rowHeight = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize wanted = item->sizeHint();
        QSize hint = wanted.boundedTo(QSize(qMax(inner.width(), item->minimumSize().width()), QLAYOUTSIZE_MAX));
        if (hint.width() < wanted.width() && item->hasHeightForWidth()) // one that wraps itself
            hint.setHeight(item->heightForWidth(hint.width()));
        if (at.x() > inner.left() && at.x() + hint.width() > inner.left() + inner.width()) {
            at = QPoint(inner.left(), at.y() + rowHeight + (m_rowSpacing < 0 ? spacing() : m_rowSpacing));
            rowHeight = 0;
        }
        if (place)
            item->setGeometry(QStyle::visualRect(direction, inner, QRect(at, hint)));
        at.rx() += hint.width() + spacing();
        rowHeight = qMax(rowHeight, hint.height());
    }
    return at.y() + rowHeight - rect.top() + contentsMargins().bottom();
}

} // namespace kontor::ui
