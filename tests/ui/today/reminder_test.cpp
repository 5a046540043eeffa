#include "main_window/top_bar.h"
#include "today/reminder_centre.h"
#include "today_fixture.h"

#include <QListView>
#include <QPushButton>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMinute = 60'000;

class ReminderTest : public TodayFixture {
protected:
    Id addTimed(const QString &title, qint64 inMilliseconds) {
        Task task;
        task.customerId = m_siop;
        task.title = title;
        task.dueAt = Instant{m_base->clock().now().milliseconds + inMilliseconds};
        return valueOf(m_base->write({u"task"_s, "task", {}},
                                     [&](workspace::Recorder &recorder) { return kontor::addTask(recorder, task); }));
    }
    QPushButton *button() { return window().findChild<TopBar *>()->reminders(); }
};

} // namespace

TEST_F(ReminderTest, StandInTheTopBarWhileTheyAreDueAndAreWorkedByKeys) {
    const Id call = addTimed(u"Call back"_s, -2 * kMinute);
    const Id offer = addTimed(u"Send offer"_s, -kMinute);
    addTimed(u"Later"_s, 30 * kMinute);
    openWindow();
    ASSERT_TRUE(waitFor([&] { return button()->isVisible(); }));
    EXPECT_EQ(button()->accessibleName(), u"2 reminder(s)"_s);
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    ReminderList *list = window().reminders()->list();
    ASSERT_TRUE(list->isOpen());
    EXPECT_TRUE(list->list()->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"Call back"_s));
    press(Qt::Key_1, Qt::AltModifier);
    ASSERT_TRUE(waitFor([&] { return task(call).remindAt.has_value(); }));
    EXPECT_GT(task(call).remindAt->milliseconds, m_base->clock().now().milliseconds + 9 * kMinute);
    ASSERT_TRUE(waitFor([&] { return list->list()->model()->rowCount() == 1; }));
    press(Qt::Key_Space);
    ASSERT_TRUE(waitFor([&] { return task(offer).doneAt.has_value(); }));
    EXPECT_TRUE(waitFor([&] { return !button()->isVisible() && !list->isOpen(); }));
    EXPECT_TRUE(waitFor([&] { return view()->hasFocus(); }));
}

TEST_F(ReminderTest, CanBePutOffToTomorrowAtTheSameTime) {
    const Id call = addTimed(u"Call back"_s, -kMinute);
    const Instant due = *task(call).dueAt;
    openWindow();
    ASSERT_TRUE(waitFor([&] { return button()->isVisible(); }));
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_3, Qt::AltModifier);
    ASSERT_TRUE(waitFor([&] { return task(call).dueOn == today().addDays(1).toString(Qt::ISODate); }));
    EXPECT_GT(*task(call).dueAt, due);
    EXPECT_TRUE(waitFor([&] { return !button()->isVisible(); }));
}

TEST_F(ReminderTest, OfTheSameFiveMinutesComeAsOne) {
    openWindow();
    QList<QList<TaskRow>> fired;
    QObject::connect(window().reminders()->watch(), &ReminderWatch::fired, [&](const QList<TaskRow> &tasks) { fired << tasks; });
    addTimed(u"In three minutes"_s, 3 * kMinute);
    addTimed(u"In twenty minutes"_s, 20 * kMinute);
    addTimed(u"Now"_s, 200);
    window().workspace()->checkForChanges();
    ASSERT_TRUE(waitFor([&] { return !fired.isEmpty(); }));
    ASSERT_EQ(fired.first().size(), 2);
    EXPECT_EQ(fired.first()[0].title, u"Now"_s);
    EXPECT_EQ(fired.first()[1].title, u"In three minutes"_s);
    ASSERT_TRUE(waitFor([&] { return button()->isVisible(); }));
    EXPECT_EQ(fired.size(), 1);
}
