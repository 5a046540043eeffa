// The inverse of changes, one by one or a range at a time. Used by undo.cpp alone.
#pragma once

#include "workspace/recorder.h"
#include "workspace/undo.h"

namespace kontor::workspace {

enum class OnEdited { Refuse, Keep, Overwrite };

class Inverse {
public:
    // Inverts changes of operation `source`; `undoOperation`: the operation that does it.
    Inverse(const RecordCatalogue &catalogue, qint64 source, OnEdited onEdited)
        : m_catalogue(catalogue), m_source(source), m_onEdited(onEdited) {}

    // Which customers that the source added were edited or used by others since: they stay, with everything of theirs. Once before the first step.
    Result<void> findEditedCustomers(db::Database &database);
    Result<void> invert(Recorder &recorder, const Change &change);
    // Removes what is left of a bulk insert among the ids first .. last.
    Result<void> removeRange(Recorder &recorder, QByteArrayView table, Id first, Id last);

    const UndoOutcome &outcome() const { return m_outcome; }

private:
    Result<bool> isEditedByOthers(db::Database &database, const RecordEntry &entry, const db::Row &row);
    Result<void> invertInsert(Recorder &recorder, const RecordEntry &entry, const Change &change);
    Result<void> invertUpdate(Recorder &recorder, const RecordEntry &entry, const Change &change);
    Result<void> invertDelete(Recorder &recorder, const RecordEntry &entry, const Change &change);
    Result<void> addUsedByRanges(db::Database &database, const QMap<Id, Id> &added);
    bool isKept(const RecordEntry &entry, const db::Row &row) const;

    const RecordCatalogue &m_catalogue;
    qint64 m_source;
    OnEdited m_onEdited;
    QSet<Id> m_keptCustomers;
    UndoOutcome m_outcome;
};

} // namespace kontor::workspace
