// Amounts and dates as the person reads them: in the window and in sentences that the core makes. Not for files.
#pragma once

#include <QCalendar>
#include <QDate>
#include <QLocale>

namespace kontor {

// "€61,400" or "61 400 €", with cents only where there are any; what was given back has a minus.
QString shownMoney(qint64 minorUnits, const QString &currency, const QLocale &locale);

// In which calendar the language counts its days: the Persian one in Persian.
QCalendar calendarOf(const QLocale &locale);
// "9 Mar 2026": always four digits of year. Empty for an invalid date.
QString shownDate(QDate date, const QLocale &locale, const QCalendar &calendar);

} // namespace kontor
