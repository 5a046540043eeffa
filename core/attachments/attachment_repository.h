// Files of a card: bringing them in, out again, and to the trash.
#pragma once

#include "attachments/attachment.h"
#include "workspace/base.h"

#include <atomic>

namespace kontor {

constexpr qint64 kLargestFile = 25 * 1024 * 1024;
constexpr qint64 kPieceSize = 256 * 1024;

// Shared by the thread that copies and the one that shows it.
struct CopyProgress {
    std::atomic<qint64> done = 0; // bytes
    std::atomic<qint64> size = 0;
    std::atomic<bool> isCancelled = false;
};

// Copies the file into the base, one piece in a transaction; the attachment itself, and with it the history, comes last. Errors: Invalid (no
// file, empty, larger than kLargestFile), Cancelled, NotFound (customer), Full.
Result<Id> storeFile(workspace::Base &base, Id customer, const QString &path, CopyProgress &progress);
// Keeps the path alone. Errors: Invalid (no file), NotFound (customer).
Result<Id> linkFile(workspace::Recorder &recorder, Id customer, const QString &path);
Result<void> trashAttachment(workspace::Recorder &recorder, Id attachment);
// Newest first.
Result<QList<Attachment>> attachmentsOf(db::Database &database, Id customer);

// Writes the content as a file that only this user can read, into `folder`, and returns its path. Errors: NotFound, Corrupt (the content is not
// what was put in), Invalid (linked), Full.
Result<QString> extractFile(db::Database &database, Id attachment, const QString &folder);

// A name that is only a name: no folders, no control characters, no marks that turn its letters around.
QString plainFileName(const QString &name);
// It would run rather than be shown when it is opened.
bool isProgramName(const QString &name);

} // namespace kontor
