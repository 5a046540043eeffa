#include "customers/customer_filter.h"

#include "base/fold.h"
#include "base/money.h"

#include <QRegularExpression>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

std::optional<ContactRange> rangeOfDays(const Clock &clock, QDate first, QDate last) {
    if (!first.isValid() || !last.isValid())
        return {};
    return ContactRange{clock.startOfDay(first), clock.endOfDay(last), false, false};
}

} // namespace

int CustomerFilter::count() const {
    const auto one = [](bool set) { return set ? 1 : 0; };
    return one(!name.isEmpty()) + one(!phone.isEmpty()) + one(!lifecycles.isEmpty()) + one(lastContact.has_value()) +
           one(bought.has_value()) + one(nextStep != NextStepState::Any) + one(!city.isEmpty()) + one(!email.isEmpty()) +
           one(!tag.isEmpty());
}

std::optional<AmountRange> parseAmountRange(QStringView typed, int decimals) {
    const QString text = asciiDigits(typed).trimmed();
    if (text.isEmpty())
        return {};
    const auto amount = [decimals](QStringView part) { return parseMoney(part.trimmed(), decimals); };
    if (text.startsWith(u'>')) {
        const auto least = amount(QStringView(text).mid(text.startsWith(">="_L1) ? 2 : 1));
        return least ? std::optional(AmountRange{text.startsWith(">="_L1) ? *least : *least + 1, {}}) : std::nullopt;
    }
    if (text.startsWith(u'<')) {
        const auto most = amount(QStringView(text).mid(text.startsWith("<="_L1) ? 2 : 1));
        return most ? std::optional(AmountRange{{}, text.startsWith("<="_L1) ? *most : *most - 1}) : std::nullopt;
    }
    static const QRegularExpression between(u"^(.*\\d)\\s*(?:-|–|\\.\\.)\\s*(\\d.*)$"_s);
    if (const auto match = between.match(text); match.hasMatch()) {
        const auto least = amount(match.capturedView(1));
        const auto most = amount(match.capturedView(2));
        return least && most ? std::optional(AmountRange{qMin(*least, *most), qMax(*least, *most)}) : std::nullopt;
    }
    const auto exact = amount(text);
    return exact ? std::optional(AmountRange{exact, exact}) : std::nullopt;
}

std::optional<ContactRange> parseContactRange(QStringView typed, const Clock &clock, QStringView never) {
    const QString text = fold(typed);
    if (text.isEmpty())
        return {};
    if (text == "empty"_L1 || text == fold(never))
        return ContactRange{{}, {}, false, true};
    static const QRegularExpression days(u"^([<>])\\s*(\\d{1,5})\\s*\\p{L}*\\.?$"_s);
    if (const auto match = days.match(text); match.hasMatch()) {
        const QDate day = clock.today().addDays(-match.captured(2).toInt());
        if (match.capturedView(1) == u">")
            return ContactRange{{}, clock.startOfDay(day), true, false};
        return ContactRange{clock.startOfDay(day.addDays(1)), {}, false, false};
    }
    static const QRegularExpression date(u"^(\\d{4})(?:-(\\d{1,2}))?(?:-(\\d{1,2}))?$"_s);
    if (const auto match = date.match(text); match.hasMatch()) {
        const int year = match.captured(1).toInt();
        if (match.capturedView(2).isEmpty())
            return rangeOfDays(clock, QDate(year, 1, 1), QDate(year, 12, 31));
        const QDate month(year, match.captured(2).toInt(), 1);
        if (match.capturedView(3).isEmpty())
            return rangeOfDays(clock, month, month.addMonths(1).addDays(-1));
        const QDate day(year, match.captured(2).toInt(), match.captured(3).toInt());
        return rangeOfDays(clock, day, day);
    }
    return {};
}

} // namespace kontor
