// The whole base as one JSON file: what README.md of this folder describes. Both directions stream.
#pragma once

#include "db/record.h"
#include "workspace/base.h"

#include <QList>

namespace kontor::exchange {

constexpr int kBaseJsonVersion = 1;

// A member of the file and the table that its records stand in, parents before what refers to them.
struct BaseJsonTable {
    const db::RecordType *type = nullptr;
    bool hasKey = false; // others refer to its records by it
};
const QList<BaseJsonTable> &baseJsonTables();

// The table whose records that column refers to, empty for a column that refers to none.
QByteArray referredTable(QByteArrayView column);
// Derived columns are made anew; only the day of the last change cannot be.
bool isInBaseJson(const db::FieldInfo &field);
// Settings that are the file's own and not of what is in it.
bool isOwnSetting(const QString &name);

} // namespace kontor::exchange
