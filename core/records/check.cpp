#include "records/check.h"

#include "db/backup.h"
#include "records/derived_values.h"

#include <QFileInfo>

namespace kontor::records {

using namespace Qt::StringLiterals;

namespace {

Result<QStringList> derivedProblems(workspace::Base &base) {
    TRY(wrong, wrongDerivedValues(base));
    QStringList problems;
    for (const WrongValue &value : std::as_const(wrong))
        problems << u"%1 %2: %3 does not agree with its source"_s.arg(QString::fromLatin1(value.table))
                        .arg(value.id.value)
                        .arg(QString::fromLatin1(value.column));
    return problems;
}

struct Sum {
    const char *column;
    const char *sql; // the customers whose column is wrong
};

constexpr Sum kSums[] = {
    {"last_contact_at", "SELECT c.id FROM customer c WHERE c.last_contact_at IS NOT "
                        "(SELECT max(at) FROM interaction WHERE customer_id = c.id AND trashed_at IS NULL AND kind <> 'note')"},
    {"next_due_on", "SELECT c.id FROM customer c WHERE c.next_due_on IS NOT (SELECT coalesce(min(due_on), '') FROM task "
                    "WHERE customer_id = c.id AND due_on <> '' AND done_at IS NULL AND trashed_at IS NULL)"},
    {"bought_total", "SELECT c.id FROM customer c WHERE c.bought_total IS NOT "
                     "(SELECT coalesce(sum(amount), 0) FROM purchase WHERE customer_id = c.id AND trashed_at IS NULL)"},
};

Result<QStringList> sumProblems(db::Database &database) {
    QStringList problems;
    for (const Sum &sum : kSums) {
        TRY(rows, database.query(QString::fromLatin1(sum.sql)));
        while (true) {
            TRY(more, rows.next());
            if (!more)
                break;
            problems
                << u"customer %1: %2 does not agree with its source"_s.arg(rows.integer(0)).arg(QString::fromLatin1(sum.column));
        }
    }
    return problems;
}

Result<QStringList> historyProblems(db::Database &database) {
    QStringList problems;
    TRY(rows,
        database.query(
            u"SELECT number FROM writer w WHERE next_counter <= (SELECT coalesce(max(id & 4294967295), 0) FROM customer WHERE id >> 32 = w.number)"_s));
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return problems;
        problems << u"writer %1: its counter is behind its records"_s.arg(rows.integer(0));
    }
}

} // namespace

Result<QStringList> problems(workspace::Base &base, bool full) {
    TRY(problems, db::structuralProblems(base.database(), full));
    if (!full)
        return problems;
    TRY(derived, derivedProblems(base));
    TRY(sums, sumProblems(base.database()));
    TRY(history, historyProblems(base.database()));
    return problems + derived + sums + history;
}

Result<Stats> stats(workspace::Base &base) {
    Stats stats;
    for (const workspace::RecordEntry *entry : base.catalogue().entries()) {
        const QString table = QString::fromLatin1(entry->type->table);
        const QString condition = entry->type->find("trashed_at") ? u" WHERE trashed_at IS NULL"_s : QString();
        TRY(count, base.database().single(u"SELECT count(*) FROM "_s + table + condition));
        stats.counts.append({table, count.integer()});
    }
    std::sort(stats.counts.begin(), stats.counts.end());
    TRY(operations, base.database().single(u"SELECT count(*) FROM operation"_s));
    TRY(version, base.database().single(u"PRAGMA user_version"_s));
    stats.operations = operations.integer();
    stats.schemaVersion = int(version.integer());
    stats.fileBytes = QFileInfo(base.path()).size();
    return stats;
}

} // namespace kontor::records
