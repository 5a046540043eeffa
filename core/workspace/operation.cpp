#include "workspace/operation.h"

namespace kontor::workspace {

bool ChangeSet::isAbout(Id id) const {
    if (about.contains(id))
        return true;
    for (const Range &range : ranges)
        if (range.first <= id && id <= range.last)
            return true;
    return false;
}

void ChangeSet::add(const Change &change) {
    firstSeq = firstSeq == 0 ? change.seq : qMin(firstSeq, change.seq);
    lastSeq = qMax(lastSeq, change.seq);
    records.insert(change.record);
    operations.insert(change.operation);
    if (change.lastId.isValid())
        ranges.append({change.record, change.recordId, change.lastId});
    else
        about.insert(change.aboutId);
}

void ChangeSet::unite(const ChangeSet &other) {
    if (other.firstSeq != 0)
        firstSeq = firstSeq == 0 ? other.firstSeq : qMin(firstSeq, other.firstSeq);
    lastSeq = qMax(lastSeq, other.lastSeq);
    records.unite(other.records);
    about.unite(other.about);
    ranges += other.ranges;
    operations.unite(other.operations);
    isOwn = isOwn && other.isOwn;
}

} // namespace kontor::workspace
