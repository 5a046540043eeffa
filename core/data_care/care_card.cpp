#include "data_care/care_card.h"

#include "customers/customer.h"
#include "db/id_list.h"

namespace kontor::data_care {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFixedColumns = 4; // before those of careColumns()

QString columnList() {
    QStringList names;
    for (const db::FieldInfo *field : careColumns())
        names << QString::fromLatin1(field->column);
    return names.join(u", "_s);
}

// Which rows of a record about customers belong to the cards that were read.
struct Belonging {
    QString condition;
    db::Values values;
};

Result<QList<CareCard>> readCards(db::Database &database, const QString &condition, const db::Values &values) {
    TRY(rows, database.prepareBulk(u"SELECT id, kind, coalesce(last_contact_at, 0), changed_at, %1 FROM customer"
                                   " WHERE +trashed_at IS NULL AND +merged_into IS NULL AND %2"_s.arg(columnList(), condition),
                                   values));
    QList<CareCard> cards;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return cards;
        CareCard card;
        card.id = Id{rows.integer(0)};
        card.isOrganisation = rows.text(1) == "organisation"_L1;
        card.lastContactAt = rows.integer(2);
        card.changedAt = rows.integer(3);
        for (int column = 0; column < careColumns().size(); ++column)
            card.texts << rows.text(kFixedColumns + column);
        cards << card;
    }
}

Result<void> forEach(db::Database &database, const QString &sql, const Belonging &belonging,
                     const QHash<Id, CareCard *> &cards, const std::function<void(CareCard &, db::BulkStatement &)> &take) {
    TRY(rows, database.prepareBulk(sql.arg(belonging.condition), belonging.values));
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return {};
        if (CareCard *card = cards.value(Id{rows.integer(0)}))
            take(*card, rows);
    }
}

Result<void> addBelongings(db::Database &database, QList<CareCard> &cards, const Belonging &belonging) {
    QHash<Id, CareCard *> byId;
    for (CareCard &card : cards)
        byId.insert(card.id, &card);
    TRY_VOID(forEach(database,
                     u"SELECT customer_id, id, kind, value, label, wrong FROM contact_point WHERE customer_id %1"
                     " AND kind IN ('phone', 'email') ORDER BY customer_id, kind, position, id"_s,
                     belonging, byId, [](CareCard &card, db::BulkStatement &row) {
                         card.points << CarePoint{Id{row.integer(1)}, row.text(2) == "phone"_L1, row.text(3), row.text(4),
                                                  row.integer(5) != 0};
                     }));
    TRY_VOID(forEach(database, u"SELECT customer_id FROM customer_tag WHERE customer_id %1"_s, belonging, byId,
                     [](CareCard &card, db::BulkStatement &) { card.hasTags = true; }));
    return forEach(database, u"SELECT customer_id, custom_field_id FROM custom_value WHERE customer_id %1"_s, belonging, byId,
                   [](CareCard &card, db::BulkStatement &row) { card.ownFields.insert(Id{row.integer(1)}); });
}

} // namespace

const QList<const db::FieldInfo *> &careColumns() {
    static const QList<const db::FieldInfo *> columns = [] {
        QList<const db::FieldInfo *> found;
        for (const db::FieldInfo &field : db::recordType<Customer>().fields) {
            const bool isText = field.kind == db::FieldKind::Text || field.kind == db::FieldKind::Choice ||
                                field.kind == db::FieldKind::Date;
            if (isText && !field.isTechnical && !field.isDerived && field.column != "kind")
                found << &field;
        }
        return found;
    }();
    return columns;
}

int careColumn(QByteArrayView column) {
    for (int i = 0; i < careColumns().size(); ++i)
        if (careColumns().at(i)->column == column)
            return i;
    return -1;
}

Result<QList<CareCard>> careCardsAfter(db::Database &database, Id after, int limit) {
    TRY(cards, readCards(database, u"id > ? ORDER BY id LIMIT ?"_s, {after, qint64(limit)}));
    if (!cards.isEmpty())
        TRY_VOID(addBelongings(database, cards, {u"BETWEEN ? AND ?"_s, {cards.first().id, cards.last().id}}));
    return cards;
}

Result<QList<CareCard>> careCards(db::Database &database, const QList<Id> &customers) {
    const QString ids = jsonOf(customers);
    TRY(cards, readCards(database, u"id IN (SELECT value FROM json_each(?)) ORDER BY id"_s, {ids}));
    if (!cards.isEmpty())
        TRY_VOID(addBelongings(database, cards, {u"IN (SELECT value FROM json_each(?))"_s, {ids}}));
    return cards;
}

} // namespace kontor::data_care
