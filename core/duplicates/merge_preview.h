// What merging two cards would give, before anything is done: the fields that differ with a suggestion for each, what is united, what is joined.
#pragma once

#include "customers/card.h"
#include "duplicates/stricter_consent.h"

#include <QHash>

namespace kontor::duplicates {

struct MergeCounts { // without what lies in the trash
    qint64 entries = 0;
    qint64 purchases = 0;
    qint64 tasks = 0;
    qint64 deals = 0;
    qint64 files = 0;
};

struct MergeSide {
    Card card;
    QHash<QByteArray, Instant> changedAt; // when a field was last changed, by column; fields without are as old as the card
    MergeCounts counts;
};
// Errors: NotFound.
Result<MergeSide> loadMergeSide(db::Database &database, Id customer);

enum class Take { Keep, Other, Both };

enum class TakeReason {
    OnlyValue,    // the other side has none
    MoreComplete, // says more
    Newer,        // changed later, or of the newer card
    FurtherType,  // a customer is more than a lead
    WholeAddress, // an address is not put together of two
    BothTexts     // notes are joined
};
QString takeReasonText(TakeReason reason); // translated

struct FieldDifference {
    QByteArray column; // of the customer, or custom.NAME
    QString label;     // translated
    db::Value keep;
    db::Value other;
    Take suggestion = Take::Keep;
    TakeReason reason = TakeReason::OnlyValue;
    Instant newerAt;          // of TakeReason::Newer
    bool canTakeBoth = false; // texts of several lines
    bool isConflict = false;  // both sides have a value

    db::Value result(Take take) const;
};

struct UnitedPoint {
    ContactPoint point;
    bool isOfOther = false;
    bool isInBoth = false;
};

struct MergePreview {
    QList<FieldDifference> fields; // in the order of the card
    QList<UnitedPoint> points;     // of both, each once
    QStringList addedTags;         // that the other one has alone
    QList<StricterDecision> stricterConsents;
    MergeCounts keep, other;

    int conflicts() const;
};

MergePreview mergePreview(const MergeSide &keep, const MergeSide &other);

// The person's choices by column, else the suggestions. The parts of a name follow the choice for the name.
using MergeChoices = QHash<QByteArray, Take>;
Take choiceFor(const FieldDifference &difference, const MergeChoices &choices);

bool isSamePoint(const ContactPoint &a, const ContactPoint &b);

} // namespace kontor::duplicates
