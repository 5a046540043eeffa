#include "customers/list_and_card.h"

#include "main_window/window_room.h"
#include "theme/metrics.h"
#include "widgets/card_frame.h"
#include "widgets/pane_splitter.h"

#include <QEvent>
#include <QStyle>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {
constexpr int kStrip = 240;
constexpr int kWideStrip = 300;
} // namespace

ListAndCard::ListAndCard(QWidget *list, Preferences &preferences, QWidget *parent)
    : QWidget(parent),
      m_list(list),
      m_splitter(new PaneSplitter(Qt::Horizontal, preferences, this)),
      m_over(new CardFrame(CardKind::Floating, this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    m_splitter->addWidget(m_list);
    auto *inside = new QVBoxLayout(m_over);
    const int margin = m_over->shadow() + kSmall;
    inside->setContentsMargins(margin, margin, margin, margin);
    m_over->hide();
}

void ListAndCard::setCard(QWidget *card) {
    m_card = card;
    m_splitter->addWidget(card);
    m_splitter->setStretchFactor(1, 1);
    arrange();
}

void ListAndCard::setCardOpen(bool isOpen) {
    m_isOpen = isOpen && m_card;
    showListOver(false);
    arrange();
}

bool ListAndCard::hasRoomForStrip() const { return roomOf(this) >= WindowRoom::Wide; }

bool ListAndCard::isListShown() const { return !m_isOpen || m_isOver || hasRoomForStrip(); }

void ListAndCard::showListOver(bool isOver) {
    isOver = isOver && m_isOpen && !hasRoomForStrip();
    if (isOver == m_isOver)
        return;
    m_isOver = isOver;
    if (isOver)
        m_over->layout()->addWidget(m_list);
    else
        m_splitter->insertWidget(0, m_list);
    m_over->setVisible(isOver);
    arrange();
}

void ListAndCard::arrange() {
    if (m_isOver && hasRoomForStrip())
        return showListOver(false);
    if (m_card)
        m_card->setVisible(m_isOpen);
    m_list->setVisible(isListShown());
    if (m_isOver)
        return placeOver();
    if (!m_isOpen || !isListShown())
        return;
    const bool isWidest = roomOf(this) == WindowRoom::Widest;
    m_splitter->arrange(isWidest ? u"strip_widest"_s : u"strip"_s, {isWidest ? kWideStrip : kStrip, 0});
}

void ListAndCard::placeOver() {
    const QRect place(kSmall, kSmall, qMin(width() * 2 / 3, scaled(kWideStrip)), height() - 2 * kSmall);
    m_over->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    m_over->raise();
}

void ListAndCard::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ListAndCard::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

} // namespace kontor::ui
