#include "history/history_view.h"

#include "forms/own_keys.h"
#include "history/history_delegate.h"
#include "history/history_model.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace kontor::ui {

HistoryView::HistoryView(HistoryModel &model, QWidget *parent)
    : QTreeView(parent), m_history(model), m_delegate(new HistoryDelegate(model, *this)) {
    setModel(&model);
    setItemDelegate(m_delegate);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setExpandsOnDoubleClick(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QTreeView::customContextMenuRequested, this, [this](const QPoint &position) {
        const QModelIndex index = indexAt(position).isValid() ? indexAt(position) : currentIndex();
        if (index.isValid())
            emit menuWanted(index, viewport()->mapToGlobal(position));
    });
}

void HistoryView::chooseFirst() {
    if (currentIndex().isValid())
        return;
    for (int row = 0; row < m_history.rowCount(); ++row)
        if (m_history.kindOf(m_history.index(row, 0)) == HistoryModel::Kind::Act)
            return setCurrentIndex(m_history.index(row, 0));
}

QRect HistoryView::rowOf(const QModelIndex &index) const {
    QRect row = visualRect(index);
    row.setLeft(0);
    row.setRight(viewport()->width() - 1);
    return row;
}

bool HistoryView::event(QEvent *event) { return keepOwnKeys(event) || QTreeView::event(event); }

void HistoryView::keyPressEvent(QKeyEvent *event) {
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QModelIndex index = currentIndex();
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        return event->ignore();
    if (isEnter && index.isValid()) {
        if (event->modifiers().testFlag(Qt::AltModifier))
            emit customerWanted(index);
        else
            emit answered(index);
        return;
    }
    if (event->key() == Qt::Key_Space && m_history.hasChildren(index))
        return setExpanded(index, !isExpanded(index));
    if (event->matches(QKeySequence::Copy))
        return emit copyWanted();
    QTreeView::keyPressEvent(event);
}

void HistoryView::mouseReleaseEvent(QMouseEvent *event) {
    QTreeView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    if (event->button() != Qt::LeftButton || !index.isValid() || index != currentIndex())
        return;
    if (m_delegate->chevronRect(rowOf(index), index).contains(position))
        setExpanded(index, !isExpanded(index));
    else if (m_history.kindOf(index) == HistoryModel::Kind::More ||
             m_delegate->answerRect(rowOf(index), index).contains(position))
        emit answered(index);
}

void HistoryView::resizeEvent(QResizeEvent *event) {
    QTreeView::resizeEvent(event);
    viewport()->update();
}

void HistoryView::changeEvent(QEvent *event) {
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange)
        scheduleDelayedItemsLayout();
}

} // namespace kontor::ui
