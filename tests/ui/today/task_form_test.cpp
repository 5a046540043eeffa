#include "forms/task_form.h"

#include "forms/date_words_edit.h"
#include "forms/repeat_field.h"
#include "today_fixture.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QSpinBox>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;
using namespace Qt::StringLiterals;

namespace {

class TaskFormTest : public TodayFixture {
protected:
    void openForm() {
        addTask(u"Visit"_s, 0, m_anna);
        openWindow();
        press(Qt::Key_T, Qt::ControlModifier);
    }
    TaskForm *form() { return page()->taskForm(); }
    QString newest(const QString &columns) { return single(u"SELECT %1 FROM task ORDER BY id DESC LIMIT 1"_s.arg(columns)); }
    QDate nextMonday() { return today().addDays(8 - today().dayOfWeek()); }
};

} // namespace

TEST_F(TaskFormTest, ShowsWhatItReadOutOfTheLine) {
    openForm();
    type(u"Call the bank every monday 9:00"_s);
    EXPECT_EQ(form()->kind()->currentText(), u"Call"_s);
    ASSERT_TRUE(form()->repeat()->repeat());
    EXPECT_EQ(form()->repeat()->unit()->currentText(), u"Weekly"_s);
    EXPECT_EQ(form()->repeat()->unit()->accessibleDescription(), u"Repeats: Every week on Monday"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return newest(u"title"_s) == u"Call the bank"_s; }));
    EXPECT_EQ(newest(u"kind || '|' || due_on || '|' || repeat"_s),
              u"call|%1|FREQ=WEEKLY;BYDAY=MO"_s.arg(nextMonday().toString(Qt::ISODate)));
}

TEST_F(TaskFormTest, TakesKindAndRepetitionFromTheirFields) {
    openForm();
    type(u"Price list"_s);
    form()->kind()->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Down); // e-mail
    form()->repeat()->unit()->setFocus();
    press(Qt::Key_Home);
    press(Qt::Key_Down); // daily
    form()->repeat()->every()->setValue(3);
    form()->titleLine()->setFocus();
    press(Qt::Key_End);
    type(u" call"_s); // what was chosen is not guessed anew
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return newest(u"title"_s) == u"Price list call"_s; }));
    EXPECT_EQ(newest(u"kind || '|' || repeat"_s), u"email|FREQ=DAILY;INTERVAL=3"_s);
}

TEST_F(TaskFormTest, KeepsTheDayOfASeriesWhenAPostponedOneIsChanged) {
    const Id id = addTask(u"Report"_s, 0, m_anna);
    const Task plain = task(id);
    Task weekly = plain;
    weekly.repeat = repeatRule(repeatFrom(Repeat::Unit::Week, 1, today().addDays(-1)));
    expectDone(m_base->write({u"task_edit"_s, "task", id},
                             [&](workspace::Recorder &recorder) { return changeTask(recorder, plain, weekly); }));
    openWindow();
    press(Qt::Key_F2);
    ASSERT_TRUE(waitFor([&] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr; }));
    type(u"Weekly report"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return task(id).title == u"Weekly report"_s; }));
    EXPECT_EQ(task(id).repeat, weekly.repeat);
}

TEST_F(TaskFormTest, MakesTheNextOneOfASeriesByATick) {
    const Id id = addTask(u"Report"_s, 0, m_anna, u"email"_s);
    const Task plain = task(id);
    Task daily = plain;
    daily.repeat = u"FREQ=DAILY"_s;
    expectDone(m_base->write({u"task_edit"_s, "task", id},
                             [&](workspace::Recorder &recorder) { return changeTask(recorder, plain, daily); }));
    openWindow();
    const QString spoken = view()->currentIndex().data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(spoken.endsWith(u"E-mail, Every day"_s)) << spoken.toStdString();
    press(Qt::Key_Space);
    const QString tomorrow = today().addDays(1).toString(Qt::ISODate);
    ASSERT_TRUE(waitFor([&] { return newest(u"title || due_on"_s) == u"Report"_s + tomorrow; }));
    ASSERT_TRUE(waitFor([&] { return window().workspace()->undoState().undoInfo.kind == u"task_done"_s; }));
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(waitFor([&] { return single(u"SELECT count(*) FROM task"_s) == u"1"_s && !task(id).doneAt; }));
}

TEST_F(TaskFormTest, TakesTheDayOutOfASheetAndKeepsTheTime) {
    openForm();
    type(u"Look at the boat tomorrow 10:00"_s);
    auto *when = form()->findChild<DateWordsEdit *>();
    when->setFocus();
    press(Qt::Key_Down, Qt::AltModifier);
    ASSERT_NE(QApplication::activePopupWidget(), nullptr);
    auto *sheet = QApplication::activePopupWidget()->findChild<QCalendarWidget *>();
    ASSERT_NE(sheet, nullptr);
    EXPECT_EQ(sheet->selectedDate(), today().addDays(1));
    emit sheet->activated(today().addDays(5));
    ASSERT_TRUE(when->value().has_value());
    EXPECT_EQ(when->value()->day, today().addDays(5));
    EXPECT_EQ(when->value()->time, QTime(10, 0));
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return newest(u"title"_s) == u"Look at the boat"_s; }));
    EXPECT_EQ(newest(u"due_on"_s), today().addDays(5).toString(Qt::ISODate));
}
