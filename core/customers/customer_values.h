// A column of the customers list in memory: the values of all who are listed, close together, so that sorting, filters and sums go through a million
// of them in milliseconds. Filled from the base; kept_values.h keeps it in a file.
#pragma once

#include "customers/value_query.h"

#include <QHash>

#include <limits>
#include <vector>

namespace kontor {

constexpr qint64 kNoValue = std::numeric_limits<qint64>::min();

// Ids upwards, as runs: those that an import gave follow each other.
class IdRuns {
public:
    struct Run {
        qint64 first = 0;
        qint64 count = 0;
        qint64 place = 0; // of the first
        friend bool operator==(const Run &, const Run &) = default;
    };

    void append(Id id); // greater than those before
    void append(qint64 first, qint64 count);
    qsizetype size() const { return m_size; }
    qsizetype placeOf(Id id) const; // -1: not among them
    const std::vector<Run> &runs() const { return m_runs; }
    friend bool operator==(const IdRuns &, const IdRuns &) = default;

private:
    std::vector<Run> m_runs;
    qsizetype m_size = 0;
};

// Many texts in one piece of memory.
struct TextList {
    QByteArray bytes;
    std::vector<quint32> ends; // of each in `bytes`

    qsizetype size() const { return qsizetype(ends.size()); }
    QByteArrayView at(qint64 number) const;
    qint64 add(QByteArrayView text); // its number
};

struct CustomerValues {
    CustomerSort column = CustomerSort::Name;
    bool isText = false;
    IdRuns customers;
    std::vector<qint64> values;  // of a row: the number, or that of the text; kNoValue
    std::vector<quint32> owners; // whose row it is, by place, upwards; the first of each counts for the order. Empty: row n is of customer n
    TextList texts;              // some may stand here twice
    qsizetype arranged = 0;      // so many of them stand in their order
    bool hasOwners = false;

    qsizetype ownerOf(size_t row) const { return hasOwners ? qsizetype(owners[row]) : qsizetype(row); }
};

// Fills them from the base, piece by piece.
class ValuesReader {
public:
    ValuesReader(CustomerSort column, QDate today);
    // `customers`: who is listed, upwards, after those before; `scope` names all of them, and perhaps others, who are passed over.
    Result<void> read(db::Database &database, const QList<Id> &customers, const ValueScope &scope);
    CustomerValues take() { return std::move(m_values); }

private:
    qint64 numberOf(const QByteArray &text);

    QDate m_today;
    CustomerValues m_values;
    bool m_isVaried; // nearly every customer has another one: they are not compared
    QHash<QByteArray, qint64> m_numbers;
};

// `old` with `fresh` for the changed ones, who are all in it that are still listed.
CustomerValues replaced(const CustomerValues &old, QList<Id> changed, const CustomerValues &fresh);

} // namespace kontor
