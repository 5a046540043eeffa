// Which acts may go through a whole table. Everything else finds its rows by an index, also after ANALYZE and where one value is everywhere.
#include "core/plans/plan_log.h"
#include "core/plans/screens.h"

#include "customers/customer_list.h"
#include "sample_data/sample_writer.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kCustomers = 400;

// Acts of this name, or whose names begin with it where it ends in a space, may go through these tables.
struct Allowed {
    QLatin1StringView act;
    QSet<QString> tables;
};

const QList<Allowed> &allowed() {
    static const QList<Allowed> acts{
        // Their answer is made of all customers, or of all values of a column.
        {"list"_L1, {u"customer"_s}},
        {"list: sort by "_L1, {u"customer"_s, u"contact_point"_s, u"purchase"_s}},
        {"list: filter by "_L1, {u"customer"_s, u"contact_point"_s, u"customer_tag"_s, u"purchase"_s}},
        {"list: groups by "_L1, {u"customer"_s}},
        {"list: totals"_L1, {u"customer"_s, u"purchase"_s}},
        {"segments: count"_L1, {u"customer"_s, u"interaction"_s, u"purchase"_s, u"task"_s}},
        {"segments: values of a field"_L1, {u"customer"_s}},
        {"settings: "_L1, {u"customer"_s, u"customer_tag"_s}},
        {"export"_L1, {u"customer"_s, u"contact_point"_s, u"address"_s, u"important_date"_s, u"relation"_s}},
        {"find: index"_L1, {u"customer"_s, u"interaction"_s}}, // so many are to come
        {"history: search"_L1, {u"customer"_s}},
        {"data care: count"_L1, {u"customer"_s}},
        // Only where few names begin with what was typed.
        {"a name is typed"_L1, {u"customer"_s}},
        // A list of some thousands at the most.
        {"a product is typed"_L1, {u"product"_s}},
        {"trash"_L1, {u"product"_s}},
        {"segments: "_L1, {u"product"_s}},
        // Up to a LIMIT: the newest, or the first of all.
        {"segments: "_L1, {u"customer"_s, u"purchase"_s, u"participant"_s}},
        {"history"_L1, {u"operation"_s}},
        {"list: kept order"_L1, {u"change"_s}},
        {"list: sort by "_L1, {u"change"_s}},
        {"trash"_L1, {u"operation"_s}},
        {"find: index"_L1, {u"change"_s}},
        {"write: "_L1, {u"operation"_s}},
        {"bulk: "_L1, {u"operation"_s}},
        {"undo of an import"_L1, {u"operation"_s}},
        {"data care: mend"_L1, {u"operation"_s}},
        {"data care: imports"_L1, {u"import_batch"_s, u"change"_s}}, // of the history the lines of bulk inserts alone
    };
    return acts;
}

bool isAllowed(const QString &act, const QString &table) {
    return std::any_of(allowed().begin(), allowed().end(), [&](const Allowed &entry) {
        const bool isGroup = entry.act.endsWith(u' ');
        return (isGroup ? act.startsWith(entry.act) : act == entry.act) && entry.tables.contains(table);
    });
}

// What a program for SQLite files might do to one. Not the history: it has a handful of rows after an import and thousands after a day.
void analyze(db::Database &database) {
    auto tables = database.query(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                                 " AND name NOT IN ('operation', 'change')"_s);
    QStringList names;
    while (tables && valueOf(tables->next()))
        names << tables->text(0);
    EXPECT_GT(names.size(), 20);
    for (const QString &name : std::as_const(names))
        expectDone(database.execute(u"ANALYZE "_s + name));
}

// All live in one city, came the same way, and one of them was in contact a thousand times as often as the others.
void skew(db::Database &database) {
    expectDone(database.executeScript(u"UPDATE customer SET city = 'Lund', source = 'fair', lifecycle = 'customer';"
                                      "UPDATE interaction SET customer_id = (SELECT min(id) FROM customer) WHERE id % 10 > 0;"
                                      "UPDATE purchase SET customer_id = (SELECT min(id) FROM customer) WHERE id % 10 > 0;"_s));
}

// A line for each: act, table, and how SQLite goes through it.
std::string unexpectedScans(const std::function<void(db::Database &)> &prepare) {
    TemporaryBase base({u"SE"_s, u"EUR"_s, u"Europe/Stockholm"_s, u"en"_s});
    expectDone(sample_data::generateSample(*base, kCustomers));
    prepare(base->database());
    PlanLog log(base->database());
    log.begin(u"list"_s);
    CustomerListQuery list;
    const QList<Id> everybody = valueOf(customerIds(base->database(), list));
    for (const ScreenAct &act : screenActs()) {
        log.begin(act.name);
        act.run(*base, everybody);
    }
    QStringList unexpected;
    const auto scans = log.scans();
    for (auto act = scans.cbegin(); act != scans.cend(); ++act)
        for (const QString &table : act.value())
            if (!isAllowed(act.key(), table))
                unexpected << act.key() + u" / "_s + table + u" -- "_s + log.statementOf(act.key(), table).left(400);
    EXPECT_GT(log.statements(), 300);
    unexpected.sort();
    return unexpected.join(u'\n').toStdString();
}

} // namespace

TEST(Plans, GoThroughNoTableButForActsThatNeedAll) {
    EXPECT_EQ(unexpectedScans([](db::Database &) {}), "");
}

TEST(Plans, StayGoodWhenTheBaseIsAnalysed) { EXPECT_EQ(unexpectedScans(analyze), ""); }

TEST(Plans, StayGoodWhenOneValueIsEverywhere) {
    EXPECT_EQ(unexpectedScans([](db::Database &database) {
                  skew(database);
                  analyze(database);
              }),
              "");
}
