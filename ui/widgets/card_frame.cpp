#include "widgets/card_frame.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"

namespace kontor::ui {

using namespace metrics;

namespace {
constexpr int kShadow = 8;
}

CardFrame::CardFrame(CardKind kind, QWidget *parent) : QFrame(parent), m_kind(kind) {
    setFrameShape(QFrame::NoFrame);
    setContentsMargins(shadow(), shadow(), shadow(), shadow());
}

int CardFrame::shadow() const { return m_kind == CardKind::Floating ? kShadow : 0; }

void CardFrame::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme &theme = themeOf(this);
    const QRectF body = QRectF(rect()).adjusted(shadow(), shadow(), -shadow(), -shadow());
    for (int step = shadow(); step > 0; --step) {
        QColor dark(Qt::black);
        dark.setAlphaF(float((theme.dark ? 0.05 : 0.018) * (shadow() - step + 1) / 3.0));
        drawRounded(&painter, body.adjusted(-step, -step + 2, step, step), kCardRadius + step, dark);
    }
    drawRounded(&painter, body, kCardRadius, m_kind == CardKind::Floating ? theme.raised : theme.surface, theme.line);
}

} // namespace kontor::ui
