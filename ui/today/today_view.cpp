#include "today/today_view.h"

#include "forms/own_keys.h"
#include "forms/quick_keys.h"
#include "interactions/outcome_bar.h"
#include "lists/row_list.h"
#include "theme/metrics.h"
#include "today/outcome_strip.h"
#include "today/today_delegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QShortcut>

namespace kontor::ui {

TodayView::TodayView(const Formats &formats, QWidget *parent)
    : QListView(parent),
      m_model(new TodayModel(formats, this)),
      m_delegate(new TodayDelegate(*m_model, *this)),
      m_measure(new OutcomeStrip(formats, this)) {
    m_measure->hide();
    setModel(m_model);
    setItemDelegate(m_delegate);
    setUpRowList(this);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TodayView::scheduleDelayedItemsLayout);
    buildShortcuts();
    retranslate();
}

void TodayView::buildShortcuts() {
    addQuickKeys(this, [this](int number) { pressNumber(number); });
}

void TodayView::retranslate() {
    setAccessibleName(tr("Tasks and what is worth a look"));
    m_measure->bar()->retranslate();
    if (OutcomeStrip *open = strip())
        open->bar()->retranslate();
    scheduleDelayedItemsLayout();
}

OutcomeStrip *TodayView::strip() const {
    const int row = m_model->asked().isValid() ? m_model->rowOfTask(m_model->asked()) : -1;
    return row < 0 ? nullptr : qobject_cast<OutcomeStrip *>(indexWidget(m_model->index(row, 0)));
}

void TodayView::pressNumber(int number) {
    if (OutcomeStrip *open = strip())
        return open->bar()->press(number);
    const TaskRow *task = currentTask();
    if (task && !task->isDone && !m_isReadOnly && number >= 1 && number <= 4)
        emit postponeWanted(*task, number - 1);
}

const TodayRow *TodayView::currentRow() const {
    const int row = currentIndex().row();
    return row >= 0 && row < m_model->rowCount() ? &m_model->row(row) : nullptr;
}

const TaskRow *TodayView::currentTask() const {
    const TodayRow *row = currentRow();
    return row && row->kind == TodayRow::Kind::Task ? &row->task : nullptr;
}

void TodayView::setContent(const TodayContent &content) {
    const TodayRow *before = currentRow();
    const QByteArray key = before ? before->key : QByteArray();
    const int at = currentIndex().row();
    const int scroll = verticalScrollBar()->value();
    m_model->setContent(content);
    syncStrip();
    if (currentIndex().isValid())
        return;
    int row = key.isEmpty() ? -1 : m_model->find(key);
    for (int next = qMax(0, at); row < 0 && at >= 0 && next < m_model->rowCount(); ++next)
        if (m_model->row(next).kind == TodayRow::Kind::Task)
            row = next;
    if (row < 0)
        return selectFirst();
    setCurrentIndex(m_model->index(row, 0));
    verticalScrollBar()->setValue(scroll);
}

void TodayView::selectFirst() {
    for (int row = 0; row < m_model->rowCount() && !currentIndex().isValid(); ++row)
        if (m_model->index(row, 0).flags().testFlag(Qt::ItemIsEnabled))
            setCurrentIndex(m_model->index(row, 0));
}

void TodayView::selectTask(Id task) {
    if (const int row = m_model->rowOfTask(task); row >= 0)
        setCurrentIndex(m_model->index(row, 0));
}

void TodayView::ask(Id task) {
    if (const int before = m_model->rowOfTask(m_model->asked()); m_model->asked().isValid() && before >= 0) {
        const bool hadFocus = strip() && strip()->isAncestorOf(focusWidget());
        closePersistentEditor(m_model->index(before, 0));
        if (hadFocus)
            setFocus(Qt::OtherFocusReason);
    }
    m_model->ask(task);
    syncStrip();
    const int row = task.isValid() ? m_model->rowOfTask(task) : -1;
    if (row >= 0)
        scrollTo(m_model->index(row, 0));
}

void TodayView::syncStrip() {
    const int row = m_model->asked().isValid() ? m_model->rowOfTask(m_model->asked()) : -1;
    if (row >= 0 && !isPersistentEditorOpen(m_model->index(row, 0)))
        openPersistentEditor(m_model->index(row, 0));
}

int TodayView::stripHeight(int width) const { return m_measure->heightFor(width); }

QRect TodayView::currentRect() const { return visualRect(currentIndex()); }

bool TodayView::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F2) {
        event->accept();
        return true;
    }
    return keepOwnKeys(event) || QListView::event(event);
}

bool TodayView::actOnTask(int key, const TaskRow &task) {
    if (m_isReadOnly)
        return false;
    const TaskRow wanted = task; // the model may change under it
    if (key == Qt::Key_Space)
        emit tickWanted(wanted);
    else if (key == Qt::Key_F2)
        emit editWanted(wanted);
    else if (key == Qt::Key_Delete)
        emit trashWanted(wanted);
    else
        return false;
    return true;
}

void TodayView::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape && m_model->asked().isValid())
        return ask({});
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const TaskRow *task = currentTask();
    if (isPlain && task && actOnTask(event->key(), *task))
        return;
    if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentRow()) {
        const TodayRow row = *currentRow();
        return emit openWanted(row);
    }
    if (event->key() == Qt::Key_Space)
        return; // never the type-ahead
    QListView::keyPressEvent(event);
}

void TodayView::mouseReleaseEvent(QMouseEvent *event) {
    QListView::mouseReleaseEvent(event);
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    const TodayRow row = m_model->row(index.row());
    const QRect rect = visualRect(index);
    if (row.kind == TodayRow::Kind::More)
        return emit openWanted(row);
    if (m_isReadOnly)
        return;
    if (row.kind == TodayRow::Kind::Heading && row.isLate && m_delegate->linkRect(rect).contains(at))
        return emit postponeAllWanted();
    if (row.kind != TodayRow::Kind::Task)
        return;
    if (m_delegate->checkRect(rect).adjusted(-metrics::kSmall, -metrics::kSmall, metrics::kSmall, metrics::kSmall).contains(at))
        return emit tickWanted(row.task);
    const QList<QRect> chips = m_delegate->chipRects(rect);
    for (qsizetype i = 0; i < chips.size() && !row.task.isDone; ++i)
        if (chips[i].contains(at))
            return emit postponeWanted(row.task, int(i));
}

void TodayView::mouseDoubleClickEvent(QMouseEvent *event) {
    QListView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (!index.isValid() || m_delegate->checkRect(visualRect(index)).contains(event->position().toPoint()))
        return;
    const TodayRow row = m_model->row(index.row());
    if (row.kind != TodayRow::Kind::Heading && row.kind != TodayRow::Kind::More)
        emit openWanted(row);
}

void TodayView::contextMenuEvent(QContextMenuEvent *event) {
    const QRect rect = currentRect();
    const QPoint at =
        event->reason() == QContextMenuEvent::Keyboard ? viewport()->mapToGlobal(rect.center()) : event->globalPos();
    if (currentTask())
        emit menuWanted(at);
}

void TodayView::focusInEvent(QFocusEvent *event) {
    QListView::focusInEvent(event);
    selectFirst();
}

void TodayView::resizeEvent(QResizeEvent *event) {
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void TodayView::changeEvent(QEvent *event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange ||
        event->type() == QEvent::LayoutDirectionChange)
        scheduleDelayedItemsLayout();
}

void TodayView::currentChanged(const QModelIndex &current, const QModelIndex &previous) {
    QListView::currentChanged(current, previous);
    // A question that was passed by is answered with nothing.
    if (m_model->asked().isValid() && current.isValid() && m_model->row(current.row()).task.id != m_model->asked())
        ask({});
    emit currentMoved();
}

} // namespace kontor::ui
