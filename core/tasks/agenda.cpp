#include "tasks/agenda.h"

#include "db/id_list.h"

#include <QHash>

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kReminderDays = 3;
constexpr int kMostReminders = 200;
const QString kBeginning = u"0000-01-01"_s;

// By the index of open tasks; of each only whether its customer is still there.
QString openTasks(const QString &columns) {
    return u"SELECT %1 FROM task t LEFT JOIN customer c ON c.id = t.customer_id WHERE t.due_on >= ? AND t.due_on < ?"
           " AND t.done_at IS NULL AND t.trashed_at IS NULL"
           " AND (t.customer_id IS NULL OR (c.trashed_at IS NULL AND c.merged_into IS NULL))"_s.arg(columns);
}

const QString kOrder = u" ORDER BY t.due_on, t.due_at IS NULL, t.due_at, t.id"_s;

QString iso(QDate day) { return day.toString(Qt::ISODate); }

std::optional<Instant> instantOf(const db::Statement &statement, int column) {
    return statement.isNull(column) ? std::nullopt : std::optional(statement.instant(column));
}

TaskRow readRow(const db::Statement &statement) {
    TaskRow row;
    row.id = statement.id(0);
    row.customerId = statement.id(1);
    row.title = statement.text(2);
    row.kind = statement.text(3);
    row.dueOn = QDate::fromString(statement.text(4), Qt::ISODate);
    row.dueAt = instantOf(statement, 5);
    row.remindAt = instantOf(statement, 6);
    row.isDone = !statement.isNull(7);
    row.note = statement.text(8);
    row.customerName = statement.text(9);
    row.isOrganisation = statement.text(10) == "organisation"_L1;
    row.repeat = statement.text(11);
    row.preferredTime = statement.text(12);
    row.phone = statement.text(13);
    row.refusesCalls = !statement.isNull(14) && statement.text(14) != "given"_L1;
    return row;
}

bool isBefore(const TaskRow &one, const TaskRow &other) {
    if (one.dueOn != other.dueOn)
        return one.dueOn < other.dueOn;
    if (one.dueAt.has_value() != other.dueAt.has_value())
        return one.dueAt.has_value();
    return one.dueAt != other.dueAt ? one.dueAt < other.dueAt : one.id < other.id;
}

// From the first day up to the last, without the last.
Result<AgendaSection> section(db::Database &database, const AgendaQuery &query, QDate first, QDate end,
                              const QList<TaskRow> &kept) {
    AgendaSection section;
    const QString from = first.isValid() ? iso(first) : kBeginning;
    TRY(total, database.single(agenda_sql::count(), {from, iso(end)}));
    section.total = total.integer();
    const int limit = first.isValid() ? query.limit : query.lateLimit;
    TRY(ids, idsOf(database, agenda_sql::ids(), {from, iso(end), limit}));
    TRY(rows, taskRows(database, ids));
    section.tasks = rows;
    for (const TaskRow &row : kept)
        if (row.isDone && row.dueOn.isValid() && row.dueOn < end && (!first.isValid() || row.dueOn >= first))
            section.tasks.insert(std::lower_bound(section.tasks.begin(), section.tasks.end(), row, isBefore), row);
    return section;
}

} // namespace

QString agenda_sql::ids() { return openTasks(u"t.id"_s) + kOrder + u" LIMIT ?"_s; }

QString agenda_sql::count() { return openTasks(u"count(*)"_s); }

QString agenda_sql::next() {
    return u"SELECT t.id FROM task t LEFT JOIN customer c ON c.id = t.customer_id WHERE t.due_on >= ?"
           " AND t.done_at IS NULL AND t.trashed_at IS NULL"
           " AND (t.customer_id IS NULL OR (c.trashed_at IS NULL AND c.merged_into IS NULL))"_s +
           kOrder + u" LIMIT 1"_s;
}

QString agenda_sql::reminders() {
    return openTasks(u"t.id"_s) + u" AND t.due_at IS NOT NULL AND coalesce(t.remind_at, t.due_at) <= ?"
                                  " ORDER BY coalesce(t.remind_at, t.due_at), t.id LIMIT ?"_s;
}

Result<Agenda> loadAgenda(db::Database &database, const AgendaQuery &query) {
    Agenda agenda;
    TRY(kept, taskRows(database, query.kept));
    TRY(late, section(database, query, {}, query.today, kept));
    agenda.late = late;
    for (int day = 0; day < query.days; ++day) {
        TRY(due, section(database, query, query.today.addDays(day), query.today.addDays(day + 1), kept));
        agenda.days << due;
        agenda.days.last().day = query.today.addDays(day);
    }
    TRY(next, idsOf(database, agenda_sql::next(), {iso(query.today.addDays(query.days))}));
    TRY(rows, taskRows(database, next));
    if (!rows.isEmpty())
        agenda.next = rows.first();
    return agenda;
}

Result<qint64> dueTaskCount(db::Database &database, QDate today) {
    TRY(count, database.single(agenda_sql::count(), {kBeginning, iso(today.addDays(1))}));
    return count.integer();
}

Result<QList<Id>> lateTasks(db::Database &database, QDate today) {
    return idsOf(database, openTasks(u"t.id"_s) + kOrder, {kBeginning, iso(today)});
}

Result<QList<TaskRow>> taskRows(db::Database &database, const QList<Id> &ids) {
    if (ids.isEmpty())
        return QList<TaskRow>();
    TRY(statement,
        database.query(
            u"SELECT t.id, t.customer_id, t.title, t.kind, t.due_on, t.due_at, t.remind_at, t.done_at, t.note, c.name, c.kind, "
            u"t.repeat, c.preferred_time,"
            " (SELECT value FROM contact_point p WHERE p.customer_id = t.customer_id AND p.kind = 'phone' AND p.wrong = 0"
            " ORDER BY p.position, p.id LIMIT 1),"
            " (SELECT state FROM consent s WHERE s.customer_id = t.customer_id AND s.channel IN ('', 'phone')"
            " ORDER BY s.decided_at DESC, s.id DESC LIMIT 1)"
            " FROM task t LEFT JOIN customer c ON c.id = t.customer_id"
            " WHERE t.id IN (SELECT value FROM json_each(?)) AND t.trashed_at IS NULL"_s,
            {jsonOf(ids)}));
    QHash<Id, TaskRow> found;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        const TaskRow row = readRow(statement);
        found.insert(row.id, row);
    }
    QList<TaskRow> rows;
    for (const Id id : ids)
        if (const auto row = found.constFind(id); row != found.cend())
            rows << *row;
    return rows;
}

Result<QList<TaskRow>> remindersUntil(db::Database &database, Instant until, const Clock &clock) {
    const QString first = iso(clock.today().addDays(-kReminderDays));
    const QString end = iso(clock.dateOf(until).addDays(1));
    TRY(ids, idsOf(database, agenda_sql::reminders(), {first, end, until, kMostReminders}));
    return taskRows(database, ids);
}

} // namespace kontor
