#include "base/partial_date.h"

#include <algorithm>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

std::optional<int> number(QStringView text) {
    int value = 0;
    for (const QChar letter : text) {
        if (letter < u'0' || letter > u'9')
            return std::nullopt;
        value = value * 10 + (letter.unicode() - u'0');
    }
    return text.isEmpty() ? std::nullopt : std::optional(value);
}

constexpr int kLeapYear = 2000;

} // namespace

std::optional<PartialDate> parsePartialDate(QStringView iso) {
    const bool withoutYear = iso.size() == 7 && iso.startsWith(u"--");
    if (!withoutYear && !(iso.size() == 10 && iso.at(4) == u'-'))
        return std::nullopt;
    const QStringView rest = withoutYear ? iso.sliced(2) : iso.sliced(5);
    if (rest.at(2) != u'-')
        return std::nullopt;
    const std::optional<int> month = number(rest.first(2));
    const std::optional<int> day = number(rest.sliced(3));
    const std::optional<int> year = withoutYear ? std::nullopt : number(iso.first(4));
    if (!month || !day || (!withoutYear && !year) || !QDate::isValid(year.value_or(kLeapYear), *month, *day))
        return std::nullopt;
    return PartialDate{year, *month, *day};
}

QString partialDateText(const PartialDate &date) {
    const QString day = u"%1-%2"_s.arg(date.month, 2, 10, QChar(u'0')).arg(date.day, 2, 10, QChar(u'0'));
    return date.year ? u"%1-%2"_s.arg(*date.year, 4, 10, QChar(u'0')).arg(day) : u"--"_s + day;
}

PartialDate partialDate(QDate date) { return {date.year(), date.month(), date.day()}; }

QDate anniversaryIn(const PartialDate &date, int year) {
    const int days = QDate(year, date.month, 1).daysInMonth();
    return QDate(year, date.month, std::min(date.day, days));
}

QDate nextAnniversary(const PartialDate &date, QDate from) {
    const QDate thisYear = anniversaryIn(date, from.year());
    return thisYear >= from ? thisYear : anniversaryIn(date, from.year() + 1);
}

std::optional<int> ageOn(const PartialDate &date, QDate today) {
    if (!date.year)
        return std::nullopt;
    const int years = today.year() - *date.year - (today < anniversaryIn(date, today.year()) ? 1 : 0);
    return years >= 0 ? std::optional(years) : std::nullopt;
}

QDate addMonths(QDate date, int months) { return date.addMonths(months); }
QDate addYears(QDate date, int years) { return date.addYears(years); }

} // namespace kontor
