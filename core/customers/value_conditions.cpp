#include "customers/value_conditions.h"

#include "base/fold.h"

#include <string_view>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

std::string_view viewOf(QByteArrayView text) { return {text.data(), size_t(text.size())}; }

} // namespace

TextTest containing(const QString &part) {
    return [part = withoutCase(part.toUtf8())](QByteArrayView text) {
        return viewOf(text).find(viewOf(part)) != std::string_view::npos;
    };
}

TextTest folded(Wanted wanted) {
    return [wanted = std::move(wanted)](QByteArrayView text) { return wanted(fold(QString::fromUtf8(text))); };
}

NumberTest within(const AmountRange &amount) {
    return [amount](qint64 value) {
        return value >= amount.atLeast.value_or(std::numeric_limits<qint64>::min()) &&
               value <= amount.atMost.value_or(std::numeric_limits<qint64>::max());
    };
}

NumberTest within(const ContactRange &range) {
    if (range.onlyNever)
        return [](qint64 value) { return value == kNoValue; };
    return [range](qint64 value) {
        const bool isNever = value == kNoValue;
        const bool isLate = !range.from || (!isNever && value >= range.from->milliseconds);
        const bool isEarly = !range.before || (isNever ? range.orNever : value < range.before->milliseconds);
        return isLate && isEarly && !(isNever && range.from);
    };
}

DayTest within(const DayRange &days) {
    if (days.onlyEmpty)
        return {[](QByteArrayView) { return false; }, true};
    return {[from = days.from.toString(Qt::ISODate).toUtf8(), to = days.to.toString(Qt::ISODate).toUtf8()](QByteArrayView text) {
                return (from.isEmpty() || text >= from) && (to.isEmpty() || text <= to);
            },
            days.orEmpty};
}

std::optional<DayTest> birthdayTest(const ColumnFilter &filter, QDate today) {
    if (filter.month > 0)
        return DayTest{[=, month = u"%1"_s.arg(filter.month, 2, 10, QChar(u'0')).toUtf8()](QByteArrayView text) {
                           return orderPart(CustomerSort::Birthday, text).first(qMin<qsizetype>(2, text.size())) == month;
                       },
                       false};
    if (!filter.days)
        return {};
    const DayRange &days = *filter.days;
    if (days.onlyEmpty || days.to.isValid() || !days.from.isValid())
        return within(days);
    const QByteArray first = today.toString(u"MM-dd"_s).toUtf8();
    const QByteArray last = today.addDays(days.from.daysTo(today) + 1).toString(u"MM-dd"_s).toUtf8();
    return DayTest{[=](QByteArrayView text) {
                       const QByteArrayView day = orderPart(CustomerSort::Birthday, text);
                       return first <= last ? day >= first && day <= last : day >= first || day <= last;
                   },
                   false};
}

} // namespace kontor
