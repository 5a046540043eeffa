// The filter row of the customers list: what was typed into a cell, understood. An empty cell filters nothing.
#pragma once

#include "base/clock.h"
#include "base/day_meaning.h"
#include "base/id.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kontor {

// ">5000", "<100", "100-500", "5000" (exactly), in the currency's main unit and the digits of any script.
struct AmountRange {
    std::optional<qint64> atLeast; // minor units
    std::optional<qint64> atMost;

    friend bool operator==(const AmountRange &, const AmountRange &) = default;
};

// Days in words: ">90 d" (more than 90 days ago, or never), "<30" (within the last 30 days), "last month", "this year", "2025", "2025-03",
// "2025-03-09", "empty".
struct DayRange {
    QDate from; // both days count; invalid: open
    QDate to;
    bool orEmpty = false;
    bool onlyEmpty = false;

    friend bool operator==(const DayRange &, const DayRange &) = default;
};

// The same in moments.
struct ContactRange {
    std::optional<Instant> from;   // the first moment
    std::optional<Instant> before; // the first moment after it
    bool orNever = false;
    bool onlyNever = false;

    friend bool operator==(const ContactRange &, const ContactRange &) = default;
};

enum class NextStepState { Late, Today, Later, None };

// What the columns of the list are, beside the customer's name.
enum class CustomerColumn {
    Company,
    Source,
    Birthday, // days are anniversaries: "<14" is within the next 14 days, "5" is May
    FirstPurchase,
    LastPurchase,
    Total,
    Owes,
    Created,
    OwnText,
    OwnNumber,
    OwnDate,
};

// One cell over such a column. Of the conditions one is set.
struct ColumnFilter {
    CustomerColumn column = CustomerColumn::Company;
    Id ownField = {};
    QString contains = {};
    QStringList oneOf = {}; // exactly one of these, "" for none; of yes and no: "1" and "0"
    bool onlyEmpty = false;
    std::optional<AmountRange> amount = {}; // of OwnNumber: hundredths
    std::optional<DayRange> days = {};
    std::optional<ContactRange> moments = {}; // of Created
    int month = 0;                            // of Birthday

    friend bool operator==(const ColumnFilter &, const ColumnFilter &) = default;
};

struct CustomerFilter {
    QString name; // of the customer or the company
    QString phone;
    QStringList lifecycles; // any of these, as in the other lists of values; "" stands for those that have none
    std::optional<ContactRange> lastContact;
    std::optional<AmountRange> bought;  // in the last 12 months
    QList<NextStepState> nextSteps;     // any of these
    QString city;                       // a part of it
    QStringList cities;
    QString email;
    QString tag; // a part of its name
    QStringList tags;
    QList<ColumnFilter> columns; // all of them

    bool isEmpty() const { return *this == CustomerFilter(); }
    int count() const; // of the cells that filter
    friend bool operator==(const CustomerFilter &, const CustomerFilter &) = default;
};

// Nothing where the text is not understood; the caller marks the cell and filters nothing.
std::optional<AmountRange> parseAmountRange(QStringView typed, int decimals);
std::optional<DayRange> parseDayRange(QStringView typed, QDate today, QStringView empty = u"empty", const DayMeaning &meaning = {});
// `never`: the translated word for customers never contacted; "empty" is understood in every language.
std::optional<ContactRange> parseContactRange(QStringView typed, const Clock &clock, QStringView never = u"empty",
                                              const DayMeaning &meaning = {});

} // namespace kontor
