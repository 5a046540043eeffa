#include "customers/customer.h"
#include "duplicates/merge.h"
#include "duplicates/merged_cards.h"
#include "workspace/feed.h"

namespace kontor::duplicates {

using namespace Qt::StringLiterals;
using workspace::Change;
using workspace::Recorder;
using workspace::What;

namespace {

constexpr int kChangesAtOnce = 1'000;

QString tr(const char *text) { return QCoreApplication::translate("kontor::duplicates", text); }

bool isReference(const QByteArray &column) { return column == "customer_id" || column == "other_id"; }

Result<workspace::Operation> findMerge(db::Database &database, qint64 id) {
    TRY(operation, workspace::findOperation(database, id));
    if (!operation || operation->info.kind != "merge"_L1)
        return Error{Code::NotFound, tr("There is no such merge in the history."), QString(), QByteArrayLiteral("operation")};
    return *operation;
}

Id otherOf(const workspace::Operation &merge) { return Id{merge.info.detail.value(u"other"_s).toInteger()}; }

class Splitter {
public:
    Splitter(Recorder &recorder, const workspace::Operation &merge) : m_recorder(recorder), m_merge(merge) {
        m_outcome.operation = recorder.operationId();
        m_outcome.kept = merge.info.subjectId;
        m_outcome.other = otherOf(merge);
    }

    Result<UnmergeOutcome> run() {
        qint64 below = 0;
        while (true) {
            TRY(changes, workspace::changesOf(m_recorder.database(), m_merge.id, below, kChangesAtOnce));
            for (const Change &change : std::as_const(changes))
                TRY_VOID(invert(change));
            if (changes.size() < kChangesAtOnce)
                break;
            below = changes.last().seq;
        }
        return m_outcome;
    }

private:
    Result<void> invert(const Change &change) {
        const workspace::RecordEntry *entry = m_recorder.catalogue().find(change.record);
        if (!entry)
            return {}; // the state of an operation
        if (change.what == What::Delete)
            return putBack(*entry->type, change);
        TRY(row, findRow(m_recorder.database(), *entry->type, change.recordId));
        if (!row)
            return noteMissing(change);
        if (change.what == What::Insert)
            return takeOut(*entry->type, *row, change);
        if (isReference(change.field) || change.field == "merged_into")
            return giveBack(*entry->type, *row, change);
        return restoreValue(*entry->type, *row, change);
    }

    // What another split took out was not removed by a person.
    Result<void> noteMissing(const Change &change) {
        if (change.what != What::Update || !isReference(change.field))
            return {};
        TRY(kind,
            m_recorder.database().single(
                u"SELECT o.kind FROM change c JOIN operation o ON o.id = c.operation WHERE c.about_id = ? AND c.record = ? AND "
                "c.record_id = ? AND c.what = 'delete' ORDER BY c.seq DESC LIMIT 1"_s,
                {change.aboutId, QString::fromLatin1(change.record), change.recordId}));
        if (kind.text() != "unmerge"_L1)
            m_outcome.keptEdits.append({change.record, change.recordId, {}});
        return {};
    }

    // Where the kept card became part of another one since, what it got stands there.
    Result<void> giveBack(const db::RecordType &type, const db::Row &row, const Change &change) {
        const db::Value &now = row.values[type.indexOf(change.field)];
        const bool isOther = change.record == "customer" && change.recordId == m_outcome.other;
        TRY(leadsTo, keptCustomer(m_recorder.database(), Id{change.after.integer()}));
        if (now != change.after && Id{now.integer()} != leadsTo && !isOther)
            return {}; // it went elsewhere with another merge or its split
        return set(type, row, change.field, change.before);
    }

    Result<void> restoreValue(const db::RecordType &type, const db::Row &row, const Change &change) {
        const int column = type.indexOf(change.field);
        if (column < 0)
            return {};
        if (change.field == "position")
            return restorePosition(type, row, change);
        if (row.values[column] != change.after) {
            m_outcome.keptEdits.append({change.record, change.recordId, change.field});
            return {};
        }
        TRY(before, standingBefore(change));
        return set(type, row, change.field, before);
    }

    // An order among the records of the kept card means nothing on the other one: what goes back has its old place there.
    Result<void> restorePosition(const db::RecordType &type, const db::Row &row, const Change &change) {
        const Id owner{row.values[type.indexOf(type.aboutColumn)].integer()};
        TRY(leadsTo, keptCustomer(m_recorder.database(), m_outcome.kept));
        return owner == leadsTo || owner == m_outcome.other ? set(type, row, change.field, change.before) : Result<void>();
    }

    Result<void> set(const db::RecordType &type, const db::Row &row, const QByteArray &field, const db::Value &value) {
        TRY(version, m_recorder.updateFields(type.table, row.id, row.version, {{field, value}}));
        m_outcome.restored += version != row.version;
        return {};
    }

    // The value that a merge before this one had brought goes too, where that one was split since.
    Result<db::Value> standingBefore(const Change &change) {
        TRY(rows,
            m_recorder.database().query(
                u"SELECT c.old, c.new, c.operation FROM change c WHERE c.about_id = ? AND c.record = ? AND c.record_id = ? AND "
                "c.field = ? AND c.seq < ? AND c.what = 'update' ORDER BY c.seq DESC"_s,
                {change.aboutId, QString::fromLatin1(change.record), change.recordId, QString::fromLatin1(change.field),
                 change.seq}));
        db::Value value = change.before;
        while (true) {
            TRY(more, rows.next());
            if (!more || rows.value(1) != value)
                return value;
            TRY(stands, doesStand(rows.integer(2)));
            if (stands)
                return value;
            value = rows.value(0);
        }
    }

    Result<bool> doesStand(qint64 operationId) {
        TRY(operation, workspace::findOperation(m_recorder.database(), operationId));
        if (!operation || operation->state == "undone"_L1)
            return false;
        if (operation->info.kind != "merge"_L1)
            return true;
        TRY(standing, standingMerge(m_recorder.database(), otherOf(*operation)));
        return standing == operationId;
    }

    Result<void> takeOut(const db::RecordType &type, const db::Row &row, const Change &change) {
        TRY(edited, m_recorder.database().single(u"SELECT 1 FROM change WHERE about_id IN (?, ?) AND record = ? AND record_id = "
                                                 u"? AND what = 'update' AND field <> ? "
                                                 "LIMIT 1"_s,
                                                 {change.aboutId, row.values[type.indexOf(type.aboutColumn)],
                                                  QString::fromLatin1(change.record), change.recordId,
                                                  QString::fromLatin1(type.aboutColumn)}));
        if (!edited.isNull()) {
            m_outcome.keptEdits.append({change.record, change.recordId, {}});
            return {};
        }
        ++m_outcome.restored;
        return m_recorder.removeRow(change.record, change.recordId);
    }

    Result<void> putBack(const db::RecordType &type, const Change &change) {
        if (change.before.isNull())
            return {}; // deleted for good since
        TRY(row, db::rowFromJson(type, change.before.text()));
        TRY(existing, findRow(m_recorder.database(), type, row.id));
        if (existing)
            return {};
        for (const QByteArray column : {"customer_id", "other_id", "interaction_id"}) {
            const int at = type.indexOf(column);
            if (at < 0 || row.values[at].isNull())
                continue;
            const QString table = column == "interaction_id" ? u"interaction"_s : u"customer"_s;
            TRY(isThere, m_recorder.database().single(u"SELECT 1 FROM %1 WHERE id = ?"_s.arg(table), {row.values[at]}));
            if (isThere.isNull())
                return {}; // whom or what it spoke of was deleted for good since
            if (table == "customer"_L1 && Id{row.values[at].integer()} != m_outcome.other) {
                TRY(leadsTo, keptCustomer(m_recorder.database(), Id{row.values[at].integer()}));
                row.values[at] = db::Value(leadsTo);
            }
        }
        TRY_VOID(m_recorder.insertRow(change.record, row));
        ++m_outcome.restored;
        return {};
    }

    Recorder &m_recorder;
    const workspace::Operation &m_merge;
    UnmergeOutcome m_outcome;
};

} // namespace

Result<workspace::OperationInfo> unmergeInfo(db::Database &database, qint64 mergeOperation) {
    TRY(merge, findMerge(database, mergeOperation));
    return workspace::OperationInfo{
        u"unmerge"_s, Customer::kTable, merge.info.subjectId, {{u"of"_s, merge.id}, {u"other"_s, otherOf(merge).value}}};
}

Result<UnmergeOutcome> unmerge(Recorder &recorder, qint64 mergeOperation) {
    TRY(merge, findMerge(recorder.database(), mergeOperation));
    TRY(standing, standingMerge(recorder.database(), otherOf(merge)));
    if (standing != mergeOperation)
        return Error{Code::Invalid, tr("These two cards are two again already."), QString(), QByteArrayLiteral("operation")};
    return Splitter(recorder, merge).run();
}

} // namespace kontor::duplicates
