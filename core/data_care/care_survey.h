// What the customers lack and what wants mending, counted over all of them: a line of bits for each customer, so that a change of some is counted
// anew without reading the others. Read page by page on any connection, kept where it is shown. About 40 bytes a customer.
#pragma once

#include "data_care/care_fix.h"

#include <vector>

namespace kontor::data_care {

struct CareRow {
    Id id;
    quint64 missing = 0;       // bits by careFields()
    qint32 lastContactAt = 0;  // UTC minutes; 0: never
    qint32 changedAt = 0;      // UTC minutes
    quint8 needs = 0;          // bits by CareKind
};

struct CareQuestion {
    QList<CareField> fields;
    QString country; // of the base
};
// The fields as they are now, and about how many customers there are to go through.
struct CareTask {
    CareQuestion question;
    qint64 customers = 0;
};
Result<CareTask> careTask(db::Database &database, const QString &country);

struct CarePage {
    std::vector<CareRow> rows; // in the order of ids
    Id last;
    bool isEnd = false;
};
constexpr int kCarePage = 2'000; // customers in one short read

// Customers with an id above `after`.
Result<CarePage> carePage(db::Database &database, const CareQuestion &question, Id after);
// Of these customers; those that are not in the result are in no list any more.
Result<std::vector<CareRow>> careRows(db::Database &database, const CareQuestion &question, const QList<Id> &customers);

struct Emptiest {
    Id id;
    quint64 missing = 0; // of the fields that were asked for
};

class CareSurvey {
public:
    void append(const CarePage &page);
    void replace(const QList<Id> &customers, const std::vector<CareRow> &rows);

    qint64 customers() const { return qint64(m_rows.size()); }
    qint64 missing(int field) const { return m_missing[size_t(field)]; }
    qint64 needing(CareKind kind) const { return m_needing[size_t(kind)]; }
    // In the order of ids.
    QList<Id> whoNeeds(CareKind kind, qsizetype limit) const;
    // Those that lack most of the fields whose bits are set, at most `limit`; nobody who lacks none. How many have all of them: complete().
    QList<Emptiest> emptiest(quint64 fields, qsizetype limit) const;
    qint64 complete(quint64 fields) const;
    // No contact since that moment or ever; and where asked, nothing changed on the card since it.
    qint64 silentSince(Instant moment, bool isUnchanged) const;

private:
    void count(const CareRow &row, int by);

    std::vector<CareRow> m_rows; // in the order of ids
    std::array<qint64, kMostCareFields> m_missing{};
    std::array<qint64, std::size(kCareKinds)> m_needing{};
};

} // namespace kontor::data_care
