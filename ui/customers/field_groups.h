// The groups that the fields of a card stand in: three that every card has, and those that own fields name.
#pragma once

#include "custom_fields/custom_field.h"

#include <QStringList>

namespace kontor::ui {

enum class FieldGroup { Reach, About, Buys, Own };

FieldGroup fieldGroupOf(const QString &word); // as it is stored with an own field
// "How to reach", a title of the person's own, "Own fields".
QString fieldGroupText(const QString &word);
// What is stored for a title that was typed; that of one of the three is the same group in any case.
QString fieldGroupWord(const QString &typed);
// The three, "Own fields", and those that these fields name, each once.
QStringList fieldGroupTexts(const QList<CustomField> &fields);

} // namespace kontor::ui
