#include "forms/date_edit.h"

#include "forms/day_sheet.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

DateEdit::DateEdit(const Formats &formats, QDate date, QWidget *parent) : QDateEdit(parent) {
    const QLocale locale = formats.locale();
    setLocale(locale);
    setCalendar(formats.calendar());
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains(u"yyyy"_s))
        format.replace(u"yy"_s, u"yyyy"_s); // the century is never left to be guessed
    setDisplayFormat(format);
    setCalendarPopup(true);
    setDate(date.isValid() ? date : formats.today());
    setUpDaySheet(*calendarWidget(), formats);
}

} // namespace kontor::ui
