// A month to take a day from, in the calendar and the week of the person.
#pragma once

#include "widgets/formats.h"

#include <QCalendarWidget>

namespace kontor::ui {

void setUpDaySheet(QCalendarWidget &sheet, const Formats &formats);

} // namespace kontor::ui
