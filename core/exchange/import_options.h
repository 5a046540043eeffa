// What a person can say about an import, and what they are told afterwards.
#pragma once

#include "base/id.h"
#include "exchange/date_columns.h"
#include "exchange/feed_differences.h"
#include "exchange/import_field.h"
#include "exchange/preset.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>
#include <tuple>

namespace kontor::exchange {

// What happens to a customer (or other record) that is in the base already.
enum class OnMatch {
    Fill,      // what is empty is filled, what is there stays
    Overwrite, // what the file has goes before what is there
    Keep,      // it stays as it is
    Add,       // the row is added as a new one
};
std::optional<OnMatch> onMatchNamed(QStringView name); // fill, overwrite, keep, add
QString onMatchName(OnMatch onMatch);

struct ImportProgress {
    QString fileName;
    qint64 rows = 0; // of all files so far
    qint64 bytes = 0;
    qint64 totalBytes = 0;
};

// A data record among all that an import reads.
struct RowPlace {
    QString path;
    QString table;  // of the tables of one file; empty where it is one
    qint64 row = 0; // 1 is the first

    friend bool operator<(const RowPlace &a, const RowPlace &b) {
        return std::tie(a.path, a.table, a.row) < std::tie(b.path, b.table, b.row);
    }
};

// What holds for every file of that layout: it can be kept for the next time (feeds.h).
struct FileChoices {
    std::optional<FileKind> kind;                // empty: seen from the titles
    QList<std::pair<QString, QString>> mappings; // column title (or number) and field
    QString matchBy; // keys between commas: id, email, phone, name+company, name, customer_number; empty: as usual
    OnMatch onMatch = OnMatch::Fill;
    bool companies = false;              // a company column makes organisations too, and links them
    QByteArray charset;                  // empty: seen from the bytes
    QString sheet;                       // of workbooks, by its name; empty: the one whose titles are understood best
    char16_t delimiter = 0;              // 0: seen from the lines
    QString preset;                      // of a program, "none", or empty: seen from the titles
    QMap<QString, DateOrder> dateOrders; // by title: how dates are written there; else seen from the values
    QMap<QString, QString> ownFieldKinds; // by name: of own fields that the import makes, as CustomField::kind; else text
};

struct ImportOptions : FileChoices {
    qint64 trial = 0;                        // only the first rows of each file; 0: all
    bool dryRun = false;                     // nothing is written, all is counted
    QString tag;                             // that all customers of the file get; empty: none
    QMap<RowPlace, QStringList> corrections; // cells of a row as the person wrote them over
    QMap<RowPlace, OnMatch> exceptions;      // rows for which onMatch does not hold; of customers
    QString feed;                            // whose run this is; empty: of none
    std::function<bool(const ImportProgress &)> progress; // false: stop, and take everything back
};

struct ImportCounts {
    qint64 read = 0; // the sum of the other five
    qint64 added = 0;
    qint64 filled = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;

    ImportCounts &operator+=(const ImportCounts &other);
    friend bool operator==(const ImportCounts &, const ImportCounts &) = default;
};

// A row that cannot be taken in.
struct ProblemRow {
    RowPlace place;
    QStringList cells;
    QString reason;
};
constexpr int kMostProblems = 500; // that a report lists; the reject file has them all

// A row about a customer who is there already.
struct MatchedRow {
    RowPlace place;
    QStringList cells;
    Id customer;
    QString name;        // of that customer
    QString company;     // of that customer
    QString key;         // what both have, a word of matchBy; empty: the very same file was taken in before
    QString value;       // of the row
    qint64 firstRow = 0; // of this file, that makes the customer; 0: in the base before
};
constexpr int kMostMatches = 500; // that a report lists

struct FileReport {
    QString path;
    QString table;           // the sheet of a workbook, or the file in an archive; empty where the file is one table
    QStringList otherTables; // sheets or files in it that were not taken in; with the first table of the file
    FileKind kind = FileKind::Customers;
    Id batch;             // invalid after a dry run
    qint64 operation = 0; // 0 after a dry run
    ImportCounts counts;
    QString rejects; // absolute path of the reject file, empty where there is none
    QByteArray charset;
    QChar delimiter;
    bool hasHeader = true;
    QList<std::pair<QString, QByteArray>> columns; // title and field, in the file's order
    QStringList leftOut;                           // titles of columns that were not taken in
    QList<ProblemRow> problems;                    // the first kMostProblems of the rejected rows
    QList<MatchedRow> matches;                     // of a dry run of customers: the first kMostMatches, exceptions among them
    qint64 matched = 0;                            // how many there are
    std::optional<RecognisedPreset> preset;        // whose layout the table has
    QList<DateQuestion> dateQuestions;             // what was assumed, or answered
    std::optional<FeedDifferences> differences;    // of a run of a feed: what is other than the last time
};

struct ImportReport {
    QList<FileReport> files; // in the order in which they were taken in
    ImportCounts total() const;
};

} // namespace kontor::exchange
