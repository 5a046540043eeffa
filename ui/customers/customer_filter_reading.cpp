// What was typed and ticked in the filter cells, understood.
#include "customers/customer_filter_row.h"

#include "base/fold.h"
#include "base/money.h"
#include "customers/customer_groups.h"
#include "customers/customer_list_model.h"
#include "customers/customer_texts.h"
#include "lists/choice_filter_edit.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace customer_column;

namespace {
constexpr int kOwnDecimals = 2;
} // namespace

std::optional<ColumnFilter> CustomerFilterRow::ownFilter(int column, const QString &text) const {
    const CustomField &own = *m_model.columns().own(column);
    ColumnFilter filter{CustomerColumn::OwnText, own.id};
    filter.onlyEmpty = fold(text) == fold(tr("empty")) || text == "empty"_L1;
    if (filter.onlyEmpty)
        return filter;
    if (own.kind == "number"_L1 || own.kind == "money"_L1) {
        filter.column = CustomerColumn::OwnNumber;
        filter.amount = parseAmountRange(text, kOwnDecimals);
        return filter.amount ? std::optional(filter) : std::nullopt;
    }
    if (own.kind == "yes_no"_L1) {
        filter.column = CustomerColumn::OwnNumber;
        const QString folded = fold(text);
        const bool yes = fold(tr("Yes")).startsWith(folded) || folded == "yes"_L1;
        const bool no = fold(tr("No")).startsWith(folded) || folded == "no"_L1;
        const qint64 wanted = yes ? 100 : 0;
        filter.amount = AmountRange{wanted, wanted};
        return yes || no ? std::optional(filter) : std::nullopt;
    }
    if (own.kind == "date"_L1) {
        filter.column = CustomerColumn::OwnDate;
        filter.days = parseDayRange(text, m_formats.today(), tr("empty"), m_formats.dayMeaning());
        return filter.days ? std::optional(filter) : std::nullopt;
    }
    filter.contains = text;
    return filter;
}

// Nothing where the text is not understood.
std::optional<ColumnFilter> CustomerFilterRow::columnFilter(int column, const QString &text) const {
    if (column >= Count)
        return ownFilter(column, text);
    const auto days = [&](CustomerColumn which) -> std::optional<ColumnFilter> {
        const auto range = parseDayRange(text, m_formats.today(), tr("empty"), m_formats.dayMeaning());
        return range ? std::optional(ColumnFilter{.column = which, .days = range}) : std::nullopt;
    };
    const auto amount = [&](CustomerColumn which) -> std::optional<ColumnFilter> {
        const auto range = parseAmountRange(text, currencyDecimals(m_formats.currency()));
        return range ? std::optional(ColumnFilter{.column = which, .amount = range}) : std::nullopt;
    };
    const auto words = [&](CustomerColumn which) {
        const bool empty = fold(text) == fold(tr("empty")) || text == "empty"_L1;
        return ColumnFilter{.column = which, .contains = empty ? QString() : text, .onlyEmpty = empty};
    };
    switch (column) {
    case Company: return words(CustomerColumn::Company);
    case Source: return words(CustomerColumn::Source);
    case FirstPurchase: return days(CustomerColumn::FirstPurchase);
    case LastPurchase: return days(CustomerColumn::LastPurchase);
    case Total: return amount(CustomerColumn::Total);
    case Owes: return amount(CustomerColumn::Owes);
    case Created: {
        const auto range = parseContactRange(text, m_formats.clock(), tr("empty"), m_formats.dayMeaning());
        return range ? std::optional(ColumnFilter{.column = CustomerColumn::Created, .moments = range}) : std::nullopt;
    }
    case Birthday: {
        bool isNumber = false;
        const int month = asciiDigits(text).toInt(&isNumber);
        if (isNumber && month >= 1 && month <= 12)
            return ColumnFilter{.column = CustomerColumn::Birthday, .month = month};
        return days(CustomerColumn::Birthday);
    }
    default: return {};
    }
}

QStringList CustomerFilterRow::meant(int column) const {
    const QString typed = fold(m_texts[column].edit->text().trimmed());
    QStringList known;
    if (column == Lifecycle)
        for (const CustomerType &type : m_formats.types().all())
            known << type.name;
    if (column == NextStep)
        for (const NextStepState state : nextStepStates())
            known << wordOf(state);
    QStringList values;
    for (const QString &value : std::as_const(known))
        if (!typed.isEmpty() && fold(m_model.columns().groupWords(column, value, m_formats)).contains(typed))
            values << value;
    if (column == Lifecycle && !typed.isEmpty() && (typed == fold(tr("empty")) || typed == "empty"_L1))
        values << QString();
    return values;
}

void CustomerFilterRow::addTicked(CustomerFilter &filter, int column) const {
    const QStringList values = choice(column)->values();
    switch (column) {
    case Lifecycle: filter.lifecycles = values; break;
    case City: filter.cities = values; break;
    case Tags: filter.tags = values; break;
    case Source: filter.columns << ColumnFilter{.column = CustomerColumn::Source, .oneOf = values}; break;
    case NextStep:
        for (const QString &value : values)
            if (const auto state = nextStepFromWord(value))
                filter.nextSteps << *state;
        break;
    default: {
        const CustomField &own = *m_model.columns().own(column);
        filter.columns << ColumnFilter{.column = own.kind == "yes_no"_L1 ? CustomerColumn::OwnNumber : CustomerColumn::OwnText,
                                       .ownField = own.id,
                                       .oneOf = values};
    }
    }
}

CustomerFilter CustomerFilterRow::filterOf(int leftOut) const {
    const auto isTicked = [&](int column) { return choice(column) && !choice(column)->values().isEmpty(); };
    const auto text = [&](int column) {
        const bool counts = column != leftOut && m_texts.contains(column) && !isTicked(column);
        return counts ? m_texts[column].edit->text().trimmed() : QString();
    };
    CustomerFilter filter;
    filter.name = text(Customer);
    filter.phone = text(Phone);
    filter.city = text(City);
    filter.email = text(Email);
    filter.tag = text(Tags);
    filter.lastContact = parseContactRange(text(LastContact), m_formats.clock(), tr("never"), m_formats.dayMeaning());
    filter.bought = parseAmountRange(text(Bought), currencyDecimals(m_formats.currency()));
    if (!text(Lifecycle).isEmpty())
        filter.lifecycles = meant(Lifecycle);
    if (!text(NextStep).isEmpty())
        for (const QString &value : meant(NextStep))
            filter.nextSteps << *nextStepFromWord(value);
    for (int column = 0; column < m_model.columns().count(); ++column)
        if (column != leftOut && isTicked(column))
            addTicked(filter, column);
    for (int column = Company; column < m_model.columns().count(); ++column)
        if (const QString typed = text(column); !typed.isEmpty())
            if (const auto one = columnFilter(column, typed))
                filter.columns << *one;
    return filter;
}

CustomerFilter CustomerFilterRow::without(int column) const { return filterOf(column); }

bool CustomerFilterRow::isUnderstood(int column) const {
    if (choice(column) && !choice(column)->values().isEmpty())
        return true;
    switch (column) {
    case Lifecycle: return !m_filter.lifecycles.isEmpty();
    case NextStep: return !m_filter.nextSteps.isEmpty();
    case LastContact: return m_filter.lastContact.has_value();
    case Bought: return m_filter.bought.has_value();
    default: return column < Company || columnFilter(column, m_texts[column].edit->text().trimmed()).has_value();
    }
}

} // namespace kontor::ui
