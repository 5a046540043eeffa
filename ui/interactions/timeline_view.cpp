#include "interactions/timeline_view.h"

#include "forms/own_keys.h"
#include "interactions/timeline_delegate.h"
#include "interactions/timeline_heading.h"
#include "lists/row_list.h"
#include "theme/icon.h"
#include "widgets/bidi.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace kontor::ui {

using namespace Qt::StringLiterals;

TimelineView::TimelineView(const Formats &formats, QWidget *parent)
    : QListView(parent),
      m_model(new TimelineModel(formats, this)),
      m_delegate(new TimelineDelegate(*m_model, *this)),
      m_heading(new TimelineHeading(this)) {
    setModel(m_model);
    setItemDelegate(m_delegate);
    setUpRowList(this);
    setEditTriggers(EditKeyPressed);
    // Heights change with the text; the list is laid out again, not only repainted.
    connect(m_model, &QAbstractItemModel::dataChanged, this, &TimelineView::scheduleDelayedItemsLayout);
    connect(m_model, &TimelineModel::textEdited, this, [this] { m_delegate->forgetHeights(); }); // before it has its next version
    retranslate();
}

bool TimelineView::event(QEvent *event) { return keepOwnKeys(event) || QListView::event(event); }

void TimelineView::setReadOnly(bool isReadOnly) {
    m_model->setReadOnly(isReadOnly);
    m_delegate->forgetHeights(); // there is no line of "Split again"
    scheduleDelayedItemsLayout();
    viewport()->update();
}

void TimelineView::retranslate() { setAccessibleName(tr("Timeline")); }

// Not under the heading that lies over the first rows.
void TimelineView::scrollTo(const QModelIndex &index, ScrollHint hint) {
    QListView::scrollTo(index, hint);
    const int hidden = TimelineHeading::fullHeight() - visualRect(index).top();
    if (hidden > 0 && hint == EnsureVisible)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - hidden);
}

void TimelineView::scrollContentsBy(int dx, int dy) {
    QListView::scrollContentsBy(dx, dy);
    placeHeading();
}

void TimelineView::updateGeometries() {
    QListView::updateGeometries();
    placeHeading();
}

void TimelineView::placeHeading() {
    if (m_isPlacing) // to look for a row may lay the rows out anew
        return;
    const QScopedValueRollback<bool> placing(m_isPlacing, true);
    const QModelIndex top = indexAt(QPoint(viewport()->width() / 2, 0));
    int row = top.isValid() ? top.row() : -1;
    while (row >= 0 && m_model->row(row).kind != TimelineEntry::Kind::Heading)
        --row;
    if (row < 0 || visualRect(m_model->index(row, 0)).top() >= 0)
        return m_heading->hide();
    const int height = TimelineHeading::fullHeight();
    int pushed = 0;
    for (int next = row + 1; next < m_model->rowCount(); ++next) {
        const int nextTop = visualRect(m_model->index(next, 0)).top();
        if (nextTop >= height)
            break;
        if (m_model->row(next).kind == TimelineEntry::Kind::Heading)
            pushed = nextTop - height;
    }
    m_heading->setGeometry(viewport()->x(), viewport()->y() + pushed, viewport()->width(), height);
    m_heading->showText(m_model->row(row).heading);
}

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
    if (const auto link = m_delegate->linkAt(visualRect(index), index, event->position().toPoint()))
        return emit linkWanted(*link);
    switch (m_delegate->partAt(visualRect(index), index, event->position().toPoint())) {
    case TimelineDelegate::Part::Mark: return tick(index);
    case TimelineDelegate::Part::More: return toggle(index);
    case TimelineDelegate::Part::Split: return split(index);
    case TimelineDelegate::Part::None: break;
    }
    if (m_model->row(index.row()).kind == TimelineEntry::Kind::Unread)
        act(index);
}

void TimelineView::mouseMoveEvent(QMouseEvent *event) {
    QListView::mouseMoveEvent(event);
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at);
    const bool isLink = index.isValid() && m_delegate->linkAt(visualRect(index), index, at).has_value();
    viewport()->setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event) {
    QListView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (index.isValid() &&
        m_delegate->partAt(visualRect(index), index, event->position().toPoint()) == TimelineDelegate::Part::None)
        act(index);
}

void TimelineView::act(const QModelIndex &index) {
    const TimelineEntry &entry = m_model->row(index.row());
    if (entry.kind == TimelineEntry::Kind::Bought)
        return emit purchaseEditWanted(entry.purchase.purchase.id, visualRect(index));
    if (entry.kind == TimelineEntry::Kind::Unread)
        return emit m_model->againWanted();
    if (entry.kind == TimelineEntry::Kind::Merged)
        return split(index);
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
    else if (entry.kind == TimelineEntry::Kind::Bought)
        emit purchaseTrashWanted(entry.purchase.purchase.id);
}

void TimelineView::pin(const QModelIndex &index) {
    const Interaction &entry = m_model->row(index.row()).interaction;
    emit pinWanted(entry, !entry.pinned);
}

void TimelineView::makeTask(const QModelIndex &index) { emit taskWanted(m_model->row(index.row()).interaction); }

void TimelineView::split(const QModelIndex &index) { emit splitWanted(m_model->row(index.row()).merged); }

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
    addEntryActions(*menu, kept);
    menu->popup(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                            : viewport()->mapToGlobal(visualRect(index).center()));
}

void TimelineView::addEntryActions(QMenu &menu, const QPersistentModelIndex &index) {
    const auto add = [&](QLatin1StringView icon, const QString &text, void (TimelineView::*act)(const QModelIndex &)) {
        menu.addAction(Icon::get(icon), text, this, [this, index, act] {
            if (index.isValid())
                (this->*act)(index);
        });
    };
    const TimelineEntry &entry = m_model->row(index.row());
    const bool canChange = !m_model->isReadOnly();
    const bool isEntry = entry.kind == TimelineEntry::Kind::Happened;
    const bool isPurchase = entry.kind == TimelineEntry::Kind::Bought;
    if (entry.kind == TimelineEntry::Kind::Planned && canChange)
        add("check"_L1, tr("Done"), &TimelineView::tick);
    if (isEntry && canChange)
        add("edit"_L1, tr("Edit text"), &TimelineView::act);
    if (isPurchase && canChange)
        add("edit"_L1, tr("Edit"), &TimelineView::act);
    if (entry.kind == TimelineEntry::Kind::Merged && canChange)
        add("people"_L1, tr("Split again"), &TimelineView::split);
    add("copy"_L1, tr("Copy text"), &TimelineView::copy);
    if (isEntry && canChange) {
        add("pin"_L1, entry.interaction.pinned ? tr("No longer pin") : tr("Pin at the top"), &TimelineView::pin);
        add("task"_L1, tr("Turn into a task…"), &TimelineView::makeTask);
    }
    if (isEntry)
        for (const TextLink &link : textLinks(entry.interaction.text))
            menu.addAction(Icon::get(link.kind == TextLink::Kind::Phone   ? "phone"_L1
                                     : link.kind == TextLink::Kind::Email ? "mail"_L1
                                                                          : "link"_L1),
                           //: A number or address that stands in a text.
                           tr("Open %1").arg(isolatedLtr(link.target)), this, [this, link] { emit linkWanted(link); });
    if ((isEntry || isPurchase) && canChange)
        add("trash"_L1, tr("Move to trash"), &TimelineView::trash);
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
