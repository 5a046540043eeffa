#include "search/index_store.h"

#include "base/fold.h"
#include "search/index_schema.h"

#include <algorithm>

namespace kontor::search {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostEntryLetters = 20'000; // of a pasted thread the beginning is found

enum StatementNumber {
    kFindDocument,
    kPutDocument,
    kRemoveDocument,
    kAddWords,
    kTakeWords,
    kAddSounds,
    kTakeSounds,
    kAddGrams,
    kTakeGrams,
    kNoteGram,
    kFindEntry,
    kPutEntry,
    kRemoveEntry,
    kAddEntryWords,
    kTakeEntryWords,
    kCustomersBetween,
    kEntriesBetween,
};

// A contentless table is told what to take out of it. No OR REPLACE: it makes SQLite open a savepoint for each row, at which FTS5 writes out
// all it has collected (measured: 500 us a customer instead of 90).
QStringList statementTexts() {
    return {
        u"SELECT name, latin, sound, company, email, phone, tags, rest FROM document WHERE id = ?"_s,
        u"INSERT INTO document (id, name, latin, sound, company, email, phone, tags, rest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        u"DELETE FROM document WHERE id = ?"_s,
        u"INSERT INTO words (rowid, name, latin, company, email, tags, rest) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        u"INSERT INTO words (words, rowid, name, latin, company, email, tags, rest) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)"_s,
        u"INSERT INTO sounds (rowid, sound) VALUES (?, ?)"_s,
        u"INSERT INTO sounds (sounds, rowid, sound) VALUES ('delete', ?, ?)"_s,
        u"INSERT INTO grams (rowid, name, company, email, phone, tags, rest) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        u"INSERT INTO grams (grams, rowid, name, company, email, phone, tags, rest) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)"_s,
        u"INSERT OR IGNORE INTO gram (term) VALUES (?)"_s,
        u"SELECT customer_id, text FROM entry WHERE id = ?"_s,
        u"INSERT INTO entry (id, customer_id, text) VALUES (?, ?, ?)"_s,
        u"DELETE FROM entry WHERE id = ?"_s,
        u"INSERT INTO entry_words (rowid, text) VALUES (?, ?)"_s,
        u"INSERT INTO entry_words (entry_words, rowid, text) VALUES ('delete', ?, ?)"_s,
        u"SELECT id FROM document WHERE id BETWEEN ? AND ? ORDER BY id"_s,
        u"SELECT id FROM entry WHERE id BETWEEN ? AND ? ORDER BY id"_s};
}

Result<void> run(db::BulkStatement &statement, qint64 id, const QStringList &texts) {
    statement.bind(0, id);
    for (qsizetype i = 0; i < texts.size(); ++i)
        statement.bind(int(i + 1), QStringView(texts.at(i)));
    return statement.execute();
}

} // namespace

Result<std::unique_ptr<IndexStore>> IndexStore::open(const QString &path) {
    TRY(database, db::Database::open(path, db::Purpose::LocalCache, true));
    std::unique_ptr<IndexStore> store(new IndexStore(std::move(database)));
    TRY_VOID(store->ensureSchema());
    TRY_VOID(store->prepare());
    return store;
}

Result<void> IndexStore::ensureSchema() {
    TRY(transaction, db::WriteTransaction::begin(*m_database));
    TRY(exists, m_database->single(u"SELECT count(*) FROM sqlite_schema WHERE name = 'state'"_s));
    if (exists.integer() == 1) {
        const auto format = m_database->single(u"SELECT format FROM state WHERE id = 1"_s);
        if (format && format->text() == indexFormat())
            return {};
    }
    TRY_VOID(makeIndexTables(*m_database));
    return transaction->commit();
}

Result<void> IndexStore::prepare() {
    m_statements.clear();
    m_knownGrams.clear();
    for (const QString &sql : statementTexts()) {
        TRY(statement, m_database->prepareBulk(sql));
        m_statements.push_back(std::move(statement));
    }
    return {};
}

Result<void> IndexStore::clear() {
    m_statements.clear();
    TRY(transaction, db::WriteTransaction::begin(*m_database));
    TRY_VOID(makeIndexTables(*m_database));
    TRY_VOID(transaction->commit());
    return prepare();
}

Result<std::unique_ptr<db::WriteTransaction>> IndexStore::begin() {
    m_knownGrams.clear(); // the last transaction may have been rolled back
    return db::WriteTransaction::begin(*m_database);
}

Result<IndexState> IndexStore::state() {
    TRY(row,
        m_database->query(
            u"SELECT stage, cursor, cursor_operation, piece_at, customers_to, entries_to, done, total FROM state WHERE id = 1"_s));
    TRY(found, row.next());
    if (!found)
        return IndexState();
    return IndexState{Stage(row.integer(0)), row.integer(1), row.integer(2), row.integer(3),
                      row.integer(4),        row.integer(5), row.integer(6), row.integer(7)};
}

Result<void> IndexStore::setState(const IndexState &state) {
    return m_database->execute(
        u"UPDATE state SET stage = ?, cursor = ?, cursor_operation = ?, piece_at = ?, customers_to = ?, entries_to = ?, "
        "done = ?, total = ? WHERE id = 1"_s,
        {int(state.stage), state.cursor, state.cursorOperation, state.pieceAt, state.customersTo, state.entriesTo, state.done,
         state.total});
}

Result<std::optional<Document>> IndexStore::find(qint64 customerId) {
    db::BulkStatement &statement = m_statements[kFindDocument];
    statement.bind(0, customerId);
    TRY(found, statement.next());
    if (!found)
        return std::optional<Document>();
    Document document{customerId,        statement.text(0), statement.text(1), statement.text(2), statement.text(3),
                      statement.text(4), statement.text(5), statement.text(6), statement.text(7)};
    statement.reset();
    return std::optional(std::move(document));
}

Result<void> IndexStore::put(const Document &document) {
    TRY(before, find(document.id));
    if (before && *before == document)
        return {};
    if (before)
        TRY_VOID(remove(document.id));
    TRY_VOID(run(m_statements[kPutDocument], document.id,
                 {document.name, document.latin, document.sound, document.company, document.email, document.phone, document.tags,
                  document.rest}));
    TRY_VOID(writeColumns(document, true));
    return noteGrams(document);
}

Result<void> IndexStore::remove(qint64 customerId) {
    TRY(before, find(customerId));
    if (!before)
        return {};
    TRY_VOID(writeColumns(*before, false));
    return run(m_statements[kRemoveDocument], customerId, {});
}

Result<void> IndexStore::writeColumns(const Document &document, bool add) {
    TRY_VOID(run(m_statements[add ? kAddWords : kTakeWords], document.id,
                 {separateIdeographs(document.name), document.latin, separateIdeographs(document.company),
                  separateIdeographs(document.email), separateIdeographs(document.tags), separateIdeographs(document.rest)}));
    if (!document.sound.isEmpty())
        TRY_VOID(run(m_statements[add ? kAddSounds : kTakeSounds], document.id, {document.sound}));
    return run(m_statements[add ? kAddGrams : kTakeGrams], document.id,
               {closedLines(document.name), closedLines(document.company), closedLines(document.email),
                closedLines(document.phone), closedLines(document.tags), closedLines(document.rest)});
}

// Which three-letter parts there are at all: from it a search for one or two letters learns what to look up.
Result<void> IndexStore::noteGrams(const Document &document) {
    for (const QString &column : {document.name, document.email, document.phone}) {
        const QList<uint> letters = closedLines(column).toUcs4();
        for (qsizetype i = 0; i + 2 < letters.size(); ++i) {
            const quint64 key = (quint64(letters[i]) << 42) | (quint64(letters[i + 1]) << 21) | letters[i + 2];
            if (m_knownGrams.contains(key))
                continue;
            m_knownGrams.insert(key);
            const QString term = QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData() + i), 3);
            m_statements[kNoteGram].bind(0, QStringView(term));
            TRY_VOID(m_statements[kNoteGram].execute());
        }
    }
    return {};
}

Result<void> IndexStore::putEntry(const EntryText &entry) {
    const QString text = fold(QStringView(entry.text).first(std::min(kMostEntryLetters, entry.text.size())));
    if (text.isEmpty())
        return removeEntry(entry.id);
    db::BulkStatement &find = m_statements[kFindEntry];
    find.bind(0, entry.id);
    TRY(found, find.next());
    if (found) {
        const bool isSame = find.integer(0) == entry.customerId && find.text(1) == text;
        find.reset();
        if (isSame)
            return {};
        TRY_VOID(removeEntry(entry.id));
    }
    db::BulkStatement &put = m_statements[kPutEntry];
    put.bind(0, entry.id);
    put.bind(1, entry.customerId);
    put.bind(2, QStringView(text));
    TRY_VOID(put.execute());
    return run(m_statements[kAddEntryWords], entry.id, {separateIdeographs(text)});
}

Result<void> IndexStore::removeEntry(qint64 entryId) {
    db::BulkStatement &find = m_statements[kFindEntry];
    find.bind(0, entryId);
    TRY(found, find.next());
    if (!found)
        return {};
    const QString text = find.text(1);
    find.reset();
    TRY_VOID(run(m_statements[kTakeEntryWords], entryId, {separateIdeographs(text)}));
    return run(m_statements[kRemoveEntry], entryId, {});
}

Result<QList<qint64>> IndexStore::customersBetween(qint64 first, qint64 last) {
    return idsBetween(kCustomersBetween, first, last);
}
Result<QList<qint64>> IndexStore::entriesBetween(qint64 first, qint64 last) { return idsBetween(kEntriesBetween, first, last); }

Result<QList<qint64>> IndexStore::idsBetween(int number, qint64 first, qint64 last) {
    db::BulkStatement &statement = m_statements[size_t(number)];
    statement.bind(0, first);
    statement.bind(1, last);
    QList<qint64> ids;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return ids;
        ids << statement.integer(0);
    }
}

Result<void> IndexStore::purge() {
    for (const QString &table : {u"words"_s, u"sounds"_s, u"grams"_s, u"entry_words"_s})
        TRY_VOID(m_database->execute(u"INSERT INTO %1 (%1) VALUES ('optimize')"_s.arg(table)));
    TRY_VOID(m_database->execute(u"VACUUM"_s));
    return m_database->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

} // namespace kontor::search
