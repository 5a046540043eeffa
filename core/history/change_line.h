// One change of the history with what its sentence needs: the record it was made on, the customer on whose card that stands, names for ids.
#pragma once

#include "db/record.h"
#include "workspace/operation.h"
#include "workspace/record_catalogue.h"

namespace kontor::history {

struct ChangeLine {
    workspace::Change change;
    const db::RecordType *type = nullptr;
    std::optional<db::Row> row;       // as it stands now, or as it was when it was removed; nothing of a range
    QHash<QByteArray, QString> names; // of the row's references, by column
    QString beforeName;               // where the changed field is itself a reference
    QString afterName;
    Id customer; // invalid: it is about none
    QString customerName;

    const db::FieldInfo *field() const { return type ? type->find(change.field) : nullptr; }
    bool isRange() const { return change.lastId.isValid(); }
    // It can be taken back by itself: an older value put back, something removed brought back.
    bool canRestore() const {
        return type && ((change.what == workspace::What::Update && field()) ||
                        (change.what == workspace::What::Delete && !change.before.isNull()));
    }
};

// The changes of one operation in the order in which they were made, after change `afterSeq`, without states of operations.
// `customer`: only those about that one; invalid: all.
Result<QList<ChangeLine>> changeLines(db::Database &database, const workspace::RecordCatalogue &catalogue, qint64 operation,
                                      Id customer, qint64 afterSeq, int limit);

} // namespace kontor::history
