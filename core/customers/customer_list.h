// The projection of the customers list: ids in order for a filter and a sort, rows for ids, and what the footer says of all of them.
#pragma once

#include "base/id.h"
#include "base/instant.h"
#include "base/result.h"
#include "customers/customer_filter.h"
#include "db/database.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace kontor {

enum class CustomerSort {
    Name,
    Phone,
    Lifecycle,
    LastContact,
    Bought,
    NextStep,
    City,
    Email,
    Company,
    Source,
    Birthday, // in the order of the year
    FirstPurchase,
    LastPurchase,
    Total,
    Owes,
    Created,
    OwnField,
};

// The columns that have few values: what the list can be grouped by and filtered with a list to tick.
enum class CustomerGrouping { None, Lifecycle, NextStep, City, Source, Tag, OwnField };

class KeptOrders;

struct CustomerListQuery {
    CustomerFilter filter;
    std::optional<QList<Id>> within; // only these: the members of a segment
    CustomerSort sort = CustomerSort::Name;
    Id ownField = {}; // of CustomerSort::OwnField
    bool descending = false;
    CustomerGrouping grouping = CustomerGrouping::None;
    Id groupField = {};     // of CustomerGrouping::OwnField
    bool sumsDebts = false; // for the totals: costs a walk over all purchases
    std::shared_ptr<const KeptOrders> orders = {}; // where there is one, orders are looked up in it instead of worked out
    QDate today; // of the base's time zone: what "late" and "the last 12 months" are measured from
};

struct CustomerTagMark {
    QString name;
    int colour = 0;
};

struct CustomerRow {
    Id id;
    bool isOrganisation = false;
    QString name;
    QString company;
    QString jobTitle;
    QString lifecycle;
    QString phone; // the main one, as typed
    QString email;
    QString city;
    QString preferredChannel;
    QString preferredTime;
    std::optional<Instant> lastContactAt;
    QString lastContactKind; // call, email ...
    QString lastContactText; // its beginning
    qint64 boughtInYear = 0; // minor units, last 12 months
    int purchasesInYear = 0;
    QString nextStep; // title of the first open task; empty: none
    QString nextDueOn;
    std::optional<Instant> nextDueAt;
    QList<CustomerTagMark> tags;
    QString source;
    QString birthdayOn; // YYYY-MM-DD or --MM-DD
    QString firstPurchaseOn;
    QString lastPurchaseOn;
    qint64 boughtTotal = 0;
    qint64 owes = 0; // purchases that are not paid
    Instant createdAt;
    QHash<Id, QString> own; // of the person's own fields: texts, ISO dates, plain numbers; several values separated by "; "
    bool refusesCalls = false;
    bool refusesEmail = false;
};

struct CustomerTotals {
    qint64 customers = 0;    // in the base, without those in the trash
    qint64 boughtInYear = 0; // of those in the list, as the next two
    qint64 boughtTotal = 0;
    qint64 owes = 0;
};

// All that match, in order. Missing values come last in either direction.
Result<QList<Id>> customerIds(db::Database &database, const CustomerListQuery &query);
// One row for each id that still exists, in the order of `ids`.
Result<QList<CustomerRow>> customerRows(db::Database &database, const QList<Id> &ids, QDate today);
Result<CustomerTotals> customerTotals(db::Database &database, const CustomerListQuery &query);

// The first day of "the last 12 months".
QDate yearBack(QDate today);

} // namespace kontor
