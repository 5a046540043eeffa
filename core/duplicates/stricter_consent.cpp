#include "duplicates/stricter_consent.h"

#include <QSet>

#include <algorithm>

namespace kontor::duplicates {

using namespace Qt::StringLiterals;

namespace {

// The newest decision that speaks of this purpose and channel.
const Consent *decision(const QList<Consent> &consents, const QString &purpose, const QString &channel) {
    for (const Consent &consent : consents)
        if ((consent.purpose.isEmpty() || consent.purpose == purpose) &&
            (consent.channel.isEmpty() || consent.channel == channel))
            return &consent;
    return nullptr;
}

bool refuses(const Consent *consent) { return consent && consent->state != "given"_L1; }

} // namespace

QList<StricterDecision> stricterDecisions(const QList<Consent> &keep, const QList<Consent> &other) {
    QList<Consent> all = keep + other;
    std::stable_sort(all.begin(), all.end(), [](const Consent &a, const Consent &b) { return b.decidedAt < a.decidedAt; });
    QSet<std::pair<QString, QString>> kinds;
    for (const Consent &consent : std::as_const(all))
        kinds.insert({consent.purpose, consent.channel});
    QList<std::pair<QString, QString>> inOrder(kinds.cbegin(), kinds.cend());
    std::sort(inOrder.begin(), inOrder.end());
    QList<StricterDecision> stricter;
    for (const auto &[purpose, channel] : std::as_const(inOrder)) {
        if (refuses(decision(all, purpose, channel)))
            continue;
        const Consent *ofKeep = decision(keep, purpose, channel), *ofOther = decision(other, purpose, channel);
        if (!refuses(ofKeep) && !refuses(ofOther))
            continue;
        StricterDecision found{refuses(ofKeep) ? *ofKeep : *ofOther, !refuses(ofKeep)};
        found.decision.purpose = purpose;
        found.decision.channel = channel;
        stricter << found;
    }
    return stricter;
}

} // namespace kontor::duplicates
