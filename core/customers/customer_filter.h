// The filter row of the customers list: what was typed into a cell, understood. An empty cell filters nothing.
#pragma once

#include "base/clock.h"

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

// ">90" (more than 90 days ago), "<30" (within 30 days), "empty" (never), "2025", "2025-03".
struct ContactRange {
    std::optional<Instant> from;   // the first moment
    std::optional<Instant> before; // the first moment after it
    bool orNever = false;
    bool onlyNever = false;

    friend bool operator==(const ContactRange &, const ContactRange &) = default;
};

enum class NextStepState { Any, Late, Today, Later, None };

struct CustomerFilter {
    QString name; // of the customer or the company
    QString phone;
    QStringList lifecycles; // any of these
    std::optional<ContactRange> lastContact;
    std::optional<AmountRange> bought; // in the last 12 months
    NextStepState nextStep = NextStepState::Any;
    QString city;
    QString email;
    QString tag;

    bool isEmpty() const { return *this == CustomerFilter(); }
    int count() const; // of the cells that filter
    friend bool operator==(const CustomerFilter &, const CustomerFilter &) = default;
};

// Nothing where the text is not understood; the caller marks the cell and filters nothing.
std::optional<AmountRange> parseAmountRange(QStringView typed, int decimals);
// `never`: the translated word for customers never contacted; "empty" is understood in every language.
std::optional<ContactRange> parseContactRange(QStringView typed, const Clock &clock, QStringView never = u"empty");

} // namespace kontor
