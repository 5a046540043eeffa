// Values that want mending, one by one: what stands there, what it was meant to be, and the mending of many as one act that can be taken back.
#pragma once

#include "data_care/care_card.h"
#include "workspace/base.h"

#include <functional>

namespace kontor::data_care {

enum class CareKind { Phones, Emails, Casing, Spaces };
constexpr CareKind kCareKinds[] = {CareKind::Phones, CareKind::Emails, CareKind::Casing, CareKind::Spaces};

struct CareFix {
    Id customer;
    QString customerName;
    QByteArray table; // customer or contact_point
    Id record;
    QByteArray column;
    QString fieldLabel; // translated
    QString before;
    QString after;         // empty: nobody can tell but the person
    QString label;         // goes to the label of the number; empty: nothing does
    QString reason;        // what is wrong with it, a translated sentence; empty where the two values say it
    bool isCertain = true; // false: it may be meant so
};

// `country`: of the base.
QList<CareFix> careFixesOf(const CareCard &card, CareKind kind, const QString &country);
bool needsCare(const CareCard &card, CareKind kind, const QString &country);

// Of these customers, in the order of their ids.
Result<QList<CareFix>> careFixes(db::Database &database, const QList<Id> &customers, CareKind kind, const QString &country);

struct CareOutcome {
    qint64 changed = 0;     // values
    qint64 passedOver = 0;  // another value stands there by now
};

// Fixes without `after` are passed over too. A few are one transaction; many a BulkOperation of short ones, and `progress` (values done) is asked after
// each: false takes everything back. Errors: Cancelled, and those of the base.
Result<CareOutcome> applyCareFixes(workspace::Base &base, const QList<CareFix> &fixes,
                                   const std::function<bool(qint64 done)> &progress = {});

} // namespace kontor::data_care
