#include "tags/tag_repository.h"

#include "base/fold.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;

Result<Id> ensureTag(workspace::Recorder &recorder, const QString &name) {
    const QString trimmed = name.simplified();
    if (trimmed.isEmpty())
        return Error{Code::Invalid, QCoreApplication::translate("kontor::tags", "A tag needs a name."), QString(),
                     QByteArrayLiteral("tag")};
    TRY(existing, recorder.database().single(u"SELECT id FROM tag WHERE name_folded = ?"_s, {fold(trimmed)}));
    if (!existing.isNull())
        return Id{existing.integer()};
    Tag tag;
    tag.name = trimmed;
    tag.colour = qint64(qHash(fold(trimmed), 0) % 8);
    return recorder.insert(tag);
}

Result<void> tagCustomer(workspace::Recorder &recorder, Id customer, const QString &name) {
    TRY(tag, ensureTag(recorder, name));
    TRY(existing,
        recorder.database().single(u"SELECT id FROM customer_tag WHERE customer_id = ? AND tag_id = ?"_s, {customer, tag}));
    if (!existing.isNull())
        return {};
    CustomerTag link;
    link.customerId = customer;
    link.tagId = tag;
    TRY_VOID(recorder.insert(link));
    return {};
}

Result<void> untagCustomer(workspace::Recorder &recorder, Id customer, Id tag) {
    TRY(existing,
        recorder.database().single(u"SELECT id FROM customer_tag WHERE customer_id = ? AND tag_id = ?"_s, {customer, tag}));
    if (existing.isNull())
        return {};
    return recorder.remove<CustomerTag>(Id{existing.integer()});
}

Result<void> colourTag(workspace::Recorder &recorder, Id id, int colour) {
    TRY(found, db::find<Tag>(recorder.database(), id));
    if (!found)
        return Error{Code::NotFound, QCoreApplication::translate("kontor::tags", "There is no such tag."), QString(),
                     QByteArrayLiteral("tag")};
    Tag after = *found;
    after.colour = qBound(0, colour, 7);
    return recorder.update(*found, after);
}

Result<QList<Tag>> allTags(db::Database &database) { return db::select<Tag>(database, u"true ORDER BY name_folded"_s); }

Result<QList<Tag>> tagsOf(db::Database &database, Id customer) {
    return db::select<Tag>(database, u"id IN (SELECT tag_id FROM customer_tag WHERE customer_id = ?) ORDER BY name_folded"_s,
                           {customer});
}

} // namespace kontor
