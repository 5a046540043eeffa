// The list of Today: arrows run through the whole page, Space ticks, Alt and a number postpones or answers how a call went, Enter opens.
#pragma once

#include "today/today_model.h"

#include <QListView>

namespace kontor::ui {

class OutcomeStrip;
class TodayDelegate;

class TodayView : public QListView {
    Q_OBJECT

public:
    explicit TodayView(const Formats &formats, QWidget *parent = nullptr);

    TodayModel *today() const { return m_model; }
    void setContent(const TodayContent &content);
    void setReadOnly(bool isReadOnly) { m_isReadOnly = isReadOnly; }
    bool isReadOnly() const { return m_isReadOnly; }
    const TodayRow *currentRow() const; // nullptr: none
    const TaskRow *currentTask() const; // nullptr: the current row is none
    void selectTask(Id task);
    // Offers the outcomes of a call below its task; an invalid id ends it.
    void ask(Id task);
    int stripHeight(int width) const;
    QRect currentRect() const; // in coordinates of the view
    void retranslate();

signals:
    void tickWanted(const kontor::TaskRow &task);
    void postponeWanted(const kontor::TaskRow &task, int choice); // from 0, of dayChoices()
    void postponeAllWanted();
    void outcomeChosen(kontor::Id task, const QString &outcome);
    void openWanted(const kontor::ui::TodayRow &row);
    void editWanted(const kontor::TaskRow &task);
    void trashWanted(const kontor::TaskRow &task);
    void menuWanted(const QPoint &at); // in coordinates of the screen
    void currentMoved();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void buildShortcuts();
    void pressNumber(int number);
    bool actOnTask(int key, const TaskRow &task);
    void syncStrip();
    void selectFirst();
    OutcomeStrip *strip() const;

    TodayModel *m_model;
    TodayDelegate *m_delegate;
    OutcomeStrip *m_measure; // never shown
    bool m_isReadOnly = false;
};

} // namespace kontor::ui
