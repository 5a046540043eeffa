// What is due: the tasks of Today and of the week with the names that stand beside them, the first one after these, and reminders.
#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "base/result.h"
#include "db/database.h"

#include <QDate>
#include <QList>
#include <QString>

#include <optional>

namespace kontor {

struct TaskRow {
    Id id;
    Id customerId; // invalid: a task of nobody
    QString title;
    QString kind; // call, email ...
    QDate dueOn;
    std::optional<Instant> dueAt; // only where a time was named
    std::optional<Instant> remindAt;
    bool isDone = false;
    QString note;
    QString repeat; // its rule, see repeat.h
    QString customerName;
    bool isOrganisation = false;
    QString phone; // the first that is not wrong, as typed
    bool refusesCalls = false;
    QString preferredTime; // of the customer, as people wrote it

    // When the person is to be reminded; nothing for a task without a time.
    std::optional<Instant> reminder() const { return dueAt && remindAt ? remindAt : dueAt; }
};

struct AgendaSection {
    QDate day;            // invalid: everything late
    QList<TaskRow> tasks; // by day, then time; without a time last
    qint64 total = 0;     // of the open ones: there may be more than are here
};

struct AgendaQuery {
    QDate today;
    int days = 1;        // from today
    int lateLimit = 100; // rows of the late ones
    int limit = 100;     // rows of one day
    QList<Id> kept;      // done in this sitting: they stay where they stood
};

struct Agenda {
    AgendaSection late;
    QList<AgendaSection> days;   // one for each day, also for those without tasks
    std::optional<TaskRow> next; // the first open one after these days
};

// Tasks of customers in the trash are not due.
Result<Agenda> loadAgenda(db::Database &database, const AgendaQuery &query);
// Late and today: the number beside Today.
Result<qint64> dueTaskCount(db::Database &database, QDate today);
Result<QList<Id>> lateTasks(db::Database &database, QDate today);
// In the order of `ids`, without those that are gone or in the trash.
Result<QList<TaskRow>> taskRows(db::Database &database, const QList<Id> &ids);
// Open tasks with a time whose reminder comes until then, soonest first. Those of more than three days ago are late, and no longer reminded of.
Result<QList<TaskRow>> remindersUntil(db::Database &database, Instant until, const Clock &clock);

// The statements behind, for the tests that look at how they are carried out.
namespace agenda_sql {
QString ids();
QString count();
QString next();
QString reminders();
} // namespace agenda_sql

} // namespace kontor
