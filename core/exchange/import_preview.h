// What a file holds before anything of it is taken in: how it was read, what stands in it, where its columns would go.
#pragma once

#include "exchange/column_map.h"
#include "exchange/import_options.h"

#include "workspace/base.h"

namespace kontor::exchange {

struct TablePreview {
    QString name;       // of a sheet or the like; empty where the file is one table
    QStringList others; // sheets or files in it that are left out
    FileKind kind = FileKind::Customers;
    QByteArray charset;
    QChar delimiter; // null where cells are not delimited by a character
    bool hasHeader = true;
    QStringList titles;                     // one for each column; empty texts where there is no header
    QList<QStringList> rows;                // the first of them
    QList<Column> columns;                  // where each goes
    QList<bool> isCertain;                  // by column: because of its title or the person's word, not of a guess
    qint64 size = 0;                        // bytes of the file
    bool isGarbled = false;                 // characters in it look as if read in the wrong character set
    std::optional<RecognisedPreset> preset; // whose layout it has; presetSentence() says it in words
    QList<DateQuestion> dateQuestions; // columns of dates that can be read in two ways: ImportOptions::dateOrders answers them
    QList<DateStyle> dateStyles;       // by column, with what was assumed or answered
    QList<Column> constants;           // what the preset gives every row, behind `columns`
};

// Of all tables of the file, with the choices of `options` (kind, mappings, charset, delimiter) carried out. Errors as of importFiles(), and Invalid for a file without anything in it.
Result<QList<TablePreview>> previewFile(const QString &path, const workspace::BaseSettings &settings,
                                        const ImportOptions &options);

// Data records of the file's first table, the one that is shown.
struct RowCount {
    qint64 rows = 0;       // all of them, as the import will count them
    qint64 unreadable = 0; // of these: a quote that is not closed, a damaged entry
};
// Goes through the whole file, on any thread. Errors as of previewFile(), and Cancelled where `goOn` said so.
Result<RowCount> countRows(const QString &path, const workspace::BaseSettings &settings, const ImportOptions &options,
                           const std::function<bool()> &goOn);

// The text has U+FFFD, or looks as if it was read in the wrong character set.
bool looksGarbled(const QString &text);
// Those of `charsets` in which the text file reads more like what people write than as `table` was read, the best first.
QList<QByteArray> betterCharsets(const QString &path, const TablePreview &table, const QList<QByteArray> &charsets);

// What the row would say of its customer, in the order of a card: name, phone numbers, addresses ... A reason in its place where it cannot be taken in.
QStringList previewRow(const TablePreview &table, qsizetype row, const workspace::BaseSettings &settings, const Clock &clock);

// Where columns of such a table can go, the usual ones first. A name as "--map Column=field" takes it, and what a person reads.
struct FieldChoice {
    QByteArray name;
    QString label;
};
QList<FieldChoice> fieldChoices(FileKind kind);
QString fieldLabel(Field field);

} // namespace kontor::exchange
