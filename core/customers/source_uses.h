// How people found us: what stands in customer.source, with how many customers, and one spelling put in the place of another everywhere.
#pragma once

#include "workspace/base.h"

#include <functional>

namespace kontor {

struct SourceUse {
    QString source;
    qint64 customers = 0;
};
// In the order that people gave them; those without a place come after, the most frequent first. Customers in the trash count for nothing.
Result<QList<SourceUse>> sourceUses(db::Database &database);

// To place `position`, counted from 0, of sourceUses(): one step to take back. Errors: NotFound.
Result<void> moveSource(workspace::Recorder &recorder, const QString &source, int position);

struct SourcePreview {
    qint64 willChange = 0;
    qint64 haveItAlready = 0; // customers who carry the new spelling: the two become one
};
Result<SourcePreview> previewSource(db::Database &database, const QString &source, const QString &into);

// One step to take back; `into` empty: the customers have no source then. Returns how many were changed. `progress` as in applyBulkChange().
Result<qint64> replaceSource(workspace::Base &base, const QString &source, const QString &into,
                             const std::function<bool(qint64 done)> &progress = {});

} // namespace kontor
