// The inverse of changes, one by one or a range at a time. Used by undo.cpp and edited_since.cpp alone.
#pragma once

#include "workspace/recorder.h"
#include "workspace/touched_customers.h"
#include "workspace/undo.h"

#include <QMap>

#include <future>
#include <optional>
#include <utility>

namespace kontor::workspace {

enum class OnEdited { Refuse, Keep, Overwrite };

class Inverse {
public:
    // Inverts changes of operation `source`; `undoOperation`: the operation that does it.
    Inverse(const RecordCatalogue &catalogue, qint64 source, OnEdited onEdited)
        : m_catalogue(catalogue), m_source(source), m_onEdited(onEdited) {}

    // Which customers that the source added were edited or used by others since: they stay, with everything of theirs. Once before the first step.
    Result<void> findEditedCustomers(db::Database &database);
    const QSet<Id> &keptCustomers() const { return m_keptCustomers; }
    Result<void> invert(Recorder &recorder, const Change &change);
    // Removes what is left of a bulk insert among the ids first .. last. The history keeps the rows in blocks.
    // The last of them is packed on another thread until the next one, invert(), restoreBlock() or endStep().
    Result<void> removeRange(Recorder &recorder, const Change &range, Id first, Id last);
    // Brings back the rows of such a block.
    Result<void> restoreBlock(Recorder &recorder, const Change &block);
    // At the end of each transaction.
    Result<void> endStep(Recorder &recorder) { return notePacked(recorder); }

    // Whose derived columns ranges and blocks fed, by the feeding table: to be refreshed after the last step.
    const TouchedCustomers &touched() const { return m_touched; }
    // Everybody, after an interruption: whom the steps before it touched is not known any more.
    Result<void> touchEverybody(db::Database &database);
    const UndoOutcome &outcome() const { return m_outcome; }
    const QSet<Id> &kept() const { return m_kept; } // of whom something stays

private:
    struct Added { // customers by one change
        Id last;
        qint64 seq = 0;
    };
    using AddedByFirst = QMap<Id, Added>;

    Result<bool> isEditedByOthers(db::Database &database, const RecordEntry &entry, const db::Row &row, qint64 insertSeq);
    Result<void> invertInsert(Recorder &recorder, const RecordEntry &entry, const Change &change);
    Result<void> invertUpdate(Recorder &recorder, const RecordEntry &entry, const Change &change);
    Result<void> invertDelete(Recorder &recorder, const RecordEntry &entry, const Change &change);
    Result<void> addUsedOfFew(db::Database &database, const AddedByFirst &added);
    Result<void> addUsedByRanges(db::Database &database, const AddedByFirst &added);
    Result<bool> staysOfRange(Recorder &recorder, const RecordEntry &entry, const db::Row &row, qint64 insertSeq,
                              db::BulkStatement &remove);
    Result<void> noteRemoved(Recorder &recorder, const db::RecordType &type, const QList<db::Row> &rows);
    Result<void> notePacked(Recorder &recorder);
    void touchAbout(const RecordEntry &entry, const db::Row &row);
    bool isKept(const RecordEntry &entry, const db::Row &row) const;
    void noteKept(const RecordEntry &entry, const db::Row &row);

    const RecordCatalogue &m_catalogue;
    qint64 m_source;
    OnEdited m_onEdited;
    QSet<Id> m_keptCustomers;
    QSet<Id> m_kept; // each counted once, however much of it stays
    TouchedCustomers m_touched;
    UndoOutcome m_outcome;
    // A block of removed rows, and its content when it is there.
    std::optional<std::pair<Change, std::future<QByteArray>>> m_packing;
};

} // namespace kontor::workspace
