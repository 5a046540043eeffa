// Consents of two cards that become one: whatever either of them refused stays refused.
#pragma once

#include "customers/consent.h"

#include <QList>

namespace kontor::duplicates {

struct StricterDecision {
    Consent decision; // the refusal, with its purpose, channel, evidence
    bool isOfOther = false;
};
// Refusals that a newer permission of the other card would hide when all decisions stand on one card. Both lists newest first.
QList<StricterDecision> stricterDecisions(const QList<Consent> &keep, const QList<Consent> &other);

} // namespace kontor::duplicates
