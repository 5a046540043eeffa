#include "forms/day_sheet.h"

#include "theme/kontor_style.h"

#include <QTextCharFormat>

namespace kontor::ui {

void setUpDaySheet(QCalendarWidget &sheet, const Formats &formats) {
    sheet.setLocale(formats.locale());
    sheet.setCalendar(formats.calendar());
    sheet.setFirstDayOfWeek(formats.firstDayOfWeek());
    sheet.setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    // Free days are quieter than the others, not red.
    const QList<Qt::DayOfWeek> working = formats.locale().weekdays();
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        QTextCharFormat look;
        look.setForeground(working.contains(Qt::DayOfWeek(day)) ? themeOf(&sheet).text : themeOf(&sheet).text3);
        sheet.setWeekdayTextFormat(Qt::DayOfWeek(day), look);
    }
}

} // namespace kontor::ui
