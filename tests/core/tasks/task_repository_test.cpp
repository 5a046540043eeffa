#include "tasks/task_repository.h"

#include "customers/customer.h"
#include "interactions/interaction_repository.h"
#include "support/temporary_base.h"
#include "tasks/repeat.h"
#include "workspace/undo.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;

namespace {

class TaskRepository : public testing::Test {
protected:
    Id add(const QString &title, QDate day, std::optional<QTime> time = {}) {
        Task task;
        task.title = title;
        task.dueOn = day.toString(Qt::ISODate);
        if (time)
            task.dueAt = m_base->clock().at(day, *time);
        return valueOf(
            m_base->write({u"task"_s, "task", {}}, [&](workspace::Recorder &recorder) { return addTask(recorder, task); }));
    }
    Id addRepeating(QDate day, std::optional<QTime> time) {
        Task task;
        task.title = u"Report"_s;
        task.kind = u"email"_s;
        task.dueOn = day.toString(Qt::ISODate);
        task.dueAt = m_base->clock().at(day, time);
        task.repeat = repeatRule(repeatFrom(Repeat::Unit::Week, 1, day));
        return valueOf(
            m_base->write({u"task"_s, "task", {}}, [&](workspace::Recorder &recorder) { return addTask(recorder, task); }));
    }
    Task find(Id id) { return valueOf(db::find<Task>(m_base->database(), id)).value_or(Task()); }
    template <class Act>
    void write(Act act) {
        EXPECT_TRUE(bool(m_base->write({u"task_postpone"_s, "task", {}}, std::move(act))));
    }
    QDate today() { return m_base->clock().today(); }

    TemporaryBase m_base;
};

} // namespace

TEST_F(TaskRepository, PostponesToAnotherDayAtTheSameTimeAndAsOneAct) {
    const Id timed = add(u"Call back"_s, today().addDays(-3), QTime(10, 0));
    const Id plain = add(u"Send offer"_s, today().addDays(-1));
    const QDate tomorrow = today().addDays(1);
    write([&](workspace::Recorder &recorder) { return postponeTasks(recorder, {timed, plain}, tomorrow); });
    EXPECT_EQ(find(timed).dueOn, tomorrow.toString(Qt::ISODate));
    ASSERT_TRUE(find(timed).dueAt);
    EXPECT_EQ(m_base->clock().dateTimeOf(*find(timed).dueAt), QDateTime(tomorrow, QTime(10, 0), m_base->clock().zone));
    EXPECT_EQ(find(plain).dueOn, tomorrow.toString(Qt::ISODate));
    EXPECT_TRUE(bool(workspace::undo(*m_base, valueOf(m_base->lastOperationId()))));
    EXPECT_EQ(find(timed).dueOn, today().addDays(-3).toString(Qt::ISODate));
    EXPECT_EQ(find(plain).dueOn, today().addDays(-1).toString(Qt::ISODate));
}

TEST_F(TaskRepository, DropsATimeThatIsOverByThen) {
    const Id task = add(u"Call back"_s, today().addDays(-3), QTime(0, 0));
    write([&](workspace::Recorder &recorder) { return postponeTasks(recorder, {task}, today()); });
    EXPECT_EQ(find(task).dueOn, today().toString(Qt::ISODate));
    EXPECT_FALSE(find(task).dueAt);
}

TEST_F(TaskRepository, ChecksAChangedTaskAsANewOne) {
    const Id id = add(u"Call back"_s, today());
    const Task before = find(id);
    Task after = before;
    after.title = u"  "_s;
    const auto refused = m_base->write({u"task_edit"_s, "task", id},
                                       [&](workspace::Recorder &recorder) { return changeTask(recorder, before, after); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::Invalid);
    after.title = u" Call at noon "_s;
    write([&](workspace::Recorder &recorder) { return changeTask(recorder, before, after); });
    EXPECT_EQ(find(id).title, u"Call at noon"_s);
}

TEST_F(TaskRepository, MakesTheNextOfASeriesInTheSameAct) {
    const QDate monday = today().addDays(1 - today().dayOfWeek());
    const Id first = addRepeating(monday, QTime(9, 0));
    const auto next = valueOf(m_base->write({u"task_done"_s, "task", first},
                                            [&](workspace::Recorder &recorder) { return setTaskDone(recorder, first, true); }));
    ASSERT_TRUE(next);
    const Task second = find(next->id);
    EXPECT_EQ(second.title, u"Report"_s);
    EXPECT_EQ(second.kind, u"email"_s);
    EXPECT_EQ(second.dueOn, monday.addDays(7).toString(Qt::ISODate));
    EXPECT_EQ(second.dueAt, m_base->clock().at(monday.addDays(7), QTime(9, 0)));
    EXPECT_EQ(second.repeat, u"FREQ=WEEKLY;BYDAY=MO"_s);
    EXPECT_FALSE(second.doneAt);
    EXPECT_TRUE(find(first).doneAt && find(first).repeat.isEmpty());
    EXPECT_TRUE(bool(workspace::undo(*m_base, valueOf(m_base->lastOperationId()))));
    EXPECT_TRUE(!find(first).doneAt && find(first).repeat == u"FREQ=WEEKLY;BYDAY=MO"_s);
    EXPECT_FALSE(find(next->id).id.isValid()) << "taken back with the tick";
}

TEST_F(TaskRepository, MakesNoSecondNextOneWhenATaskIsOpenedAndDoneAgain) {
    const Id first = addRepeating(today(), {});
    for (const bool isDone : {true, false, true})
        write([&](workspace::Recorder &recorder) { return setTaskDone(recorder, first, isDone); });
    EXPECT_EQ(valueOf(m_base->database().single(u"SELECT count(*) FROM task"_s)).integer(), 2);
}

TEST_F(TaskRepository, RefusesARepetitionThatItCannotCarryOut) {
    Task task;
    task.title = u"Report"_s;
    task.repeat = u"FREQ=DAILY"_s;
    const auto add = [&] {
        return m_base->write({u"task"_s, "task", {}}, [&](workspace::Recorder &recorder) { return addTask(recorder, task); });
    };
    EXPECT_EQ(add().error().field, QByteArray("due"));
    task.dueOn = today().toString(Qt::ISODate);
    task.repeat = u"FREQ=HOURLY"_s;
    EXPECT_EQ(add().error().field, QByteArray("repeat"));
}

TEST_F(TaskRepository, AddsAnOutcomeToACallThatIsLoggedAlready) {
    Customer anna;
    anna.name = u"Anna"_s;
    const Id customer =
        valueOf(m_base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) { return recorder.insert(anna); }));
    LogDraft draft;
    draft.interaction.customerId = customer;
    draft.interaction.kind = u"call"_s;
    const Logged call = valueOf(m_base->write({u"log"_s, "customer", customer},
                                              [&](workspace::Recorder &recorder) { return logInteraction(recorder, draft); }));
    const auto step = nextStepOf(*OutcomeList().find(u"no_answer"_s), m_base->clock());
    const Logged after = valueOf(m_base->write({u"log"_s, "customer", customer}, [&](workspace::Recorder &recorder) {
        return addOutcome(recorder, call.interaction, u"no_answer"_s, step);
    }));
    EXPECT_EQ(after.interaction, call.interaction);
    EXPECT_EQ(find(after.task).interactionId, call.interaction);
    EXPECT_EQ(valueOf(m_base->database().single(u"SELECT outcome FROM interaction"_s)).text(), u"no_answer"_s);
}
