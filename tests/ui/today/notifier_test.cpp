// Reminders that come while nobody looks: what the system is asked to say, and what a click on it does.
#include "interactions/composer.h"
#include "main_window/top_bar.h"
#include "today/notifier.h"
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
constexpr qint64 kSoon = 200;

class RecordingNotifier : public Notifier {
public:
    void notify(const QString &title, const QString &text) override { messages.append({title, text}); }
    QList<QPair<QString, QString>> messages;
};

class NotifierTest : public TodayFixture {
protected:
    void open() {
        m_driver = std::make_unique<WindowDriver>(m_base.options(u"pc-1"_s, u"Maria"_s), m_base.folder());
        window().setNotifier(&m_notifier);
        ASSERT_TRUE(tests::openBase(window(), m_base.path()));
        ASSERT_TRUE(waitFor([this] { return view()->today()->rowCount() > 0; }));
    }
    void lookElsewhere() { QApplication::setActiveWindow(nullptr); }
    Id addTimed(const QString &title, qint64 inMilliseconds) {
        Task task;
        task.customerId = m_siop;
        task.title = title;
        task.dueAt = Instant{m_base->clock().now().milliseconds + inMilliseconds};
        return valueOf(m_base->write({u"task"_s, "task", {}},
                                     [&](workspace::Recorder &recorder) { return kontor::addTask(recorder, task); }));
    }
    void seeChanges() { window().workspace()->checkForChanges(); }
    QPushButton *button() { return window().findChild<TopBar *>()->reminders(); }

    RecordingNotifier m_notifier;
};

} // namespace

TEST_F(NotifierTest, SaysNothingWhileTheWindowIsInFrontAndTheTopBarShowsIt) {
    open();
    addTimed(u"Call back"_s, kSoon);
    seeChanges();
    ASSERT_TRUE(waitFor([&] { return button()->isVisible(); }));
    EXPECT_TRUE(m_notifier.messages.isEmpty());
}

TEST_F(NotifierTest, SaysTheTasksOfTheSameFiveMinutesAsOneAndNoneWithoutATime) {
    open();
    lookElsewhere();
    addTask(u"Some time today"_s, 0, m_anna);
    addTimed(u"In three minutes"_s, 3 * kMinute);
    addTimed(u"In twenty minutes"_s, 20 * kMinute);
    addTimed(u"Now"_s, kSoon);
    seeChanges();
    ASSERT_TRUE(waitFor([&] { return !m_notifier.messages.isEmpty(); }));
    ASSERT_EQ(m_notifier.messages.size(), 1);
    const auto [title, text] = m_notifier.messages.first();
    EXPECT_EQ(title, u"2 reminder(s)"_s);
    EXPECT_EQ(text.count(u'\n'), 1) << text.toStdString();
    EXPECT_TRUE(text.contains(u"Now"_s) && text.contains(u"In three minutes"_s) && text.contains(u"Siop y Bont"_s));
}

TEST_F(NotifierTest, OpensTheTaskByAClick) {
    open();
    lookElsewhere();
    const Id task = addTimed(u"Call back"_s, kSoon);
    seeChanges();
    ASSERT_TRUE(waitFor([&] { return m_notifier.messages.size() == 1; }));
    EXPECT_EQ(m_notifier.messages.first().first, u"Reminder"_s);
    ASSERT_TRUE(waitFor([&] { return button()->isVisible(); }));
    emit m_notifier.clicked();
    EXPECT_EQ(window().pages()->currentId(), page::kCustomers);
    ASSERT_TRUE(waitFor([&] { return m_driver->card() && m_driver->card()->content().card.customer.id == m_siop; }));
    EXPECT_TRUE(waitFor([&] { return m_driver->card()->findChild<Composer *>()->finishedTask() == task; }));
}

TEST_F(NotifierTest, OpensTheListByAClickOnSeveral) {
    open();
    lookElsewhere();
    addTimed(u"Call back"_s, kSoon);
    addTimed(u"Send offer"_s, kSoon);
    seeChanges();
    ASSERT_TRUE(waitFor([&] { return m_notifier.messages.size() == 1 && button()->isVisible(); }));
    emit m_notifier.clicked();
    EXPECT_TRUE(window().reminders()->list()->isOpen());
    EXPECT_EQ(window().pages()->currentId(), page::kToday);
}

TEST_F(NotifierTest, SaysItAgainWhenASnoozeIsOver) {
    open();
    lookElsewhere();
    const Id task = addTimed(u"Call back"_s, kSoon);
    seeChanges();
    ASSERT_TRUE(waitFor([&] { return m_notifier.messages.size() == 1; }));
    const Instant again{m_base->clock().now().milliseconds + kSoon};
    expectDone(m_base->write({u"task_snooze"_s, "task", task},
                             [&](workspace::Recorder &recorder) { return snoozeTasks(recorder, {task}, again); }));
    seeChanges();
    EXPECT_TRUE(waitFor([&] { return m_notifier.messages.size() == 2; }));
}

TEST_F(NotifierTest, IsPutOffByAnHourWithOneKey) {
    const Id call = addTimed(u"Call back"_s, -kMinute);
    open();
    ASSERT_TRUE(waitFor([&] { return button()->isVisible(); }));
    view()->setFocus();
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_2, Qt::AltModifier);
    ASSERT_TRUE(waitFor([&] { return task(call).remindAt.has_value(); }));
    const qint64 wait = task(call).remindAt->milliseconds - m_base->clock().now().milliseconds;
    EXPECT_GT(wait, 58 * kMinute);
    EXPECT_LE(wait, 60 * kMinute);
}
