#include "history/version.h"

#include "history/record_name.h"
#include "workspace/change_order.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor::history {

using namespace Qt::StringLiterals;
using workspace::Change;
using workspace::RecordCatalogue;
using workspace::RecordEntry;
using workspace::What;

namespace {

constexpr const char *kParts[] = {"customer",     "contact_point", "address",     "important_date",
                                  "customer_tag", "custom_value",  "relation"};

bool isPart(const QByteArray &record) {
    return std::any_of(std::begin(kParts), std::end(kParts), [&](const char *part) { return record == part; });
}

bool isValue(const db::FieldInfo &field) {
    return !field.isDerived && field.column != "trashed_at" && field.column != "merged_into";
}

Error notThere(const char *text) {
    return Error{Code::NotFound, QCoreApplication::translate("kontor::history", text), QString(), QByteArray()};
}

// One record as it stood then, found by going through its changes from the newest to the oldest.
struct Then {
    bool existed = true;
    std::optional<db::Row> removed; // as it was when it went
    QHash<QByteArray, db::Value> values;
};

using RecordKey = QPair<QByteArray, qint64>;

class Comparison {
public:
    Comparison(db::Database &database, const RecordCatalogue &catalogue, Id customer)
        : m_database(database), m_catalogue(catalogue), m_customer(customer), m_names(catalogue) {}

    Result<QList<ChangeLine>> differences(qint64 after) {
        TRY(changes, workspace::changesAbout(m_database, m_customer, after));
        for (auto change = changes.crbegin(); change != changes.crend(); ++change)
            if (isPart(change->record))
                TRY_VOID(goBack(*change));
        TRY_VOID(findAddedInBulk(after));
        if (!m_then.value({"customer", m_customer.value}).existed)
            return notThere(QT_TRANSLATE_NOOP("kontor::history", "This act was before the customer was added here."));
        for (auto then = m_then.cbegin(); then != m_then.cend(); ++then)
            TRY_VOID(compare(then.key(), then.value()));
        std::stable_sort(m_lines.begin(), m_lines.end(),
                         [](const ChangeLine &a, const ChangeLine &b) { return placeOf(a) < placeOf(b); });
        return m_lines;
    }

private:
    // Removing comes before adding: a tag stands on a card only once.
    static int placeOf(const ChangeLine &line) {
        const int part = int(std::find_if(std::begin(kParts), std::end(kParts),
                                          [&](const char *name) { return line.change.record == name; }) -
                             std::begin(kParts));
        const int what = line.change.what == What::Update ? 0 : line.change.what == What::Delete ? 1 : 2;
        return part * 3 + what;
    }

    Result<void> goBack(const Change &change) {
        const RecordEntry *entry = m_catalogue.find(change.record);
        if (!entry)
            return {};
        Then &then = m_then[{change.record, change.recordId.value}];
        switch (change.what) {
        case What::Update: then.values[change.field] = change.before; break;
        case What::Insert: then = {false, std::nullopt, {}}; break;
        case What::Delete: {
            if (change.before.isNull())
                break; // deleted for good
            TRY(row, db::rowFromJson(*entry->type, change.before.text()));
            then = {true, row, {}};
        }
        }
        return {};
    }

    // Bulk inserts note ranges, which name nobody.
    Result<void> findAddedInBulk(qint64 after) {
        for (const char *part : kParts) {
            const RecordEntry *entry = m_catalogue.find(part);
            const QByteArray column = entry->type->aboutColumn.isEmpty() ? QByteArray("id") : entry->type->aboutColumn;
            TRY(rows, m_database.query(
                          u"SELECT r.id FROM %1 r JOIN change c ON c.last_id IS NOT NULL AND c.record = ? AND c.seq > ? AND "
                          "r.id BETWEEN c.record_id AND c.last_id WHERE r.%2 = ?"_s.arg(QLatin1StringView(part),
                                                                                         QString::fromLatin1(column)),
                          {QString::fromLatin1(part), after, m_customer}));
            while (true) {
                TRY(more, rows.next());
                if (!more)
                    break;
                m_then[{part, rows.integer(0)}] = {false, std::nullopt, {}};
            }
        }
        return {};
    }

    Result<void> compare(const RecordKey &key, const Then &then) {
        const db::RecordType &type = *m_catalogue.find(key.first)->type;
        TRY(now, db::findRow(m_database, type, Id{key.second}));
        if (!then.existed && now)
            return add(type, *now, What::Delete, {});
        if (then.existed && !now && then.removed)
            return bringBack(type, then);
        if (!then.existed || !now)
            return {};
        for (auto value = then.values.cbegin(); value != then.values.cend(); ++value) {
            const int at = type.indexOf(value.key());
            if (at < 0 || !isValue(type.fields[at]) || now->values[at] == value.value())
                continue;
            Change change;
            change.field = value.key();
            change.before = now->values[at];
            change.after = value.value();
            TRY_VOID(add(type, *now, What::Update, change));
        }
        return {};
    }

    // Not what points at something that is no longer there.
    Result<void> bringBack(const db::RecordType &type, const Then &then) {
        db::Row row = *then.removed;
        for (auto value = then.values.cbegin(); value != then.values.cend(); ++value)
            if (const int at = type.indexOf(value.key()); at >= 0)
                row.values[at] = value.value();
        for (int i = 0; i < type.fields.size(); ++i) {
            if (type.fields[i].kind != db::FieldKind::Reference || row.values[i].isNull())
                continue;
            TRY(name, m_names.name(m_database, type.fields[i].column, row.values[i]));
            if (name.isEmpty() && type.fields[i].column != type.aboutColumn)
                return {};
        }
        return add(type, row, What::Insert, {});
    }

    Result<void> add(const db::RecordType &type, const db::Row &row, What what, Change change) {
        change.record = type.table;
        change.recordId = row.id;
        change.aboutId = m_customer;
        change.what = what;
        change.version = row.version;
        ChangeLine line;
        line.change = change;
        line.type = &type;
        line.row = row;
        line.customer = m_customer;
        TRY(names, m_names.ofRow(m_database, type, row));
        line.names = names;
        if (what == What::Update) {
            TRY(before, m_names.name(m_database, change.field, change.before));
            TRY(after, m_names.name(m_database, change.field, change.after));
            line.beforeName = before;
            line.afterName = after;
        }
        m_lines << line;
        return {};
    }

    db::Database &m_database;
    const RecordCatalogue &m_catalogue;
    Id m_customer;
    ReferenceNames m_names;
    QMap<RecordKey, Then> m_then;
    QList<ChangeLine> m_lines;
};

Result<void> apply(workspace::Recorder &recorder, const ChangeLine &line, int &done) {
    const Change &change = line.change;
    if (change.what == What::Update) {
        TRY(row, db::findRow(recorder.database(), *line.type, change.recordId));
        if (row)
            TRY_VOID(recorder.updateFields(change.record, change.recordId, row->version, {{change.field, change.after}}));
    } else if (change.what == What::Insert) {
        db::Row row = *line.row;
        TRY_VOID(recorder.insertRow(change.record, row));
    } else if (const auto removed = recorder.removeRow(change.record, change.recordId); !removed) {
        if (removed.error().code == Code::Refused) // an entry or another card needs it
            return {};
        return removed.error();
    }
    ++done;
    return {};
}

} // namespace

Result<QList<ChangeLine>> differencesTo(db::Database &database, const RecordCatalogue &catalogue, Id customer, qint64 operation) {
    TRY(last, database.single(u"SELECT max(seq) FROM change WHERE operation = ?"_s, {operation}));
    if (last.isNull())
        return notThere(QT_TRANSLATE_NOOP("kontor::history", "This act is not in the history."));
    return Comparison(database, catalogue, customer).differences(last.integer());
}

workspace::OperationInfo restoreVersionInfo(Id customer) { return {u"restore_version"_s, "customer", customer}; }

Result<int> restoreVersion(workspace::Recorder &recorder, Id customer, qint64 operation) {
    TRY(lines, differencesTo(recorder.database(), recorder.catalogue(), customer, operation));
    int done = 0;
    for (const ChangeLine &line : std::as_const(lines))
        TRY_VOID(apply(recorder, line, done));
    return done;
}

} // namespace kontor::history
