// Moves the records of one card to another. Works on the catalogue, so a new kind of record about customers is moved without a line here.
// Used by merge.cpp alone.
#pragma once

#include "workspace/recorder.h"

namespace kontor::duplicates {

class ChildMover {
public:
    ChildMover(workspace::Recorder &recorder, Id keep, Id other) : m_recorder(recorder), m_keep(keep), m_other(other) {}

    Result<void> run();
    qint64 moved() const { return m_moved; }

private:
    using Values = QList<workspace::FieldValue>;
    Result<QList<db::Row>> rows(const db::RecordType &type, QByteArrayView column, Id id) const;
    Result<void> moveAll(const db::RecordType &type);
    Result<void> moveUnlessThere(const db::RecordType &type);
    Result<void> movePoints(const db::RecordType &type);
    Result<void> unitePoint(const db::RecordType &type, const db::Row &mine, const db::Row &theirs);
    Result<void> moveOwnValues(const db::RecordType &type);
    Result<void> moveParticipations(const db::RecordType &type);
    Result<void> moveRelations(const db::RecordType &type);
    Result<void> dropOwnParticipations(const db::RecordType &type);
    Result<void> repoint(const db::RecordType &type, QByteArrayView column);
    Result<void> move(const db::RecordType &type, const db::Row &row, Values more = {});

    workspace::Recorder &m_recorder;
    Id m_keep;
    Id m_other;
    QHash<Id, Id> m_samePoints; // of the other card, and the same one of the kept card
    qint64 m_moved = 0;
};

} // namespace kontor::duplicates
