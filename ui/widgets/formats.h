// Dates, times, money and counts as the person reads them: language and calendar of the interface, time zone and currency of the base, and the
// words that its people chose for outcomes and types.
#pragma once

#include "base/clock.h"
#include "base/day_meaning.h"
#include "customers/customer_type.h"
#include "interactions/outcome.h"

#include <QCalendar>
#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace kontor::ui {

// What the person has chosen beside the language; empty and 0: as the language has it.
struct FormatChoices {
    QString calendar; // gregorian, persian
    int firstDayOfWeek = 0;
};

class Formats {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::Formats)

public:
    Formats() = default;
    Formats(const QLocale &locale, const Clock &clock, const QString &currency, const FormatChoices &choices = {});

    const QLocale &locale() const { return m_locale; }
    const Clock &clock() const { return m_clock; }
    const QString &currency() const { return m_currency; }
    const QCalendar &calendar() const { return m_calendar; }
    Qt::DayOfWeek firstDayOfWeek() const { return m_firstDayOfWeek; }
    QDate weekOf(QDate day) const; // the first day of its week
    DayMeaning dayMeaning() const { return {m_calendar, m_firstDayOfWeek}; }
    QDate today() const { return m_clock.today(); }
    const OutcomeList &outcomes() const { return m_outcomes; }
    const CustomerTypeList &types() const { return m_types; }
    void setWords(const OutcomeList &outcomes, const CustomerTypeList &types);

    QString number(qint64 value) const;
    QString money(qint64 minorUnits) const; // "61 400 €", with cents only where there are any
    QString date(QDate date) const;         // "9 Mar 2026": always four digits of year
    QString time(QTime time) const;         // "14:05" or "2:05 PM": the one clock of the window
    QString time(Instant at) const;
    QString dateTime(Instant at) const;     // exact, for tool tips
    QString when(Instant at) const;         // "Today 14:05", "Mon 14:05", "9 Mar", "9 Mar 2025"
    QString ago(Instant at) const;          // "3 days ago" up to a week, then the date
    QString dueDay(QDate due) const;        // "3 days late", "Today", "Tomorrow", "Tue 10 Mar", ...

private:
    QString pattern(QDate date, QStringView format) const;

    QLocale m_locale;
    Clock m_clock;
    QString m_currency;
    QCalendar m_calendar;
    Qt::DayOfWeek m_firstDayOfWeek = Qt::Monday;
    OutcomeList m_outcomes;
    CustomerTypeList m_types;
};

} // namespace kontor::ui
