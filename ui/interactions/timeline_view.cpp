#include "interactions/timeline_view.h"

#include "forms/own_keys.h"
#include "interactions/timeline_delegate.h"
#include "theme/icon.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kBatch = 60;
}

TimelineView::TimelineView(const Formats &formats, QWidget *parent)
    : QListView(parent), m_model(new TimelineModel(formats, this)), m_delegate(new TimelineDelegate(*m_model, *this)) {
    setModel(m_model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setLayoutMode(Batched);
    setBatchSize(kBatch);
    setEditTriggers(EditKeyPressed);
    setMouseTracking(true);
    // Heights change with the text; the list is laid out again, not only repainted.
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        m_delegate->forgetHeights();
        scheduleDelayedItemsLayout();
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_delegate->forgetHeights(); });
    retranslate();
}

bool TimelineView::event(QEvent *event) { return keepOwnKeys(event) || QListView::event(event); }

void TimelineView::retranslate() { setAccessibleName(tr("Timeline")); }

void TimelineView::keyPressEvent(QKeyEvent *event) {
    const QModelIndex index = currentIndex();
    if (index.isValid() && state() != EditingState && event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter: return act(index);
        case Qt::Key_Space: return tick(index);
        case Qt::Key_Delete: return trash(index);
        default: break;
        }
    }
    if (index.isValid() && event->matches(QKeySequence::Copy))
        return copy(index);
    QListView::keyPressEvent(event);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event) {
    const QModelIndex index = indexAt(event->position().toPoint());
    QListView::mouseReleaseEvent(event);
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    switch (m_delegate->partAt(visualRect(index), index, event->position().toPoint())) {
    case TimelineDelegate::Part::Mark: return tick(index);
    case TimelineDelegate::Part::More: return toggle(index);
    case TimelineDelegate::Part::None: break;
    }
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event) {
    QListView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() &&
        m_delegate->partAt(visualRect(index), index, event->position().toPoint()) == TimelineDelegate::Part::None)
        act(index);
}

void TimelineView::act(const QModelIndex &index) {
    if (m_delegate->isLong(index) && !m_model->row(index.row()).isExpanded)
        return toggle(index);
    if (index.flags().testFlag(Qt::ItemIsEditable))
        edit(index);
}

void TimelineView::toggle(const QModelIndex &index) { m_model->toggleExpanded(index.row()); }

void TimelineView::tick(const QModelIndex &index) {
    const TimelineEntry &entry = m_model->row(index.row());
    if (entry.kind == TimelineEntry::Kind::Planned)
        emit doneToggled(entry.task.id);
}

void TimelineView::trash(const QModelIndex &index) {
    const TimelineEntry &entry = m_model->row(index.row());
    if (entry.kind == TimelineEntry::Kind::Happened)
        emit trashWanted(entry.interaction.id);
}

void TimelineView::copy(const QModelIndex &index) {
    const TimelineEntry &entry = m_model->row(index.row());
    const TimelineWords words = timelineWords(entry, m_model->formats());
    QGuiApplication::clipboard()->setText(words.text.isEmpty() ? words.title : words.text);
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event) {
    const QModelIndex index = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    const QPersistentModelIndex kept(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](QLatin1StringView icon, const QString &text, void (TimelineView::*act)(const QModelIndex &)) {
        menu->addAction(Icon::get(icon), text, this, [this, kept, act] {
            if (kept.isValid())
                (this->*act)(kept);
        });
    };
    switch (m_model->row(index.row()).kind) {
    case TimelineEntry::Kind::Planned: add("check"_L1, tr("Done"), &TimelineView::tick); break;
    case TimelineEntry::Kind::Happened: add("edit"_L1, tr("Edit text"), &TimelineView::act); break;
    default: break;
    }
    add("copy"_L1, tr("Copy text"), &TimelineView::copy);
    if (m_model->row(index.row()).kind == TimelineEntry::Kind::Happened)
        add("trash"_L1, tr("Move to trash"), &TimelineView::trash);
    menu->popup(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                            : viewport()->mapToGlobal(visualRect(index).center()));
}

void TimelineView::focusInEvent(QFocusEvent *event) {
    QListView::focusInEvent(event);
    if (currentIndex().isValid())
        return;
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->row(row).kind != TimelineEntry::Kind::Heading)
            return setCurrentIndex(m_model->index(row, 0));
}

void TimelineView::changeEvent(QEvent *event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange ||
        event->type() == QEvent::LayoutDirectionChange) {
        m_delegate->forgetHeights();
        scheduleDelayedItemsLayout();
    }
}

} // namespace kontor::ui
