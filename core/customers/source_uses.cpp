#include "customers/source_uses.h"

#include "customers/bulk_change.h"
#include "db/id_list.h"
#include "workspace/setting.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {
const QString kPresent = u"trashed_at IS NULL AND merged_into IS NULL"_s;
const QString kOrder = u"source_order"_s; // a JSON list of sources

Result<QStringList> givenOrder(db::Database &database) {
    TRY(value, workspace::settingValue(database, kOrder));
    QStringList order;
    for (const QJsonValue &source : QJsonDocument::fromJson(value.toUtf8()).array())
        order << source.toString();
    return order;
}

} // namespace

Result<QList<SourceUse>> sourceUses(db::Database &database) {
    TRY(rows, database.query(u"SELECT source, count(*) FROM customer WHERE source <> '' AND %1 "
                             "GROUP BY source ORDER BY count(*) DESC, source"_s.arg(kPresent)));
    QList<SourceUse> uses;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            break;
        uses << SourceUse{rows.text(0), rows.integer(1)};
    }
    TRY(order, givenOrder(database));
    const auto placeOf = [&order](const SourceUse &use) {
        const qsizetype place = order.indexOf(use.source);
        return place < 0 ? order.size() : place;
    };
    std::stable_sort(uses.begin(), uses.end(),
                     [&](const SourceUse &one, const SourceUse &other) { return placeOf(one) < placeOf(other); });
    return uses;
}

// All that are there now get their place with it; those that nobody carries any more keep theirs behind them.
Result<void> moveSource(workspace::Recorder &recorder, const QString &source, int position) {
    TRY(uses, sourceUses(recorder.database()));
    QStringList order;
    for (const SourceUse &use : std::as_const(uses))
        order << use.source;
    const qsizetype from = order.indexOf(source);
    if (from < 0)
        return Error{Code::NotFound, QCoreApplication::translate("kontor::customers", "No customer has this source any more."),
                     QString(), QByteArrayLiteral("source")};
    const qsizetype to = qBound(qsizetype(0), qsizetype(position), order.size() - 1);
    if (from == to)
        return {};
    order.move(from, to);
    TRY(before, givenOrder(recorder.database()));
    for (const QString &old : std::as_const(before))
        if (!order.contains(old))
            order << old;
    recorder.info().detail = {{u"act"_s, u"sources"_s}, {u"word"_s, source}};
    const QByteArray json = QJsonDocument(QJsonArray::fromStringList(order)).toJson(QJsonDocument::Compact);
    return workspace::keepSetting(recorder, kOrder, QString::fromUtf8(json));
}

Result<SourcePreview> previewSource(db::Database &database, const QString &source, const QString &into) {
    const QString wanted = into.simplified();
    const QString count = u"SELECT count(*) FROM customer WHERE source = ? AND "_s + kPresent;
    if (wanted == source)
        return SourcePreview{};
    TRY(changed, database.single(count, {source}));
    if (wanted.isEmpty())
        return SourcePreview{changed.integer(), 0};
    TRY(there, database.single(count, {wanted}));
    return SourcePreview{changed.integer(), there.integer()};
}

Result<qint64> replaceSource(workspace::Base &base, const QString &source, const QString &into,
                             const std::function<bool(qint64)> &progress) {
    TRY(customers, base.read([&](db::Database &database) {
        return idsOf(database, u"SELECT id FROM customer WHERE source = ? AND "_s + kPresent, {source});
    }));
    return applyBulkChange(base, customers, {{BulkChange::Kind::SetField, "source", into.simplified()}}, progress);
}

} // namespace kontor
