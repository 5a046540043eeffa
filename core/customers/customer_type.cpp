#include "customers/customer_type.h"

#include "customers/field_text.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::customers", text); }

struct BuiltIn {
    QLatin1StringView name;
    const char *label;
    int colour;
};

constexpr BuiltIn kBuiltIn[] = {{"lead"_L1, QT_TRANSLATE_NOOP("kontor::customers", "Lead"), 6},
                                {"prospect"_L1, QT_TRANSLATE_NOOP("kontor::customers", "Prospect"), 7},
                                {"customer"_L1, QT_TRANSLATE_NOOP("kontor::customers", "Customer"), 4},
                                {"former"_L1, QT_TRANSLATE_NOOP("kontor::customers", "Former"), 0}};

} // namespace

QString CustomerType::label() const {
    if (!wording.isEmpty())
        return wording;
    for (const BuiltIn &known : kBuiltIn)
        if (known.name == name)
            return tr(known.label);
    return name;
}

QList<CustomerType> CustomerType::builtIn() {
    QList<CustomerType> types;
    for (const BuiltIn &known : kBuiltIn) {
        CustomerType type;
        type.name = known.name;
        type.colour = known.colour;
        types << type;
    }
    return types;
}

workspace::WordMessages CustomerType::messages() {
    return {QByteArrayLiteral("type"), tr("This type is no longer there."), tr("A type needs a name."),
            tr("There is a type “%1” already. Choose another name."), tr("Forty types are the most. Remove one first.")};
}

Result<QList<CustomerTypeUse>> customerTypeUses(db::Database &database) {
    TRY(list, CustomerTypeList::load(database));
    TRY(rows, database.query(u"SELECT lifecycle, count(*) FROM customer WHERE lifecycle <> '' AND trashed_at IS NULL AND "
                             "merged_into IS NULL GROUP BY lifecycle ORDER BY count(*) DESC, lifecycle"_s));
    QHash<QString, qint64> counts;
    QList<CustomerTypeUse> unlisted;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            break;
        counts.insert(rows.text(0), rows.integer(1));
        if (list.find(rows.text(0)))
            continue;
        CustomerType type;
        type.name = rows.text(0);
        unlisted << CustomerTypeUse{type, rows.integer(1), false};
    }
    QList<CustomerTypeUse> uses;
    for (const CustomerType &type : list.offered())
        uses << CustomerTypeUse{type, counts.value(type.name)};
    return uses + unlisted;
}

Result<db::Value> customerValueFromText(db::Database &database, const db::FieldInfo &field, const QString &text) {
    if (field.column != "lifecycle" || text.trimmed().isEmpty())
        return valueFromText(field, text);
    const QString given = text.trimmed();
    TRY(list, CustomerTypeList::load(database));
    if (list.find(given))
        return db::Value(given);
    if (const CustomerType *type = list.findLabel(given))
        return db::Value(type->name);
    QStringList names;
    for (const CustomerType &type : list.offered())
        names << type.name;
    return Error{Code::Invalid,
                 tr("“%1” is not possible for “%2”. Choose one of: %3.").arg(given, labelOf(field), names.join(u", "_s)),
                 QString(), field.column};
}

} // namespace kontor
