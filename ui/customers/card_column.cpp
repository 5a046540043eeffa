#include "customers/card_column.h"

#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/card_links_view.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/pane_splitter.h"
#include "widgets/scroll_part.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kLinksBelow = 260;
constexpr int kApartFrom = 340; // height that shows enough of both at ordinary text

int heightOfLines(const QAbstractItemView *view) {
    const int rows = view->model()->rowCount();
    if (rows == 0)
        return 0;
    return view->visualRect(view->model()->index(rows - 1, 0)).bottom() + 1 + view->verticalScrollBar()->value();
}

} // namespace

CardColumn::CardColumn(CardFieldsPane *fields, CardLinksView *links, Preferences &preferences, QWidget *parent)
    : QStackedWidget(parent),
      m_fields(fields),
      m_links(links),
      m_apart(new PaneSplitter(Qt::Vertical, preferences)),
      m_together(new QScrollArea) {
    addWidget(m_apart);
    addWidget(m_together);
    m_apart->addWidget(m_fields);
    auto *inside = new QWidget;
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kGap);
    m_column->addStretch(1);
    makeScrollPart(m_together, inside);
    m_fitLater.setSingleShot(true);
    m_fitLater.setInterval(0);
    connect(&m_fitLater, &QTimer::timeout, this, &CardColumn::fit);
    for (QAbstractItemView *view : views())
        follow(view);
}

QList<QAbstractItemView *> CardColumn::views() const { return {m_fields->view(), m_links}; }

void CardColumn::follow(QAbstractItemView *view) {
    const auto later = [this] { m_fitLater.start(); };
    const QAbstractItemModel *model = view->model();
    connect(model, &QAbstractItemModel::modelReset, this, later);
    connect(model, &QAbstractItemModel::rowsInserted, this, later);
    connect(model, &QAbstractItemModel::rowsRemoved, this, later);
    connect(model, &QAbstractItemModel::dataChanged, this, later);
    connect(view->verticalScrollBar(), &QScrollBar::rangeChanged, this, later);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this, view] { showCurrent(view); });
    view->installEventFilter(this);
}

void CardColumn::showCurrent(const QAbstractItemView *view) {
    if (!m_isTogether || !view->currentIndex().isValid())
        return;
    const QRect line = view->visualRect(view->currentIndex());
    const QPoint top = view->viewport()->mapTo(m_together->widget(), line.topLeft());
    m_together->ensureVisible(top.x(), top.y(), 0, kGap);
    m_together->ensureVisible(top.x(), top.y() + line.height(), 0, kGap);
}

void CardColumn::takeLinks() {
    m_hasLinks = true;
    m_isTogether ? m_column->insertWidget(1, m_links) : m_apart->addWidget(m_links);
    arrange();
}

void CardColumn::leaveLinks() {
    m_hasLinks = false;
    arrange();
}

void CardColumn::arrange() {
    const bool isTogether = m_hasLinks && height() < scaled(kApartFrom);
    if (isTogether != m_isTogether) {
        m_isTogether = isTogether;
        for (QAbstractItemView *view : views()) {
            view->setVerticalScrollBarPolicy(isTogether ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
            view->setMinimumHeight(0);
            view->setMaximumHeight(QWIDGETSIZE_MAX);
        }
        if (isTogether) {
            m_column->insertWidget(0, m_fields);
            m_column->insertWidget(1, m_links);
        } else {
            m_apart->insertWidget(0, m_fields);
            if (m_hasLinks)
                m_apart->addWidget(m_links);
        }
        m_fields->show();
        m_links->show();
        setCurrentWidget(isTogether ? static_cast<QWidget *>(m_together) : m_apart);
    }
    if (m_isTogether)
        fit();
    else if (m_hasLinks)
        m_apart->arrange(u"card_links_below"_s, {0, kLinksBelow});
}

void CardColumn::fit() {
    if (!m_isTogether)
        return;
    for (QAbstractItemView *view : views()) {
        const int height = qMax(kControl, heightOfLines(view));
        view->setMinimumHeight(height);
        view->setMaximumHeight(height);
    }
    m_column->activate();
    for (const QAbstractItemView *view : views())
        if (view->hasFocus())
            showCurrent(view);
}

void CardColumn::resizeEvent(QResizeEvent *event) {
    QStackedWidget::resizeEvent(event);
    arrange();
}

void CardColumn::changeEvent(QEvent *event) {
    QStackedWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        arrange();
}

bool CardColumn::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        m_fitLater.start(); // other widths break lines otherwise
    return QStackedWidget::eventFilter(watched, event);
}

} // namespace kontor::ui
