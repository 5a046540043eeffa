#include "customers/customer_filter.h"

#include "base/fold.h"
#include "base/money.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::customers", text); }

// Understood in English and in the person's language.
bool isWord(const QString &folded, const char *english) {
    return folded == fold(QString::fromLatin1(english)) || folded == fold(tr(english));
}

// `count` months of that calendar from the first day of one on.
DayRange monthsFrom(QDate first, int count, const QCalendar &calendar) {
    return {first, first.addMonths(count, calendar).addDays(-1)};
}

DayRange monthOf(QDate day, const QCalendar &calendar) {
    const auto parts = calendar.partsFromDate(day);
    return monthsFrom(calendar.dateFromParts(parts.year, parts.month, 1), 1, calendar);
}

DayRange quarterOf(QDate day, const QCalendar &calendar) {
    const auto parts = calendar.partsFromDate(day);
    return monthsFrom(calendar.dateFromParts(parts.year, (parts.month - 1) / 3 * 3 + 1, 1), 3, calendar);
}

DayRange yearOf(QDate day, const QCalendar &calendar) {
    return monthsFrom(calendar.dateFromParts(calendar.partsFromDate(day).year, 1, 1), 12, calendar);
}

std::optional<DayRange> namedDays(const QString &folded, QDate today, const DayMeaning &meaning) {
    const QCalendar &calendar = meaning.calendar;
    const QDate week = today.addDays(-((today.dayOfWeek() - int(meaning.firstDayOfWeek) + 7) % 7));
    const auto before = [&](DayRange (*of)(QDate, const QCalendar &)) { return of(of(today, calendar).from.addDays(-1), calendar); };
    const QList<QPair<const char *, DayRange>> words{
        {QT_TRANSLATE_NOOP("kontor::customers", "today"), {today, today}},
        {QT_TRANSLATE_NOOP("kontor::customers", "yesterday"), {today.addDays(-1), today.addDays(-1)}},
        {QT_TRANSLATE_NOOP("kontor::customers", "this week"), {week, week.addDays(6)}},
        {QT_TRANSLATE_NOOP("kontor::customers", "last week"), {week.addDays(-7), week.addDays(-1)}},
        {QT_TRANSLATE_NOOP("kontor::customers", "this month"), monthOf(today, calendar)},
        {QT_TRANSLATE_NOOP("kontor::customers", "last month"), before(&monthOf)},
        {QT_TRANSLATE_NOOP("kontor::customers", "this quarter"), quarterOf(today, calendar)},
        {QT_TRANSLATE_NOOP("kontor::customers", "last quarter"), before(&quarterOf)},
        {QT_TRANSLATE_NOOP("kontor::customers", "this year"), yearOf(today, calendar)},
        {QT_TRANSLATE_NOOP("kontor::customers", "last year"), before(&yearOf)}};
    for (const auto &[word, days] : words)
        if (isWord(folded, word))
            return days;
    return {};
}

// So many days, weeks, months or years before a day; days where no unit is named.
QDate before(QDate day, int count, const QString &unit) {
    const auto begins = [&unit](const char *english) {
        return !unit.isEmpty() && (fold(QString::fromLatin1(english)).startsWith(unit) || fold(tr(english)).startsWith(unit));
    };
    if (begins(QT_TRANSLATE_NOOP("kontor::customers", "weeks")))
        return day.addDays(-7 * count);
    if (begins(QT_TRANSLATE_NOOP("kontor::customers", "months")))
        return day.addMonths(-count);
    if (begins(QT_TRANSLATE_NOOP("kontor::customers", "years")))
        return day.addYears(-count);
    return day.addDays(-count);
}

} // namespace

int CustomerFilter::count() const {
    const auto one = [](bool set) { return set ? 1 : 0; };
    return one(!name.isEmpty()) + one(!phone.isEmpty()) + one(!lifecycles.isEmpty()) + one(lastContact.has_value()) +
           one(bought.has_value()) + one(!nextSteps.isEmpty()) + one(!city.isEmpty() || !cities.isEmpty()) + one(!email.isEmpty()) +
           one(!tag.isEmpty() || !tags.isEmpty()) + int(columns.size());
}

std::optional<AmountRange> parseAmountRange(QStringView typed, int decimals) {
    const QString text = asciiDigits(typed).trimmed();
    if (text.isEmpty())
        return {};
    const auto amount = [decimals](QStringView part) { return parseMoney(part.trimmed(), decimals); };
    if (text.startsWith(u'>')) {
        const auto least = amount(QStringView(text).mid(text.startsWith(">="_L1) ? 2 : 1));
        return least ? std::optional(AmountRange{text.startsWith(">="_L1) ? *least : *least + 1, {}}) : std::nullopt;
    }
    if (text.startsWith(u'<')) {
        const auto most = amount(QStringView(text).mid(text.startsWith("<="_L1) ? 2 : 1));
        return most ? std::optional(AmountRange{{}, text.startsWith("<="_L1) ? *most : *most - 1}) : std::nullopt;
    }
    static const QRegularExpression between(u"^(.*\\d)\\s*(?:-|–|\\.\\.)\\s*(\\d.*)$"_s);
    if (const auto match = between.match(text); match.hasMatch()) {
        const auto least = amount(match.capturedView(1));
        const auto most = amount(match.capturedView(2));
        return least && most ? std::optional(AmountRange{qMin(*least, *most), qMax(*least, *most)}) : std::nullopt;
    }
    const auto exact = amount(text);
    return exact ? std::optional(AmountRange{exact, exact}) : std::nullopt;
}

std::optional<DayRange> parseDayRange(QStringView typed, QDate today, QStringView empty, const DayMeaning &meaning) {
    const QString text = fold(asciiDigits(typed));
    if (text.isEmpty())
        return {};
    if (text == "empty"_L1 || text == fold(empty))
        return DayRange{{}, {}, false, true};
    if (const auto named = namedDays(text, today, meaning))
        return named;
    static const QRegularExpression ago(u"^([<>])\\s*(\\d{1,5})\\s*(\\p{L}*)\\.?$"_s);
    if (const auto match = ago.match(text); match.hasMatch()) {
        const QDate day = before(today, match.captured(2).toInt(), match.captured(3));
        if (match.capturedView(1) == u">")
            return DayRange{{}, day.addDays(-1), true, false};
        return DayRange{day.addDays(1), {}, false, false};
    }
    static const QRegularExpression date(u"^(\\d{4})(?:-(\\d{1,2}))?(?:-(\\d{1,2}))?$"_s);
    const auto match = date.match(text);
    if (!match.hasMatch())
        return {};
    const int year = match.captured(1).toInt();
    // A Gregorian year tells the calendar where Persian days are expected.
    constexpr int kNoPersianYear = 1900;
    const QCalendar calendar = year > kNoPersianYear ? QCalendar() : meaning.calendar;
    const bool hasMonth = !match.capturedView(2).isEmpty();
    const bool hasDay = !match.capturedView(3).isEmpty();
    const QDate day =
        calendar.dateFromParts(year, hasMonth ? match.captured(2).toInt() : 1, hasDay ? match.captured(3).toInt() : 1);
    if (!day.isValid())
        return {};
    return hasDay ? DayRange{day, day} : hasMonth ? monthOf(day, calendar) : yearOf(day, calendar);
}

std::optional<ContactRange> parseContactRange(QStringView typed, const Clock &clock, QStringView never,
                                              const DayMeaning &meaning) {
    const auto days = parseDayRange(typed, clock.today(), never, meaning);
    if (!days)
        return {};
    ContactRange range{{}, {}, days->orEmpty, days->onlyEmpty};
    if (days->from.isValid())
        range.from = clock.startOfDay(days->from);
    if (days->to.isValid())
        range.before = clock.endOfDay(days->to);
    return range;
}

} // namespace kontor
