#include "tasks/agenda.h"

#include "customers/customer_repository.h"
#include "interactions/interaction_repository.h"
#include "support/temporary_base.h"
#include "tasks/task_repository.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;

namespace {

class AgendaTest : public testing::Test {
protected:
    void SetUp() override { m_anna = addCustomerNamed(u"Anna Petrova"_s); }

    template <class Act>
    auto write(Act act) {
        return valueOf(m_base->write({u"task"_s, "customer", m_anna}, std::move(act)));
    }
    Id addCustomerNamed(const QString &name) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.phones = {u"+46 70 100 45 12"_s};
        return valueOf(m_base->write({u"add"_s, "customer", {}},
                                     [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    Id add(const QString &title, int inDays, std::optional<QTime> time = {}, std::optional<Id> customer = {}) {
        Task task;
        task.customerId = customer ? customer : m_anna;
        task.title = title;
        const QDate day = today().addDays(inDays);
        task.dueOn = day.toString(Qt::ISODate);
        if (time)
            task.dueAt = clock().at(day, *time);
        return write([&](workspace::Recorder &recorder) { return addTask(recorder, task); });
    }
    Clock clock() { return m_base->clock(); }
    QDate today() { return clock().today(); }
    Agenda load(AgendaQuery query = {}) {
        query.today = today();
        return valueOf(loadAgenda(m_base->database(), query));
    }
    QString plan(const QString &sql, const db::Values &values) {
        auto statement = valueOf2(m_base->database().query(u"EXPLAIN QUERY PLAN "_s + sql, values));
        QStringList lines;
        while (valueOf(statement.next()))
            lines << statement.text(3);
        return lines.join(u'\n');
    }
    static db::Statement valueOf2(Result<db::Statement> result) {
        EXPECT_TRUE(bool(result));
        return std::move(*result);
    }

    TemporaryBase m_base;
    Id m_anna;
};

QStringList titles(const QList<TaskRow> &rows) {
    QStringList titles;
    for (const TaskRow &row : rows)
        titles << row.title;
    return titles;
}

} // namespace

TEST_F(AgendaTest, PutsLateTasksFirstAndThoseWithATimeBeforeThoseWithout) {
    add(u"Pay reminder"_s, 0);
    add(u"Call back"_s, 0, QTime(10, 0));
    add(u"Send offer"_s, -3);
    add(u"Visit"_s, -1);
    add(u"Tomorrow's"_s, 1);
    const Agenda agenda = load();
    EXPECT_EQ(titles(agenda.late.tasks), (QStringList{u"Send offer"_s, u"Visit"_s}));
    ASSERT_EQ(agenda.days.size(), 1);
    EXPECT_EQ(titles(agenda.days[0].tasks), (QStringList{u"Call back"_s, u"Pay reminder"_s}));
    EXPECT_EQ(agenda.days[0].tasks[0].customerName, u"Anna Petrova"_s);
    EXPECT_EQ(agenda.days[0].tasks[0].phone, u"+46 70 100 45 12"_s);
    ASSERT_TRUE(agenda.next);
    EXPECT_EQ(agenda.next->title, u"Tomorrow's"_s);
    EXPECT_EQ(valueOf(dueTaskCount(m_base->database(), today())), 4);
}

TEST_F(AgendaTest, KeepsWhatWasDoneInThisSittingWhereItStood) {
    add(u"First"_s, 0, QTime(9, 0));
    const Id second = add(u"Second"_s, 0, QTime(10, 0));
    add(u"Third"_s, 0, QTime(11, 0));
    write([&](workspace::Recorder &recorder) { return setTaskDone(recorder, second, true); });
    EXPECT_EQ(titles(load().days[0].tasks), (QStringList{u"First"_s, u"Third"_s}));
    AgendaQuery query;
    query.kept = {second};
    const Agenda agenda = load(query);
    EXPECT_EQ(titles(agenda.days[0].tasks), (QStringList{u"First"_s, u"Second"_s, u"Third"_s}));
    EXPECT_TRUE(agenda.days[0].tasks[1].isDone);
    EXPECT_EQ(agenda.days[0].total, 2);
}

TEST_F(AgendaTest, LeavesOutTheTasksOfCustomersInTheTrash) {
    const Id lars = addCustomerNamed(u"Lars"_s);
    add(u"Nobody's"_s, 0, {}, lars);
    add(u"Anna's"_s, 0);
    expectDone(m_base->write({u"trash"_s, "customer", lars},
                             [&](workspace::Recorder &recorder) { return trashCustomer(recorder, lars); }));
    EXPECT_EQ(titles(load().days[0].tasks), QStringList{u"Anna's"_s});
    EXPECT_EQ(valueOf(dueTaskCount(m_base->database(), today())), 1);
}

TEST_F(AgendaTest, GroupsAWeekByDayAndCountsWhatIsBeyondTheLimit) {
    for (int i = 0; i < 5; ++i)
        add(u"Late %1"_s.arg(i), -5 + i);
    add(u"In three days"_s, 3);
    add(u"In ten days"_s, 10);
    AgendaQuery query;
    query.days = 7;
    query.lateLimit = 2;
    const Agenda agenda = load(query);
    EXPECT_EQ(agenda.late.tasks.size(), 2);
    EXPECT_EQ(agenda.late.total, 5);
    ASSERT_EQ(agenda.days.size(), 7);
    EXPECT_EQ(agenda.days[3].day, today().addDays(3));
    EXPECT_EQ(titles(agenda.days[3].tasks), QStringList{u"In three days"_s});
    EXPECT_EQ(agenda.next->title, u"In ten days"_s);
}

TEST_F(AgendaTest, RemindsOnlyOfOpenTasksWithATime) {
    const Instant now = clock().now();
    const auto at = [&](qint64 minutes) { return clock().dateTimeOf(Instant{now.milliseconds + minutes * 60'000}); };
    const auto addAt = [&](const QString &title, qint64 minutes) {
        return add(title, int(today().daysTo(at(minutes).date())), at(minutes).time());
    };
    addAt(u"Gone by"_s, -10);
    const Id snoozed = addAt(u"Snoozed"_s, -20);
    addAt(u"Soon"_s, 30);
    add(u"Without a time"_s, 0);
    EXPECT_EQ(titles(valueOf(remindersUntil(m_base->database(), now, clock()))), (QStringList{u"Snoozed"_s, u"Gone by"_s}));
    expectDone(m_base->write({u"task_snooze"_s, "task", snoozed}, [&](workspace::Recorder &recorder) {
        return snoozeTasks(recorder, {snoozed}, Instant{now.milliseconds + 600'000});
    }));
    EXPECT_EQ(titles(valueOf(remindersUntil(m_base->database(), now, clock()))), QStringList{u"Gone by"_s});
    EXPECT_EQ(titles(valueOf(remindersUntil(m_base->database(), Instant{now.milliseconds + 3'600'000}, clock()))),
              (QStringList{u"Gone by"_s, u"Snoozed"_s, u"Soon"_s}));
}

TEST_F(AgendaTest, AsksTheIndexOfOpenTasksAndNeverWalksTheTable) {
    const QString from = u"0000-01-01"_s;
    const QString to = u"2026-12-31"_s;
    for (const QString &found : {plan(agenda_sql::ids(), {from, to, 10}), plan(agenda_sql::count(), {from, to}),
                                 plan(agenda_sql::next(), {from}), plan(agenda_sql::reminders(), {from, to, 0, 10})}) {
        EXPECT_TRUE(found.contains(u"SEARCH t USING INDEX task_due"_s)) << found.toStdString();
        EXPECT_FALSE(found.contains(u"SCAN t"_s)) << found.toStdString();
        EXPECT_FALSE(found.contains(u"SCAN c"_s)) << found.toStdString();
    }
}
