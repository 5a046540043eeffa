// Calendar dates as the columns `..._on` keep them: YYYY-MM-DD, or --MM-DD where the year is not known (birthdays). And steps in the
// calendar that never leave a month by accident.
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace kontor {

struct PartialDate {
    std::optional<int> year;
    int month = 1;
    int day = 1;

    friend bool operator==(const PartialDate &, const PartialDate &) = default;
};

// Nothing where the text is no such date, or the day does not exist. --02-29 does.
std::optional<PartialDate> parsePartialDate(QStringView iso);
QString partialDateText(const PartialDate &date);
PartialDate partialDate(QDate date);

// Its day in that year. 29 February is the 28th in years that have no 29th.
QDate anniversaryIn(const PartialDate &date, int year);
// The first anniversary on that day or after it.
QDate nextAnniversary(const PartialDate &date, QDate from);
// Whole years passed; nothing where the year is unknown or still to come.
std::optional<int> ageOn(const PartialDate &date, QDate today);

// 31 January and one month is 28 or 29 February; 29 February and one year is 28 February.
QDate addMonths(QDate date, int months);
QDate addYears(QDate date, int years);

} // namespace kontor
