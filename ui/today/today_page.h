// The start page: what is late and due, what is worth a look, whom one worked with. By day or by week.
#pragma once

#include "communication/link_opener.h"
#include "main_window/page.h"
#include "today/today_content.h"

#include <QTimer>

#include <memory>

class QPushButton;

namespace kontor {
struct Task;
}

namespace kontor::ui {

class DayForm;
class PageTitle;
class PinnedSegments;
class TaskForm;
class TodayView;
struct TodayRow;

class TodayPage : public Page {
    Q_OBJECT

public:
    TodayPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent);
    ~TodayPage() override;

    QString title() const override;
    void open(const Place &place) override;
    Place place() const override;
    bool canPerform(QLatin1StringView action) const override;
    void perform(QLatin1StringView action) override;
    bool escape() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    QList<QWidget *> panes() const override;
    void retranslate() override;

    TodayView *view() const { return m_view; }
    TaskForm *taskForm() const { return m_newForm; }
    // Lives as long as the base is open.
    void setPinned(const PinnedSegments &pinned);
    void setOpener(std::unique_ptr<LinkOpener> opener) { m_opener = std::move(opener); }

signals:
    void dueCountKnown(qint64 tasks); // late and of today
    void loaded();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    // today_page.cpp: what is shown
    void build();
    void wire();
    void reload();
    void readHints();
    void showHints();
    void countDue();
    void showTitle();
    void showContent();
    void setWeek(bool isWeek);
    QRect anchor() const; // of the current row
    // today_acts.cpp: what is done
    void markDone(Id task, bool isDone);
    void tick(const TaskRow &task);
    void postpone(const TaskRow &task, int choice);
    void postponeTo(const TaskRow &task, QDate day);
    void postponeAll();
    void logCall(const TaskRow &task);
    void logOutcome(Id task, const QString &outcome);
    void openRow(const TodayRow &row);
    void openNewTask();
    void editTask(const TaskRow &task);
    void trash(const TaskRow &task);
    void addTask(const Task &task);
    void saveTask(const Task &before, const Task &after);
    void dial(const TaskRow &task);
    void showMenu(const QPoint &at);
    template <class Act>
    void act(const workspace::OperationInfo &info, Act act, const QString &toast);

    PageTitle *m_title;
    QPushButton *m_day;
    QPushButton *m_week;
    QPushButton *m_new;
    TodayView *m_view;
    TaskForm *m_newForm = nullptr;
    TaskForm *m_editForm = nullptr;
    DayForm *m_dayForm = nullptr;
    std::unique_ptr<LinkOpener> m_opener;

    TodayContent m_content;
    QList<TodayHint> m_ownHints; // all but the pinned segments
    const PinnedSegments *m_pinned = nullptr;
    bool m_isLoaded = false;
    QDate m_today;
    int m_limit;
    int m_lateLimit;
    QList<Id> m_kept;            // done since the page is shown
    QHash<Id, Id> m_loggedCalls; // of tasks: the call that F7 wrote
    QHash<Id, TaskRow> m_asked;  // tasks whose outcome was asked for
    quint64 m_number = 0;        // of the newest reading
    workspace::Workspace::Ticket m_hintsTicket;
    quint64 m_hintsNumber = 0;
    QTimer m_reloadLater;
    QTimer m_clockTick; // midnight comes while the window is open
    TaskRow m_toPostpone;
};

} // namespace kontor::ui
