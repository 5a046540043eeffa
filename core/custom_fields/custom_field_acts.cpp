#include "custom_fields/custom_field_acts.h"

#include "base/fold.h"
#include "custom_fields/custom_field_repository.h"
#include "workspace/record_order.h"

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

} // namespace

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
    if (after.choices == "[]"_L1)
        return Error{Code::Invalid, tr("A field to choose from needs at least one choice."), QString(),
                     QByteArrayLiteral("choices")};
    return recorder.update(before, after);
}

Result<void> setCustomFieldGroup(Recorder &recorder, Id id, const QString &group) {
    TRY(before, existing(recorder, id));
    CustomField after = before;
    after.group = group.simplified();
    return recorder.update(before, after);
}

Result<void> moveCustomField(Recorder &recorder, Id id, int position) {
    TRY(fields, customFields(recorder.database()));
    const auto at = std::find_if(fields.begin(), fields.end(), [id](const CustomField &field) { return field.id == id; });
    if (at == fields.end())
        return Error{Code::NotFound, tr("This field is no longer there."), QString(), QByteArrayLiteral("custom")};
    fields.move(at - fields.begin(), qBound(0, position, int(fields.size()) - 1));
    return workspace::keepOrder(recorder, fields);
}

Result<void> trashCustomField(Recorder &recorder, Id id) {
    TRY(before, existing(recorder, id));
    CustomField after = before;
    after.trashedAt = recorder.now();
    return recorder.update(before, after);
}

} // namespace kontor
