// The index file: its tables, and writing documents and entries into them. It is derived data: whatever is in doubt is made anew.
//
// `document` and `entry` keep the folded text; the FTS5 tables keep none of their own (contentless), so the text as it was written is given
// again when it is taken out.
#pragma once

#include "db/database.h"
#include "search/document.h"
#include "search/document_source.h"

#include <QSet>

#include <vector>

namespace kontor::search {

enum class Stage { New, Customers, Entries, Following };

// How far the index is; one row, written in the same transaction as what it speaks of.
struct IndexState {
    Stage stage = Stage::New;
    qint64 cursor = 0;          // last change of the base's feed that is in the index
    qint64 cursorOperation = 0; // whose operation this was: another one means that the base was replaced
    qint64 pieceAt = 0;         // inside the change after the cursor: the last id that is done of its range
    qint64 customersTo = 0;     // last customer done, while Stage::Customers
    qint64 entriesTo = 0;       // last entry done, while Stage::Entries
    qint64 done = 0;
    qint64 total = 0;
};

class IndexStore {
public:
    // Makes the file where there is none; empties it where it was made by other rules.
    static Result<std::unique_ptr<IndexStore>> open(const QString &path);

    db::Database &database() { return *m_database; }
    Result<IndexState> state();
    Result<void> setState(const IndexState &state);
    Result<void> clear();

    // For everything below that writes. Another program may have worked on the file since the last one: read state() again.
    Result<std::unique_ptr<db::WriteTransaction>> begin();

    // What is there already in the same form costs one read.
    Result<void> put(const Document &document);
    Result<void> remove(qint64 customerId);
    Result<std::optional<Document>> find(qint64 customerId);
    Result<void> putEntry(const EntryText &entry);
    Result<void> removeEntry(qint64 entryId);
    // Ids that are in the index, of a range.
    Result<QList<qint64>> customersBetween(qint64 first, qint64 last);
    Result<QList<qint64>> entriesBetween(qint64 first, qint64 last);

    // Rewrites the file so that nothing of what was taken out is left in it: after personal data was erased.
    Result<void> purge();

private:
    explicit IndexStore(std::unique_ptr<db::Database> database) : m_database(std::move(database)) {}
    Result<void> ensureSchema();
    Result<void> prepare();
    Result<void> writeColumns(const Document &document, bool add);
    Result<void> noteGrams(const Document &document);
    Result<QList<qint64>> idsBetween(int statement, qint64 first, qint64 last);

    std::unique_ptr<db::Database> m_database;
    std::vector<db::BulkStatement> m_statements;
    QSet<quint64> m_knownGrams;
};

} // namespace kontor::search
