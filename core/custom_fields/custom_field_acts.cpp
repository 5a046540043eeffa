#include "custom_fields/custom_field_acts.h"

#include "base/fold.h"
#include "custom_fields/custom_field_repository.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace kontor {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::custom_fields", text); }

QString toJson(const QStringList &choices) {
    QJsonArray list;
    for (const QString &choice : choices)
        if (const QString text = choice.simplified(); !text.isEmpty() && !list.contains(text))
            list.append(text);
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

Result<CustomField> existing(Recorder &recorder, Id id) {
    TRY(field, db::find<CustomField>(recorder.database(), id));
    if (!field)
        return Error{Code::NotFound, tr("This field is no longer there."), QString(), QByteArrayLiteral("custom")};
    return *field;
}

Result<QString> usableLabel(Recorder &recorder, const QString &label, Id except) {
    const QString usable = label.simplified();
    if (usable.isEmpty())
        return Error{Code::Invalid, tr("A field needs a name."), QString(), QByteArrayLiteral("custom")};
    TRY(fields, customFields(recorder.database()));
    for (const CustomField &field : std::as_const(fields))
        if (field.id != except && fold(field.label) == fold(usable))
            return Error{Code::Invalid, tr("There is a field named “%1” already. Choose another name.").arg(field.label),
                         QString(), QByteArrayLiteral("custom")};
    return usable;
}

// The name that rules use is never given twice, also not to what lies in the trash.
Result<QString> freeName(Recorder &recorder, const QString &label) {
    QString name = label;
    for (int number = 2;; ++number) {
        TRY(taken, recorder.database().single(u"SELECT 1 FROM custom_field WHERE name = ?"_s, {name}));
        if (taken.isNull())
            return name;
        name = u"%1 %2"_s.arg(label).arg(number);
    }
}

} // namespace

QStringList choicesOf(const CustomField &field) {
    QStringList choices;
    for (const QJsonValue value : QJsonDocument::fromJson(field.choices.toUtf8()).array())
        choices << value.toString();
    return choices;
}

Result<Id> addCustomField(Recorder &recorder, const QString &label, const QString &kind, const QStringList &choices) {
    TRY(usable, usableLabel(recorder, label, {}));
    if (!db::recordType<CustomField>().find("kind")->choices.contains(kind))
        return Error{Code::Invalid, tr("There is no such kind of field."), u"kind "_s + kind, QByteArrayLiteral("kind")};
    TRY(name, freeName(recorder, usable));
    TRY(position, recorder.database().single(u"SELECT coalesce(max(position) + 1, 0) FROM custom_field"_s));
    CustomField field;
    field.name = name;
    field.label = usable;
    field.kind = kind;
    field.choices = toJson(choices);
    field.position = position.integer();
    return recorder.insert(field);
}

Result<void> renameCustomField(Recorder &recorder, Id id, const QString &label) {
    TRY(before, existing(recorder, id));
    TRY(usable, usableLabel(recorder, label, id));
    CustomField after = before;
    after.label = usable;
    return recorder.update(before, after);
}

Result<void> setCustomFieldChoices(Recorder &recorder, Id id, const QStringList &choices) {
    TRY(before, existing(recorder, id));
    CustomField after = before;
    after.choices = toJson(choices);
    return recorder.update(before, after);
}

Result<void> moveCustomField(Recorder &recorder, Id id, int position) {
    TRY(fields, customFields(recorder.database()));
    const auto at = std::find_if(fields.begin(), fields.end(), [id](const CustomField &field) { return field.id == id; });
    if (at == fields.end())
        return Error{Code::NotFound, tr("This field is no longer there."), QString(), QByteArrayLiteral("custom")};
    fields.move(at - fields.begin(), qBound(0, position, int(fields.size()) - 1));
    for (qsizetype i = 0; i < fields.size(); ++i) {
        CustomField after = fields[i];
        after.position = i;
        TRY_VOID(recorder.update(fields[i], after));
    }
    return {};
}

Result<void> trashCustomField(Recorder &recorder, Id id) {
    TRY(before, existing(recorder, id));
    CustomField after = before;
    after.trashedAt = recorder.now();
    return recorder.update(before, after);
}

} // namespace kontor
