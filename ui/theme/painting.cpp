#include "theme/painting.h"

#include <QPainterPath>

namespace kontor::ui {

namespace {

void drawStroke(QPainter *painter, const QPolygonF &points, const QColor &colour, qreal width) {
    const PainterState state(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(points);
}

} // namespace

void drawRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge, qreal width) {
    const PainterState state(painter);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = edge.isValid() ? width / 2 : 0;
    const qreal corner = qMax(0.0, radius - inset);
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner, corner);
}

void drawChevron(QPainter *painter, const QRectF &rect, Qt::ArrowType direction, const QColor &colour) {
    const QPointF middle = rect.center();
    const qreal wide = qMin(rect.width(), rect.height()) * 0.28;
    const qreal deep = wide / 2;
    QPolygonF points;
    switch (direction) {
    case Qt::UpArrow: points << QPointF(-wide, deep) << QPointF(0, -deep) << QPointF(wide, deep); break;
    case Qt::LeftArrow: points << QPointF(deep, -wide) << QPointF(-deep, 0) << QPointF(deep, wide); break;
    case Qt::RightArrow: points << QPointF(-deep, -wide) << QPointF(deep, 0) << QPointF(-deep, wide); break;
    default: points << QPointF(-wide, -deep) << QPointF(0, deep) << QPointF(wide, -deep); break;
    }
    drawStroke(painter, points.translated(middle), colour, 1.5);
}

void drawCheck(QPainter *painter, const QRectF &rect, const QColor &colour) {
    const auto at = [&rect](qreal x, qreal y) { return QPointF(rect.x() + rect.width() * x, rect.y() + rect.height() * y); };
    drawStroke(painter, QPolygonF() << at(0.24, 0.53) << at(0.43, 0.72) << at(0.77, 0.31), colour, 1.8);
}

} // namespace kontor::ui
