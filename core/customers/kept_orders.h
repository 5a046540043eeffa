// The orders of all customers by the columns of the list, kept in files of the user's cache folder: read in milliseconds, while to work one out goes
// through all customers. Who changed since is put in at the new place; after bulk work an order is worked out again. Derived data: nothing is lost with it.
#pragma once

#include "customers/customer_list.h"
#include "customers/kept_values.h"

namespace kontor {

// Has no state beside the files: any number of threads and programs use them together.
class KeptOrders {
public:
    // Names are read so many at a time, and others may commit in between; a tenth of it where each is looked up.
    static constexpr qsizetype kNamesAtOnce = 20'000;
    KeptOrders(QString cacheFolder, const QString &baseId, qsizetype namesAtOnce = kNamesAtOnce);

    // All who are listed, in the order that customerIds() gives for the sort of the query; its filter counts for nothing. Any sort but that by an own
    // field. Where the order must be worked out, or many are put in, a read transaction does not hold others up: it sees the commits that come in between, and what is
    // read after it is of that later state. Errors are those of the base: a file that cannot be read or written only costs time.
    Result<QList<Id>> ids(db::Database &database, const CustomerListQuery &query) const;

    // What the orders are made of, where it is kept; filters and sums are told by it too.
    const KeptValues &values() const { return m_values; }

private:
    struct Kept;

    QString pathOf(const CustomerListQuery &query) const;
    std::optional<Kept> read(const CustomerListQuery &query) const;
    void write(const CustomerListQuery &query, const Kept &kept) const;
    Result<QList<Id>> workedOut(db::Database &database, const ChangeCursor &newest, const CustomerListQuery &query) const;
    Result<std::optional<Kept>> followed(db::Database &database, const CustomerListQuery &query, Kept kept) const;
    Result<std::optional<Kept>> followedByName(db::Database &database, Kept kept) const;
    Result<CustomerValues> valuesNow(db::Database &database, const ChangeCursor &newest, const QList<Id> &customers,
                                     const CustomerListQuery &query) const;

    QString m_folder;
    QString m_name; // of the base, in the names of the files
    qsizetype m_namesAtOnce;
    KeptValues m_values;
};

} // namespace kontor
