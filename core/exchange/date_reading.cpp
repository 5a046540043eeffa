#include "exchange/date_reading.h"

#include "base/fold.h"

#include <QCalendar>
#include <QTime>

#include <array>

namespace kontor::exchange {

namespace {

constexpr int kExcelEpoch = 2415019; // Julian day of 1899-12-30
constexpr qint64 kFirstSerial = 20'000, kLastSerial = 60'000;

// Three runs of digits or letters with what parts them, then the rest: "15 Jun 2026, 12:33 PM".
struct Parts {
    std::array<QStringView, 3> part;
    QChar separator;
    int count = 0;
    QStringView rest;
};

bool isWordLetter(QChar c) { return c.isLetter() || c.isMark(); }

// 年, 月 and 日 stand behind numbers as separators do.
bool isSeparator(QChar c) { return QStringView(u"-/., ‐–年月日،").contains(c); }

Parts split(QStringView text) {
    Parts parts;
    qsizetype at = 0;
    while (parts.count < 3 && at < text.size()) {
        const qsizetype start = at;
        if (text.at(at).isDigit()) {
            while (at < text.size() && text.at(at).isDigit())
                ++at;
        } else {
            while (at < text.size() && isWordLetter(text.at(at)) && !isSeparator(text.at(at)))
                ++at;
        }
        if (at == start)
            break;
        parts.part[size_t(parts.count++)] = text.mid(start, at - start);
        if (at < text.size() && parts.separator.isNull())
            parts.separator = text.at(at);
        const qsizetype gap = at;
        while (at < text.size() && isSeparator(text.at(at)) && parts.count < 3)
            ++at;
        if (at == gap)
            break;
    }
    parts.rest = text.mid(at);
    return parts;
}

int fullYear(QStringView digits) {
    const int year = digits.toInt();
    if (digits.size() > 2)
        return year;
    return year < 50 ? 2000 + year : 1900 + year; // birthdays in two digits are of this century's old and the last one's young
}

std::optional<PartialDate> checked(std::optional<int> year, int month, int day) {
    const int anyLeapYear = 2000;
    if (year && *year >= 1200 && *year < 1500) { // the Persian calendar: nobody's customers are of that age
        const QDate date(*year, month, day, QCalendar(QCalendar::System::Jalali));
        return date.isValid() ? std::optional(partialDate(date)) : std::nullopt;
    }
    if (!QDate(year.value_or(anyLeapYear), month, day).isValid() || (year && (*year < 1500 || *year > 2999)))
        return std::nullopt;
    return PartialDate{year, month, day};
}

bool isNumber(QStringView text) { return !text.isEmpty() && text.front().isDigit(); }

std::optional<PartialDate> byMonthName(const Parts &parts, const ValueWords &words) {
    for (size_t i = 0; i < size_t(parts.count); ++i) {
        const int month = isNumber(parts.part[i]) ? 0 : words.month(parts.part[i]);
        if (month == 0)
            continue;
        QList<QStringView> numbers;
        for (size_t other = 0; other < size_t(parts.count); ++other) {
            if (other != i && isNumber(parts.part[other]))
                numbers << parts.part[other];
        }
        if (numbers.size() == 1)
            return numbers.first().size() <= 2 ? checked(std::nullopt, month, numbers.first().toInt()) : std::nullopt;
        if (numbers.size() != 2)
            return std::nullopt;
        const bool yearFirst = numbers.first().size() == 4;
        return checked(fullYear(numbers.at(yearFirst ? 0 : 1)), month, numbers.at(yearFirst ? 1 : 0).toInt());
    }
    return std::nullopt;
}

std::optional<PartialDate> byNumbers(const Parts &parts, const DateStyle &style) {
    for (size_t i = 0; i < size_t(parts.count); ++i) {
        if (!isNumber(parts.part[i]) || parts.part[i].size() > 4)
            return std::nullopt;
    }
    const int first = parts.part[0].toInt(), second = parts.part[1].toInt();
    if (parts.count == 2) // a birthday without its year
        return style.order == DateOrder::MonthDay && parts.separator != u'.' ? checked(std::nullopt, first, second)
                                                                             : checked(std::nullopt, second, first);
    if (parts.part[0].size() >= 3)
        return checked(first, second, parts.part[2].toInt());
    const int year = fullYear(parts.part[2]);
    const bool dayFirst = parts.separator == u'.' || style.order == DateOrder::DayMonth;
    return dayFirst ? checked(year, second, first) : checked(year, first, second);
}

std::optional<PartialDate> compact(QStringView digits) {
    if (digits.size() != 8)
        return std::nullopt;
    return checked(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.right(2).toInt());
}

// "Z", "+01:00", "-0300", "GMT+2", "UTC": seconds east of Greenwich.
std::optional<int> readOffset(QStringView zone) {
    QString text = zone.trimmed().toString().toUpper();
    for (const auto *word : {u"UTC", u"GMT", u"Z"}) {
        if (text.startsWith(QStringView(word)))
            text = text.mid(QStringView(word).size()).trimmed();
    }
    if (text.isEmpty())
        return zone.trimmed().isEmpty() ? std::nullopt : std::optional(0);
    const int sign = text.startsWith(u'-') ? -1 : text.startsWith(u'+') ? 1 : 0;
    QString digits = text.mid(1).remove(u':');
    bool good = false;
    const int number = digits.toInt(&good);
    if (sign == 0 || !good || digits.size() > 4)
        return std::nullopt;
    const int hours = digits.size() <= 2 ? number : number / 100, minutes = digits.size() <= 2 ? 0 : number % 100;
    return hours > 15 || minutes > 59 ? std::nullopt : std::optional(sign * (hours * 3600 + minutes * 60));
}

struct TimeOfDay {
    int second = -1;
    int millisecond = 0;
    QStringView rest;
};

bool takeNumber(QStringView text, qsizetype &at, int &number) {
    const qsizetype start = at;
    while (at < text.size() && text.at(at).isDigit() && at - start < 2)
        ++at;
    number = text.mid(start, at - start).toInt();
    return at > start;
}

TimeOfDay takeTime(QStringView text) {
    TimeOfDay time;
    qsizetype at = 0;
    int hour = 0, minute = 0, second = 0;
    if (!takeNumber(text, at, hour) || at >= text.size() || (text.at(at) != u':' && text.at(at) != u'.'))
        return time;
    if (!takeNumber(text, ++at, minute))
        return time;
    if (at < text.size() && (text.at(at) == u':' || text.at(at) == u'.') && !takeNumber(text, ++at, second))
        return time;
    if (at < text.size() && (text.at(at) == u'.' || text.at(at) == u',')) {
        int scale = 100;
        for (++at; at < text.size() && text.at(at).isDigit(); ++at, scale /= 10)
            time.millisecond += text.at(at).digitValue() * scale;
    }
    QStringView rest = text.mid(at).trimmed();
    for (const auto &[word, shift] :
         {std::pair{QStringView(u"am"), 0}, {QStringView(u"a.m."), 0}, {QStringView(u"pm"), 12}, {QStringView(u"p.m."), 12}}) {
        if (rest.startsWith(word, Qt::CaseInsensitive) && hour >= 1 && hour <= 12) {
            hour = hour % 12 + shift;
            rest = rest.mid(word.size()).trimmed();
            break;
        }
    }
    if (!QTime(hour, minute, second).isValid())
        return time;
    time.second = hour * 3600 + minute * 60 + second;
    time.rest = rest;
    return time;
}

// The usual form, without looking at anything else: YYYY-MM-DD, and hh:mm behind a blank or T.
bool readIso(QStringView text, ReadDate &read) {
    const auto digit = [&](qsizetype i) { return text.at(i).unicode() - u'0'; };
    if (text.size() < 10 || text.at(4) != u'-' || text.at(7) != u'-')
        return false;
    for (qsizetype i : {0, 1, 2, 3, 5, 6, 8, 9}) {
        if (uint(digit(i)) > 9)
            return false;
    }
    const auto date =
        checked(digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3), digit(5) * 10 + digit(6), digit(8) * 10 + digit(9));
    if (!date)
        return false;
    read.date = *date;
    if (text.size() == 10)
        return true;
    if (text.size() != 16 || text.at(13) != u':' || (text.at(10) != u' ' && text.at(10) != u'T'))
        return false;
    for (qsizetype i : {11, 12, 14, 15}) {
        if (uint(digit(i)) > 9)
            return false;
    }
    const int hour = digit(11) * 10 + digit(12), minute = digit(14) * 10 + digit(15);
    read.secondOfDay = hour * 3600 + minute * 60;
    return hour < 24 && minute < 60;
}

} // namespace

DateOrder usualDateOrder(QStringView country) {
    for (const auto *code : {u"US", u"PH", u"FM", u"MH", u"PW", u"GU", u"PR"}) {
        if (country == QStringView(code))
            return DateOrder::MonthDay;
    }
    return DateOrder::DayMonth;
}

DateEvidence::Reading DateEvidence::add(QStringView value) {
    const QString text = asciiDigits(value.trimmed());
    if (text.isEmpty())
        return Reading::Clear;
    ++m_values;
    bool plain = false;
    const qint64 number = text.toLongLong(&plain);
    m_serials += plain && number >= kFirstSerial && number <= kLastSerial;
    const Parts parts = split(text);
    if (parts.count < 2 || !isNumber(parts.part[0]) || !isNumber(parts.part[1]) || parts.part[0].size() > 2 ||
        parts.separator == u'.')
        return Reading::Clear;
    const int first = parts.part[0].toInt(), second = parts.part[1].toInt();
    const bool isDayFirst = first > 12 && second <= 12, isMonthFirst = second > 12 && first <= 12;
    m_dayFirst += isDayFirst;
    m_monthFirst += isMonthFirst;
    if (isDayFirst || isMonthFirst)
        return isDayFirst ? Reading::DayFirst : Reading::MonthFirst;
    return first > 12 || second > 12 || first == second || first == 0 || second == 0 ? Reading::Clear : Reading::Either;
}

DateOrder DateEvidence::order(DateOrder usual) const {
    if (m_dayFirst == m_monthFirst)
        return usual;
    return m_dayFirst > m_monthFirst ? DateOrder::DayMonth : DateOrder::MonthDay;
}

std::optional<ReadDate> readDate(QStringView typed, const DateStyle &style, const ValueWords &words) {
    ReadDate read;
    if (readIso(typed, read))
        return read;
    read = {};
    const QString text = asciiDigits(typed.trimmed());
    bool plain = false;
    const qint64 number = text.toLongLong(&plain);
    if (plain && style.serial && number >= kFirstSerial && number <= kLastSerial)
        return ReadDate{partialDate(QDate::fromJulianDay(kExcelEpoch + number)), -1, 0, {}};
    if (text.startsWith(QStringView(u"--"))) {
        const auto partial = parsePartialDate(text.size() == 6 ? QString(text).insert(4, u'-') : text);
        return partial ? std::optional(ReadDate{*partial, -1, 0, {}}) : std::nullopt;
    }
    const Parts parts = split(text);
    std::optional<PartialDate> date;
    if (parts.count == 1)
        date = compact(parts.part[0]);
    else if (date = byMonthName(parts, words); !date && parts.count >= 2)
        date = byNumbers(parts, style);
    if (!date)
        return std::nullopt;
    read.date = *date;
    QStringView rest = parts.rest.trimmed();
    while (!rest.isEmpty() && (isSeparator(rest.front()) || rest.front() == u'T' || rest.front() == u't'))
        rest = rest.mid(1);
    if (rest.isEmpty())
        return read;
    const TimeOfDay time = takeTime(rest);
    if (time.second < 0)
        return std::nullopt;
    read.secondOfDay = time.second;
    read.millisecond = time.millisecond;
    if (!time.rest.isEmpty()) {
        read.offsetSeconds = readOffset(time.rest);
        if (!read.offsetSeconds)
            return std::nullopt;
    }
    return read;
}

int readTimeOfDay(QStringView typed) {
    const QString text = asciiDigits(typed.trimmed());
    const TimeOfDay time = takeTime(text);
    return time.rest.isEmpty() ? time.second : -1;
}

Instant LocalTimes::instant(QDate date, int secondOfDay, int millisecond) {
    auto day = m_days.find(date.toJulianDay());
    if (day == m_days.end()) {
        const Instant start = m_clock.startOfDay(date), end = m_clock.endOfDay(date);
        day = m_days.insert(date.toJulianDay(), {start.milliseconds, end.milliseconds - start.milliseconds == 86'400'000});
    }
    if (day->even)
        return {day->start + secondOfDay * 1000LL + millisecond};
    const QDateTime local(date, QTime::fromMSecsSinceStartOfDay(secondOfDay * 1000), m_clock.zone);
    return {local.toMSecsSinceEpoch() + millisecond};
}

} // namespace kontor::exchange
