#include "customers/customer_values.h"

#include "db/id_list.h"

#include <algorithm>

namespace kontor {

void IdRuns::append(Id id) { append(id.value, 1); }

void IdRuns::append(qint64 first, qint64 count) {
    if (!m_runs.empty() && m_runs.back().first + m_runs.back().count == first)
        m_runs.back().count += count;
    else
        m_runs.push_back({first, count, m_size});
    m_size += count;
}

qsizetype IdRuns::placeOf(Id id) const {
    const auto above = std::upper_bound(m_runs.cbegin(), m_runs.cend(), id.value,
                                        [](qint64 value, const Run &run) { return value < run.first; });
    if (above == m_runs.cbegin())
        return -1;
    const Run &run = *std::prev(above);
    return id.value < run.first + run.count ? run.place + id.value - run.first : -1;
}

QByteArrayView TextList::at(qint64 number) const {
    const qsizetype from = number == 0 ? 0 : ends[size_t(number) - 1];
    return QByteArrayView(bytes).sliced(from, ends[size_t(number)] - from);
}

qint64 TextList::add(QByteArrayView text) {
    bytes.append(text.data(), text.size());
    ends.push_back(quint32(bytes.size()));
    return qint64(ends.size()) - 1;
}

ValuesReader::ValuesReader(CustomerSort column, QDate today)
    : m_today(today),
      m_isVaried(column == CustomerSort::Name || column == CustomerSort::Phone || column == CustomerSort::Email) {
    m_values.column = column;
    const ValueQuery query = valueQuery(column, today, ValueScope::everybody());
    m_values.isText = query.isText;
    m_values.hasOwners = query.hasPlaces;
}

qint64 ValuesReader::numberOf(const QByteArray &text) {
    if (m_isVaried)
        return m_values.texts.add(text);
    const auto known = m_numbers.constFind(text);
    if (known != m_numbers.cend())
        return *known;
    const qint64 number = m_values.texts.add(text);
    m_numbers.insert(text, number);
    return number;
}

Result<void> ValuesReader::read(db::Database &database, const QList<Id> &customers, const ValueScope &scope) {
    struct Row {
        qint64 customer;
        qint64 place;
        qint64 value;
    };
    const ValueQuery query = valueQuery(m_values.column, m_today, scope);
    TRY(statement, database.prepareBulk(query.sql, query.values));
    std::vector<Row> rows;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        const qint64 value = statement.isNull(1) ? kNoValue : query.isText ? numberOf(statement.blob(1)) : statement.integer(1);
        rows.push_back({statement.integer(0), query.hasPlaces ? statement.integer(2) : 0, value});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return a.customer != b.customer ? a.customer < b.customer : a.place < b.place;
    });
    auto row = rows.cbegin();
    for (const Id customer : customers) {
        while (row != rows.cend() && row->customer < customer.value)
            ++row;
        if (!m_values.hasOwners) {
            const bool isThere = row != rows.cend() && row->customer == customer.value;
            m_values.values.push_back(isThere ? row->value : query.isZeroWithoutRow ? 0 : kNoValue);
        } else {
            for (; row != rows.cend() && row->customer == customer.value; ++row) {
                m_values.values.push_back(row->value);
                m_values.owners.push_back(quint32(m_values.customers.size()));
            }
        }
        m_values.customers.append(customer);
    }
    return {};
}

namespace {

// Adds one customer after the other, with all rows, out of other values.
class RowCopier {
public:
    RowCopier(const CustomerValues &from, CustomerValues &to, qint64 firstText) : m_from(from), m_to(to), m_firstText(firstText) {}

    void copy(Id customer, qsizetype place) {
        if (!m_from.hasOwners) {
            add(size_t(place));
        } else {
            pass(place);
            for (; m_row < m_from.values.size() && m_from.owners[m_row] == quint32(place); ++m_row) {
                add(m_row);
                m_to.owners.push_back(quint32(m_to.customers.size()));
            }
        }
        m_to.customers.append(customer);
    }

private:
    void pass(qsizetype place) {
        while (m_row < m_from.values.size() && m_from.owners[m_row] < quint32(place))
            ++m_row;
    }
    void add(size_t row) {
        const qint64 value = m_from.values[row];
        m_to.values.push_back(m_from.isText && value != kNoValue ? value + m_firstText : value);
    }

    const CustomerValues &m_from;
    CustomerValues &m_to;
    const qint64 m_firstText;
    size_t m_row = 0;
};

} // namespace

CustomerValues replaced(const CustomerValues &old, QList<Id> changed, const CustomerValues &fresh) {
    std::sort(changed.begin(), changed.end());
    CustomerValues all;
    all.column = old.column;
    all.isText = old.isText;
    all.hasOwners = old.hasOwners;
    all.texts = old.texts;
    all.arranged = old.arranged;
    for (qint64 number = 0; number < fresh.texts.size(); ++number)
        all.texts.add(fresh.texts.at(number));
    all.values.reserve(old.values.size() + fresh.values.size());
    all.owners.reserve(old.owners.size() + fresh.owners.size());
    RowCopier copyOld(old, all, 0), copyFresh(fresh, all, old.texts.size());
    auto next = changed.cbegin();
    const auto takeChanged = [&](qint64 before) {
        for (; next != changed.cend() && next->value < before; ++next)
            if (const qsizetype place = fresh.customers.placeOf(*next); place >= 0)
                copyFresh.copy(*next, place);
    };
    for (const IdRuns::Run &run : old.customers.runs()) {
        for (qint64 i = 0; i < run.count; ++i) {
            const Id customer{run.first + i};
            if (next != changed.cend() && next->value <= customer.value) {
                takeChanged(customer.value + 1);
                if (std::binary_search(changed.cbegin(), changed.cend(), customer))
                    continue;
            }
            copyOld.copy(customer, run.place + i);
        }
    }
    takeChanged(std::numeric_limits<qint64>::max());
    return all;
}

} // namespace kontor
