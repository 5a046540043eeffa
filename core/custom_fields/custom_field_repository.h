// The user's own fields: named custom.NAME in rules, mappings and on the command line.
#pragma once

#include "custom_fields/custom_field.h"
#include "workspace/recorder.h"

namespace kontor {

// The field of that name, made as a text field where there is none. Errors: Invalid (empty name).
Result<CustomField> ensureCustomField(workspace::Recorder &recorder, const QString &name,
                                      const QString &kind = QStringLiteral("text"));
// A new field of the user's; its name is made of the label. Errors: Invalid (no label, one that is there already, a choice without choices).
Result<CustomField> addCustomField(workspace::Recorder &recorder, const QString &label, const QString &kind,
                                   const QStringList &choices = {});
QStringList choicesOf(const CustomField &field);
// Sets the customer's value from text; several choices are separated by ";"; an empty text removes it. `before`: what stood there
// when it was read; of several choices both sides' then stay. Errors: Invalid (not of the field's kind), Conflict (another value stands there now).
Result<void> setCustomValue(workspace::Recorder &recorder, Id customer, const QString &name, const QString &text,
                            const std::optional<QString> &before = std::nullopt);
Result<QList<CustomField>> customFields(db::Database &database);
// The one that is called so, by its name or its label, in small letters or capitals; nullptr: none is.
const CustomField *customFieldCalled(const QList<CustomField> &fields, const QString &name);

} // namespace kontor
