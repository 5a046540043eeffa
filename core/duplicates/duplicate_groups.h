// From judged pairs to groups in which everybody may be one with everybody else: a chain of likenesses does not join two different people.
#pragma once

#include "duplicates/judgement.h"

#include <functional>

namespace kontor::duplicates {

struct JudgedPair {
    Id first;
    Id second;
    Judgement judgement;
};

struct Group {
    Certainty certainty = Certainty::Certain; // of the weakest pair that the group hangs on
    Reason reason = Reason::SamePhone;        // of that pair
    QList<Id> customers;                      // in the order of ids
};

// Whether two may be in one group if a pair of that certainty joins them; asked for members of groups of three and more.
using MayBeOne = std::function<bool(Id, Id, Certainty)>;
// In any order.
QList<Group> groupsOf(QList<JudgedPair> pairs, const MayBeOne &mayBeOne);
// Who is in a chain of three or more, chain by chain: whose profiles that question needs.
QList<QList<Id>> chainsOf(const QList<JudgedPair> &pairs);

} // namespace kontor::duplicates
