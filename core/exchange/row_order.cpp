#include "exchange/row_order.h"

#include "base/fold.h"
#include "exchange/preset.h"
#include "exchange/record_spool.h"

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

// Ids say little of how many customers lie between two of them: other records take ids too. So blocks are counted off, by some of the customers.
constexpr qsizetype kCustomersInBlock = 32'768;
constexpr qsizetype kOneOf = 8;

// To read all customers once costs what it costs to look one of ten of them up; the most that are kept take 40 MB.
constexpr qint64 kLookedUpBeforeKeeping = 100'000;
constexpr qsizetype kMostKept = 2'000'000;
constexpr int kReadAtOnce = 20'000;

} // namespace

Result<std::optional<RowOrder>> RowOrder::create(db::Database &database, const ColumnMap &map) {
    const bool isOfCustomers = map.kind == FileKind::Customers;
    // A company that others of the file work for has to come before them.
    const bool isFree =
        isOfCustomers ? map.indexOf(Field::CompanyRef) < 0
                      : map.indexOf(Field::CustomerRef) >= 0 || map.indexOf(Field::Email) >= 0 || map.indexOf(Field::Phone) >= 0;
    if (!isFree)
        return std::optional<RowOrder>();
    TRY(customer, database.prepareBulk(u"SELECT id FROM customer WHERE external_id = ?"_s));
    return std::optional(RowOrder(database, map, std::move(customer)));
}

QStringView RowOrder::cell(const TableRecord &record, Field field) const {
    const int column = m_map->indexOf(field);
    return column >= 0 && size_t(column) < record.cells.size() ? record.cells[size_t(column)].trimmed() : QStringView();
}

QByteArray RowOrder::ofName(const TableRecord &record) const {
    QString name;
    for (Field field : {Field::Name, Field::GivenName, Field::FamilyName, Field::Company}) {
        const QStringView part = cell(record, field);
        if (!part.isEmpty() && !name.isEmpty())
            name += u' ';
        name += part;
        if (field == Field::Name && !name.isEmpty())
            break;
    }
    return fold(name).toUtf8();
}

Result<void> RowOrder::beReading() {
    if (!m_reading) {
        TRY(reading, db::ReadTransaction::begin(*m_database));
        m_reading = std::move(reading);
    }
    return {};
}

// In pieces, so that others can commit.
Result<void> RowOrder::keepCustomers() {
    TRY(customers,
        m_database->prepareBulk(u"SELECT external_id, id FROM customer WHERE external_id > ? ORDER BY external_id LIMIT ?"_s));
    TRY_VOID(beReading());
    QString last;
    qsizetype count = 0;
    std::vector<qint64> some;
    for (int read = kReadAtOnce; read == kReadAtOnce;) {
        customers.bind(0, QStringView(last));
        customers.bind(1, kReadAtOnce);
        for (read = 0;; ++read) {
            TRY(more, customers.next());
            if (!more)
                break;
            last = customers.text(0);
            if (m_kept.size() < kMostKept)
                m_kept.insert(qHash(last), customers.integer(1));
            if (count++ % kOneOf == 0)
                some.push_back(customers.integer(1));
        }
        TRY_VOID(m_database->letOthersCommit());
    }
    if (m_kept.size() >= kMostKept)
        m_kept = {}; // the others are not in it
    std::sort(some.begin(), some.end());
    for (size_t i = 0; i < some.size(); i += kCustomersInBlock / kOneOf)
        m_blocks.push_back(some[i]);
    return {};
}

QByteArray RowOrder::blockOf(qint64 customer) const {
    const qint64 block = std::upper_bound(m_blocks.cbegin(), m_blocks.cend(), customer) - m_blocks.cbegin();
    return QByteArray(1, char(block >> 8)) + char(block);
}

// 0: nobody.
Result<qint64> RowOrder::customerWith(const QString &externalId) {
    if (++m_lookedUp == kLookedUpBeforeKeeping)
        TRY_VOID(keepCustomers());
    if (!m_kept.isEmpty())
        return m_kept.value(qHash(externalId));
    TRY_VOID(beReading());
    m_customer.bind(0, QStringView(externalId));
    TRY(found, m_customer.next());
    const qint64 customer = found ? m_customer.integer(0) : 0;
    m_customer.reset();
    return customer;
}

// Who is not known by an id comes after those who are; the first rows before the blocks.
Result<QByteArray> RowOrder::ofCustomer(const TableRecord &record) {
    if (const QStringView ref = cell(record, Field::CustomerRef); !ref.isEmpty()) {
        TRY(customer, customerWith(keptId(m_map->columns.at(m_map->indexOf(Field::CustomerRef)).idPrefix, ref.toString())));
        if (customer == 0)
            return '2' + ref.toUtf8();
        return hasOwnIds() && !m_blocks.empty() ? '1' + blockOf(customer) + cell(record, Field::ExternalId).toUtf8()
                                                : RecordSpool::orderOf(customer);
    }
    const QStringView email = cell(record, Field::Email);
    return '3' + (email.isEmpty() ? cell(record, Field::Phone) : email).toString().toLower().toUtf8();
}

Result<QByteArray> RowOrder::of(const TableRecord &record) {
    return m_map->kind == FileKind::Customers ? Result<QByteArray>(ofName(record)) : ofCustomer(record);
}

} // namespace kontor::exchange
