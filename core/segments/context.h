// What the meaning of a rule depends on beside the rule: today, the base's money and country, and the person's language.
#pragma once

#include "base/clock.h"
#include "base/money.h"
#include "base/shown.h"

#include <QString>

#include <optional>

namespace kontor::workspace {
class Base;
}

namespace kontor::segments {

struct Context {
    Clock clock; // time zone of the base; "now" where it is fixed
    QString currency = QStringLiteral("EUR");
    QString country = QStringLiteral("GB");
    QString language = QStringLiteral("en"); // of sentences: numbers and dates
    // Values and days inside sentences carry marks that keep their direction: for a screen, not for files and other programs.
    bool isOnScreen = false;
    // Of months, quarters and years, and of the dates in sentences; that of the language where the person has chosen none.
    std::optional<QCalendar> chosenCalendar = {};

    QCalendar calendar() const { return chosenCalendar.value_or(calendarOf(QLocale(language))); }
    int decimals() const { return currencyDecimals(currency); }
};

// Of an open base, with the language of the base for sentences; the window puts its own there.
Context contextOf(const workspace::Base &base);

} // namespace kontor::segments
