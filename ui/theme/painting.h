// Small shapes that the style and the delegates share.
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>

namespace kontor::ui {

// Filled and edged inside `rect`, on whole pixels. An invalid colour draws nothing.
void drawRounded(QPainter *painter, const QRectF &rect, qreal radius, const QColor &fill, const QColor &edge = {},
                 qreal width = 1);
void drawChevron(QPainter *painter, const QRectF &rect, Qt::ArrowType direction, const QColor &colour);
void drawCheck(QPainter *painter, const QRectF &rect, const QColor &colour);

// Restores the painter when it goes out of scope.
class PainterState {
public:
    explicit PainterState(QPainter *painter) : m_painter(painter) { m_painter->save(); }
    ~PainterState() { m_painter->restore(); }
    PainterState(const PainterState &) = delete;
    PainterState &operator=(const PainterState &) = delete;

private:
    QPainter *m_painter;
};

} // namespace kontor::ui
