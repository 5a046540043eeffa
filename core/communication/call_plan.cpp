#include "communication/call_plan.h"

#include "communication/preferred_hours.h"

#include <QHash>

#include <algorithm>

namespace kontor::communication {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kHour = 3'600'000;

struct Candidate {
    Id id;
    QString name;
    QString preferredTime;
    std::optional<Instant> lastContactAt;
    qint64 bought = 0;
    bool hasPhone = false;
    bool refusesCalls = false;
};

QString jsonOf(const QList<Id> &ids) {
    QStringList numbers;
    for (const Id id : ids)
        numbers << QString::number(id.value);
    return u'[' + numbers.join(u',') + u']';
}

Result<QHash<Id, Candidate>> candidates(db::Database &database, const QList<Id> &ids) {
    TRY(statement,
        database.query(u"SELECT c.id, c.name, c.preferred_time, c.last_contact_at, c.bought_total,"
                       " EXISTS (SELECT 1 FROM contact_point p WHERE p.customer_id = c.id AND p.kind = 'phone' AND p.wrong = 0"
                       " AND p.opted_out = 0),"
                       " (SELECT state FROM consent s WHERE s.customer_id = c.id AND s.channel IN ('', 'phone')"
                       " ORDER BY s.decided_at DESC, s.id DESC LIMIT 1)"
                       " FROM customer c WHERE c.id IN (SELECT value FROM json_each(?))"
                       " AND c.trashed_at IS NULL AND c.merged_into IS NULL"_s,
                       {jsonOf(ids)}));
    QHash<Id, Candidate> found;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return found;
        Candidate candidate;
        candidate.id = statement.id(0);
        candidate.name = statement.text(1);
        candidate.preferredTime = statement.text(2);
        if (!statement.isNull(3))
            candidate.lastContactAt = statement.instant(3);
        candidate.bought = statement.integer(4);
        candidate.hasPhone = statement.integer(5) != 0;
        candidate.refusesCalls = !statement.isNull(6) && statement.text(6) != "given"_L1;
        found.insert(candidate.id, candidate);
    }
}

std::optional<LeftOut::Reason> reasonAgainst(const Candidate &candidate, const CallPlanQuery &query, Instant now) {
    if (candidate.refusesCalls)
        return LeftOut::Reason::DoNotCall;
    if (!candidate.hasPhone)
        return LeftOut::Reason::NoPhone;
    if (query.quietHours > 0 && candidate.lastContactAt &&
        candidate.lastContactAt->milliseconds > now.milliseconds - query.quietHours * kHour)
        return LeftOut::Reason::ContactedLately;
    return std::nullopt;
}

// Who wants to be called now, then those who did not say, then those who want another time.
int hoursRank(const Candidate &candidate, QTime now) {
    const QList<Hours> hours = preferredHours(candidate.preferredTime);
    return hours.isEmpty() ? 1 : isInside(hours, now) ? 0 : 2;
}

} // namespace

Result<CallPlan> planCalls(db::Database &database, const CallPlanQuery &query) {
    TRY(found, candidates(database, query.customers));
    const Instant now = query.clock.now();
    CallPlan plan;
    for (const Id id : query.customers) {
        const auto candidate = found.constFind(id);
        if (candidate == found.cend())
            continue;
        if (const auto reason = reasonAgainst(*candidate, query, now))
            plan.leftOut.append({id, candidate->name, *reason});
        else
            plan.queue << id;
    }
    const QTime time = query.clock.timeOf(now);
    if (query.order == CallOrder::Biggest)
        std::stable_sort(plan.queue.begin(), plan.queue.end(),
                         [&](Id one, Id other) { return found[one].bought > found[other].bought; });
    if (query.order == CallOrder::BestHours) {
        QHash<Id, int> rank;
        for (const Id id : std::as_const(plan.queue))
            rank.insert(id, hoursRank(found[id], time));
        std::stable_sort(plan.queue.begin(), plan.queue.end(), [&](Id one, Id other) { return rank[one] < rank[other]; });
    }
    return plan;
}

} // namespace kontor::communication
