#include "customers/bulk_change.h"

#include "base/fold.h"
#include "custom_fields/custom_field_repository.h"
#include "customers/bulk_steps.h"
#include "customers/customer_repository.h"
#include "customers/customer_type.h"
#include "customers/field_text.h"
#include "db/id_list.h"
#include "tags/tag_repository.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

constexpr QByteArrayView kCustomPrefix("custom.");

QString tr(const char *text) { return QCoreApplication::translate("kontor::customers", text); }

// The customers whom a change changes: SQL with one row for each, and what it binds after the ids.
struct Wanting {
    QString sql;
    db::Values values;
};

QString amongIds(const QString &condition) {
    return u"SELECT c.id FROM customer c WHERE c.id IN (SELECT value FROM json_each(?)) AND c.trashed_at IS NULL AND %1"_s.arg(
        condition);
}

Result<Wanting> wantingOwnField(db::Database &database, const BulkChange &change) {
    const QString name = QString::fromUtf8(change.column.mid(kCustomPrefix.size()));
    TRY(fields, db::select<CustomField>(database, u"name = ? AND trashed_at IS NULL"_s, {name}));
    if (fields.isEmpty())
        return Error{Code::Invalid, tr("There is no field “%1”.").arg(name), QString(), change.column};
    // The comparison is of the plain text; a number that is written otherwise is simply set once more.
    const QString values = u"SELECT group_concat(CASE WHEN v.number IS NULL THEN v.text ELSE printf('%g', v.number) END, ';')"
                           " FROM custom_value v WHERE v.customer_id = c.id AND v.custom_field_id = ?"_s;
    QString text = change.text.trimmed();
    if (fields.first().kind == "yes_no"_L1 && !text.isEmpty())
        text = text == "yes"_L1 || text == "1"_L1 || text == "true"_L1 ? u"1"_s : u"0"_s;
    return Wanting{amongIds(u"coalesce((%1), '') <> ?"_s.arg(values)), {fields.first().id, text}};
}

Result<Wanting> wantingField(db::Database &database, const BulkChange &change) {
    if (change.column.startsWith(kCustomPrefix))
        return wantingOwnField(database, change);
    const db::FieldInfo *field = editableField(db::recordType<Customer>(), change.column);
    if (!field)
        return Error{Code::Invalid, tr("There is no field “%1”.").arg(QString::fromUtf8(change.column)), QString(),
                     change.column};
    TRY(value, customerValueFromText(database, *field, change.text));
    return Wanting{amongIds(u"c.%1 IS NOT ?"_s.arg(QString::fromLatin1(field->column))), {value}};
}

Result<Wanting> wanting(db::Database &database, const BulkChange &change) {
    const QString carries = u"EXISTS (SELECT 1 FROM customer_tag l JOIN tag t ON t.id = l.tag_id"
                            " WHERE l.customer_id = c.id AND t.name_folded = ?)"_s;
    switch (change.kind) {
    case BulkChange::Kind::SetField: return wantingField(database, change);
    case BulkChange::Kind::AddTag: return Wanting{amongIds(u"NOT "_s + carries), {fold(change.text.simplified())}};
    case BulkChange::Kind::RemoveTag: return Wanting{amongIds(carries), {fold(change.text.simplified())}};
    case BulkChange::Kind::Trash: break;
    }
    return Wanting{amongIds(u"true"_s), {}};
}

Result<QList<Id>> customersWanting(db::Database &database, const QList<Id> &customers, const BulkChange &change) {
    TRY(wanted, wanting(database, change));
    return idsOf(database, wanted.sql, db::Values{jsonOf(customers)} + wanted.values);
}

Result<void> removeTag(Recorder &recorder, Id customer, const QString &name) {
    TRY(tag, recorder.database().single(u"SELECT id FROM tag WHERE name_folded = ?"_s, {fold(name.simplified())}));
    return tag.isNull() ? Result<void>() : untagCustomer(recorder, customer, Id{tag.integer()});
}

// What is set is known before; of a column it is the same value for everybody.
Result<void> setField(Recorder &recorder, Id customer, const BulkChange &change, const workspace::FieldValue &value) {
    TRY(row, db::findRow(recorder.database(), db::recordType<Customer>(), customer));
    if (!row)
        return {}; // deleted for good since it was counted
    if (change.column.startsWith(kCustomPrefix)) {
        TRY_VOID(setCustomerFields(recorder, customer, row->version, {{change.column, change.text}}));
        return {};
    }
    TRY_VOID(recorder.updateRow(Customer::kTable, *row, {value}));
    return {};
}

Result<void> changeOne(Recorder &recorder, Id customer, const BulkChange &change, const workspace::FieldValue &value) {
    switch (change.kind) {
    case BulkChange::Kind::AddTag: return tagCustomer(recorder, customer, change.text);
    case BulkChange::Kind::RemoveTag: return removeTag(recorder, customer, change.text);
    case BulkChange::Kind::Trash: return trashCustomer(recorder, customer);
    case BulkChange::Kind::SetField: break;
    }
    return setField(recorder, customer, change, value);
}

// The value of each change that sets a column.
Result<QList<workspace::FieldValue>> valuesOf(db::Database &database, const QList<BulkChange> &changes) {
    QList<workspace::FieldValue> values;
    for (const BulkChange &change : changes) {
        workspace::FieldValue value;
        if (change.kind == BulkChange::Kind::SetField && !change.column.startsWith(kCustomPrefix)) {
            TRY(read, customerField(database, {change.column, change.text}));
            value = read;
        }
        values << value;
    }
    return values;
}

struct Step {
    Id customer;
    qsizetype change = 0;
};

Result<QList<Step>> planOf(workspace::Base &base, const QList<Id> &customers, const QList<BulkChange> &changes) {
    return base.read([&](db::Database &database) -> Result<QList<Step>> {
        QList<Step> steps;
        for (qsizetype i = 0; i < changes.size(); ++i) {
            TRY(ids, customersWanting(database, customers, changes[i]));
            for (const Id id : std::as_const(ids))
                steps << Step{id, i};
        }
        return steps;
    });
}

workspace::OperationInfo infoOf(const QList<Step> &steps, qint64 customers, const QList<BulkChange> &changes) {
    workspace::OperationInfo info{u"bulk"_s, "customer", {}, {{u"count"_s, customers}}};
    switch (changes.first().kind) {
    case BulkChange::Kind::AddTag:
    case BulkChange::Kind::RemoveTag: info.kind = u"tag"_s; break;
    case BulkChange::Kind::Trash: info.kind = u"trash"_s; break;
    case BulkChange::Kind::SetField:
        if (const db::FieldInfo *field = editableField(db::recordType<Customer>(), changes.first().column))
            info.detail.insert(u"field"_s, QString::fromLatin1(field->label));
    }
    if (customers == 1)
        info.subjectId = steps.first().customer;
    return info;
}

} // namespace

Result<BulkPreview> previewBulkChange(db::Database &database, const QList<Id> &customers, const BulkChange &change) {
    TRY(ids, customersWanting(database, customers, change));
    TRY(present,
        database.single(u"SELECT count(*) FROM customer WHERE trashed_at IS NULL AND id IN (SELECT value FROM json_each(?))"_s,
                        {jsonOf(customers)}));
    return BulkPreview{ids.size(), present.integer() - ids.size()};
}

Result<qint64> applyBulkChange(workspace::Base &base, const QList<Id> &customers, const QList<BulkChange> &changes,
                               const std::function<bool(qint64)> &progress) {
    TRY(steps, planOf(base, customers, changes));
    QSet<Id> changed;
    for (const Step &step : std::as_const(steps))
        changed.insert(step.customer);
    if (steps.isEmpty())
        return 0;
    TRY(values, valuesOf(base.database(), changes));
    TRY_VOID(applySteps(
        base, infoOf(steps, changed.size(), changes), steps,
        [&](Recorder &recorder, const Step &step, qsizetype) {
            return changeOne(recorder, step.customer, changes[step.change], values[step.change]);
        },
        progress));
    return changed.size();
}

Result<QList<TagCount>> tagCounts(db::Database &database, const QList<Id> &customers) {
    TRY(statement, database.prepareBulk(u"SELECT t.name, t.colour, count(l.customer_id) FROM tag t LEFT JOIN customer_tag l"
                                        " ON l.tag_id = t.id AND l.customer_id IN (SELECT value FROM json_each(?))"
                                        " GROUP BY t.id ORDER BY t.name_folded"_s));
    statement.bind(0, db::Value(jsonOf(customers)));
    QList<TagCount> counts;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return counts;
        counts << TagCount{statement.text(0), int(statement.integer(1)), statement.integer(2)};
    }
}

} // namespace kontor
