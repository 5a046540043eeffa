// What the cells of the filter row ask of one value of a column: the twins of the conditions in customer_where.cpp. Used by value_filter.cpp.
#pragma once

#include "customers/customer_values.h"
#include "customers/customer_where.h"

#include <functional>

namespace kontor {

using NumberTest = std::function<bool(qint64 value)>; // also of kNoValue
using TextTest = std::function<bool(QByteArrayView text)>;

// ISO days as text. `takesEmpty`: what becomes of who has none.
struct DayTest {
    TextTest matches;
    bool takesEmpty = false;
};

// As LIKE compares: the texts that are looked through come without the case of ASCII letters.
TextTest containing(const QString &part);
TextTest folded(Wanted wanted);
NumberTest within(const AmountRange &amount);
NumberTest within(const ContactRange &range);
DayTest within(const DayRange &days);
std::optional<DayTest> birthdayTest(const ColumnFilter &filter, QDate today); // nothing: no birthday matches

} // namespace kontor
