// Operations and changes: the one order of everything that happened in a base.
#pragma once

#include "base/id.h"
#include "base/instant.h"
#include "db/value.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

namespace kontor::workspace {

// What a person did, named before it is done. `kind` is a stable word (edit, add, log, task, purchase, tag, trash, import, bulk, undo, redo,
// settings ...); the sentence for the person is made of it by historySentence().
struct OperationInfo {
    QString kind;
    QByteArray subject; // table of the record it is about, empty if about none
    Id subjectId;
    QJsonObject detail = {}; // what the sentence needs: field names, counts, file names; never a customer's data
    qint64 reverses = 0;     // of undo and redo: the operation that they take back or do again
};

enum class What { Insert, Update, Delete };

struct Change {
    qint64 seq = 0;
    qint64 operation = 0;
    QByteArray record; // table
    Id recordId;
    Id lastId;  // of a bulk insert: recordId .. lastId as far as they exist; else invalid
    Id aboutId; // the customer whose card shows it, or the record itself; invalid for a range
    What what = What::Update;
    QByteArray field;
    db::Value before;
    db::Value after;
    qint64 version = 0; // the record's version after the change
};

struct Operation {
    qint64 seq = 0;
    qint64 id = 0;
    OperationInfo info;
    QString author;
    qint64 writer = 0; // the PC
    Instant at;
    QString state; // running, done, undone
};

// What one or more committed operations touched: screens ask it whether they care. Changes by other PCs arrive in the same form.
struct ChangeSet {
    struct Range {
        QByteArray record;
        Id first;
        Id last;
    };
    qint64 firstSeq = 0;      // of the first change in it
    qint64 lastSeq = 0;       // of the last
    QSet<QByteArray> records; // tables
    QSet<Id> about;           // customers (and records that stand for themselves)
    QList<Range> ranges;      // bulk inserts
    QSet<qint64> operations;  // ids
    bool isOwn = false;       // made by this program

    bool isEmpty() const { return records.isEmpty(); }
    bool touches(QByteArrayView record) const { return records.contains(record.toByteArray()); }
    bool isAbout(Id id) const;
    void add(const Change &change);
    void unite(const ChangeSet &other);
};

} // namespace kontor::workspace
