#include "history/history_list.h"

#include "base/fold.h"
#include "db/text_functions.h"
#include "workspace/feed.h"

#include <limits>

namespace kontor::history {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSearchedInOneGo = 20'000; // acts that a search goes through before it gives the thread back
constexpr int kSkippedInOneGo = 200'000; // and a filter that only looks at the acts themselves

struct Condition {
    QStringList parts;
    db::Values values;

    void add(const QString &part, const db::Values &of) {
        parts << part;
        values += of;
    }
};

QString marks(qsizetype count) { return QStringList(count, u"?"_s).join(u", "_s); }

// A bulk insert notes ranges, which name no customer: the customer's own record tells in which range it came.
void addCustomer(Condition &where, Id customer) {
    where.add(u"o.id IN (SELECT operation FROM change WHERE about_id = ? AND about_id <> 0 "
              "UNION SELECT operation FROM change WHERE last_id IS NOT NULL AND record_id <= ? AND last_id >= ? AND "
              "record = 'customer')"_s,
              {customer, customer, customer});
}

void addText(Condition &where, const HistoryQuery &query) {
    const QString text = fold(query.text);
    QString found =
        u"c.about_id IN (SELECT id FROM customer WHERE instr(name_folded, ?) > 0) OR (typeof(c.old) <> 'blob' AND instr(kontor_fold(c.old), ?) > 0) OR "
        "instr(kontor_fold(c.new), ?) > 0"_s;
    db::Values values{text, text, text};
    if (!query.fields.isEmpty()) {
        found += u" OR c.field IN (%1)"_s.arg(marks(query.fields.size()));
        for (const QByteArray &field : query.fields)
            values << QString::fromLatin1(field);
    }
    values << text;
    where.add(u"(EXISTS (SELECT 1 FROM change c WHERE c.operation = o.id AND (%1)) OR "
              "instr(kontor_fold(coalesce(json_extract(o.detail, '$.file'), '')), ?) > 0)"_s.arg(found),
              values);
}

Condition conditionOf(const HistoryQuery &query) {
    Condition where;
    if (query.customer.isValid())
        addCustomer(where, query.customer);
    if (query.author.isValid())
        where.add(u"o.user_id = ?"_s, {query.author});
    if (!query.kinds.isEmpty()) {
        db::Values kinds;
        for (const QString &kind : query.kinds)
            kinds << kind;
        where.add(u"o.kind IN (%1)"_s.arg(marks(query.kinds.size())), kinds);
    }
    if (!fold(query.text).isEmpty())
        addText(where, query);
    return where;
}

struct Found {
    qint64 seq = 0;
    qint64 id = 0;
};

Result<QList<Found>> findActs(db::Database &database, const HistoryQuery &query, qint64 below, qint64 above, int limit) {
    Condition where = conditionOf(query);
    where.add(u"o.seq < ? AND o.seq > ?"_s, {below, above});
    where.values << limit;
    TRY(rows, database.query(
                  u"SELECT o.seq, o.id FROM operation o WHERE %1 ORDER BY o.seq DESC LIMIT ?"_s.arg(where.parts.join(u" AND "_s)),
                  where.values));
    QList<Found> found;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return found;
        found << Found{rows.integer(0), rows.integer(1)};
    }
}

// How far back one page may look.
qint64 reach(const HistoryQuery &query) {
    if (!fold(query.text).isEmpty())
        return kSearchedInOneGo;
    const bool isFiltered = query.author.isValid() || !query.kinds.isEmpty();
    return isFiltered && !query.customer.isValid() ? kSkippedInOneGo : std::numeric_limits<qint64>::max();
}

// How many records the bulk inserts of an act brought, and how many changes it has.
Result<void> countChanges(db::Database &database, Act &act, Id customer) {
    QString sql = u"SELECT count(*), coalesce(sum(last_id - record_id + 1), 0) FROM (SELECT record_id, last_id FROM change "
                  "WHERE operation = ? AND record <> 'operation'"_s;
    db::Values values{act.operation.id};
    if (customer.isValid()) {
        sql += u" AND about_id = ?"_s;
        values << customer;
    }
    values << kMostCounted + 1;
    TRY(rows, database.query(sql + u" LIMIT ?)"_s, values));
    TRY(row, rows.next());
    if (row) {
        act.changes = rows.integer(0);
        act.records = rows.integer(1);
    }
    return {};
}

void nameCustomer(Act &act) {
    QSet<Id> customers;
    for (const ChangeLine &line : std::as_const(act.first))
        if (line.customer.isValid())
            customers.insert(line.customer);
    act.customers = customers.size();
    if (customers.size() != 1 || act.changes > act.first.size())
        return;
    for (const ChangeLine &line : std::as_const(act.first))
        if (line.customer.isValid()) {
            act.customer = line.customer;
            act.customerName = line.customerName;
        }
}

Result<std::optional<Act>> readAct(db::Database &database, const workspace::RecordCatalogue &catalogue, qint64 id, Id customer) {
    TRY(operation, workspace::findOperation(database, id));
    if (!operation)
        return std::optional<Act>();
    Act act;
    act.operation = *operation;
    TRY_VOID(countChanges(database, act, customer));
    TRY(first, changeLines(database, catalogue, id, customer, 0, kFirstChanges));
    act.first = first;
    nameCustomer(act);
    return std::optional<Act>(act);
}

} // namespace

Result<HistoryPage> readHistory(db::Database &database, const workspace::RecordCatalogue &catalogue, const HistoryQuery &query,
                                qint64 before, int limit, qint64 after) {
    TRY_VOID(db::registerTextFunctions(database));
    TRY(newest, database.single(u"SELECT max(seq) FROM operation"_s));
    const qint64 below = before > 0 ? qMin(before, newest.integer() + 1) : newest.integer() + 1;
    const qint64 above = qMax(after, below - 1 - qMin(below - 1, reach(query)));
    TRY(found, findActs(database, query, below, above, limit));
    HistoryPage page;
    for (const Found &one : std::as_const(found)) {
        TRY(act, readAct(database, catalogue, one.id, query.customer));
        if (act)
            page.acts << *act;
    }
    const bool isFull = found.size() == limit;
    page.nextBefore = isFull ? found.last().seq : above + 1;
    page.isEnd = !isFull && above <= after;
    return page;
}

Result<QHash<qint64, QString>> otherStates(db::Database &database, qint64 from) {
    TRY(rows, database.query(u"SELECT id, state FROM operation WHERE seq >= ? AND state <> 'done'"_s, {from}));
    QHash<qint64, QString> states;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return states;
        states.insert(rows.integer(0), rows.text(1));
    }
}

Result<QList<Author>> authors(db::Database &database) {
    TRY(rows, database.query(u"SELECT id, name FROM user ORDER BY id"_s));
    QList<Author> list;
    while (true) {
        TRY(more, rows.next());
        if (!more)
            return list;
        list << Author{rows.id(0), rows.text(1)};
    }
}

} // namespace kontor::history
