// Where things stand on the desk, and what gives way where there is little room.
#include "call_session/call_desk.h"

#include "customers/mini_card.h"
#include "forms/growing_text_edit.h"
#include "forms/quick_chip.h"
#include "interactions/timeline_view.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/palette_label.h"
#include "widgets/pane_edge.h"
#include "widgets/scroll_part.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kQueueWidth = 220;
constexpr int kQueueFrom = 900; // below this width of the page the queue gives way
constexpr int kStepsFrom = 760;
constexpr int kCardFirst = 1'000;
constexpr int kTimelineLines = 4; // with less than these the timeline is not shown at all

} // namespace

QWidget *CallDesk::buildCentre() {
    auto *centre = new QWidget(this);
    auto *column = m_centre = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    makeScrollPart(m_cardArea, m_card);
    column->addWidget(m_cardArea, kCardFirst); // as high as it is wanted, before the timeline gets anything
    new PaneEdge(m_cardArea);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    m_dial->setIcon(Icon::get("phone"_L1));
    row->addWidget(m_dial);
    row->addWidget(m_open);
    row->addWidget(m_hours, 1);
    column->addLayout(row);
    m_hours->setWordWrap(true);
    m_goal->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_goal);
    column->addWidget(m_note);
    column->addWidget(m_problem);
    column->addWidget(m_timeline, 1);
    return centre;
}

QWidget *CallDesk::buildOutcomes() {
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kPane);
    m_outcomeGrid = new QGridLayout;
    m_outcomeGrid->setHorizontalSpacing(kLabelGap);
    m_outcomeGrid->setVerticalSpacing(kGap);
    column->addLayout(m_outcomeGrid);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(kGap);
    steps->addWidget(m_back);
    steps->addWidget(m_skip);
    steps->addStretch(1);
    column->addLayout(steps);
    column->addStretch(1);
    return side;
}

bool CallDesk::hasRoomForSteps() const { return width() >= scaled(kStepsFrom); }

void CallDesk::arrange() {
    m_queuePane->setVisible(width() >= scaled(kQueueFrom));
    m_queuePane->setMinimumWidth(scaled(kQueueWidth));
    m_queuePane->setMaximumWidth(scaled(kQueueWidth));
    for (PaletteLabel *step : std::as_const(m_steps))
        step->setVisible(hasRoomForSteps());
    arrangeHeight();
}

void CallDesk::arrangeHeight() {
    const int wanted = m_card->wantedHeight();
    m_card->setMinimumHeight(wanted);
    m_cardArea->setMinimumHeight(qMin(wanted, kTimelineLines * lineHeight(TextRole::Body)));
    m_cardArea->setMaximumHeight(wanted);
    layout()->activate();
    const QSize room = m_centre->parentWidget()->size(); // the layout learns of it later
    int taken = wanted;
    for (int i = 0; i < m_centre->count(); ++i) {
        QLayoutItem *item = m_centre->itemAt(i);
        if (item->isEmpty() || item->widget() == m_cardArea || item->widget() == m_timeline)
            continue;
        taken += m_centre->spacing() +
                 (item->hasHeightForWidth() ? item->heightForWidth(room.width()) : item->sizeHint().height());
    }
    // What is cut can be scrolled to, by keys too.
    m_cardArea->setFocusPolicy(taken > room.height() ? Qt::TabFocus : Qt::NoFocus);
    m_timeline->setVisible(room.height() - taken >= kTimelineLines * lineHeight(TextRole::Body));
}

void CallDesk::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

// Before, it had no room to share out.
void CallDesk::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    arrange();
}

void CallDesk::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        arrange(); // larger text wants more room
}

} // namespace kontor::ui
