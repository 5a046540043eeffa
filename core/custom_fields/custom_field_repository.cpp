#include "custom_fields/custom_field_repository.h"

#include "base/fold.h"
#include "base/partial_date.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

namespace kontor {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::custom_fields", text); }

Error invalid(const CustomField &field, const char *message, const QString &text) {
    return Error{Code::Invalid, tr(message).arg(text, field.label), QString(), "custom." + field.name.toUtf8()};
}

Result<CustomValue> valueOf(const CustomField &field, const QString &text) {
    CustomValue value;
    value.customFieldId = field.id;
    if (field.kind == "number"_L1 || field.kind == "money"_L1) {
        bool isNumber = false;
        value.number = text.toDouble(&isNumber);
        if (!isNumber)
            return invalid(
                field, QT_TRANSLATE_NOOP("kontor::custom_fields", "“%1” is not a number for “%2”. Enter it as 1234.5."), text);
    } else if (field.kind == "yes_no"_L1) {
        const QString word = text.toLower();
        if (!QStringList{u"yes"_s, u"no"_s, u"true"_s, u"false"_s, u"1"_s, u"0"_s}.contains(word))
            return invalid(field, QT_TRANSLATE_NOOP("kontor::custom_fields", "“%1” is not possible for “%2”. Enter yes or no."),
                           text);
        value.number = word == "yes"_L1 || word == "true"_L1 || word == "1"_L1 ? 1 : 0;
    } else if (field.kind == "date"_L1) {
        const auto date = parsePartialDate(text);
        if (!date)
            return invalid(
                field, QT_TRANSLATE_NOOP("kontor::custom_fields", "“%1” is not a date for “%2”. Enter it as 2026-12-31."), text);
        value.text = partialDateText(*date);
    } else {
        value.text = text;
    }
    return value;
}

QStringList partsOf(const QString &text) {
    QStringList parts;
    for (const QString &part : text.split(u';', Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            parts << part.trimmed();
    return parts;
}

// What the person took away goes, what they put on comes, and what others did meanwhile stays.
QStringList unitedChoices(const QList<CustomValue> &existing, const QStringList &before, const QStringList &wanted) {
    QStringList united;
    for (const CustomValue &value : existing)
        if (!before.contains(value.text) || wanted.contains(value.text))
            united << value.text;
    for (const QString &choice : wanted)
        if (!before.contains(choice) && !united.contains(choice))
            united << choice;
    return united;
}

QString shownText(const CustomValue &value) {
    return value.number ? QString::number(*value.number, 'g', QLocale::FloatingPointShortest) : value.text;
}

// Both may be nothing: an empty text.
Result<void> checkUnchanged(const CustomField &field, const QList<CustomValue> &existing, const QString &before,
                            const QString &wanted) {
    const auto stands = [&](const QString &text) -> Result<bool> {
        if (text.trimmed().isEmpty() || existing.isEmpty())
            return text.trimmed().isEmpty() == existing.isEmpty();
        TRY(value, valueOf(field, text.trimmed()));
        return value.text == existing.first().text && value.number == existing.first().number;
    };
    TRY(isUnchanged, stands(before));
    TRY(isWanted, stands(wanted));
    if (isUnchanged || isWanted)
        return {};
    return Error{Code::Conflict,
                 tr("Someone else changed “%1” in the meantime: it is now “%2”, you entered “%3”. Nothing was overwritten; look "
                    "at both and enter it again.")
                     .arg(field.label, existing.isEmpty() ? QString() : shownText(existing.first()), wanted),
                 QString(), "custom." + field.name.toUtf8()};
}

} // namespace

Result<CustomField> ensureCustomField(Recorder &recorder, const QString &name, const QString &kind) {
    const QString trimmed = name.simplified();
    if (trimmed.isEmpty())
        return Error{Code::Invalid, tr("A field needs a name."), QString(), QByteArrayLiteral("custom")};
    TRY(existing, db::select<CustomField>(recorder.database(), u"name = ?"_s, {trimmed}));
    if (!existing.isEmpty())
        return existing.first();
    TRY(position, recorder.database().single(u"SELECT coalesce(max(position) + 1, 0) FROM custom_field"_s));
    CustomField field;
    field.name = field.label = trimmed;
    field.kind = kind;
    field.position = position.integer();
    TRY_VOID(recorder.insert(field));
    field.version = 1;
    return field;
}

Result<CustomField> addCustomField(Recorder &recorder, const QString &label, const QString &kind, const QStringList &choices) {
    const QString trimmed = label.simplified();
    const auto refused = [](const QString &message) {
        return Error{Code::Invalid, message, QString(), QByteArrayLiteral("label")};
    };
    TRY(fields, customFields(recorder.database()));
    if (const CustomField *known = customFieldCalled(fields, trimmed))
        return refused(tr("There is a field “%1” already.").arg(known->label));
    if ((kind == "choice"_L1 || kind == "choices"_L1) && choices.isEmpty())
        return refused(tr("Enter what can be chosen, one on each line."));
    TRY(field, ensureCustomField(recorder, trimmed, kind));
    CustomField after = field;
    after.trashedAt = std::nullopt; // a field of that name that was in the trash comes back
    after.kind = kind;
    after.choices = QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(choices)).toJson(QJsonDocument::Compact));
    TRY_VOID(recorder.update(field, after));
    TRY(stored, db::find<CustomField>(recorder.database(), field.id));
    return *stored;
}

QStringList choicesOf(const CustomField &field) {
    QStringList choices;
    for (const QJsonValue &choice : QJsonDocument::fromJson(field.choices.toUtf8()).array())
        choices << choice.toString();
    return choices;
}

Result<void> setCustomValue(Recorder &recorder, Id customer, const QString &name, const QString &text,
                            const std::optional<QString> &before) {
    TRY(field, ensureCustomField(recorder, name));
    TRY(existing, db::select<CustomValue>(recorder.database(), u"customer_id = ? AND custom_field_id = ? ORDER BY id"_s,
                                          {customer, field.id}));
    QList<CustomValue> wanted;
    QStringList parts{text};
    if (field.kind == "choices"_L1)
        parts = before ? unitedChoices(existing, partsOf(*before), partsOf(text)) : partsOf(text);
    else if (before)
        TRY_VOID(checkUnchanged(field, existing, *before, text));
    for (const QString &part : parts) {
        if (part.trimmed().isEmpty())
            continue;
        TRY(value, valueOf(field, part.trimmed()));
        value.customerId = customer;
        wanted << value;
    }
    for (qsizetype i = 0; i < qMax(existing.size(), wanted.size()); ++i) {
        if (i >= wanted.size())
            TRY_VOID(recorder.remove<CustomValue>(existing[i].id));
        else if (i >= existing.size())
            TRY_VOID(recorder.insert(wanted[i]));
        else {
            wanted[i].id = existing[i].id;
            TRY_VOID(recorder.update(existing[i], wanted[i]));
        }
    }
    return {};
}

Result<QList<CustomField>> customFields(db::Database &database) {
    return db::select<CustomField>(database, u"trashed_at IS NULL ORDER BY position, id"_s);
}

const CustomField *customFieldCalled(const QList<CustomField> &fields, const QString &name) {
    const QString folded = fold(name.simplified());
    const auto known = std::find_if(fields.cbegin(), fields.cend(), [&folded](const CustomField &field) {
        return fold(field.label) == folded || fold(field.name) == folded;
    });
    return known == fields.cend() ? nullptr : &*known;
}

} // namespace kontor
