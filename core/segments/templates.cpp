#include "segments/templates.h"

#include "db/id_list.h"
#include "segments/day_range.h"
#include "segments/sample.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

constexpr double kSumWithoutPurchases = 500; // main units, where nobody bought yet
constexpr int kSilentDays = 90;
constexpr int kMostCustomers = 4'000;    // whose purchases tell what is much
constexpr int kNewestPurchases = 20'000; // which tell what is bought
const Period kTwelveMonths{.kind = Period::Kind::Rolling, .last = 12, .unit = Unit::Month};

QString tr(const char *text) { return QCoreApplication::translate("kontor::segments", text); }

Rule allOf(std::initializer_list<Condition> conditions) {
    Rule rule;
    for (const Condition &condition : conditions)
        rule.rules.push_back(Node{condition});
    return rule;
}

Condition boughtInTotal(Operator op, double amount, const Period &period) {
    return {
        .field = u"purchases"_s, .op = op, .values = {amount}, .aggregate = Aggregate::Sum, .of = u"amount"_s, .period = period};
}

Condition silentFor(int days) {
    Condition condition{
        .field = u"interactions"_s, .op = Operator::MoreThanAgo, .values = {double(days)}, .unit = Unit::Day, .orNever = true};
    condition.aggregate = Aggregate::Last;
    condition.of = u"at"_s;
    return condition;
}

Condition firstPurchaseInLastMonth() {
    Condition condition{.field = u"purchases"_s, .op = Operator::InLast, .values = {1.0}, .unit = Unit::Month};
    condition.aggregate = Aggregate::First;
    condition.of = u"on"_s;
    return condition;
}

Condition exists(const QString &field, bool wanted, const Condition &where) {
    return {.field = field, .op = Operator::Is, .values = {wanted}, .aggregate = Aggregate::Exists, .where = {where}};
}

// To two digits: a person changes 1,200 more gladly than 1,187.32.
double rounded(double amount) {
    const double digit = std::pow(10.0, std::floor(std::log10(std::max(amount, 1.0))) - 1);
    return std::round(amount / digit) * digit;
}

// What the best fifth of the buyers reached in twelve months, in main units; of some thousand customers, for it is rounded anyway.
Result<double> sumOfBestFifth(db::Database &database, const Context &context) {
    const QString since = resolve(kTwelveMonths, context.clock.today()).from.toString(Qt::ISODate);
    TRY(customers, sampleOfCustomers(database, kMostCustomers));
    TRY(sum,
        database.single(u"WITH buyer(total) AS (SELECT sum(amount) FROM json_each(?) wanted CROSS JOIN purchase ON customer_id = wanted.value "
                        "WHERE trashed_at IS NULL AND purchased_on >= ? GROUP BY customer_id HAVING sum(amount) > 0) "
                        "SELECT total FROM buyer ORDER BY total DESC LIMIT 1 OFFSET (SELECT count(*) / 5 FROM buyer)"_s,
                        {jsonOf(customers), db::Value(since)}));
    return sum.isNull() ? kSumWithoutPurchases : rounded(sum.real() / std::pow(10.0, context.decimals()));
}

// The brand that was bought most of late; where products have no brand, the product. Nothing where nothing with a name was bought.
Result<std::optional<Condition>> mostBought(db::Database &database) {
    for (const QString &column : {u"brand"_s, u"name"_s}) {
        TRY(value, database.single(
                       u"SELECT p.%1 FROM (SELECT product_id FROM purchase WHERE trashed_at IS NULL ORDER BY id DESC LIMIT %2) b "
                       "JOIN product p ON p.id = b.product_id WHERE p.%1 <> '' "
                       "GROUP BY p.%1 ORDER BY count(*) DESC, p.%1 LIMIT 1"_s.arg(column)
                           .arg(kNewestPurchases)));
        if (!value.isNull())
            return std::optional(Condition{.field = column == "name"_L1 ? u"product"_s : column, .op = Operator::Is, .values = {value.text()}});
    }
    return std::optional<Condition>();
}

} // namespace

Result<QList<SegmentTemplate>> segmentTemplates(db::Database &database, const Context &context) {
    TRY(bigSum, sumOfBestFifth(database, context));
    TRY(bought, mostBought(database));
    const Period lastYear{.kind = Period::Kind::Calendar, .calendar = Calendar::LastYear};
    const Condition once{.field = u"purchases"_s, .op = Operator::Equals, .values = {1.0}, .aggregate = Aggregate::Count};
    const Condition birthday{.field = u"birthday"_s, .op = Operator::AnniversaryWithin, .values = {14.0}, .unit = Unit::Day};
    const Condition open{.field = u"done"_s, .op = Operator::Is, .values = {false}};
    QList<SegmentTemplate> templates{
        {"sleeping_big_buyers",
         tr("Sleeping big buyers"),
         allOf({boughtInTotal(Operator::MoreThan, bigSum, lastYear), silentFor(kSilentDays)}),
         {u"rules[0].value"_s, u"rules[1].value"_s}},
        {"bought_once", tr("Bought once"), allOf({once}), {}},
        {"first_purchase", tr("First purchase in the last month"), allOf({firstPurchaseInLastMonth()}), {u"rules[0].value"_s}},
        {"birthday", tr("Birthday in 14 days"), allOf({birthday}), {u"rules[0].value"_s}},
        {"no_next_step", tr("No next step"), allOf({exists(u"tasks"_s, false, open)}), {}},
        {"no_contact", tr("No contact for 90 days"), allOf({silentFor(kSilentDays)}), {u"rules[0].value"_s}},
        {"top_fifth", tr("Top 20 %"), allOf({boughtInTotal(Operator::AtLeast, bigSum, kTwelveMonths)}), {u"rules[0].value"_s}},
    };
    if (bought)
        templates.insert(templates.size() - 1, {"bought_brand", tr("Bought %1").arg(std::get<QString>(bought->values.first())),
                                                allOf({exists(u"purchases"_s, true, *bought)}), {u"rules[0].where[0].value"_s}});
    return templates;
}

} // namespace kontor::segments
