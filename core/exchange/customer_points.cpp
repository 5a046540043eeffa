// The part of CustomerImport for the ways to reach a customer.
#include "exchange/customer_import.h"

#include "customers/contact_point.h"
#include "customers/customer.h"
#include "exchange/feed_values.h"

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

Result<QList<CustomerImport::KnownPoint>> CustomerImport::knownPoints(Id customer) {
    QList<KnownPoint> known;
    db::BulkStatement &points = m_statements.points;
    points.bind(0, customer.value);
    while (true) {
        TRY(more, points.next());
        if (!more)
            return known;
        KnownPoint point{Id{points.integer(0)}, points.text(1), points.text(2), points.text(3), points.text(4)};
        point.isInRow = std::any_of(m_draft.points.cbegin(), m_draft.points.cend(),
                                    [&](const DraftPoint &other) { return point.is(other); });
        known << point;
    }
}

// That of the same label is meant, else the first.
Result<bool> CustomerImport::replacePoint(const DraftPoint &point, QList<KnownPoint> &known, ImportWriter &writer) {
    if (m_setup.feed.isEmpty() || !m_isMetById || m_onMatch != OnMatch::Overwrite)
        return false;
    for (const bool isOfLabel : {true, false})
        for (KnownPoint &old : known) {
            if (old.kind != point.kind || old.isInRow || (isOfLabel && old.label != point.label))
                continue;
            TRY(isOverwritten, overwritePoint(point, old.id, writer));
            old.isInRow = isOverwritten;
            if (isOverwritten)
                return true;
        }
    return false;
}

Result<bool> CustomerImport::overwritePoint(const DraftPoint &point, Id old, ImportWriter &writer) {
    workspace::Recorder &recorder = writer.recorder();
    TRY(isOfFeed, broughtByFeed(recorder.database(), m_setup.feed, db::recordType<ContactPoint>(), old, "value",
                                recorder.operationId()));
    if (!isOfFeed)
        return false;
    TRY(before, db::find<ContactPoint>(recorder.database(), old));
    if (!before)
        return false;
    ContactPoint after = *before;
    after.value = point.value;
    after.label = point.label.isEmpty() ? before->label : point.label;
    after.wrong = false;
    TRY_VOID(recorder.update(*before, after));
    return true;
}

Result<bool> CustomerImport::addPoints(Id customer, bool isNew, ImportWriter &writer, const db::Row *existing,
                                       Difference *difference) {
    QList<KnownPoint> known;
    if (!isNew && !m_draft.points.isEmpty()) {
        TRY(points, knownPoints(customer));
        known = std::move(points);
    }
    // A name that was only an address or a number gives way to a real one.
    const CustomerFields &fields = m_setup.reader.fields();
    if (existing && !m_draft.nameIsMade && m_onMatch == OnMatch::Fill && !m_draft.text(fields.name).isEmpty()) {
        const QString name = existing->values.at(fields.name).text();
        const bool isMade = std::any_of(known.cbegin(), known.cend(), [&](const KnownPoint &point) { return point.value == name; });
        if (isMade && m_draft.text(fields.name) != name) {
            difference->values.append({"name", m_draft.values.at(fields.name)});
            difference->fills = true;
            difference->kept.removeAll(u"name"_s);
        }
    }
    QHash<QString, qint64> positions;
    for (const KnownPoint &point : std::as_const(known))
        ++positions[point.kind];
    bool added = false;
    for (const DraftPoint &point : std::as_const(m_draft.points)) {
        if (std::any_of(known.cbegin(), known.cend(), [&](const KnownPoint &other) { return other.is(point); }))
            continue;
        TRY(isReplaced, replacePoint(point, known, writer));
        if (isReplaced) {
            difference->changes = true;
            continue;
        }
        ContactPoint record;
        record.customerId = customer;
        record.kind = point.kind;
        record.value = point.value;
        record.normalised = point.normalised;
        record.label = point.label;
        record.wrong = m_draft.isBounced && isNew && point.kind == "email"_L1 && positions.value(point.kind) == 0;
        record.position = positions[point.kind]++;
        TRY_VOID(writer.insertUnder(customer, db::recordType<ContactPoint>(), db::valuesOf(record)));
        added = true;
    }
    return added;
}

} // namespace kontor::exchange
