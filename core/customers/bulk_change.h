// One change to many customers: counted before it is done, done as one operation that can be taken back, and stopped on the way.
#pragma once

#include "workspace/base.h"

#include <functional>

namespace kontor {

struct BulkChange {
    enum class Kind { SetField, AddTag, RemoveTag, Trash };

    Kind kind = Kind::SetField;
    QByteArray column = {}; // of SetField: a column of customer, or custom.NAME
    QString text = {};      // the new value as a person gives it, or the name of the tag
};

struct BulkPreview {
    qint64 willChange = 0;
    qint64 haveItAlready = 0;
};

// Customers in the trash count for nothing. Errors: Invalid (no such field, or the value is none of its).
Result<BulkPreview> previewBulkChange(db::Database &database, const QList<Id> &customers, const BulkChange &change);

// Returns how many customers were changed. A few are one transaction; many are a BulkOperation of short ones, and `progress` (customers done) is
// asked after each: false takes everything back. Errors: as above, and Cancelled.
Result<qint64> applyBulkChange(workspace::Base &base, const QList<Id> &customers, const QList<BulkChange> &changes,
                               const std::function<bool(qint64 done)> &progress = {});

// How many of the customers carry each tag; tags that none of them carries are in it with 0. In the order of their names.
struct TagCount {
    QString name;
    int colour = 0;
    qint64 customers = 0;
};
Result<QList<TagCount>> tagCounts(db::Database &database, const QList<Id> &customers);

} // namespace kontor
