#include "card_json.h"

#include "base/money.h"
#include "duplicates/merged_cards.h"
#include "history/value_origin.h"
#include "interactions/interaction_repository.h"
#include "purchases/purchase_repository.h"
#include "tasks/task_repository.h"

#include <QJsonArray>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

// The names that rules use (architecture.md 8) where they differ from the columns.
const QHash<QByteArray, QString> &shortNames() {
    static const QHash<QByteArray, QString> names{{"birthday_on", u"birthday"_s}, {"created_at", u"created"_s},
                                                  {"changed_at", u"changed"_s},   {"purchased_on", u"on"_s},
                                                  {"due_on", u"due"_s},           {"date_on", u"date"_s}};
    return names;
}

QJsonValue valueJson(const workspace::Base &base, const db::FieldInfo &field, const db::Value &value) {
    if (value.isNull())
        return QJsonValue::Null;
    if (field.kind == db::FieldKind::Instant || field.column == "at")
        return base.clock().toIso(Instant{value.integer()});
    if (field.kind == db::FieldKind::Money)
        return mainUnits(base, value.integer());
    if (field.kind == db::FieldKind::YesNo)
        return value.integer() != 0;
    if (value.isInteger())
        return value.integer();
    return value.isReal() ? QJsonValue(value.real()) : QJsonValue(value.text());
}

template <class R>
QJsonArray recordsJson(const workspace::Base &base, const QList<R> &records) {
    QJsonArray array;
    for (const R &record : records)
        array << recordJson(base, record);
    return array;
}

QJsonArray relationsJson(const workspace::Base &base, const Card &card) {
    QJsonArray array;
    for (const Card::Related &related : card.relations) {
        QJsonObject object = recordJson(base, related.relation);
        object.insert(u"name"_s, related.otherName);
        object.insert(u"of_other"_s, related.isInverse);
        array << object;
    }
    return array;
}

QJsonObject ownFieldsJson(const Card &card) {
    QJsonObject object;
    for (const Card::OwnField &own : card.ownFields) {
        const QJsonValue value = own.value.number ? QJsonValue(*own.value.number) : QJsonValue(own.value.text);
        const QString name = u"custom."_s + own.field.name;
        object.insert(name, object.contains(name) ? QJsonValue(object.value(name).toString() + u';' + value.toString()) : value);
    }
    return object;
}

// The cards that became part of this one, with the act that unmerge takes.
QJsonArray mergedJson(const workspace::Base &base, const QList<duplicates::MergedCard> &cards) {
    QJsonArray array;
    for (const duplicates::MergedCard &card : cards)
        array << QJsonObject{{u"operation"_s, card.operation},
                             {u"id"_s, card.customer.value},
                             {u"name"_s, card.name},
                             {u"at"_s, base.clock().toIso(card.at)},
                             {u"text"_s, QCoreApplication::translate("kontor-cli", "Merged from %1").arg(card.name)}};
    return array;
}

QJsonArray purchasesJson(const workspace::Base &base, const QList<PurchaseLine> &lines) {
    QJsonArray array;
    for (const PurchaseLine &line : lines) {
        QJsonObject object = recordJson(base, line.purchase);
        object.insert(u"product"_s, line.productName);
        array << object;
    }
    return array;
}

QJsonObject originJson(const workspace::Base &base, const history::ValueOrigin &origin) {
    QJsonObject object{{u"act"_s, origin.kind},
                       {u"operation"_s, origin.operation},
                       {u"author"_s, origin.author},
                       {u"at"_s, base.clock().toIso(origin.at)},
                       {u"text"_s, history::originSentence(origin, base.clock())}};
    if (origin.isImported()) {
        object.insert(u"file"_s, origin.fileName);
        object.insert(u"table"_s, origin.table);
        object.insert(u"row"_s, origin.row > 0 ? QJsonValue(origin.row) : QJsonValue());
        object.insert(u"batch"_s, origin.batch.value);
    }
    return object;
}

} // namespace

double mainUnits(const workspace::Base &base, qint64 minor) { return moneyText(minor, base.settings().currency).toDouble(); }

QJsonObject rowJson(const workspace::Base &base, const db::RecordType &type, Id id, qint64 version, const db::Values &values) {
    QJsonObject object{{u"id"_s, id.value}, {u"version"_s, version}};
    for (int i = 0; i < type.fields.size(); ++i) {
        const db::FieldInfo &field = type.fields[i];
        if (!field.isDerived || field.column == "changed_at" || field.column == "normalised")
            object.insert(shortNames().value(field.column, QString::fromLatin1(field.column)), valueJson(base, field, values[i]));
    }
    return object;
}

Result<QJsonObject> originsJson(workspace::Base &base, Id customer) {
    QJsonObject object;
    TRY(fields, history::originsOf(base.database(), db::recordType<Customer>(), customer));
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        object.insert(shortNames().value(field.key(), QString::fromLatin1(field.key())), originJson(base, field.value()));
    TRY(card, loadCard(base.database(), customer));
    QJsonArray points;
    for (const ContactPoint &point : std::as_const(card.contactPoints)) {
        TRY(origin, history::originOf(base.database(), db::recordType<ContactPoint>(), point.id, "value"));
        if (!origin)
            continue;
        QJsonObject json = originJson(base, *origin);
        json.insert(u"id"_s, point.id.value);
        points << json;
    }
    object.insert(u"contact_points"_s, points);
    return object;
}

Result<QJsonObject> cardJson(workspace::Base &base, Id customer) {
    TRY(card, loadCard(base.database(), customer));
    TRY(interactions, interactionsOf(base.database(), customer, {{}, 0, 0}));
    TRY(purchases, purchasesOf(base.database(), customer));
    TRY(tasks, tasksOf(base.database(), customer));
    TRY(merged, duplicates::mergedCards(base.database(), customer));
    QJsonObject object = recordJson(base, card.customer);
    QJsonArray tags;
    for (const Tag &tag : card.tags)
        tags << tag.name;
    const QJsonObject own = ownFieldsJson(card);
    for (auto field = own.begin(); field != own.end(); ++field)
        object.insert(field.key(), field.value());
    object.insert(u"tags"_s, tags);
    object.insert(u"contact_points"_s, recordsJson(base, card.contactPoints));
    object.insert(u"addresses"_s, recordsJson(base, card.addresses));
    object.insert(u"relations"_s, relationsJson(base, card));
    object.insert(u"important_dates"_s, recordsJson(base, card.dates));
    object.insert(u"consents"_s, recordsJson(base, card.consents));
    object.insert(u"interactions"_s, recordsJson(base, interactions));
    object.insert(u"purchases"_s, purchasesJson(base, purchases));
    object.insert(u"merged_from"_s, mergedJson(base, merged));
    object.insert(u"tasks"_s, recordsJson(base, tasks));
    return object;
}
