#include "history/trash_list.h"

#include "history/record_name.h"

#include <algorithm>

namespace kontor::history {

using namespace Qt::StringLiterals;

namespace {

QString latin(const QByteArray &text) { return QString::fromLatin1(text); }

QList<const db::RecordType *> trashableTypes(const workspace::RecordCatalogue &catalogue) {
    QList<const db::RecordType *> types;
    for (const workspace::RecordEntry *entry : catalogue.entries())
        if (entry->type->find("trashed_at"))
            types << entry->type;
    return types;
}

// The own name of what was trashed may stand on several cards; the history tells who did it.
Result<QString> authorOf(db::Database &database, const TrashLine &line) {
    const Id about = line.customer.isValid() ? line.customer : line.key.id;
    TRY(name, database.single(
                  u"SELECT u.name FROM change c JOIN operation o ON o.id = c.operation LEFT JOIN user u ON u.id = o.user_id "
                  "WHERE c.about_id = ? AND c.about_id <> 0 AND c.record = ? AND c.record_id = ? AND c.field = 'trashed_at' "
                  "AND c.new IS NOT NULL ORDER BY c.seq DESC LIMIT 1"_s,
                  {about, latin(line.key.record), line.key.id}));
    return name.text();
}

// What a manager would count: not the rows that merely describe the customer.
Result<void> countWhatGoesWith(db::Database &database, const workspace::RecordCatalogue &catalogue, TrashLine &line) {
    for (const char *table : {"interaction", "task", "purchase", "deal", "offer", "support_case"}) {
        const workspace::RecordEntry *entry = catalogue.find(table);
        if (!entry)
            continue;
        TRY(count, database.single(
                       u"SELECT count(*) FROM %1 WHERE customer_id = ? AND trashed_at IS NULL"_s.arg(QLatin1StringView(table)),
                       {line.key.id}));
        if (count.integer() > 0)
            line.goesWith.append({entry->type->table, count.integer()});
    }
    return {};
}

Result<void> nameCustomer(db::Database &database, TrashLine &line) {
    const int column = line.type->indexOf("customer_id");
    if (column < 0 || line.row.values[column].isNull())
        return {};
    line.customer = Id{line.row.values[column].integer()};
    TRY(rows, database.query(u"SELECT name, trashed_at IS NOT NULL FROM customer WHERE id = ?"_s, {line.customer}));
    TRY(found, rows.next());
    if (found) {
        line.customerName = rows.text(0);
        line.isCustomerTrashed = rows.integer(1) != 0;
    }
    return {};
}

} // namespace

Result<QList<TrashKey>> trashKeys(db::Database &database, const workspace::RecordCatalogue &catalogue, const QByteArray &record) {
    QList<TrashKey> keys;
    for (const db::RecordType *type : trashableTypes(catalogue)) {
        if (!record.isEmpty() && type->table != record)
            continue;
        TRY(rows, database.query(u"SELECT id, trashed_at FROM %1 WHERE trashed_at IS NOT NULL"_s.arg(latin(type->table))));
        while (true) {
            TRY(more, rows.next());
            if (!more)
                break;
            keys << TrashKey{type->table, rows.id(0), rows.instant(1)};
        }
    }
    std::sort(keys.begin(), keys.end(), [](const TrashKey &one, const TrashKey &other) {
        return one.trashedAt != other.trashedAt ? one.trashedAt > other.trashedAt : other.id < one.id;
    });
    return keys;
}

Result<QList<TrashLine>> trashLines(db::Database &database, const workspace::RecordCatalogue &catalogue,
                                    const QList<TrashKey> &keys) {
    ReferenceNames names(catalogue);
    QList<TrashLine> lines;
    for (const TrashKey &key : keys) {
        const workspace::RecordEntry *entry = catalogue.find(key.record);
        if (!entry)
            continue;
        TRY(row, db::findRow(database, *entry->type, key.id));
        if (!row)
            continue;
        TrashLine line;
        line.key = key;
        line.type = entry->type;
        line.row = *row;
        TRY(references, names.ofRow(database, *line.type, *row));
        line.names = references;
        TRY_VOID(nameCustomer(database, line));
        TRY(author, authorOf(database, line));
        line.author = author;
        if (key.record == "customer")
            TRY_VOID(countWhatGoesWith(database, catalogue, line));
        lines << line;
    }
    return lines;
}

Result<qint64> trashCount(db::Database &database, const workspace::RecordCatalogue &catalogue) {
    qint64 count = 0;
    for (const db::RecordType *type : trashableTypes(catalogue)) {
        TRY(some, database.single(u"SELECT count(*) FROM %1 WHERE trashed_at IS NOT NULL"_s.arg(latin(type->table))));
        count += some.integer();
    }
    return count;
}

} // namespace kontor::history
