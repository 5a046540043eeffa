// Likely duplicates: over the whole base, and of one customer that is being typed.
#pragma once

#include "customers/customer_repository.h"
#include "duplicates/judgement.h"

#include <functional>

namespace kontor::duplicates {

struct FoundCustomer {
    Id id;
    QString name;
};

struct FoundGroup {
    Certainty certainty = Certainty::Certain;
    Reason reason = Reason::SamePhone;
    QList<FoundCustomer> customers; // in the order of ids
};

// The whole base in short reads, so that nobody who writes has to wait: call step() until it is done, each in a read transaction of its own and on
// any connection. What is changed meanwhile may be in the answer or not. Needs about 300 bytes a customer and 8 a pair that is compared.
class DuplicateSearch {
public:
    DuplicateSearch();
    ~DuplicateSearch();

    Result<bool> step(db::Database &database); // true: done
    qint64 done() const;                       // of total(), as far as the work goes
    qint64 total() const;                      // customers
    QList<FoundGroup> takeGroups();            // surest first

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

// All steps in one go. `progress`: done and total; false: stop. Errors: Cancelled.
using Progress = std::function<bool(qint64 done, qint64 total)>;
Result<QList<FoundGroup>> findDuplicates(db::Database &database, const Progress &progress = {});

struct Match {
    Id customer;
    QString name;
    Judgement judgement;
};

// Who the draft may be, surest first. `alsoLookAt`: customers that something else found, such as the search index in another script.
// `country`: of the base, for phone numbers. A few reads by indexes, however large the base is.
Result<QList<Match>> findDuplicatesOf(db::Database &database, const NewCustomer &draft, const QString &country,
                                      const QList<Id> &alsoLookAt = {});

} // namespace kontor::duplicates
