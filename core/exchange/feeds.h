// What is remembered of an import for the next time: where columns go, by the titles of the file; and feeds, files or folders that are taken in
// again and again. Both are kept in the base, for everybody who works with it.
#pragma once

#include "exchange/import_options.h"
#include "exchange/importer.h"
#include "workspace/base.h"

namespace kontor::exchange {

// The choices that a person made for a file with such titles.
struct SavedMapping : FileChoices {
    QString name;
    QStringList titles; // of the file it was made for, in its order
};

// The same for titles in another order, and for others in case and blanks.
QString headerFingerprint(const QStringList &titles);

// By their names.
Result<QList<SavedMapping>> savedMappings(db::Database &database);
// Of those for a header like this the one that was made last. Nothing where there is none.
Result<std::optional<SavedMapping>> savedMappingFor(db::Database &database, const QStringList &titles);
// Another one of that name is replaced. Errors: Invalid (no name).
Result<void> saveMapping(workspace::Base &base, const SavedMapping &mapping);
// Errors: NotFound.
Result<void> removeMapping(workspace::Base &base, const QString &name);
// The choices of `options` as they were made for a file with such titles, and back into the options of the next import.
SavedMapping mappingOf(const ImportOptions &options, const QStringList &titles, const QString &name);
void apply(const SavedMapping &mapping, ImportOptions &options);

struct Feed {
    QString name;
    QString path;         // absolute, of a file or a folder; on the PC that runs it
    SavedMapping mapping; // its own, so that what is saved elsewhere does not change it; `titles` empty: any file
    QString tag;          // that all customers get; empty: none
};

Result<QList<Feed>> feeds(db::Database &database);
// Errors: NotFound, naming the feed.
Result<Feed> feedNamed(db::Database &database, const QString &name);
// Another one of that name is replaced. Errors: Invalid (no name, no path).
Result<void> saveFeed(workspace::Base &base, const Feed &feed);
Result<void> removeFeed(workspace::Base &base, const QString &name);

// Takes the feed's file or folder in once more. Rows with an id of their own meet their records, so that nothing is there twice; each table's report
// has `differences`. `options`: progress, dryRun, corrections and exceptions count; all else is the feed's. Errors: NotFound (no such feed), Invalid (a column
// that the mapping names is not in the file any more: its titles were changed), and those of importFiles().
Result<ImportReport> runFeed(workspace::Base &base, const QString &name, const ImportOptions &options = {});

// "42 added. City: 3 filled, 1 changed. 2 are not in the file any more." One line for each thing.
QStringList differenceLines(const FileReport &report);

} // namespace kontor::exchange
