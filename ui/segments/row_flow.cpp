#include "segments/row_flow.h"

#include "theme/metrics.h"

#include <QStyle>
#include <QWidget>

namespace kontor::ui {

using namespace metrics;

RowFlow::RowFlow(QWidget *parent) : QLayout(parent) {
    setContentsMargins(0, 0, 0, 0);
    setSpacing(kGap);
}

RowFlow::~RowFlow() { qDeleteAll(m_items); }

QSize RowFlow::sizeHint() const {
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width ? spacing() : 0);
        height = qMax(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize RowFlow::minimumSize() const {
    QSize size;
    for (const QLayoutItem *item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

void RowFlow::setGeometry(const QRect &rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int RowFlow::arrange(const QRect &rect, bool apply) const {
    struct Placed {
        QLayoutItem *item;
        QRect place;
    };
    const Qt::LayoutDirection direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    QList<Placed> line;
    int x = 0;
    int y = 0;
    int lineHeight = 0;
    const auto endLine = [&] {
        for (const Placed &placed : line) {
            const QRect place = placed.place.translated(rect.left(), rect.top() + y + (lineHeight - placed.place.height()) / 2);
            if (apply)
                placed.item->setGeometry(QStyle::visualRect(direction, rect, place));
        }
        y += lineHeight + spacing();
        x = lineHeight = 0;
        line.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const int width = qMin(item->sizeHint().width(), rect.width());
        if (x > 0 && x + width > rect.width())
            endLine();
        const int height = item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
        line.append({item, QRect(x, 0, width, height)});
        x += width + spacing();
        lineHeight = qMax(lineHeight, height);
    }
    if (!line.isEmpty())
        endLine();
    return qMax(0, y - spacing());
}

} // namespace kontor::ui
