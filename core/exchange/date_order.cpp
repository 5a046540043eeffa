#include "exchange/date_order.h"

namespace kontor::exchange {

QStringView dateOrderName(DateOrder order) { return order == DateOrder::DayMonth ? u"dmy" : u"mdy"; }

std::optional<DateOrder> dateOrderNamed(QStringView name) {
    if (name == u"dmy")
        return DateOrder::DayMonth;
    return name == u"mdy" ? std::optional(DateOrder::MonthDay) : std::nullopt;
}

} // namespace kontor::exchange
