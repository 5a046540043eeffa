#include "recovery/links.h"

#include <QCoreApplication>
#include <QMap>

namespace kontor::recovery {

using namespace Qt::StringLiterals;
using workspace::RecordEntry;

namespace {

constexpr int kMostRounds = 8;         // a placeholder may need another
constexpr qint64 kLostNumbers = 1'000; // that what was lost may have used

struct Broken {
    QString table;
    qint64 row = 0;
    QString parent;
    QString column;
    bool mayBeEmpty = false;
};

Result<QList<Broken>> brokenLinks(db::Database &database) {
    TRY(rows, database.query(u"SELECT c.\"table\", c.rowid, c.parent, l.\"from\", t.\"notnull\" FROM pragma_foreign_key_check c "
                             "JOIN pragma_foreign_key_list(c.\"table\") l ON l.id = c.fkid "
                             "JOIN pragma_table_info(c.\"table\") t ON t.name = l.\"from\""_s));
    QList<Broken> broken;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return broken;
        broken << Broken{rows.text(0), rows.integer(1), rows.text(2), rows.text(3), rows.integer(4) == 0};
    }
}

class Mender {
public:
    Mender(db::Database &database, const workspace::RecordCatalogue &catalogue, const workspace::DeriveContext &context)
        : m_database(database), m_catalogue(catalogue), m_context(context) {}

    Result<void> mend(const Broken &link) {
        if (link.mayBeEmpty) {
            ++counts.cleared;
            return m_database.execute(u"UPDATE %1 SET %2 = NULL WHERE rowid = ?"_s.arg(link.table, link.column), {link.row});
        }
        TRY(parent, m_database.single(u"SELECT %1 FROM %2 WHERE rowid = ?"_s.arg(link.column, link.table), {link.row}));
        if (parent.isNull())
            return {}; // mended together with another
        if (link.parent == "writer"_L1)
            return addWriter(parent.integer());
        if (const RecordEntry *entry = m_catalogue.find(link.parent.toLatin1()))
            return addPlaceholder(*entry, Id{parent.integer()});
        ++counts.removed;
        return m_database.execute(u"DELETE FROM %1 WHERE rowid = ?"_s.arg(link.table), {link.row});
    }

    LinkCounts counts;

private:
    Result<void> addWriter(qint64 number) {
        return m_database.execute(u"INSERT OR IGNORE INTO writer (number, pc, name, joined_at) VALUES (?, ?, '', 0)"_s,
                                  {number, u"lost-%1"_s.arg(number)});
    }

    Result<void> addPlaceholder(const RecordEntry &entry, Id id) {
        TRY(there, db::findRow(m_database, *entry.type, id));
        if (there)
            return {};
        const db::RecordType &type = *entry.type;
        db::Values values = type.defaults;
        for (const char *column : {"name", "title", "label"})
            if (const int place = type.indexOf(column); place >= 0)
                values[place] = QCoreApplication::translate("kontor::recovery", "Lost, number %1").arg(id.value);
        if (entry.prepare)
            entry.prepare(values, m_context);
        ++counts.placeholders;
        return m_database.execute(type.insertSql, db::Values{id, qint64(1)} + values);
    }

    db::Database &m_database;
    const workspace::RecordCatalogue &m_catalogue;
    const workspace::DeriveContext &m_context;
};

} // namespace

Result<LinkCounts> mendLinks(db::Database &database, const workspace::RecordCatalogue &catalogue,
                             const workspace::DeriveContext &context) {
    Mender mender(database, catalogue, context);
    for (int round = 0; round < kMostRounds; ++round) {
        TRY(broken, brokenLinks(database));
        if (broken.isEmpty())
            break;
        for (const Broken &link : std::as_const(broken))
            TRY_VOID(mender.mend(link));
    }
    return mender.counts;
}

Result<void> raiseCounters(db::Database &database, const workspace::RecordCatalogue &catalogue) {
    QMap<qint64, qint64> highest; // id by writer
    const auto see = [&](const QString &sql) -> Result<void> {
        TRY(rows, database.query(sql));
        while (true) {
            TRY(more, rows.next());
            if (!more)
                return {};
            highest[rows.integer(0)] = qMax(highest.value(rows.integer(0)), rows.integer(1));
        }
    };
    QStringList tables{u"user"_s, u"import_batch"_s, u"import_row"_s};
    for (const RecordEntry *entry : catalogue.entries())
        tables << QString::fromLatin1(entry->type->table);
    for (const QString &table : std::as_const(tables))
        TRY_VOID(see(u"SELECT w.number, (SELECT max(id) FROM %1 WHERE id BETWEEN (w.number << 32) AND (w.number << 32) + 4294967295) "
                     "FROM writer w"_s.arg(table)));
    TRY_VOID(see(u"SELECT record_id >> 32, max(coalesce(last_id, record_id)) FROM change WHERE record <> 'operation' GROUP BY 1"_s));
    for (auto id = highest.cbegin(); id != highest.cend(); ++id)
        TRY_VOID(database.execute(u"UPDATE writer SET next_counter = max(next_counter, ?) + ? WHERE number = ?"_s,
                                  {(id.value() & ((qint64(1) << kCounterBits) - 1)) + 1, kLostNumbers, id.key()}));
    return {};
}

} // namespace kontor::recovery
