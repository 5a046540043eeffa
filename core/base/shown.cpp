#include "base/shown.h"

#include "base/money.h"

#include <QCoreApplication>
#include <QHash>

#include <cmath>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString symbolOf(const QString &currency) {
    static const QHash<QString, QString> symbols{{u"EUR"_s, u"€"_s},   {u"GBP"_s, u"£"_s},  {u"USD"_s, u"$"_s},
                                                 {u"RUB"_s, u"₽"_s}, {u"SEK"_s, u"kr"_s}, {u"CNY"_s, u"¥"_s},
                                                 {u"JPY"_s, u"¥"_s},   {u"CHF"_s, u"CHF"_s}};
    return symbols.value(currency, currency);
}

} // namespace

QString shownMoney(qint64 minorUnits, const QString &currency, const QLocale &locale) {
    const int decimals = currencyDecimals(currency);
    const double scale = std::pow(10, decimals);
    const int shown = minorUnits % qint64(scale) == 0 ? 0 : decimals;
    const QString amount = locale.toCurrencyString(std::abs(double(minorUnits)) / scale, symbolOf(currency), shown);
    return minorUnits < 0 ? locale.negativeSign() + amount : amount; // not in the brackets of bookkeepers
}

QCalendar calendarOf(const QLocale &locale) {
    return locale.language() == QLocale::Persian ? QCalendar(QCalendar::System::Jalali) : QCalendar();
}

QString shownDate(QDate date, const QLocale &locale, const QCalendar &calendar) {
    if (!date.isValid())
        return {};
    //: A date with its year, in the letters of QLocale::toString: 9 Mar 2026.
    return locale.toString(date, QCoreApplication::translate("kontor::base", "d MMM yyyy"), calendar);
}

} // namespace kontor
