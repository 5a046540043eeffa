// What a person does with the list of own fields: rename, order, remove.
#pragma once

#include "custom_fields/custom_field.h"
#include "workspace/recorder.h"

namespace kontor {

// What forms and lists call it; rules and mappings go on with its name. Errors: Invalid, NotFound.
Result<void> renameCustomField(workspace::Recorder &recorder, Id field, const QString &label);
// Of the kinds choice and choices. A choice that is gone stays with the customers who have it.
Result<void> setCustomFieldChoices(workspace::Recorder &recorder, Id field, const QStringList &choices);
// Where it stands on the card, as CustomField::group. Errors: NotFound.
Result<void> setCustomFieldGroup(workspace::Recorder &recorder, Id field, const QString &group);
// To place `position`, counted from 0, among those that are not in the trash.
Result<void> moveCustomField(workspace::Recorder &recorder, Id field, int position);
// The values stay where they are and come back with the field.
Result<void> trashCustomField(workspace::Recorder &recorder, Id field);

} // namespace kontor
