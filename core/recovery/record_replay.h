// The part of a replay that speaks of records: rows that were inserted, values that were changed, what was deleted. Used by replay.cpp alone.
#pragma once

#include "workspace/journal_entry.h"

#include <QSet>

#include <map>
#include <optional>

namespace kontor::recovery {

class RecordReplay {
public:
    // `isAfterSalvage`: of an operation that the history knows rows may be missing all the same.
    RecordReplay(db::Database &database, const workspace::RecordCatalogue &catalogue, workspace::DeriveContext context,
                 bool isAfterSalvage)
        : m_database(database), m_catalogue(catalogue), m_context(context), m_isAfterSalvage(isAfterSalvage) {}

    // The entry whose rows and changes come next. `isKnown`: the history has it.
    void begin(const workspace::JournalEntry &entry, bool isKnown);
    Result<void> applyRows(const workspace::JournalRows &rows);
    Result<void> applyChange(const workspace::Change &change);
    // Writes what the entry came to.
    Result<void> flush();
    // Of everybody whom it touched, after the last.
    Result<void> refresh();

    qint64 written() const { return m_written; } // rows
    qint64 keptBecauseNewer() const { return m_keptBecauseNewer; }
    qint64 refusedRows() const { return m_refused; }

private:
    using Key = std::pair<QByteArray, qint64>;
    struct State {
        const workspace::RecordEntry *entry = nullptr;
        std::optional<db::Row> before; // in the base
        std::optional<db::Row> now;
        qint64 versionBefore = 0;
    };

    void applyUpdate(State &state, const workspace::Change &change);
    Result<void> applyDelete(const workspace::RecordEntry &entry, const workspace::Change &change);
    Result<void> forget(const workspace::RecordEntry &entry, const workspace::Change &change);
    Result<State *> stateOf(const workspace::RecordEntry &entry, Id id);
    Result<bool> wasDeletedLater(const Key &key);
    Result<void> write(State &state);
    Result<void> refused(const Result<void> &written);
    void touch(const workspace::RecordEntry &entry, const db::Row &row);

    db::Database &m_database;
    const workspace::RecordCatalogue &m_catalogue;
    workspace::DeriveContext m_context;
    bool m_isAfterSalvage;
    qint64 m_seq = 0; // of the entry
    bool m_isKnown = false;
    std::map<Key, State> m_states;                  // of the entry
    QHash<QByteArray, QSet<Id>> m_touched;          // customers by the table that feeds them
    std::optional<std::map<Key, qint64>> m_deleted; // at which seq, of what the base's history tells
    qint64 m_written = 0;
    qint64 m_keptBecauseNewer = 0;
    qint64 m_refused = 0;
};

} // namespace kontor::recovery
