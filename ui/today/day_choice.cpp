#include "today/day_choice.h"

#include "widgets/formats.h"

namespace kontor::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::TodayView)
};

// Monday in most countries, Saturday in Iran: the working day before which there is none.
Qt::DayOfWeek firstWorkingDay(const QLocale &locale) {
    const QList<Qt::DayOfWeek> days = locale.weekdays();
    for (const Qt::DayOfWeek day : days)
        if (!days.contains(Qt::DayOfWeek(day == Qt::Monday ? int(Qt::Sunday) : int(day) - 1)))
            return day;
    return Qt::Monday;
}

} // namespace

QList<DayChoice> dayChoices(const Formats &formats) {
    const QDate today = formats.today();
    const Qt::DayOfWeek first = firstWorkingDay(formats.locale());
    int ahead = (int(first) - today.dayOfWeek() + 7) % 7;
    if (ahead < 2) // today or tomorrow is one: the week after is meant
        ahead += 7;
    return {{Words::tr("Today"), today},
            {Words::tr("Tomorrow"), today.addDays(1)},
            {formats.locale().standaloneDayName(first, QLocale::ShortFormat), today.addDays(ahead)},
            {Words::tr("Pick…"), {}}};
}

} // namespace kontor::ui
