// The timeline of a customer: planned steps, then what happened from the newest. Arrows walk, Enter unfolds a long text or edits, Space ticks a
// planned step, Delete moves an entry to the trash.
#pragma once

#include "interactions/text_links.h"
#include "interactions/timeline_model.h"

#include <QListView>

class QMenu;

namespace kontor::ui {

class TimelineDelegate;
class TimelineHeading;

class TimelineView : public QListView {
    Q_OBJECT

public:
    explicit TimelineView(const Formats &formats, QWidget *parent = nullptr);

    TimelineModel *timeline() const { return m_model; }
    TimelineHeading *heading() const { return m_heading; }
    void retranslate();
    void setReadOnly(bool isReadOnly); // nothing is offered that would write
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

signals:
    void doneToggled(kontor::Id task);
    void trashWanted(kontor::Id interaction);
    void pinWanted(const kontor::Interaction &entry, bool isPinned);
    void taskWanted(const kontor::Interaction &entry);              // a next step made of it
    void purchaseEditWanted(kontor::Id purchase, const QRect &row); // of the viewport
    void purchaseTrashWanted(kontor::Id purchase);
    void splitWanted(const kontor::duplicates::MergedCard &card); // that it becomes a card of its own again
    void linkWanted(const kontor::ui::TextLink &link);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;

private:
    void placeHeading();
    void act(const QModelIndex &index); // Enter
    void tick(const QModelIndex &index);
    void toggle(const QModelIndex &index);
    void trash(const QModelIndex &index);
    void split(const QModelIndex &index);
    void copy(const QModelIndex &index);
    void pin(const QModelIndex &index);
    void makeTask(const QModelIndex &index);
    void addEntryActions(QMenu &menu, const QPersistentModelIndex &index);

    TimelineModel *m_model;
    TimelineDelegate *m_delegate;
    TimelineHeading *m_heading;
    bool m_isPlacing = false;
};

} // namespace kontor::ui
