#include "customers/value_filter.h"

#include "base/fold.h"
#include "customers/kept_orders.h"
#include "customers/value_conditions.h"
#include "db/id_list.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

class ValueFilter {
public:
    ValueFilter(db::Database &database, const CustomerListQuery &query) : m_database(database), m_query(query) {}

    // false: something is not kept.
    Result<bool> run();
    Matches take();

private:
    Result<std::optional<CustomerValues>> load(CustomerSort column);
    void keep(const std::vector<bool> &hits);
    std::vector<bool> textHits(const CustomerValues &values, const TextTest &test, bool takesEmpty, bool isFolding);
    Result<bool> numbers(CustomerSort column, const NumberTest &test);
    Result<bool> texts(CustomerSort column, const TextTest &test, bool takesEmpty = false, bool isFolding = false);
    Result<bool> name();
    Result<bool> phone();
    Result<bool> nextStep();
    Result<bool> tags();
    Result<bool> column(const ColumnFilter &filter);
    Result<bool> oneOf(CustomerSort column, const QStringList &wanted);
    Result<bool> textColumn(CustomerSort column, const ColumnFilter &filter);

    db::Database &m_database;
    const CustomerListQuery &m_query;
    bool m_isBegun = false;
    Matches m_matches;
};

// Columns that are not of the same customers cannot be laid over each other.
Result<std::optional<CustomerValues>> ValueFilter::load(CustomerSort column) {
    TRY(values, m_query.orders->values().read(m_database, column, m_query.today));
    if (!values)
        return values;
    if (!m_isBegun) {
        m_isBegun = true;
        m_matches.customers = values->customers;
        m_matches.isMatch.assign(size_t(values->customers.size()), true);
    }
    return values->customers == m_matches.customers ? std::move(values) : std::optional<CustomerValues>();
}

void ValueFilter::keep(const std::vector<bool> &hits) {
    for (size_t place = 0; place < hits.size(); ++place)
        if (!hits[place])
            m_matches.isMatch[place] = false;
}

Result<bool> ValueFilter::numbers(CustomerSort column, const NumberTest &test) {
    TRY(values, load(column));
    if (!values)
        return false;
    for (size_t place = 0; place < values->values.size(); ++place)
        if (!test(values->values[place]))
            m_matches.isMatch[place] = false;
    return true;
}

// Each text is looked at once, however many have it.
std::vector<bool> ValueFilter::textHits(const CustomerValues &values, const TextTest &test, bool takesEmpty, bool isFolding) {
    const TextList list{isFolding ? values.texts.bytes : withoutCase(values.texts.bytes), values.texts.ends};
    std::vector<bool> isWanted(size_t(list.size()));
    for (qint64 number = 0; number < list.size(); ++number)
        isWanted[size_t(number)] = test(list.at(number));
    std::vector<bool> hits(size_t(values.customers.size()));
    for (size_t row = 0; row < values.values.size(); ++row) {
        const qint64 value = values.values[row];
        if (value == kNoValue ? takesEmpty : isWanted[size_t(value)])
            hits[size_t(values.ownerOf(row))] = true;
    }
    return hits;
}

Result<bool> ValueFilter::texts(CustomerSort column, const TextTest &test, bool takesEmpty, bool isFolding) {
    TRY(values, load(column));
    if (!values)
        return false;
    keep(textHits(*values, test, takesEmpty, isFolding));
    return true;
}

// A part of the name or of the company.
Result<bool> ValueFilter::name() {
    const QString wanted = fold(m_query.filter.name);
    if (wanted.isEmpty())
        return true;
    TRY(names, load(CustomerSort::Name));
    TRY(companies, names ? load(CustomerSort::Company) : Result<std::optional<CustomerValues>>(std::nullopt));
    if (!companies)
        return false;
    const auto begins = [first = wanted.toUtf8(), later = containing(u' ' + wanted)](QByteArrayView text) {
        return text.startsWith(first) || later(text);
    };
    std::vector<bool> hits = textHits(*names, containing(wanted), false, false);
    const std::vector<bool> inCompanies = textHits(*companies, folded(textHolding(wanted)), false, true);
    m_matches.beginsSo.assign(hits.size(), false);
    for (size_t row = 0; row < names->values.size(); ++row)
        if (hits[row] && names->values[row] != kNoValue)
            m_matches.beginsSo[row] = begins(names->texts.at(names->values[row]));
    for (size_t place = 0; place < hits.size(); ++place)
        hits[place] = hits[place] || inCompanies[place];
    keep(hits);
    return true;
}

Result<bool> ValueFilter::phone() {
    const QStringList parts = phoneParts(m_query.filter.phone);
    if (parts.isEmpty())
        return texts(CustomerSort::Phone, [](QByteArrayView) { return false; });
    const TextTest one = containing(parts.first()), other = containing(parts.last());
    return texts(CustomerSort::Phone, [=](QByteArrayView text) { return one(text) || other(text); });
}

// Steps without a day are told by the tasks alone.
Result<bool> ValueFilter::nextStep() {
    const QList<NextStepState> &states = m_query.filter.nextSteps;
    if (states.contains(NextStepState::Later) || states.contains(NextStepState::None))
        return false;
    const QByteArray day = m_query.today.toString(Qt::ISODate).toUtf8();
    const bool isLate = states.contains(NextStepState::Late), isToday = states.contains(NextStepState::Today);
    return texts(CustomerSort::NextStep,
                 [=](QByteArrayView text) { return (isLate && text < day) || (isToday && text == day); });
}

Result<bool> ValueFilter::tags() {
    for (const Where &tagged : taggedCustomers(m_query.filter)) {
        if (tagged.conditions.size() > 1)
            return false;
        TRY(names, load(CustomerSort::Lifecycle)); // tells who is listed
        if (!names)
            return false;
        TRY(ids, idsOf(m_database, tagged.conditions.first(), tagged.values));
        std::vector<bool> hits(m_matches.isMatch.size());
        for (const Id id : std::as_const(ids))
            if (const qsizetype place = m_matches.customers.placeOf(id); place >= 0)
                hits[size_t(place)] = true;
        keep(hits);
    }
    return true;
}

Result<bool> ValueFilter::oneOf(CustomerSort column, const QStringList &wanted) {
    return texts(column, folded(textAmong(wanted)), wanted.contains(QString()), true);
}

Result<bool> ValueFilter::textColumn(CustomerSort column, const ColumnFilter &filter) {
    if (filter.onlyEmpty)
        return texts(column, [](QByteArrayView) { return false; }, true);
    if (!filter.oneOf.isEmpty())
        return oneOf(column, filter.oneOf);
    return texts(column, folded(textHolding(fold(filter.contains))), false, true);
}

Result<bool> ValueFilter::column(const ColumnFilter &filter) {
    const auto days = [&](CustomerSort column, const std::optional<DayTest> &test) -> Result<bool> {
        return test ? texts(column, test->matches, test->takesEmpty) : texts(column, [](QByteArrayView) { return false; });
    };
    switch (filter.column) {
    case CustomerColumn::Company: return textColumn(CustomerSort::Company, filter);
    case CustomerColumn::Source: return textColumn(CustomerSort::Source, filter);
    case CustomerColumn::Birthday: return days(CustomerSort::Birthday, birthdayTest(filter, m_query.today));
    case CustomerColumn::FirstPurchase: return days(CustomerSort::FirstPurchase, within(filter.days.value_or(DayRange())));
    case CustomerColumn::LastPurchase: return days(CustomerSort::LastPurchase, within(filter.days.value_or(DayRange())));
    case CustomerColumn::Total: return numbers(CustomerSort::Total, within(filter.amount.value_or(AmountRange())));
    case CustomerColumn::Owes: return numbers(CustomerSort::Owes, within(filter.amount.value_or(AmountRange())));
    case CustomerColumn::Created: return numbers(CustomerSort::Created, within(filter.moments.value_or(ContactRange())));
    case CustomerColumn::OwnText:
    case CustomerColumn::OwnNumber:
    case CustomerColumn::OwnDate: break;
    }
    return false;
}

Result<bool> ValueFilter::run() {
    const CustomerFilter &filter = m_query.filter;
    std::vector<std::function<Result<bool>()>> steps;
    if (!filter.lifecycles.isEmpty())
        steps.push_back([&] {
            return texts(
                CustomerSort::Lifecycle, [&](QByteArrayView text) { return filter.lifecycles.contains(QString::fromUtf8(text)); },
                filter.lifecycles.contains(QString()), true);
        });
    if (filter.lastContact)
        steps.push_back([&] { return numbers(CustomerSort::LastContact, within(*filter.lastContact)); });
    if (filter.bought)
        steps.push_back([&] { return numbers(CustomerSort::Bought, within(*filter.bought)); });
    if (!filter.nextSteps.isEmpty())
        steps.push_back([&] { return nextStep(); });
    if (const QString city = fold(filter.city); !city.isEmpty())
        steps.push_back([=, this] { return texts(CustomerSort::City, folded(textHolding(city)), false, true); });
    if (!filter.cities.isEmpty())
        steps.push_back([&] { return oneOf(CustomerSort::City, filter.cities); });
    if (const QString email = filter.email.trimmed().toLower(); !email.isEmpty())
        steps.push_back([=, this] { return texts(CustomerSort::Email, containing(email)); });
    if (!filter.phone.trimmed().isEmpty())
        steps.push_back([&] { return phone(); });
    steps.push_back([&] { return tags(); });
    for (const ColumnFilter &one : filter.columns)
        steps.push_back([&] { return column(one); });
    steps.push_back([&] { return name(); });
    for (const auto &step : steps) {
        TRY(isTold, step());
        if (!isTold)
            return false;
    }
    if (!m_isBegun) { // of everybody, or of a segment
        TRY(everybody, load(CustomerSort::Lifecycle));
        if (!everybody)
            return false;
    }
    return true;
}

Matches ValueFilter::take() {
    if (m_query.within) {
        std::vector<bool> hits(m_matches.isMatch.size());
        for (const Id id : *m_query.within)
            if (const qsizetype place = m_matches.customers.placeOf(id); place >= 0)
                hits[size_t(place)] = true;
        keep(hits);
    }
    m_matches.count = std::count(m_matches.isMatch.cbegin(), m_matches.isMatch.cend(), true);
    return std::move(m_matches);
}

Result<std::optional<qint64>> sumOf(db::Database &database, const CustomerListQuery &query, CustomerSort column,
                                    const Matches &matches) {
    TRY(values, query.orders->values().read(database, column, query.today));
    if (!values || values->customers != matches.customers)
        return std::optional<qint64>();
    qint64 sum = 0;
    for (size_t place = 0; place < values->values.size(); ++place)
        if (matches.isMatch[place] && values->values[place] != kNoValue)
            sum += values->values[place];
    return std::optional(sum);
}

} // namespace

bool Matches::contains(Id id) const {
    const qsizetype place = customers.placeOf(id);
    return place >= 0 && isMatch[size_t(place)];
}

bool Matches::beginsWith(Id id) const {
    const qsizetype place = customers.placeOf(id);
    return place >= 0 && !beginsSo.empty() && beginsSo[size_t(place)];
}

Result<std::optional<Matches>> matchesByValues(db::Database &database, const CustomerListQuery &query) {
    if (!query.orders)
        return std::optional<Matches>();
    ValueFilter filter(database, query);
    TRY(isTold, filter.run());
    return isTold ? std::optional(filter.take()) : std::nullopt;
}

Result<std::optional<CustomerTotals>> totalsByValues(db::Database &database, const CustomerListQuery &query) {
    TRY(matches, matchesByValues(database, query));
    if (!matches)
        return std::optional<CustomerTotals>();
    CustomerTotals totals;
    totals.customers = matches->customers.size();
    TRY(bought, sumOf(database, query, CustomerSort::Bought, *matches));
    TRY(total, sumOf(database, query, CustomerSort::Total, *matches));
    TRY(owes, query.sumsDebts ? sumOf(database, query, CustomerSort::Owes, *matches) : Result<std::optional<qint64>>(0));
    if (!bought || !total || !owes)
        return std::optional<CustomerTotals>();
    totals.boughtInYear = *bought;
    totals.boughtTotal = *total;
    totals.owes = *owes;
    return std::optional(totals);
}

} // namespace kontor
