// The history as a person reads it: the newest acts first, a page at a time, with what the lines of a list say.
#pragma once

#include "history/change_line.h"

namespace kontor::history {

struct HistoryQuery {
    Id customer;              // only what touched this one; invalid: everything
    Id author;                // invalid: all people
    QStringList kinds;        // of operations; empty: all
    QString text;             // in a customer's name, in a value before or after, in a file's name
    QList<QByteArray> fields; // columns whose label the text names: their changes are found too
};

struct Act {
    workspace::Operation operation;
    qint64 changes = 0;   // counted up to kMostCounted
    qint64 records = 0;   // of bulk inserts: how many were added
    qint64 customers = 0; // that it touched, of the first changes; exact for small acts
    Id customer;          // the only one it is about; invalid: several or none
    QString customerName;
    QList<ChangeLine> first; // in the order in which they were made, at most kFirstChanges
    bool isTakenBack() const { return operation.state == QLatin1StringView("undone"); }
};

constexpr int kFirstChanges = 12;
constexpr int kMostCounted = 1'000;

struct HistoryPage {
    QList<Act> acts;
    qint64 nextBefore = 0; // where to go on
    bool isEnd = false;    // nothing older is there
};

// Acts older than `before` (0: from the newest) and newer than `after`. A page may hold fewer than `limit`, or none, without being the
// end: a search looks at so many acts at a time that others need not wait.
Result<HistoryPage> readHistory(db::Database &database, const workspace::RecordCatalogue &catalogue, const HistoryQuery &query,
                                qint64 before, int limit, qint64 after = 0);

// Which of the operations with a seq from `from` on do not stand as done, by id.
Result<QHash<qint64, QString>> otherStates(db::Database &database, qint64 from);

struct Author {
    Id id;
    QString name;
};
Result<QList<Author>> authors(db::Database &database);

} // namespace kontor::history
