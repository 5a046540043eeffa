// Where each column of a table goes: by its title, by what the person said, and, without titles, by what stands in it.
#pragma once

#include "base/result.h"
#include "exchange/header_aliases.h"

#include <QStringList>

namespace kontor::exchange {

class ValueWords;

struct Column {
    Field field = Field::None;
    QString label = {}; // of contact points, dates, relations; name of a custom field
    QString group = {}; // columns of one address or one contact point belong together
    int number = 0;
    QString idPrefix = {};        // before ids: of which program and table they are
    QString constant = {};        // of a column that the file does not have: what every row has there
    bool isLastOfSeveral = false; // of values between semicolons the last counts
};

// "phone.work", "custom.Shoe size", "important_date.Licence": the part behind the dot is the label. Nothing where there is no such field.
std::optional<Column> columnNamed(const QString &name);

// As "--map Column=field" takes it: "phone", "custom.Shoe size".
QByteArray fieldNameOf(const Column &column);

struct Preset;

struct ColumnMap {
    FileKind kind = FileKind::Customers;
    QList<Column> columns;          // one for each column of the file, then the constants of a preset
    const Preset *preset = nullptr; // whose layout the file has
    bool isEmpty() const;
    int indexOf(Field field) const; // -1: no such column
};

struct MapRequest {
    std::optional<FileKind> kind;                // --as
    QList<std::pair<QString, QString>> mappings; // --map "Column=field"
    QStringList plainTitles = {};                // what the titles are understood by, where that is not the titles themselves
    const Preset *preset = nullptr;              // counts unless `kind` is another one
    QString tableName = {};                      // of the file, or in it
};

// Errors: Invalid when a mapping names no column or no field.
Result<ColumnMap> mapColumns(const QStringList &titles, const QList<QStringList> &rows, bool hasHeader, const MapRequest &request,
                             const HeaderAliases &aliases, const ValueWords &words);

// The column of that title, or of that number counted from 1; -1 where there is none.
int columnTitled(const QStringList &titles, const QString &title);
Error noColumn(const QString &title);

// "Column=field" as typed.
Result<std::pair<QString, QString>> parseMapping(const QString &text);

} // namespace kontor::exchange
