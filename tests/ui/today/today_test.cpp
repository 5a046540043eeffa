#include "customers/consent.h"
#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "forms/customer_chooser.h"
#include "forms/task_form.h"
#include "interactions/composer.h"
#include "main_window/navigation.h"
#include "segments/pinned_segments.h"
#include "today/day_choice.h"
#include "today_fixture.h"

#include <QListWidget>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;
using namespace Qt::StringLiterals;

namespace {

class TodayTest : public TodayFixture {};

} // namespace

TEST_F(TodayTest, IsTheStartPageWithWhatIsLateAndDue) {
    addTask(u"Send offer"_s, -3, m_anna);
    addTask(u"Call back"_s, 0, m_siop, u"call"_s, QTime(10, 0));
    addTask(u"Later"_s, 4, m_siop);
    openWindow();
    EXPECT_EQ(window().pages()->currentId(), page::kToday);
    EXPECT_EQ(texts(TodayRow::Kind::Heading).first(2), (QStringList{u"Late (1)"_s, u"Today (1)"_s}));
    EXPECT_EQ(texts(TodayRow::Kind::Task), (QStringList{u"Send offer"_s, u"Call back"_s}));
    const QModelIndex first = view()->today()->index(1, 0);
    EXPECT_EQ(first.data(Qt::AccessibleTextRole).toString(), u"Send offer, Anna Petrova, 3 day(s) late"_s);
    EXPECT_EQ(view()->currentIndex(), first);
    NavigationItem *entry = window().navigation()->findChild<NavigationItem *>();
    EXPECT_TRUE(waitFor([&] { return entry->accessibleName() == u"Today, 2 task(s) due"_s; }))
        << entry->accessibleName().toStdString();
}

TEST_F(TodayTest, TicksWithOneKeyAndUndoBringsItBack) {
    const Id offer = addTask(u"Send offer"_s, -3, m_anna);
    addTask(u"Visit"_s, 0, m_anna);
    openWindow();
    press(Qt::Key_Space);
    EXPECT_EQ(m_acts, 1); // job 13
    EXPECT_TRUE(view()->currentTask()->isDone) << "at once, before the file knows";
    ASSERT_TRUE(waitFor([&] { return task(offer).doneAt.has_value(); }));
    // It stays, struck through, until the page is left.
    EXPECT_TRUE(waitFor([&] { return texts(TodayRow::Kind::Heading).contains(u"Late"_s); }));
    EXPECT_TRUE(texts(TodayRow::Kind::Task).contains(u"Send offer"_s));
    ASSERT_TRUE(waitFor([&] { return window().workspace()->undoState().undoInfo.kind == u"task_done"_s; }));
    press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return !task(offer).doneAt.has_value(); }));
    EXPECT_TRUE(waitFor([&] { return view()->currentTask() && !view()->currentTask()->isDone; }));
    press(Qt::Key_Space);
    ASSERT_TRUE(waitFor([&] { return task(offer).doneAt.has_value(); }));
    press(Qt::Key_2, Qt::ControlModifier);
    press(Qt::Key_1, Qt::ControlModifier);
    EXPECT_TRUE(waitFor([&] { return !texts(TodayRow::Kind::Task).contains(u"Send offer"_s); }));
}

TEST_F(TodayTest, KeepsATickWhenCountsComeBeforeTheFileKnows) {
    addTask(u"Send offer"_s, -3, m_anna);
    openWindow();
    auto *pinned = window().workspace()->findChild<PinnedSegments *>();
    ASSERT_NE(pinned, nullptr);
    press(Qt::Key_Space);
    emit pinned->counted();
    EXPECT_TRUE(view()->currentTask()->isDone);
}

TEST_F(TodayTest, PostponesToTomorrowWithOneKey) {
    const Id offer = addTask(u"Send offer"_s, -3, m_anna);
    addTask(u"Visit"_s, 0, m_anna);
    openWindow();
    press(Qt::Key_2, Qt::AltModifier);
    EXPECT_EQ(m_acts, 1); // job 14
    ASSERT_TRUE(waitFor([&] { return task(offer).dueOn == today().addDays(1).toString(Qt::ISODate); }));
    // The next task is the current one: one key after the other works through the list.
    EXPECT_TRUE(waitFor([&] { return view()->currentTask() && view()->currentTask()->title == u"Visit"_s; }));
}

TEST_F(TodayTest, PostponesToADayThatIsPickedInWords) {
    const Id offer = addTask(u"Send offer"_s, -3, m_anna);
    openWindow();
    press(Qt::Key_4, Qt::AltModifier);
    type(u"+5"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return task(offer).dueOn == today().addDays(5).toString(Qt::ISODate); }));
    EXPECT_TRUE(waitFor([&] { return view()->hasFocus(); }));
}

TEST_F(TodayTest, PostponesEverythingLateAsOneStep) {
    const Id one = addTask(u"Send offer"_s, -3, m_anna);
    const Id other = addTask(u"Visit"_s, -1, m_siop);
    const Id due = addTask(u"Pay reminder"_s, 0, m_siop);
    openWindow();
    window().perform(action::kPostponeLate);
    const QString tomorrow = today().addDays(1).toString(Qt::ISODate);
    ASSERT_TRUE(waitFor([&] { return task(one).dueOn == tomorrow && task(other).dueOn == tomorrow; }));
    EXPECT_EQ(task(due).dueOn, today().toString(Qt::ISODate));
    ASSERT_TRUE(waitFor([&] { return window().workspace()->undoState().undoInfo.kind == u"task_postpone"_s; }));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(waitFor([&] { return task(one).dueOn < tomorrow && task(other).dueOn < tomorrow; }));
}

TEST_F(TodayTest, AsksHowATickedCallWentAndLogsTheAnswer) {
    const Id call = addTask(u"Call back"_s, 0, m_siop, u"call"_s);
    openWindow();
    press(Qt::Key_Space);
    ASSERT_TRUE(waitFor([&] { return task(call).doneAt.has_value(); }));
    EXPECT_EQ(view()->today()->asked(), call);
    press(Qt::Key_3, Qt::AltModifier); // no answer
    ASSERT_TRUE(waitFor([&] { return single(u"SELECT outcome FROM interaction"_s) == u"no_answer"_s; }));
    EXPECT_EQ(single(u"SELECT count(*) FROM task WHERE done_at IS NULL AND interaction_id IS NOT NULL"_s), u"1"_s);
    EXPECT_FALSE(view()->today()->asked().isValid());
}

TEST_F(TodayTest, LogsTheCallAndFinishesTheTaskWithF7) {
    const Id call = addTask(u"Call back"_s, 0, m_siop, u"call"_s);
    openWindow();
    press(Qt::Key_F7);
    ASSERT_TRUE(waitFor([&] { return task(call).doneAt.has_value(); }));
    EXPECT_EQ(single(u"SELECT kind || ' ' || customer_id FROM interaction"_s), u"call %1"_s.arg(m_siop.value));
    ASSERT_TRUE(waitFor([&] { return view()->today()->asked() == call; }));
    press(Qt::Key_1, Qt::AltModifier);
    ASSERT_TRUE(waitFor([&] { return single(u"SELECT outcome FROM interaction"_s) == u"reached"_s; }));
    EXPECT_EQ(single(u"SELECT count(*) FROM interaction"_s), u"1"_s);
}

TEST_F(TodayTest, KeepsTheQuestionOpenWhenSomethingElseChanges) {
    const Id call = addTask(u"Call back"_s, 0, m_siop, u"call"_s);
    openWindow();
    press(Qt::Key_Space);
    ASSERT_TRUE(waitFor([&] { return task(call).doneAt.has_value(); }));
    addTask(u"From the other room"_s, 0, m_anna);
    window().workspace()->checkForChanges();
    ASSERT_TRUE(waitFor([&] { return texts(TodayRow::Kind::Task).contains(u"From the other room"_s); }));
    EXPECT_EQ(view()->today()->asked(), call);
    EXPECT_TRUE(view()->isPersistentEditorOpen(view()->currentIndex()));
    EXPECT_EQ(view()->currentTask()->id, call);
}

TEST_F(TodayTest, AddsATaskInOneLineWithItsDayAndTime) {
    addTask(u"Visit"_s, 0, m_anna);
    openWindow();
    press(Qt::Key_T, Qt::ControlModifier);
    type(u"Call the bank tomorrow 10:00"_s);
    press(Qt::Key_Return);
    EXPECT_EQ(m_acts, 3); // job 4
    const QString tomorrow = today().addDays(1).toString(Qt::ISODate);
    ASSERT_TRUE(waitFor([&] {
        return single(u"SELECT title || '|' || kind || '|' || due_on FROM task ORDER BY id DESC LIMIT 1"_s) ==
               u"Call the bank|call|"_s + tomorrow;
    }));
    EXPECT_NE(single(u"SELECT coalesce(due_at, 0) FROM task ORDER BY id DESC LIMIT 1"_s), u"0"_s);
    EXPECT_TRUE(waitFor([&] { return view()->hasFocus(); }));
}

TEST_F(TodayTest, ChoosesTheCustomerOfANewTaskByTyping) {
    addTask(u"Visit"_s, 0, m_anna);
    openWindow();
    press(Qt::Key_T, Qt::ControlModifier);
    type(u"Send price list"_s);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    type(u"siop"_s);
    CustomerChooser *chooser = page()->taskForm()->chooser();
    ASSERT_TRUE(waitFor([&] { return chooser->list()->isVisible(); }));
    press(Qt::Key_Return);
    EXPECT_EQ(chooser->customer(), m_siop);
    press(Qt::Key_Return);
    EXPECT_TRUE(waitFor([&] {
        return single(u"SELECT customer_id FROM task WHERE title = 'Send price list'"_s) == QString::number(m_siop.value);
    }));
}

TEST_F(TodayTest, PlansForTheCurrentCustomerOfTheListToo) {
    addTask(u"Visit"_s, 0, m_anna);
    openWindow();
    press(Qt::Key_2, Qt::ControlModifier);
    const auto *list = window().findChild<CustomerListPanel *>();
    ASSERT_TRUE(waitFor([&] { return list->model()->rowCount() == 2 && list->model()->row(1); }));
    window().findChild<CustomerListPanel *>()->select(m_siop);
    press(Qt::Key_T, Qt::ControlModifier);
    type(u"Send price list tomorrow"_s);
    press(Qt::Key_Return);
    EXPECT_TRUE(waitFor([&] {
        return single(u"SELECT customer_id FROM task WHERE title = 'Send price list'"_s) == QString::number(m_siop.value);
    }));
}

TEST_F(TodayTest, ChangesAndTrashesATask) {
    const Id offer = addTask(u"Send offer"_s, 0, m_anna);
    addTask(u"Visit"_s, 0, m_anna);
    openWindow();
    press(Qt::Key_F2);
    ASSERT_TRUE(waitFor([&] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr; }));
    type(u"Send the new offer"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return task(offer).title == u"Send the new offer"_s; }));
    EXPECT_EQ(task(offer).customerId, m_anna);
    ASSERT_TRUE(waitFor([&] { return view()->hasFocus() && view()->currentTask()->id == offer; }));
    press(Qt::Key_Delete);
    ASSERT_TRUE(waitFor([&] { return task(offer).trashedAt.has_value(); }));
}

TEST_F(TodayTest, OpensTheCustomerWithTheTaskInTheComposer) {
    const Id offer = addTask(u"Send offer"_s, 0, m_anna);
    openWindow();
    press(Qt::Key_Return);
    EXPECT_EQ(window().pages()->currentId(), page::kCustomers);
    EXPECT_TRUE(waitFor([&] { return m_driver->card() && m_driver->card()->content().card.customer.id == m_anna; }));
    const auto *composer = m_driver->card()->findChild<Composer *>();
    ASSERT_TRUE(waitFor([&] { return composer->finishedTask() == offer && composer->textWidget()->hasFocus(); }));
    type(u"sent by mail"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return task(offer).doneAt.has_value(); }));
    EXPECT_EQ(single(u"SELECT text FROM interaction"_s), u"sent by mail"_s);
    EXPECT_TRUE(waitFor([&] { return !composer->finishedTask().isValid(); }));
}

TEST_F(TodayTest, SaysWhatIsNextWhenNothingIsLeft) {
    addTask(u"Later"_s, 3, m_siop, u"call"_s, QTime(10, 0));
    openWindow();
    const QStringList sentences = texts(TodayRow::Kind::Sentence);
    ASSERT_EQ(sentences.size(), 1);
    EXPECT_TRUE(sentences.first().startsWith(u"Nothing left for today. Next: "_s)) << sentences.first().toStdString();
    EXPECT_TRUE(sentences.first().contains(u"10:00"_s));
    EXPECT_TRUE(sentences.first().contains(u"Siop y Bont"_s));
}

TEST_F(TodayTest, SaysInWordsThatACustomerDoesNotWantCalls) {
    addTask(u"Ask again"_s, 0, m_anna, u"call"_s);
    const auto redInk = [&] {
        const TodayView *list = view();
        const QImage picture = list->viewport()->grab().toImage();
        int count = 0;
        for (int row = 0; row < list->today()->rowCount(); ++row) {
            const QRect line = list->visualRect(list->today()->index(row, 0));
            const int words = 80; // behind check box and icon
            for (int y = line.top(); list->today()->row(row).kind == TodayRow::Kind::Task && y <= line.bottom(); ++y)
                for (int x = words; x < line.width() / 2; ++x)
                    count += qRed(picture.pixel(x, y)) > qGreen(picture.pixel(x, y)) + 60;
        }
        return count;
    };
    openWindow();
    EXPECT_EQ(redInk(), 0);
    m_driver.reset();
    expectDone(m_base->write({u"consent"_s, "customer", m_anna}, [&](workspace::Recorder &recorder) -> Result<void> {
        Consent consent;
        consent.customerId = m_anna;
        consent.channel = u"phone"_s;
        consent.state = u"refused"_s;
        consent.decidedAt = recorder.now();
        TRY_VOID(recorder.insert(consent));
        return {};
    }));
    openWindow();
    EXPECT_GT(redInk(), 0);
    const TodayRow *row = nullptr;
    for (const TodayRow &each : view()->today()->rows())
        if (each.kind == TodayRow::Kind::Task)
            row = &each;
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(taskRefusal(row->task), u"Do not call"_s);
}

TEST_F(TodayTest, ShowsWhatIsWorthALookAndOpensItAsAList) {
    addTask(u"Visit"_s, 0, m_anna);
    openWindow();
    ASSERT_TRUE(waitFor([&] { return !texts(TodayRow::Kind::Hint).isEmpty(); }));
    EXPECT_EQ(texts(TodayRow::Kind::Hint), QStringList{u"1 customer(s) without a next step"_s});
    while (view()->currentRow()->kind != TodayRow::Kind::Hint)
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_EQ(window().pages()->currentId(), page::kCustomers);
}

TEST_F(TodayTest, GroupsTheWeekByDay) {
    addTask(u"Send offer"_s, -3, m_anna);
    addTask(u"Visit"_s, 1, m_anna);
    addTask(u"Far away"_s, 20, m_anna);
    openWindow();
    window().go({page::kToday, {}, {{u"week"_s, true}}});
    ASSERT_TRUE(waitFor([&] { return texts(TodayRow::Kind::Task).contains(u"Visit"_s); }));
    const QStringList headings = texts(TodayRow::Kind::Heading);
    ASSERT_EQ(headings.size(), 3);
    EXPECT_TRUE(headings[1].startsWith(u"Today, "_s));
    EXPECT_TRUE(headings[2].startsWith(u"Tomorrow, "_s));
    EXPECT_FALSE(texts(TodayRow::Kind::Task).contains(u"Far away"_s));
}

TEST(DayChoices, AreInTheFutureAndDifferFromEachOther) {
    Clock clock;
    for (int day = 0; day < 7; ++day) {
        clock.fixedNow = Instant{QDateTime(QDate(2026, 3, 9).addDays(day), QTime(9, 0), clock.zone).toMSecsSinceEpoch()};
        const QList<DayChoice> choices = dayChoices(Formats(QLocale(u"en_GB"_s), clock, u"EUR"_s));
        ASSERT_EQ(choices.size(), 4);
        EXPECT_EQ(choices[2].text, u"Mon"_s);
        EXPECT_EQ(choices[2].day.dayOfWeek(), 1);
        EXPECT_GT(choices[2].day, choices[1].day);
    }
}
