// The columns of the customers list, kept in files of the user's cache folder: a filter or a first sort reads one of them instead of all customers.
// Derived data, made ahead of time by ValuePreparation or with the first order (kept_orders.h); who changed since is read from the base again, and after
// bulk work there is none until it is made anew.
#pragma once

#include "customers/changed_customers.h"
#include "customers/customer_values.h"

namespace kontor {

// Has no state beside the files: any number of threads and programs use them together.
class KeptValues {
public:
    KeptValues(QString cacheFolder, const QString &baseId);

    // As the base stands now. Nothing: none is kept, or too much has changed. `today`: of the sums of twelve months.
    Result<std::optional<CustomerValues>> read(db::Database &database, CustomerSort column, QDate today) const;
    // Would read() give it? At the cost of a few small reads.
    Result<bool> isKept(db::Database &database, CustomerSort column, QDate today) const;
    // `cursor`: taken before anything was read for it. A file that cannot be written only costs time.
    void write(QDate today, const ChangeCursor &cursor, const CustomerValues &values) const;

private:
    QString pathOf(CustomerSort column) const;

    QString m_folder;
    QString m_name; // of the base, in the names of the files
};

} // namespace kontor
