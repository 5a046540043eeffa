// Days and times as people type them: "tomorrow", "tue 10:00", "+3", "in 2 weeks", "10 mar", "10.3.2026 14:30". The words of the interface's
// language are understood beside the English ones, the names of days and months are those of the locale, digits may be of any script.
#pragma once

#include <QCalendar>
#include <QDate>
#include <QLocale>
#include <QStringView>
#include <QTime>

#include <optional>

namespace kontor {

struct DateWords {
    QDate day;
    std::optional<QTime> time;

    friend bool operator==(const DateWords &, const DateWords &) = default;
};

enum class DateLean { Future, Past }; // which 9 March is meant when no year is named

struct DateReading {
    QDate today;
    QLocale locale = QLocale::c();
    QCalendar calendar = QCalendar(); // of typed days, months and years
    DateLean lean = DateLean::Future;
};

// Nothing where the text is not understood as a whole. A number after a weekday is the day of the month where they fit together within two
// months ("tue 10"), else the hour. A weekday is never today.
std::optional<DateWords> parseDateWords(QStringView typed, const DateReading &reading);

} // namespace kontor
