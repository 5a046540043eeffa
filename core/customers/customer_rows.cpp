#include "customers/customer_list.h"

#include "db/id_list.h"

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTextBeginning = 160;

const QString &rowSql() {
    static const QString sql =
        u"SELECT c.id, c.kind, c.name, c.company, c.job_title, c.lifecycle, c.city, c.preferred_channel, c.preferred_time,"
        " c.last_contact_at,"
        " (SELECT value FROM contact_point WHERE customer_id = c.id AND kind = 'phone' ORDER BY position LIMIT 1),"
        " (SELECT value FROM contact_point WHERE customer_id = c.id AND kind = 'email' ORDER BY position LIMIT 1),"
        " c.source, c.birthday_on, c.bought_total, c.created_at FROM customer c WHERE c.id IN (SELECT value FROM json_each(?))"_s;
    return sql;
}

CustomerRow readRow(const db::BulkStatement &statement) {
    CustomerRow row;
    row.id = Id{statement.integer(0)};
    row.isOrganisation = statement.text(1) == "organisation"_L1;
    row.name = statement.text(2);
    row.company = statement.text(3);
    row.jobTitle = statement.text(4);
    row.lifecycle = statement.text(5);
    row.city = statement.text(6);
    row.preferredChannel = statement.text(7);
    row.preferredTime = statement.text(8);
    if (!statement.isNull(9))
        row.lastContactAt = Instant{statement.integer(9)};
    row.phone = statement.text(10);
    row.email = statement.text(11);
    row.source = statement.text(12);
    row.birthdayOn = statement.text(13);
    row.boughtTotal = statement.integer(14);
    row.createdAt = Instant{statement.integer(15)};
    return row;
}

using Rows = QHash<Id, CustomerRow>;

// Runs one statement over all ids of the page and hands each of its rows to the customer it is about (column 0).
template <class F>
Result<void> forEach(db::Database &database, const QString &sql, const db::Values &values, Rows &rows, F add) {
    TRY(statement, database.prepareBulk(sql));
    int position = 0;
    for (const db::Value &value : values)
        statement.bind(position++, value);
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return {};
        if (const auto row = rows.find(Id{statement.integer(0)}); row != rows.end())
            add(*row, statement);
    }
}

Result<void> addPurchases(db::Database &database, const QString &ids, QDate today, Rows &rows) {
    return forEach(
        database,
        u"SELECT customer_id, sum(CASE WHEN purchased_on >= ?2 THEN amount ELSE 0 END), sum(purchased_on >= ?2),"
        " min(purchased_on), max(purchased_on), sum(CASE WHEN paid = 0 THEN amount ELSE 0 END)"
        " FROM purchase WHERE customer_id IN (SELECT value FROM json_each(?1)) AND trashed_at IS NULL GROUP BY customer_id"_s,
        {ids, yearBack(today).toString(Qt::ISODate)}, rows, [](CustomerRow &row, const db::BulkStatement &found) {
            row.boughtInYear = found.integer(1);
            row.purchasesInYear = int(found.integer(2));
            row.firstPurchaseOn = found.text(3);
            row.lastPurchaseOn = found.text(4);
            row.owes = found.integer(5);
        });
}

Result<void> addNextSteps(db::Database &database, const QString &ids, Rows &rows) {
    return forEach(
        database,
        u"SELECT customer_id, title, due_on, due_at FROM task WHERE customer_id IN (SELECT value FROM json_each(?))"
        " AND done_at IS NULL AND trashed_at IS NULL ORDER BY customer_id, due_on = '', due_on, due_at IS NULL, due_at"_s,
        {ids}, rows, [](CustomerRow &row, const db::BulkStatement &found) {
            if (!row.nextStep.isEmpty())
                return;
            row.nextStep = found.text(1);
            row.nextDueOn = found.text(2);
            if (!found.isNull(3))
                row.nextDueAt = Instant{found.integer(3)};
        });
}

Result<void> addLastContacts(db::Database &database, const QString &ids, Rows &rows) {
    return forEach(
        database,
        u"SELECT i.customer_id, i.kind, substr(i.text, 1, %1) FROM interaction i JOIN customer c ON c.id = i.customer_id"
        " AND c.last_contact_at = i.at WHERE i.customer_id IN (SELECT value FROM json_each(?)) AND i.trashed_at IS NULL"_s.arg(
            kTextBeginning),
        {ids}, rows, [](CustomerRow &row, const db::BulkStatement &found) {
            row.lastContactKind = found.text(1);
            row.lastContactText = found.text(2).simplified();
        });
}

Result<void> addTags(db::Database &database, const QString &ids, Rows &rows) {
    return forEach(database,
                   u"SELECT customer_id, name, colour FROM customer_tag JOIN tag ON tag.id = tag_id"
                   " WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY name_folded"_s,
                   {ids}, rows, [](CustomerRow &row, const db::BulkStatement &found) {
                       row.tags.append({found.text(1), int(found.integer(2))});
                   });
}

Result<void> addOwnFields(db::Database &database, const QString &ids, Rows &rows) {
    return forEach(database,
                   u"SELECT customer_id, custom_field_id, CASE WHEN number IS NULL THEN text ELSE printf('%.15g', number) END "
                   u"FROM custom_value"
                   " WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY id"_s,
                   {ids}, rows, [](CustomerRow &row, const db::BulkStatement &found) {
                       QString &text = row.own[Id{found.integer(1)}];
                       text += text.isEmpty() ? found.text(2) : u"; "_s + found.text(2);
                   });
}

// The newest decision of a channel holds; one about any channel holds for all.
Result<void> addConsents(db::Database &database, const QString &ids, Rows &rows) {
    return forEach(database,
                   u"SELECT customer_id, channel, state FROM consent WHERE customer_id IN (SELECT value FROM json_each(?))"
                   " ORDER BY decided_at"_s,
                   {ids}, rows, [](CustomerRow &row, const db::BulkStatement &found) {
                       const QString channel = found.text(1);
                       const bool refused = found.text(2) != "given"_L1;
                       if (channel.isEmpty() || channel == "phone"_L1)
                           row.refusesCalls = refused;
                       if (channel.isEmpty() || channel == "email"_L1)
                           row.refusesEmail = refused;
                   });
}

} // namespace

Result<QList<CustomerRow>> customerRows(db::Database &database, const QList<Id> &ids, QDate today) {
    const QString json = jsonOf(ids);
    TRY(statement, database.prepareBulk(rowSql()));
    statement.bind(0, QStringView(json));
    Rows rows;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        const CustomerRow row = readRow(statement);
        rows.insert(row.id, row);
    }
    TRY_VOID(addPurchases(database, json, today, rows));
    TRY_VOID(addNextSteps(database, json, rows));
    TRY_VOID(addLastContacts(database, json, rows));
    TRY_VOID(addTags(database, json, rows));
    TRY_VOID(addOwnFields(database, json, rows));
    TRY_VOID(addConsents(database, json, rows));
    QList<CustomerRow> ordered;
    for (const Id id : ids)
        if (const auto row = rows.constFind(id); row != rows.constEnd())
            ordered.append(*row);
    return ordered;
}

} // namespace kontor
