// Whether 03/04/2024 is the third of April or the fourth of March.
#pragma once

#include <QStringView>

#include <optional>

namespace kontor::exchange {

enum class DateOrder { DayMonth, MonthDay };

// The words of the command line and of what is kept: dmy, mdy.
QStringView dateOrderName(DateOrder order);
std::optional<DateOrder> dateOrderNamed(QStringView name);

} // namespace kontor::exchange
