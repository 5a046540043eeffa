// What an own field can hold, in the words of CustomField::kind and of people.
#pragma once

#include "forms/form_popover.h"

namespace kontor::ui {

QList<FormChoice> ownFieldKinds();
bool isOfChoices(const QString &ownFieldKind); // what can be chosen is told with the field

} // namespace kontor::ui
