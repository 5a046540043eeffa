// What a person types or a command line gives as the value of a field, and back.
#pragma once

#include "base/result.h"
#include "db/record.h"

namespace kontor {

// `column` is the column's name, or the shorter one that rules use (birthday). nullptr: there is no such field that a person may set.
const db::FieldInfo *editableField(const db::RecordType &type, QByteArrayView column);

// Errors: Invalid, with the field, what is wrong with the value and what it should look like.
Result<db::Value> valueFromText(const db::FieldInfo &field, const QString &text);
// The plain form that valueFromText reads back.
QString textOfValue(const db::FieldInfo &field, const db::Value &value);
QString labelOf(const db::FieldInfo &field); // translated

} // namespace kontor
