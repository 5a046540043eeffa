#include "lists/list_table.h"

#include "lists/filter_header.h"
#include "theme/kontor_style.h"
#include "theme/text_role.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

namespace kontor::ui {

namespace {
constexpr int kTypingPause = 900;
constexpr qreal kDimmed = 0.4; // of the surface over the rows
} // namespace

ListTable::ListTable(QWidget *parent) : QTableView(parent), m_header(new FilterHeader(this)), m_typedPause(new QTimer(this)) {
    setHorizontalHeader(m_header);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    m_typedPause->setSingleShot(true);
    m_typedPause->setInterval(kTypingPause);
    connect(m_typedPause, &QTimer::timeout, this, [this] { m_typed.clear(); });
    connect(this, &QTableView::doubleClicked, this, &ListTable::opened);
    applyMetrics();
}

void ListTable::setCompact(bool compact) {
    m_compact = compact;
    applyMetrics();
}

void ListTable::applyMetrics() {
    const int height = m_compact ? compactRowHeight() : cosyRowHeight();
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    viewport()->update();
}

void ListTable::setDimmed(bool dimmed) {
    m_dimmed = dimmed;
    viewport()->update();
}

int ListTable::firstVisibleRow() const { return rowAt(0); }

void ListTable::setPlaceholder(QWidget *placeholder) {
    m_placeholder = placeholder;
    placeholder->setParent(viewport());
    placeholder->setGeometry(viewport()->rect());
}

void ListTable::resizeEvent(QResizeEvent *event) {
    QTableView::resizeEvent(event);
    if (m_placeholder)
        m_placeholder->setGeometry(viewport()->rect());
}

void ListTable::keyPressEvent(QKeyEvent *event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        return event->ignore(); // a window of its own: the window's command
    if (enter && currentIndex().isValid()) {
        if (event->modifiers().testFlag(Qt::AltModifier))
            emit peeked(currentIndex());
        else
            emit opened(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Escape)
        return emit escaped();
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && currentIndex().row() <= 0)
        return m_header->focusFirstEditor();
    if ((event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && model() && model()->rowCount() > 0 &&
        !(event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier))) {
        // Home and End go to the first and the last row: there is nothing to walk through sideways.
        const int row = event->key() == Qt::Key_Home ? 0 : model()->rowCount() - 1;
        return setCurrentIndex(model()->index(row, qMax(0, currentIndex().column())));
    }
    QTableView::keyPressEvent(event);
}

// The Menu key and Shift+F10 open it at the current row, the mouse where it is.
void ListTable::contextMenuEvent(QContextMenuEvent *event) {
    if (!currentIndex().isValid())
        return;
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QRect row = visualRect(currentIndex());
    const QPoint at = QStyle::visualPos(layoutDirection(), viewport()->rect(), QPoint(row.height(), row.bottom()));
    emit menuWanted(byKey ? viewport()->mapToGlobal(at) : event->globalPos());
}

void ListTable::keyboardSearch(const QString &text) {
    m_typed += text;
    m_typedPause->start();
    emit typedAhead(m_typed);
}

void ListTable::setHovered(int row) {
    if (row == m_hovered)
        return;
    const int before = std::exchange(m_hovered, row);
    for (const int changed : {before, row})
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
}

void ListTable::mouseMoveEvent(QMouseEvent *event) {
    setHovered(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void ListTable::leaveEvent(QEvent *event) {
    setHovered(-1);
    QTableView::leaveEvent(event);
}

void ListTable::paintEvent(QPaintEvent *event) {
    QTableView::paintEvent(event);
    if (!m_dimmed)
        return;
    QPainter painter(viewport());
    painter.setOpacity(kDimmed);
    painter.fillRect(viewport()->rect(), themeOf(this).surface);
}

void ListTable::changeEvent(QEvent *event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange ||
        event->type() == QEvent::ApplicationFontChange)
        applyMetrics();
}

} // namespace kontor::ui
