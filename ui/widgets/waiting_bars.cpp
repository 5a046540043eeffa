#include "widgets/waiting_bars.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/painting.h"
#include "theme/text_role.h"

#include <QPainter>

namespace kontor::ui {

using namespace metrics;

namespace {
constexpr int kWidths[] = {72, 48, 60}; // per cent of the room
}

WaitingBars::WaitingBars(QWidget *parent) : QWidget(parent) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(kDimAfter);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        setAccessibleName(tr("Being read…"));
        emit due();
    });
}

void WaitingBars::begin() { m_patience.start(); }

void WaitingBars::end() { m_patience.stop(); }

void WaitingBars::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const int height = lineHeight(TextRole::Body);
    const int room = width() - 2 * kPane;
    int top = kPane;
    for (const int percent : kWidths) {
        const QRect bar(kPane, top, room * percent / 100, height);
        drawRounded(&painter, QStyle::visualRect(layoutDirection(), rect(), bar), kRadius, themeOf(this).line);
        top += height + kPane;
    }
}

} // namespace kontor::ui
