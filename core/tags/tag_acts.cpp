#include "tags/tag_acts.h"

#include "base/fold.h"

#include <QCoreApplication>

namespace kontor {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

constexpr int kColours = 8;

QString tr(const char *text) { return QCoreApplication::translate("kontor::tags", text); }

Result<Tag> existing(Recorder &recorder, Id id) {
    TRY(tag, db::find<Tag>(recorder.database(), id));
    if (!tag)
        return Error{Code::NotFound, tr("This tag is no longer there."), QString(), QByteArrayLiteral("tag")};
    return *tag;
}

Result<QList<CustomerTag>> linksOf(Recorder &recorder, Id tag) {
    return db::select<CustomerTag>(recorder.database(), u"tag_id = ? ORDER BY id"_s, {tag});
}

} // namespace

Result<QList<TagUse>> tagUses(db::Database &database) {
    TRY(tags, db::select<Tag>(database, u"true ORDER BY name_folded"_s));
    TRY(rows, database.query(u"SELECT t.tag_id, count(*) FROM customer_tag t JOIN customer c ON c.id = t.customer_id "
                             "WHERE c.trashed_at IS NULL AND c.merged_into IS NULL GROUP BY t.tag_id"_s));
    QHash<Id, qint64> counts;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            break;
        counts.insert(rows.id(0), rows.integer(1));
    }
    QList<TagUse> uses;
    for (const Tag &tag : std::as_const(tags))
        uses << TagUse{tag, counts.value(tag.id)};
    return uses;
}

Result<void> renameTag(Recorder &recorder, Id id, const QString &name) {
    TRY(before, existing(recorder, id));
    const QString usable = name.simplified();
    if (fold(usable).isEmpty())
        return Error{Code::Invalid, tr("A tag needs a name."), QString(), QByteArrayLiteral("tag")};
    TRY(taken, recorder.database().single(u"SELECT name FROM tag WHERE name_folded = ? AND id <> ?"_s, {fold(usable), id}));
    if (!taken.isNull())
        return Error{Code::Invalid, tr("There is a tag “%1” already. Merge the two instead.").arg(taken.text()), QString(),
                     QByteArrayLiteral("tag")};
    Tag after = before;
    after.name = usable;
    return recorder.update(before, after);
}

Result<void> recolourTag(Recorder &recorder, Id id, int colour) {
    TRY(before, existing(recorder, id));
    Tag after = before;
    after.colour = qBound(0, colour, kColours - 1);
    return recorder.update(before, after);
}

Result<void> mergeTags(Recorder &recorder, Id from, Id into) {
    if (from == into)
        return {};
    TRY(goes, existing(recorder, from));
    TRY(stays, existing(recorder, into));
    TRY(links, linksOf(recorder, goes.id));
    for (const CustomerTag &link : std::as_const(links)) {
        TRY(has, recorder.database().single(u"SELECT 1 FROM customer_tag WHERE customer_id = ? AND tag_id = ?"_s,
                                            {link.customerId, stays.id}));
        if (!has.isNull()) {
            TRY_VOID(recorder.remove<CustomerTag>(link.id));
            continue;
        }
        CustomerTag moved = link;
        moved.tagId = stays.id;
        TRY_VOID(recorder.update(link, moved));
    }
    return recorder.remove<Tag>(goes.id);
}

Result<void> deleteTag(Recorder &recorder, Id id) {
    TRY(tag, existing(recorder, id));
    TRY(links, linksOf(recorder, tag.id));
    for (const CustomerTag &link : std::as_const(links))
        TRY_VOID(recorder.remove<CustomerTag>(link.id));
    return recorder.remove<Tag>(tag.id);
}

} // namespace kontor
