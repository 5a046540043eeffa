// What words for days mean to the person: "this week" begins on `firstDayOfWeek`, months and years are those of `calendar`.
#pragma once

#include <QCalendar>

namespace kontor {

struct DayMeaning {
    QCalendar calendar = QCalendar();
    Qt::DayOfWeek firstDayOfWeek = Qt::Monday;
};

} // namespace kontor
