#include "exchange/cell_reading.h"

#include "base/fold.h"
#include "base/money.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace kontor::exchange {

namespace {

constexpr qsizetype kShown = 60; // of a bad value in a sentence

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

QString shown(QStringView cell) { return cell.size() <= kShown ? cell.toString() : cell.left(kShown).toString() + u'…'; }

QString problemOf(const char *sentence, const QString &title, QStringView cell) { return tr(sentence).arg(title, shown(cell)); }

// "0/0/00", "0000-00-00", "-": other programs' way of saying nothing.
bool saysNothing(QStringView cell) {
    return std::all_of(cell.cbegin(), cell.cend(), [](QChar c) { return c == u'0' || !c.isLetterOrNumber(); });
}

QString notADate(const QString &title, QStringView cell) {
    return problemOf(
        QT_TRANSLATE_NOOP("kontor::exchange", "“%1”: “%2” is no date. Write it as year-month-day, for example 2026-03-09."),
        title, cell);
}

} // namespace

QStringView plainCell(QStringView cell) {
    cell = cell.trimmed();
    const bool isGuarded = cell.size() > 1 && cell.front() == u'\'' && QStringView(u"=+-@\t\r'").contains(cell.at(1));
    return isGuarded ? cell.mid(1) : cell;
}

Cell<QString> readDay(QStringView cell, const QString &title, const DateStyle &style, const ReadingContext &context,
                      bool yearNeeded) {
    if (saysNothing(cell))
        return {};
    const auto read = readDate(cell, style, context.words);
    if (!read)
        return {{}, notADate(title, cell)};
    if (yearNeeded && !read->date.year)
        return {{},
                problemOf(QT_TRANSLATE_NOOP("kontor::exchange",
                                            "“%1”: “%2” has no year. Write it as year-month-day, for example 2026-03-09."),
                          title, cell)};
    return {partialDateText(read->date), {}};
}

Cell<Instant> readInstant(QStringView cell, const QString &title, const DateStyle &style, const ReadingContext &context,
                          int secondOfDay) {
    if (saysNothing(cell))
        return {};
    const auto read = readDate(cell, style, context.words);
    if (!read || !read->date.year)
        return {{}, notADate(title, cell)};
    const QDate date(*read->date.year, read->date.month, read->date.day);
    if (read->offsetSeconds) {
        const qint64 days = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
        return {Instant{((days * 24 * 3600) + read->secondOfDay - *read->offsetSeconds) * 1000 + read->millisecond}, {}};
    }
    const int second = read->secondOfDay >= 0 ? read->secondOfDay : std::max(0, secondOfDay);
    return {context.times.instant(date, second, read->millisecond), {}};
}

Cell<double> readNumber(QStringView cell, const QString &title) {
    QString text = asciiDigits(cell).remove(u' ').remove(QChar::Nbsp).remove(QChar(0x202F)).remove(u'\'');
    if (text.isEmpty())
        return {};
    text.replace(QChar(0x066B), u'.').replace(QChar(0x2212), u'-');
    const qsizetype comma = text.lastIndexOf(u','), dot = text.lastIndexOf(u'.');
    if (comma > dot)
        text.remove(u'.').replace(u',', u'.'); // "1.234,5"
    else
        text.remove(u','); // "1,234.5"
    bool good = false;
    const double number = text.toDouble(&good);
    if (!good || !std::isfinite(number))
        return {{}, problemOf(QT_TRANSLATE_NOOP("kontor::exchange", "“%1”: “%2” is no number. Write digits only."), title, cell)};
    return {number, {}};
}

Cell<qint64> readWholeNumber(QStringView cell, const QString &title) {
    const Cell<double> number = readNumber(cell, title);
    if (!number.value)
        return {{}, number.problem};
    if (std::abs(*number.value) > 1e15)
        return {{}, problemOf(QT_TRANSLATE_NOOP("kontor::exchange", "“%1”: “%2” is too large."), title, cell)};
    return {qint64(std::llround(*number.value)), {}};
}

Cell<qint64> readMoney(QStringView cell, const QString &title, const ReadingContext &context) {
    if (cell.isEmpty())
        return {};
    if (const auto amount = parseMoney(cell, context.currencyDecimals))
        return {*amount, {}};
    return {{}, problemOf(QT_TRANSLATE_NOOP("kontor::exchange", "“%1”: “%2” is no amount. Write it as 1234.50."), title, cell)};
}

Cell<bool> readYesNo(QStringView cell, const QString &title, const ReadingContext &context) {
    if (cell.isEmpty())
        return {};
    if (const auto answer = context.words.yesNo(cell))
        return {*answer, {}};
    return {{},
            problemOf(QT_TRANSLATE_NOOP("kontor::exchange", "“%1”: “%2” is neither yes nor no. Write yes or no."), title, cell)};
}

QString badChoice(const QString &title, QStringView cell, const QString &choices) {
    return tr("“%1”: “%2” is not known there. Write one of: %3.").arg(title, shown(cell), choices);
}

} // namespace kontor::exchange
