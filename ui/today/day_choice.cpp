#include "today/day_choice.h"

#include "widgets/formats.h"

namespace kontor::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::TodayView)
};

// The first of the week on which people work: Monday in most countries, Saturday in Iran.
Qt::DayOfWeek firstWorkingDay(const Formats &formats) {
    const QList<Qt::DayOfWeek> days = formats.locale().weekdays();
    for (int i = 0; i < 7; ++i)
        if (const auto day = Qt::DayOfWeek((int(formats.firstDayOfWeek()) + i - 1) % 7 + 1); days.contains(day))
            return day;
    return formats.firstDayOfWeek();
}

} // namespace

QList<DayChoice> dayChoices(const Formats &formats) {
    const QDate today = formats.today();
    const Qt::DayOfWeek first = firstWorkingDay(formats);
    int ahead = (int(first) - today.dayOfWeek() + 7) % 7;
    if (ahead < 2) // today or tomorrow is one: the week after is meant
        ahead += 7;
    return {{Words::tr("Today"), today},
            {Words::tr("Tomorrow"), today.addDays(1)},
            {formats.locale().standaloneDayName(first, QLocale::ShortFormat), today.addDays(ahead)},
            {Words::tr("Pick…"), {}}};
}

} // namespace kontor::ui
