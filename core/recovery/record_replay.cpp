#include "recovery/record_replay.h"

#include "db/id_list.h"

namespace kontor::recovery {

using namespace Qt::StringLiterals;
using workspace::Change;
using workspace::JournalRows;
using workspace::RecordEntry;
using workspace::What;

namespace {

QString latin(const QByteArray &text) { return QString::fromLatin1(text); }

} // namespace

void RecordReplay::begin(const workspace::JournalEntry &entry, bool isKnown) {
    m_seq = entry.changes.last().seq;
    m_isKnown = isKnown;
    m_context.clock.fixedNow = entry.operation.at;
}

Result<RecordReplay::State *> RecordReplay::stateOf(const RecordEntry &entry, Id id) {
    const auto [found, isNew] = m_states.try_emplace({entry.type->table, id.value});
    State &state = found->second;
    if (isNew) {
        TRY(row, db::findRow(m_database, *entry.type, id));
        state = {&entry, row, row, row ? row->version : 0};
    }
    return &state;
}

Result<void> RecordReplay::applyRows(const JournalRows &rows) {
    const RecordEntry *record = m_catalogue.find(rows.table);
    if (!record)
        return {};
    QList<int> places;
    for (const QByteArray &column : rows.columns)
        places << record->type->indexOf(column);
    for (const db::Values &values : rows.rows) {
        db::Row row{Id{values[0].integer()}, values[1].integer(), record->type->defaults};
        for (qsizetype i = 2; i < values.size(); ++i)
            if (places[i] >= 0)
                row.values[places[i]] = values[i];
        TRY(state, stateOf(*record, row.id));
        if (state->now)
            continue;
        TRY(deleted, wasDeletedLater({rows.table, row.id.value}));
        if (deleted)
            continue;
        state->now = row;
        state->versionBefore = row.version;
    }
    return {};
}

Result<void> RecordReplay::applyChange(const Change &change) {
    const RecordEntry *record = m_catalogue.find(change.record);
    if (!record || change.what == What::Insert)
        return {};
    if (change.what == What::Delete)
        return applyDelete(*record, change);
    TRY(state, stateOf(*record, change.recordId));
    applyUpdate(*state, change);
    return {};
}

// The version tells whether the record has this change already. Where both went on from the same version, a value that others left alone is set.
void RecordReplay::applyUpdate(State &state, const Change &change) {
    const int column = state.entry->type->indexOf(change.field);
    if (!state.now || column < 0)
        return;
    db::Value &value = state.now->values[column];
    if (state.versionBefore < change.version) {
        value = change.after;
        state.now->version = qMax(state.now->version, change.version);
    } else if (!m_isKnown && value == change.before && value != change.after) {
        value = change.after;
        state.now->version = state.versionBefore + 1;
    } else if (!m_isKnown && value != change.after) {
        ++m_keptBecauseNewer;
    }
}

Result<void> RecordReplay::applyDelete(const RecordEntry &entry, const Change &change) {
    if (change.lastId.isValid()) {
        if (m_isKnown)
            return {};
        TRY_VOID(flush());
        TRY(rows, m_database.prepareBulk(u"SELECT id FROM %1 WHERE id BETWEEN ? AND ?"_s.arg(latin(change.record)),
                                         {change.recordId, change.lastId}));
        while (true) {
            TRY(more, rows.next());
            if (!more)
                return {};
            TRY(state, stateOf(entry, Id{rows.integer(0)}));
            state->now.reset();
        }
    }
    TRY(state, stateOf(entry, change.recordId));
    // What salvage found although the history tells of its going came back later.
    const bool cameBack = m_isKnown && state->before;
    if (state->now && state->now->version > change.version && !m_isKnown)
        ++m_keptBecauseNewer;
    else if (!cameBack && (!state->now || state->now->version <= change.version))
        state->now.reset();
    return change.before.isNull() ? forget(entry, change) : Result<void>();
}

// Deleted for good: the history keeps that it went, and nothing of what stood in it.
Result<void> RecordReplay::forget(const RecordEntry &entry, const Change &change) {
    if (entry.type->table == "attachment")
        TRY_VOID(m_database.execute(u"DELETE FROM attachment_piece WHERE attachment_id = ?"_s, {change.recordId}));
    const bool isWhole = change.aboutId == change.recordId;
    return m_database.execute(
        isWhole ? u"UPDATE change SET old = NULL, new = NULL WHERE about_id = ? AND about_id <> 0"_s
                : u"UPDATE change SET old = NULL, new = NULL WHERE about_id = ? AND about_id <> 0 AND record = ? AND record_id = ?"_s,
        isWhole ? db::Values{change.aboutId} : db::Values{change.aboutId, latin(change.record), change.recordId});
}

// After salvage: a row that is not there may be lost, or be deleted by an act that the history has and no journal tells of.
Result<bool> RecordReplay::wasDeletedLater(const Key &key) {
    if (!m_isAfterSalvage)
        return false;
    if (!m_deleted) {
        m_deleted.emplace();
        TRY(rows, m_database.query(u"SELECT record, record_id, coalesce(last_id, record_id), seq FROM change WHERE what = 'delete' ORDER BY seq"_s));
        while (true) {
            TRY(more, rows.next());
            if (!more)
                break;
            for (qint64 id = rows.integer(1); id <= rows.integer(2); ++id)
                (*m_deleted)[{rows.text(0).toLatin1(), id}] = rows.integer(3);
        }
    }
    const auto deleted = m_deleted->find(key);
    return deleted != m_deleted->end() && deleted->second > m_seq;
}

void RecordReplay::touch(const RecordEntry &entry, const db::Row &row) {
    const int column = entry.type->indexOf(entry.type->aboutColumn);
    if (entry.refresh && column >= 0 && !row.values[column].isNull())
        m_touched[entry.type->table].insert(Id{row.values[column].integer()});
}

// A number or a name that is taken: the others' stays.
Result<void> RecordReplay::refused(const Result<void> &written) {
    if (written || (written.error().code != Code::Invalid && written.error().code != Code::Refused))
        return written;
    ++m_refused;
    return {};
}

Result<void> RecordReplay::write(State &state) {
    const db::RecordType &type = *state.entry->type;
    ++m_written;
    if (state.before)
        touch(*state.entry, *state.before);
    if (!state.now)
        return m_database.execute(u"DELETE FROM %1 WHERE id = ?"_s.arg(latin(type.table)), {state.before->id});
    touch(*state.entry, *state.now);
    if (state.entry->prepare)
        state.entry->prepare(state.now->values, m_context);
    if (!state.before)
        return refused(m_database.execute(type.insertSql, db::Values{state.now->id, state.now->version} + state.now->values));
    QStringList columns{u"version"_s};
    for (const db::FieldInfo &field : type.fields)
        columns << latin(field.column);
    const QString sql = u"UPDATE %1 SET %2 = ? WHERE id = ?"_s.arg(latin(type.table), columns.join(u" = ?, "_s));
    return refused(m_database.execute(sql, db::Values{state.now->version} + state.now->values + db::Values{state.now->id}));
}

// What goes makes room for what comes: names and numbers are taken once.
Result<void> RecordReplay::flush() {
    const auto isLess = [](const State &state) { return state.before && !state.now; };
    for (auto &[key, state] : m_states)
        if (isLess(state))
            TRY_VOID(write(state));
    for (auto &[key, state] : m_states)
        if (state.now && (!state.before || state.before->values != state.now->values || state.before->version != state.now->version))
            TRY_VOID(write(state));
    m_states.clear();
    return {};
}

Result<void> RecordReplay::refresh() {
    QSet<Id> everybody;
    if (m_isAfterSalvage) {
        TRY(ids, idsOf(m_database, u"SELECT id FROM customer"_s));
        everybody = QSet<Id>(ids.cbegin(), ids.cend());
    }
    for (const RecordEntry *entry : m_catalogue.entries())
        if (entry->refresh)
            TRY_VOID(entry->refresh(m_database, m_isAfterSalvage ? everybody : m_touched.value(entry->type->table)));
    return {};
}

} // namespace kontor::recovery
