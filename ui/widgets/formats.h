// Dates, times, money and counts as the person reads them: language and calendar of the interface, time zone and currency of the base.
#pragma once

#include "base/instant.h"

#include <QCalendar>
#include <QCoreApplication>
#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace kontor::ui {

class Formats {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::Formats)

public:
    Formats() = default;
    Formats(const QLocale &locale, const QTimeZone &zone, const QString &currency);

    const QLocale &locale() const { return m_locale; }
    const QTimeZone &zone() const { return m_zone; }
    QDateTime local(Instant at) const;
    QDate today() const;
    void fixToday(QDate today) { m_today = today; } // for tests and screenshots

    QString number(qint64 value) const;
    QString money(qint64 minorUnits) const; // "61 400 €", with cents only where there are any
    QString date(QDate date) const;         // "9 Mar 2026": always four digits of year
    QString dateTime(Instant at) const;     // exact, for tool tips
    QString when(Instant at) const;         // "Today 14:05", "Mon 14:05", "9 Mar", "9 Mar 2025"
    QString ago(Instant at) const;          // "3 days ago" up to a week, then the date
    QString dueDay(QDate due) const;        // "3 days late", "Today", "Tomorrow", "Tue 10 Mar", ...
    // What a person typed in digits of any script, as ASCII digits.
    static QString withLatinDigits(QStringView typed);

private:
    QString pattern(QDate date, QStringView format) const;

    QLocale m_locale;
    QTimeZone m_zone = QTimeZone::utc();
    QString m_currency;
    QCalendar m_calendar;
    QDate m_today; // invalid: of the clock
};

} // namespace kontor::ui
