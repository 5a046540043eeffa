// One row of Today: a heading, a task, something worth a look, a customer, or a sentence.
#pragma once

#include "today/today_content.h"

#include <QLatin1StringView>

namespace kontor::ui {

class Formats;

struct TodayRow {
    enum class Kind { Heading, Task, More, Hint, Recent, Sentence };

    QByteArray key;
    Kind kind = Kind::Heading;
    QString text;
    QString detail;
    TaskRow task;
    bool isLate = false;          // the task, or the heading of the late ones
    bool isAskingOutcome = false; // the outcomes of a call are offered below
    Id customer;
    QByteArray rule; // of a hint
    Id segment;      // of a pinned one
};

QList<TodayRow> todayRows(const TodayContent &content, const Formats &formats);

// "3 days late", "10:00"; empty for a task of today without a time.
QString taskTime(const TaskRow &task, const Formats &formats);
// "Call, Anna Petrova, +46 70 100 45 12"
QString taskUnder(const TaskRow &task);
// Why this one is not to be called; empty: it may be.
QString taskRefusal(const TaskRow &task);
// The note, and how often it comes again.
QString taskToolTip(const TaskRow &task, const Formats &formats);
// For a screen reader: what, with whom, when, and whether it is done.
QString todaySummary(const TodayRow &row, const Formats &formats);
// "Tue 10:00, Siop y Bont": the first task after what is shown.
QString nextTaskWords(const TaskRow &task, const Formats &formats);
// "Monday 9 March"
QString longDayWords(QDate day, const Formats &formats);

} // namespace kontor::ui
