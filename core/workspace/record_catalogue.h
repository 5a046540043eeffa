// All record types of a base with what the record layer does beside storing them. Built once by core/records and passed in.
#pragma once

#include "base/clock.h"
#include "base/sort_key.h"
#include "db/record.h"

#include <QHash>

#include <functional>

namespace kontor::workspace {

// What derived columns depend on.
struct DeriveContext {
    QString country;
    const Collation *collation = nullptr;
    Clock clock;
};

struct RecordEntry {
    const db::RecordType *type = nullptr;
    // Fills the derived columns of a row from its other columns, before it is written. May be empty.
    std::function<void(db::Values &values, const DeriveContext &context)> prepare = {};
    // Refreshes the customers' derived columns that this record feeds (last contact, money bought ...), before COMMIT. May be empty.
    std::function<Result<void>(db::Database &database, const QSet<Id> &customers)> refresh = {};
};

class RecordCatalogue {
public:
    void add(RecordEntry entry) { m_entries.insert(entry.type->table, std::move(entry)); }
    const RecordEntry *find(QByteArrayView table) const {
        const auto entry = m_entries.constFind(table.toByteArray());
        return entry == m_entries.constEnd() ? nullptr : &*entry;
    }
    QList<const RecordEntry *> entries() const {
        QList<const RecordEntry *> list;
        for (const RecordEntry &entry : m_entries)
            list << &entry;
        return list;
    }

private:
    QHash<QByteArray, RecordEntry> m_entries;
};

// The entry of a record with a function `void derive(R &, const DeriveContext &)`.
template <class R>
RecordEntry derivedEntry(void (*derive)(R &, const DeriveContext &)) {
    return {&db::recordType<R>(), [derive](db::Values &values, const DeriveContext &context) {
                R record = db::fromRow<R>({Id{}, 0, values});
                derive(record, context);
                values = db::valuesOf(record);
            }};
}

} // namespace kontor::workspace
