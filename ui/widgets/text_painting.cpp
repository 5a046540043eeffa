#include "widgets/text_painting.h"

#include "theme/painting.h"

namespace kontor::ui {

bool paintLine(QPainter *painter, const QRect &rect, int baseline, const QString &text, const TextLine &line,
               Qt::LayoutDirection direction) {
    if (text.isEmpty() || rect.width() <= 0)
        return false;
    const PainterState state(painter);
    painter->setFont(line.font);
    painter->setPen(line.colour);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    const QFontMetrics measure(line.font);
    const int whole = measure.horizontalAdvance(text);
    const bool elided = whole > rect.width();
    const QString shown = elided ? measure.elidedText(text, Qt::ElideRight, rect.width()) : text;
    const int width = elided ? measure.horizontalAdvance(shown) : whole;
    const bool right = line.side == TextSide::Absolute || direction == Qt::RightToLeft;
    painter->drawText(QPoint(right ? rect.right() - width + 1 : rect.left(), baseline), shown);
    return elided;
}

int centredBaseline(const QRect &rect, const QFont &font) {
    const QFontMetrics measure(font);
    return rect.top() + (rect.height() - measure.height()) / 2 + measure.ascent();
}

} // namespace kontor::ui
