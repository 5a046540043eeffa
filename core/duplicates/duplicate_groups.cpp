#include "duplicates/duplicate_groups.h"

#include <algorithm>

namespace kontor::duplicates {

namespace {

constexpr qsizetype kMostInGroup = 50;

class Union {
public:
    Id root(Id id) {
        Id at = id;
        while (m_parent.contains(at))
            at = m_parent.value(at);
        while (id != at) {
            const Id next = m_parent.value(id);
            m_parent.insert(id, at);
            id = next;
        }
        return at;
    }
    void join(Id into, Id from) { m_parent.insert(from, into); }

private:
    QHash<Id, Id> m_parent; // of those who are no root
};

bool isWeaker(const Judgement &a, const Judgement &b) {
    return std::pair(a.certainty, a.reason) > std::pair(b.certainty, b.reason);
}

bool mayJoin(const Group &a, const Group &b, Certainty certainty, const MayBeOne &mayBeOne) {
    if (a.customers.size() + b.customers.size() > kMostInGroup)
        return false;
    if (a.customers.size() == 1 && b.customers.size() == 1)
        return true; // judged already
    return std::all_of(a.customers.cbegin(), a.customers.cend(), [&](Id mine) {
        return std::all_of(b.customers.cbegin(), b.customers.cend(),
                           [&](Id theirs) { return mayBeOne(mine, theirs, certainty); });
    });
}

} // namespace

QList<Group> groupsOf(QList<JudgedPair> pairs, const MayBeOne &mayBeOne) {
    std::sort(pairs.begin(), pairs.end(), [](const JudgedPair &a, const JudgedPair &b) {
        return std::tuple(a.judgement.certainty, a.judgement.reason, a.first, a.second) <
               std::tuple(b.judgement.certainty, b.judgement.reason, b.first, b.second);
    });
    Union roots;
    QHash<Id, Group> groups;
    const auto groupOf = [&groups](Id root) -> Group & {
        Group &group = groups[root];
        if (group.customers.isEmpty())
            group.customers << root;
        return group;
    };
    for (const JudgedPair &pair : std::as_const(pairs)) {
        const Id into = roots.root(pair.first), from = roots.root(pair.second);
        if (into == from)
            continue;
        const Group other = groupOf(from);
        Group &group = groupOf(into);
        if (!mayJoin(group, other, pair.judgement.certainty, mayBeOne))
            continue;
        for (const Judgement &judgement : {Judgement{other.certainty, other.reason}, pair.judgement}) {
            if (isWeaker(judgement, {group.certainty, group.reason})) {
                group.certainty = judgement.certainty;
                group.reason = judgement.reason;
            }
        }
        group.customers += other.customers;
        groups.remove(from);
        roots.join(into, from);
    }
    QList<Group> found;
    for (Group &group : groups) {
        if (group.customers.size() < 2)
            continue;
        std::sort(group.customers.begin(), group.customers.end());
        found << group;
    }
    return found;
}

QList<QList<Id>> chainsOf(const QList<JudgedPair> &pairs) {
    Union roots;
    for (const JudgedPair &pair : pairs) {
        const Id into = roots.root(pair.first), from = roots.root(pair.second);
        if (into != from)
            roots.join(into, from);
    }
    QHash<Id, QSet<Id>> members;
    for (const JudgedPair &pair : pairs)
        members[roots.root(pair.first)] << pair.first << pair.second;
    QList<QList<Id>> chains;
    for (const QSet<Id> &chain : std::as_const(members))
        if (chain.size() > 2)
            chains << chain.values();
    return chains;
}

} // namespace kontor::duplicates
