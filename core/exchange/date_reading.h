// Dates and times as files write them. Whether 03/04/2024 is March or April is decided for a whole column by the evidence in it.
#pragma once

#include "base/clock.h"
#include "base/partial_date.h"
#include "exchange/date_order.h"
#include "exchange/value_words.h"

#include <QHash>
#include <QStringView>

#include <optional>

namespace kontor::exchange {

// What was seen of a column's dates: collect first, then ask.
class DateEvidence {
public:
    // What a value says of the order: nothing (2024-03-04, 4.3.2024, 3 April 2024), or that it can be read both ways, or in one only.
    enum class Reading { Clear, Either, DayFirst, MonthFirst };
    Reading add(QStringView value);
    // `usual`: where nothing in the column decides.
    DateOrder order(DateOrder usual) const;
    // All values are plain numbers that Excel's days since 1900 give for 1954 to 2064.
    bool isSerial() const { return m_serials > 0 && m_serials == m_values; }

private:
    qint64 m_values = 0;
    qint64 m_serials = 0;
    qint64 m_dayFirst = 0;
    qint64 m_monthFirst = 0;
};

struct DateStyle {
    DateOrder order = DateOrder::DayMonth;
    bool serial = false;
};

// Month day order where slashes are used there: the United States and a few more.
DateOrder usualDateOrder(QStringView country);

struct ReadDate {
    PartialDate date;
    int secondOfDay = -1; // -1: no time was written
    int millisecond = 0;
    std::optional<int> offsetSeconds; // of the zone, where one was written
};

// Nothing where it is no date. Digits of every script are read.
std::optional<ReadDate> readDate(QStringView typed, const DateStyle &style, const ValueWords &words);
// "14:05", "2:05 PM", "14:05:30": seconds of the day; -1 where it is no time.
int readTimeOfDay(QStringView typed);

// Local times of one zone as instants, quickly: the offset of a day without a change is looked up once.
class LocalTimes {
public:
    explicit LocalTimes(const Clock &clock) : m_clock(clock) {}
    Instant instant(QDate date, int secondOfDay, int millisecond);

private:
    struct Day {
        qint64 start = 0;  // milliseconds of its first moment
        bool even = false; // 24 hours long
    };
    const Clock &m_clock;
    QHash<qint64, Day> m_days;
};

} // namespace kontor::exchange
