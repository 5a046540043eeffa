#include "duplicates/merge.h"

#include "custom_fields/custom_field.h"
#include "duplicates/child_mover.h"

namespace kontor::duplicates {

using namespace Qt::StringLiterals;
using workspace::FieldValue;
using workspace::Recorder;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::duplicates", text); }

Result<Customer> mergeable(db::Database &database, Id id, qint64 versionRead) {
    TRY(customer, db::find<Customer>(database, id));
    if (!customer)
        return Error{Code::NotFound, tr("There is no such customer."), QString(), QByteArrayLiteral("id")};
    if (customer->mergedInto)
        return Error{Code::Invalid, tr("“%1” is part of another card already. Open that one.").arg(customer->name), QString(),
                     QByteArrayLiteral("id")};
    if (customer->trashedAt)
        return Error{Code::Refused, tr("“%1” is in the trash. Restore the card first.").arg(customer->name), QString(),
                     QByteArrayLiteral("id")};
    if (versionRead != 0 && customer->version != versionRead)
        return Error{Code::Conflict,
                     tr("“%1” was changed in the meantime. Nothing was merged; look at both cards again.").arg(customer->name),
                     u"version %1, read %2"_s.arg(customer->version).arg(versionRead), QByteArrayLiteral("version")};
    return *customer;
}

Result<void> updateOwnField(Recorder &recorder, const MergeSide &keep, const FieldDifference &difference,
                            const db::Value &value) {
    for (const Card::OwnField &own : keep.card.ownFields) {
        if ("custom." + own.field.name.toUtf8() != difference.column)
            continue;
        CustomValue after = own.value;
        if (own.value.number)
            after.number = value.real();
        else
            after.text = value.text();
        return recorder.update(own.value, after);
    }
    return {};
}

// An external id is unique: it leaves the one card before it comes to the other.
Result<void> moveExternalId(Recorder &recorder, const Customer &keep, const Customer &other, QList<FieldValue> &values) {
    if (keep.externalId || !other.externalId)
        return {};
    values.append({"external_id", db::Value(other.externalId)});
    TRY_VOID(recorder.updateFields(Customer::kTable, other.id, other.version, {{"external_id", db::Value()}}));
    return {};
}

Result<void> writeFields(Recorder &recorder, const MergeSide &keep, const MergeSide &other, const QList<FieldDifference> &differences,
                         const MergeChoices &choices) {
    QList<FieldValue> values;
    for (const FieldDifference &difference : differences) {
        const db::Value value = difference.result(choiceFor(difference, choices));
        if (value == difference.keep)
            continue;
        if (difference.column.startsWith("custom."))
            TRY_VOID(updateOwnField(recorder, keep, difference, value));
        else
            values.append({difference.column, value});
    }
    const Customer &mine = keep.card.customer, &theirs = other.card.customer;
    if (theirs.createdAt < mine.createdAt)
        values.append({"created_at", db::Value(theirs.createdAt)});
    TRY_VOID(moveExternalId(recorder, mine, theirs, values));
    TRY_VOID(recorder.updateFields(Customer::kTable, mine.id, mine.version, values));
    return {};
}

Result<void> addStricterConsents(Recorder &recorder, const MergeSide &keep, const MergeSide &other,
                                 const QList<StricterDecision> &stricter) {
    for (const StricterDecision &found : stricter) {
        Consent consent = found.decision;
        consent.id = {};
        consent.customerId = keep.card.customer.id;
        consent.decidedAt = recorder.now();
        for (const MergeSide *side : {&keep, &other})
            for (const Consent &known : side->card.consents)
                consent.decidedAt = qMax(consent.decidedAt, known.decidedAt);
        consent.how = tr("Two cards merged: what one of them refused stays refused.");
        TRY_VOID(recorder.insert(consent));
    }
    return {};
}

} // namespace

workspace::OperationInfo mergeInfo(Id keep, Id other) {
    return {u"merge"_s, Customer::kTable, keep, {{u"other"_s, other.value}}};
}

Result<void> checkMayMerge(db::Database &database, const MergeRequest &request) {
    if (request.keep == request.other)
        return Error{Code::Invalid, tr("A card cannot be merged with itself. Choose another one."), QString(),
                     QByteArrayLiteral("id")};
    TRY_VOID(mergeable(database, request.keep, request.keepVersion));
    TRY_VOID(mergeable(database, request.other, request.otherVersion));
    return {};
}

Result<MergeOutcome> merge(Recorder &recorder, const MergeRequest &request) {
    db::Database &database = recorder.database();
    TRY_VOID(checkMayMerge(database, request));
    TRY(keep, loadMergeSide(database, request.keep));
    TRY(other, loadMergeSide(database, request.other));
    const MergePreview preview = mergePreview(keep, other);
    TRY_VOID(writeFields(recorder, keep, other, preview.fields, request.choices));
    TRY_VOID(addStricterConsents(recorder, keep, other, preview.stricterConsents));
    ChildMover mover(recorder, request.keep, request.other);
    TRY_VOID(mover.run());
    TRY(now, db::find<Customer>(database, request.other));
    Customer merged = *now;
    merged.mergedInto = request.keep;
    TRY_VOID(recorder.update(*now, merged));
    return MergeOutcome{recorder.operationId(), mover.moved()};
}

} // namespace kontor::duplicates
