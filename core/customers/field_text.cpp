#include "customers/field_text.h"

#include "base/partial_date.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

struct Alias {
    QLatin1StringView name;
    const char *column;
};

constexpr Alias kAliases[] = {{"birthday"_L1, "birthday_on"}, {"type"_L1, "lifecycle"}};

QString tr(const char *text) { return QCoreApplication::translate("kontor::customers", text); }

Error invalid(const db::FieldInfo &field, const QString &message) {
    return Error{Code::Invalid, message, QString(), field.column};
}

Result<db::Value> integerFrom(const db::FieldInfo &field, const QString &text) {
    if (text.isEmpty())
        return db::Value();
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber)
        return invalid(field, tr("“%1” is not a whole number for “%2”. Enter digits only.").arg(text, labelOf(field)));
    return db::Value(number);
}

Result<db::Value> dateFrom(const db::FieldInfo &field, const QString &text) {
    if (text.isEmpty())
        return db::Value(QString());
    const auto date = parsePartialDate(text);
    if (!date)
        return invalid(
            field,
            tr("“%1” is not a date for “%2”. Enter it as 1980-12-31, or --12-31 without a year.").arg(text, labelOf(field)));
    return db::Value(partialDateText(*date));
}

Result<db::Value> choiceFrom(const db::FieldInfo &field, const QString &text) {
    if (!text.isEmpty() && !field.choices.contains(text))
        return invalid(
            field,
            tr("“%1” is not possible for “%2”. Choose one of: %3.").arg(text, labelOf(field), field.choices.join(u", "_s)));
    return db::Value(text);
}

} // namespace

const db::FieldInfo *editableField(const db::RecordType &type, QByteArrayView column) {
    QByteArray name = column.toByteArray();
    for (const Alias &alias : kAliases)
        if (name == alias.name.latin1())
            name = alias.column;
    const db::FieldInfo *field = type.find(name);
    return field && !field->isTechnical ? field : nullptr;
}

QString labelOf(const db::FieldInfo &field) { return QCoreApplication::translate("kontor::fields", field.label); }

Result<db::Value> valueFromText(const db::FieldInfo &field, const QString &text) {
    switch (field.kind) {
    case db::FieldKind::Integer: return integerFrom(field, text.trimmed());
    case db::FieldKind::Date: return dateFrom(field, text.trimmed());
    case db::FieldKind::Choice: return choiceFrom(field, text.trimmed());
    case db::FieldKind::LongText: return db::Value(text);
    default: return db::Value(text.trimmed());
    }
}

QString textOfValue(const db::FieldInfo &field, const db::Value &value) {
    Q_UNUSED(field)
    return value.text();
}

} // namespace kontor
