// Amounts: minor units beside an ISO 4217 currency.
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace kontor {

// How many decimals that currency has: EUR 2, JPY 0, KWD 3. 2 for an unknown one.
int currencyDecimals(QStringView currency);

// An amount as people and other programs write it, in minor units: "12 400,50", "95,570.69", "$12,400.00", "1'234.50", "(5.00)", "۱۲٬۴۰۰٫۵۰".
// One sign with exactly three digits after it groups thousands ("1.234" is 1234), unless the currency has three decimals and the sign is
// no comma. More decimals than the currency has are rounded, halves away from zero. Nothing where it is no amount or does not fit.
std::optional<qint64> parseMoney(QStringView typed, int decimals);

// "12400.50", "-3", always with a dot and all decimals of the currency: for files and the command line, not for the person.
QString moneyText(qint64 minor, QStringView currency);

} // namespace kontor
