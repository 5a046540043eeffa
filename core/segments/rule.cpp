#include "segments/rule.h"

namespace kontor::segments {

namespace {

template <class T>
struct Word {
    T value;
    const char16_t *word;
};

constexpr Word<Match> kMatches[] = {{Match::All, u"all"}, {Match::Any, u"any"}, {Match::None, u"none"}};

constexpr Word<Operator> kOperators[] = {
    {Operator::Is, u"is"},
    {Operator::IsNot, u"is_not"},
    {Operator::Contains, u"contains"},
    {Operator::StartsWith, u"starts_with"},
    {Operator::OneOf, u"one_of"},
    {Operator::NoneOf, u"none_of"},
    {Operator::Empty, u"empty"},
    {Operator::NotEmpty, u"not_empty"},
    {Operator::Equals, u"equals"},
    {Operator::MoreThan, u"more_than"},
    {Operator::AtLeast, u"at_least"},
    {Operator::LessThan, u"less_than"},
    {Operator::AtMost, u"at_most"},
    {Operator::Between, u"between"},
    {Operator::Before, u"before"},
    {Operator::After, u"after"},
    {Operator::On, u"on"},
    {Operator::InLast, u"in_last"},
    {Operator::InNext, u"in_next"},
    {Operator::MoreThanAgo, u"more_than_ago"},
    {Operator::MoreThanAhead, u"more_than_ahead"},
    {Operator::AnniversaryWithin, u"anniversary_within"},
    {Operator::Has, u"has"},
    {Operator::HasAny, u"has_any"},
    {Operator::HasAll, u"has_all"},
    {Operator::HasNone, u"has_none"},
};

constexpr Word<Unit> kUnits[] = {{Unit::Day, u"day"}, {Unit::Week, u"week"}, {Unit::Month, u"month"}, {Unit::Year, u"year"}};

constexpr Word<Aggregate> kAggregates[] = {
    {Aggregate::Exists, u"exists"},   {Aggregate::Count, u"count"}, {Aggregate::Sum, u"sum"},   {Aggregate::Average, u"average"},
    {Aggregate::Largest, u"largest"}, {Aggregate::First, u"first"}, {Aggregate::Last, u"last"},
};

constexpr Word<Calendar> kCalendars[] = {
    {Calendar::ThisMonth, u"this_month"},     {Calendar::LastMonth, u"last_month"}, {Calendar::ThisQuarter, u"this_quarter"},
    {Calendar::LastQuarter, u"last_quarter"}, {Calendar::ThisYear, u"this_year"},   {Calendar::LastYear, u"last_year"},
};

template <class T, std::size_t N>
QString findWord(const Word<T> (&words)[N], T value) {
    for (const Word<T> &entry : words)
        if (entry.value == value)
            return QString::fromUtf16(entry.word);
    return {};
}

template <class T, std::size_t N>
std::optional<T> findValue(const Word<T> (&words)[N], QStringView word) {
    for (const Word<T> &entry : words)
        if (word == QStringView(entry.word))
            return entry.value;
    return std::nullopt;
}

} // namespace

bool operator==(const Group &left, const Group &right) { return left.match == right.match && left.rules == right.rules; }
bool operator==(const Node &left, const Node &right) { return left.value == right.value; }

QString wordOf(Match match) { return findWord(kMatches, match); }
QString wordOf(Operator op) { return findWord(kOperators, op); }
QString wordOf(Unit unit) { return findWord(kUnits, unit); }
QString wordOf(Aggregate aggregate) { return findWord(kAggregates, aggregate); }
QString wordOf(Calendar calendar) { return findWord(kCalendars, calendar); }

std::optional<Match> matchFromWord(QStringView word) { return findValue(kMatches, word); }
std::optional<Operator> operatorFromWord(QStringView word) { return findValue(kOperators, word); }
std::optional<Unit> unitFromWord(QStringView word) { return findValue(kUnits, word); }
std::optional<Aggregate> aggregateFromWord(QStringView word) { return findValue(kAggregates, word); }
std::optional<Calendar> calendarFromWord(QStringView word) { return findValue(kCalendars, word); }

Arity arityOf(Operator op) {
    switch (op) {
    case Operator::Empty:
    case Operator::NotEmpty: return Arity::None;
    case Operator::Between: return Arity::Two;
    case Operator::OneOf:
    case Operator::NoneOf:
    case Operator::HasAny:
    case Operator::HasAll:
    case Operator::HasNone: return Arity::List;
    default: return Arity::One;
    }
}

bool takesUnit(Operator op) {
    return op == Operator::InLast || op == Operator::InNext || op == Operator::MoreThanAgo || op == Operator::MoreThanAhead ||
           op == Operator::AnniversaryWithin;
}

bool isNegative(Operator op) {
    return op == Operator::IsNot || op == Operator::NoneOf || op == Operator::HasNone || op == Operator::Empty;
}

} // namespace kontor::segments
