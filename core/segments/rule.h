// The rule of a segment as a tree of plain values: groups over conditions. Knows nothing of the base; the catalogue says which fields exist
// and which operators they take (rule_check.h), rule_json.h reads and writes the stable JSON form.
#pragma once

#include <QDate>
#include <QList>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace kontor::segments {

enum class Match { All, Any, None };

enum class Operator {
    Is, // of texts and of yes/no
    IsNot,
    Contains,
    StartsWith,
    OneOf,
    NoneOf,
    Empty,
    NotEmpty,
    Equals,
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
    Between, // of numbers and of dates, both ends count
    Before,
    After,
    On,
    InLast,
    InNext,
    MoreThanAgo,
    MoreThanAhead,
    AnniversaryWithin,
    Has,
    HasAny,
    HasAll,
    HasNone,
};

enum class Unit { Day, Week, Month, Year };

enum class Aggregate { Exists, Count, Sum, Average, Largest, First, Last };

enum class Calendar { ThisMonth, LastMonth, ThisQuarter, LastQuarter, ThisYear, LastYear };

// A stretch of local days that the related records of a condition must lie in.
struct Period {
    enum class Kind { Rolling, Calendar, Dates };
    Kind kind = Kind::Rolling;
    int last = 0; // Rolling: the last so many units, today included
    Unit unit = Unit::Day;
    segments::Calendar calendar = segments::Calendar::ThisMonth;
    QDate from; // Dates: an invalid end is open; both days count
    QDate to;

    friend bool operator==(const Period &, const Period &) = default;
};

// A value as JSON gives it; dates are ISO text.
using Operand = std::variant<bool, double, QString>;

struct Condition {
    QString field; // a name of the catalogue
    Operator op = Operator::Is;
    QList<Operand> values; // none for empty and not_empty, two for between, any number for the list operators, else one
    std::optional<Unit> unit;
    bool orNever = false; // an empty value matches too

    // Of conditions on related records
    std::optional<Aggregate> aggregate;
    QString of; // the sub-field that is aggregated
    std::optional<Period> period;
    QList<Condition> where; // hold for the same record

    friend bool operator==(const Condition &, const Condition &) = default;
};

struct Node;

struct Group {
    Match match = Match::All;
    std::vector<Node> rules;
};

struct Node {
    std::variant<Condition, Group> value;

    const Condition *condition() const { return std::get_if<Condition>(&value); }
    Condition *condition() { return std::get_if<Condition>(&value); }
    const Group *group() const { return std::get_if<Group>(&value); }
    Group *group() { return std::get_if<Group>(&value); }
};

bool operator==(const Group &left, const Group &right);
bool operator==(const Node &left, const Node &right);

// The whole rule is its outermost group.
using Rule = Group;

constexpr int kDeepestGroup = 3; // the outermost is the first

// The stable words of the JSON form.
QString wordOf(Match match);
QString wordOf(Operator op);
QString wordOf(Unit unit);
QString wordOf(Aggregate aggregate);
QString wordOf(Calendar calendar);
std::optional<Match> matchFromWord(QStringView word);
std::optional<Operator> operatorFromWord(QStringView word);
std::optional<Unit> unitFromWord(QStringView word);
std::optional<Aggregate> aggregateFromWord(QStringView word);
std::optional<Calendar> calendarFromWord(QStringView word);

// How many values an operator takes.
enum class Arity { None, One, Two, List };
Arity arityOf(Operator op);
bool takesUnit(Operator op);  // a count of days, weeks, months or years
bool isNegative(Operator op); // holds for an empty value; of several values all must fulfil it

} // namespace kontor::segments
