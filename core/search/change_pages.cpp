#include "search/change_pages.h"

#include <QSet>

#include <array>
#include <optional>

namespace kontor::search {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPage = 500;

struct FeedRow {
    qint64 seq = 0;
    qint64 operation = 0;
    QString record;
    qint64 recordId = 0;
    std::optional<qint64> lastId;
    qint64 aboutId = 0;
    QList<qint64> owners; // of a row that went from one customer to another
    bool isInsert = false;
};

// Tables whose rows say something about one customer that can be searched.
bool isPartOfCustomer(const QString &record) {
    static constexpr std::array tables{"contact_point"_L1, "customer_tag"_L1, "address"_L1, "relation"_L1, "custom_value"_L1};
    return std::find(tables.begin(), tables.end(), record) != tables.end();
}

// Whoever gets a new tag or a value of a new field is named by a row of its own.
bool touchesMany(const FeedRow &row) {
    const bool isNamed = row.record == "tag"_L1 || row.record == "custom_field"_L1;
    return row.lastId.has_value() || (isNamed && !row.isInsert);
}

Result<QList<FeedRow>> readFeed(db::Database &base, qint64 cursor) {
    TRY(statement,
        base.prepareBulk(
            u"SELECT seq, operation, record, record_id, last_id, about_id, CASE WHEN field = 'customer_id' THEN old END, "
            "CASE WHEN field = 'customer_id' THEN new END, what = 'insert' FROM change WHERE seq > ? ORDER BY seq LIMIT ?"_s));
    statement.bind(0, cursor);
    statement.bind(1, qint64(kPage));
    QList<FeedRow> rows;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return rows;
        FeedRow row{
            statement.integer(0), statement.integer(1), statement.text(2), statement.integer(3), {}, statement.integer(5), {}};
        if (!statement.isNull(4))
            row.lastId = statement.integer(4);
        for (const int column : {6, 7}) {
            if (!statement.isNull(column))
                row.owners << statement.integer(column);
        }
        row.isInsert = statement.integer(8) != 0;
        rows << row;
    }
}

// A query for pairs (position, id touched), by position; its values end with the position to begin after and the size of the page.
struct Many {
    QString sql;
    db::Values values;
};

std::optional<Many> queryFor(const FeedRow &row, qint64 after) {
    if (row.record == "tag"_L1)
        return Many{
            u"SELECT customer_id, customer_id FROM customer_tag WHERE tag_id = ? AND customer_id > ? ORDER BY customer_id LIMIT ?"_s,
            {row.recordId, after, kPage}};
    if (row.record == "custom_field"_L1)
        return Many{u"SELECT id, customer_id FROM custom_value WHERE custom_field_id = ? AND id > ? ORDER BY id LIMIT ?"_s,
                    {row.recordId, after, kPage}};
    const bool isWhole = row.record == "customer"_L1 || row.record == "interaction"_L1;
    if (!isWhole && !isPartOfCustomer(row.record))
        return std::nullopt;
    return Many{u"SELECT id, %2 FROM %1 WHERE id <= ? AND id > ? ORDER BY id LIMIT ?"_s.arg(row.record,
                                                                                            isWhole ? u"id"_s : u"customer_id"_s),
                {row.lastId.value_or(row.recordId), after, kPage}};
}

Result<ChangePage> pageOfMany(db::Database &base, const FeedRow &row, qint64 cursor, qint64 pieceAt) {
    ChangePage page;
    page.isRange = row.lastId.has_value();
    page.isOfEntries = row.record == "interaction"_L1;
    const qint64 after = pieceAt > 0 ? pieceAt : (page.isRange ? row.recordId - 1 : 0);
    const std::optional<Many> many = queryFor(row, after);
    qint64 reached = after;
    QSet<qint64> ids;
    int count = 0;
    if (many) {
        TRY(statement, base.query(many->sql, many->values));
        for (;; ++count) {
            TRY(more, statement.next());
            if (!more)
                break;
            reached = statement.integer(0);
            ids.insert(statement.integer(1));
        }
    }
    const bool isLast = count < kPage;
    page.firstId = after + 1;
    page.lastId = isLast ? row.lastId.value_or(row.recordId) : reached;
    page.isRange = page.isRange && (row.record == "customer"_L1 || page.isOfEntries);
    (page.isOfEntries ? page.entries : page.customers) = ids.values();
    page.cursor = isLast ? row.seq : cursor;
    page.operation = row.operation;
    page.lastSeq = row.seq;
    page.pieceAt = isLast ? 0 : reached;
    return page;
}

} // namespace

Result<ChangePage> nextChanges(db::Database &base, qint64 cursor, qint64 pieceAt) {
    TRY(rows, readFeed(base, cursor));
    ChangePage page;
    if (rows.isEmpty()) {
        page.cursor = cursor;
        page.isEmpty = true;
        return page;
    }
    if (touchesMany(rows.first()))
        return pageOfMany(base, rows.first(), cursor, pieceAt);
    QSet<qint64> customers;
    QSet<qint64> entries;
    for (const FeedRow &row : std::as_const(rows)) {
        if (touchesMany(row))
            break;
        if (row.record == "customer"_L1)
            customers.insert(row.recordId);
        else if (row.record == "interaction"_L1)
            entries.insert(row.recordId);
        else if (isPartOfCustomer(row.record))
            customers += QSet<qint64>(row.owners.begin(), row.owners.end()) << row.aboutId;
        page.cursor = page.lastSeq = row.seq;
        page.operation = row.operation;
    }
    page.customers = customers.values();
    page.entries = entries.values();
    return page;
}

} // namespace kontor::search
