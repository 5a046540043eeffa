#include "lists/list_table.h"

#include "lists/filter_header.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/text_painting.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>

namespace kontor::ui {

using namespace metrics;

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
    // Titles follow the bar by themselves, the cells under them do not.
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, m_header, &FilterHeader::placeEditors);
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
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && enabledRow(currentIndex().row() - 1, -1) < 0)
        return m_header->focusFirstEditor();
    if ((event->key() == Qt::Key_Home || event->key() == Qt::Key_End) && model() && model()->rowCount() > 0 &&
        !(event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier))) {
        // Home and End go to the first and the last row: there is nothing to walk through sideways.
        const bool toFirst = event->key() == Qt::Key_Home;
        const int row = enabledRow(toFirst ? 0 : model()->rowCount() - 1, toFirst ? 1 : -1);
        return setCurrentIndex(model()->index(row, qMax(0, currentIndex().column())));
    }
    QTableView::keyPressEvent(event);
}

void ListTable::goToFirst() {
    if (const int row = enabledRow(0, 1); row >= 0)
        setCurrentIndex(model()->index(row, 0));
}

int ListTable::enabledRow(int from, int step) const {
    for (int row = from; row >= 0 && row < model()->rowCount(); row += step)
        if (model()->flags(model()->index(row, 0)).testFlag(Qt::ItemIsEnabled))
            return row;
    return -1;
}

// Heads are passed over in the direction of the move; before the first row there is only the way back.
QModelIndex ListTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    const QModelIndex to = QTableView::moveCursor(action, modifiers);
    if (!to.isValid() || to.flags().testFlag(Qt::ItemIsEnabled))
        return to;
    const int step = to.row() < currentIndex().row() ? -1 : 1;
    int row = enabledRow(to.row(), step);
    if (row < 0)
        row = enabledRow(to.row(), -step);
    return row < 0 ? currentIndex() : to.siblingAtRow(row);
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

void ListTable::mousePressEvent(QMouseEvent *event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isCurrent = index.isValid() && index.row() == currentIndex().row() && selectionModel()->isSelected(index);
    m_pressed = isCurrent && event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier ? index : QModelIndex();
    QTableView::mousePressEvent(event);
}

void ListTable::mouseReleaseEvent(QMouseEvent *event) {
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = std::exchange(m_pressed, QPersistentModelIndex());
    if (index.isValid() && index == indexAt(event->position().toPoint()))
        emit clickedAgain(index);
}

void ListTable::leaveEvent(QEvent *event) {
    setHovered(-1);
    QTableView::leaveEvent(event);
}

void ListTable::paintEvent(QPaintEvent *event) {
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    paintSections(&painter);
    if (!m_dimmed)
        return;
    painter.setOpacity(kDimmed);
    painter.fillRect(viewport()->rect(), themeOf(this).surface);
}

void ListTable::paintSections(QPainter *painter) const {
    if (!model())
        return;
    const Theme &theme = themeOf(this);
    const int last = rowAt(viewport()->height() - 1);
    for (int row = qMax(0, rowAt(0)); row < model()->rowCount() && (last < 0 || row <= last); ++row) {
        const QString words = model()->index(row, 0).data(SectionRole).toString();
        if (words.isEmpty())
            continue;
        const QRect rect(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
        painter->fillRect(rect, theme.window);
        painter->fillRect(QRect(0, rect.bottom(), rect.width(), kHair), theme.line);
        const auto placed = [&](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect, part); };
        const QString count = model()->index(row, 0).data(SectionCountRole).toString();
        const int countWidth = QFontMetrics(textFont(TextRole::Body)).horizontalAdvance(count);
        const QRect inner = rect.adjusted(kPage, 0, -kPage, -kHair);
        const QRect title = inner.adjusted(0, 0, -countWidth - kGap, 0);
        const int baseline = centredBaseline(inner, textFont(TextRole::Strong));
        paintLine(painter, placed(title), baseline, words, {textFont(TextRole::Strong), theme.text}, layoutDirection());
        const int taken = qMin(title.width(), QFontMetrics(textFont(TextRole::Strong)).horizontalAdvance(words)) + kGap;
        paintLine(painter, placed(inner.adjusted(taken, 0, 0, 0)), baseline, count, {textFont(TextRole::Body), theme.text3},
                  layoutDirection());
    }
}

void ListTable::changeEvent(QEvent *event) {
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange ||
        event->type() == QEvent::ApplicationFontChange)
        applyMetrics();
}

} // namespace kontor::ui
