#include "records/derived_values.h"

namespace kontor::records {

using namespace Qt::StringLiterals;

namespace {

// Keys whose algorithm may differ between PCs are compared only where this PC's own version wrote them.
bool isComparable(const db::FieldInfo &field, bool sameSortKeys) {
    if (!field.isDerived || field.column == "changed_at" || field.column == "last_contact_at" || field.column == "next_due_on" ||
        field.column == "bought_total")
        return false;
    return field.column != "sort_key" || sameSortKeys;
}

Result<void> addWrongValues(workspace::Base &base, const workspace::RecordEntry &entry, bool sameSortKeys,
                            QList<WrongValue> &wrong) {
    const db::RecordType &type = *entry.type;
    TRY(rows, base.database().query(u"SELECT %1 FROM %2"_s.arg(columnList(type), QString::fromLatin1(type.table))));
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return {};
        const db::Row row = db::readRow(rows, type);
        db::Values fresh = row.values;
        entry.prepare(fresh, base.context());
        for (int i = 0; i < type.fields.size(); ++i)
            if (isComparable(type.fields[i], sameSortKeys) && fresh[i] != row.values[i])
                wrong.append({type.table, row.id, type.fields[i].column, fresh[i]});
    }
}

} // namespace

Result<QList<WrongValue>> wrongDerivedValues(workspace::Base &base) {
    TRY(version, base.database().single(u"SELECT value FROM setting WHERE name = 'sort_key_version'"_s));
    const bool sameSortKeys = version.text() == Collation::version();
    QList<WrongValue> wrong;
    for (const workspace::RecordEntry *entry : base.catalogue().entries())
        if (entry->prepare)
            TRY_VOID(addWrongValues(base, *entry, sameSortKeys, wrong));
    return wrong;
}

Result<qint64> mendDerivedValues(workspace::Base &base) {
    TRY(wrong, wrongDerivedValues(base));
    TRY(transaction, db::WriteTransaction::begin(base.database()));
    for (const WrongValue &value : std::as_const(wrong))
        TRY_VOID(base.database().execute(
            u"UPDATE %1 SET %2 = ? WHERE id = ?"_s.arg(QString::fromLatin1(value.table), QString::fromLatin1(value.column)),
            {value.fresh, value.id}));
    TRY_VOID(transaction->commit());
    return wrong.size();
}

} // namespace kontor::records
