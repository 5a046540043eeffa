// Takes text tables into a base: customers, interactions, purchases, products, deals.
//
// Rows stream from the file into short transactions of one bulk operation a file. What cannot be taken in goes to a reject file beside the base,
// with the reason; the rest goes on. Every data record after the header is counted once.
#pragma once

#include "base/result.h"
#include "exchange/import_options.h"
#include "workspace/base.h"

namespace kontor::exchange {

// All files are looked at before anything is written; then customers and products come first, what refers to them afterwards. When one fails or
// the person stops, everything of this call is taken back.
// Errors: NotFound, Gone, Invalid (no table, encrypted, unknown mapping), Cancelled, and those of the base.
Result<ImportReport> importFiles(workspace::Base &base, const QStringList &paths, const ImportOptions &options = {});

struct ImportUndo {
    qint64 removed = 0;           // rows' records that the import had added
    qint64 restored = 0;          // values that it had filled or changed
    qint64 keptBecauseEdited = 0; // edited or used since: they stay
    qint64 toTrash = 0;           // those of them that went to the trash
};

// Errors: NotFound (no such batch), Invalid (already undone), Busy ...
Result<ImportUndo> undoImport(workspace::Base &base, Id batch);
// Customers that came in and were edited or used since.
Result<QList<Id>> editedSince(workspace::Base &base, const ImportReport &report);
enum class OfEdited {
    Keep,    // they stay as they are
    ToTrash, // they go to the trash, from where they can be taken again
};
// All of the report's files, the last one first.
Result<ImportUndo> undoImport(workspace::Base &base, const ImportReport &report, OfEdited ofEdited = OfEdited::Keep);

} // namespace kontor::exchange
