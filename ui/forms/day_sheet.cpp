#include "forms/day_sheet.h"

#include "theme/icon.h"
#include "theme/kontor_style.h"

#include <QTextCharFormat>
#include <QToolButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;

void setUpDaySheet(QCalendarWidget &sheet, const Formats &formats) {
    sheet.setLocale(formats.locale());
    sheet.setCalendar(formats.calendar());
    sheet.setFirstDayOfWeek(formats.firstDayOfWeek());
    sheet.setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    const auto give = [&sheet](const QString &name, QLatin1StringView icon) {
        if (auto *button = sheet.findChild<QToolButton *>(name))
            button->setIcon(Icon::get(icon));
    };
    give(u"qt_calendar_prevmonth"_s, "chevron-start"_L1);
    give(u"qt_calendar_nextmonth"_s, "chevron-end"_L1);
    QTextCharFormat today;
    today.setFontWeight(QFont::Bold);
    today.setForeground(themeOf(&sheet).accent);
    sheet.setDateTextFormat(formats.today(), today);
    // Free days are quieter than the others, not red.
    const QList<Qt::DayOfWeek> working = formats.locale().weekdays();
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        QTextCharFormat look;
        look.setForeground(working.contains(Qt::DayOfWeek(day)) ? themeOf(&sheet).text : themeOf(&sheet).text3);
        sheet.setWeekdayTextFormat(Qt::DayOfWeek(day), look);
    }
}

} // namespace kontor::ui
