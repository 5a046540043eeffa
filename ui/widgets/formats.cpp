#include "widgets/formats.h"

#include "base/shown.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

Formats::Formats(const QLocale &locale, const Clock &clock, const QString &currency, const FormatChoices &choices)
    : m_locale(locale), m_clock(clock), m_currency(currency), m_calendar(calendarOf(locale)) {
    if (!choices.calendar.isEmpty())
        m_calendar = QCalendar(choices.calendar == "persian"_L1 ? QCalendar::System::Jalali : QCalendar::System::Gregorian);
    m_firstDayOfWeek = choices.firstDayOfWeek ? Qt::DayOfWeek(choices.firstDayOfWeek) : locale.firstDayOfWeek();
}

QDate Formats::weekOf(QDate day) const { return day.addDays(-((day.dayOfWeek() - int(m_firstDayOfWeek) + 7) % 7)); }

void Formats::setWords(const OutcomeList &outcomes, const CustomerTypeList &types) {
    m_outcomes = outcomes;
    m_types = types;
}

QString Formats::number(qint64 value) const { return m_locale.toString(value); }

QString Formats::money(qint64 minorUnits) const { return shownMoney(minorUnits, m_currency, m_locale); }

QString Formats::pattern(QDate date, QStringView format) const { return m_locale.toString(date, format, m_calendar); }

QString Formats::date(QDate date) const { return shownDate(date, m_locale, m_calendar); }

QString Formats::time(QTime time) const { return m_locale.toString(time, QLocale::ShortFormat); }

QString Formats::time(Instant at) const { return time(m_clock.timeOf(at)); }

QString Formats::dateTime(Instant at) const {
    const QDateTime when = m_clock.dateTimeOf(at);
    return tr("%1 %2").arg(date(when.date()), time(when.time()));
}

QString Formats::when(Instant at) const {
    const QDateTime moment = m_clock.dateTimeOf(at);
    const QString time = this->time(moment.time());
    const qint64 days = moment.date().daysTo(today());
    if (days == 0)
        return tr("Today %1").arg(time);
    if (days == 1)
        return tr("Yesterday %1").arg(time);
    if (days > 1 && days < 7)
        return tr("%1 %2").arg(pattern(moment.date(), u"ddd"), time);
    //: A date without its year, in the letters of QLocale::toString: 9 Mar.
    return moment.date().year(m_calendar) == today().year(m_calendar) ? pattern(moment.date(), tr("d MMM")) : date(moment.date());
}

QString Formats::ago(Instant at) const {
    const QDate day = m_clock.dateTimeOf(at).date();
    const qint64 days = day.daysTo(today());
    if (days == 0)
        return tr("Today");
    if (days == 1)
        return tr("Yesterday");
    if (days > 1 && days <= 7)
        return tr("%Ln day(s) ago", nullptr, int(days));
    return date(day);
}

QString Formats::dueDay(QDate due) const {
    const qint64 days = today().daysTo(due);
    if (days < 0)
        return days >= -60 ? tr("%Ln day(s) late", nullptr, int(-days)) : tr("Late since %1").arg(date(due));
    if (days == 0)
        return tr("Today");
    if (days == 1)
        return tr("Tomorrow");
    //: A near date, in the letters of QLocale::toString: Tue 10 Mar.
    return days < 300 ? pattern(due, tr("ddd d MMM")) : date(due);
}

} // namespace kontor::ui
