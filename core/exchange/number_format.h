// What a number in a cell is, by the format that it is shown with.
#pragma once

#include <QString>

namespace kontor::exchange {

struct NumberFormat {
    enum class Kind { Number, Date, Time, Elapsed };
    Kind kind = Kind::Number;
    int digits = 0;         // "00000": so many digits at least, as of postal codes; 0: as many as there are
    bool isPercent = false; // 0.25 is shown as 25%
    bool isPrecise = false; // a time with milliseconds
};

// Of a format code such as "dd.mm.yyyy", "[h]:mm" or "#,##0.00".
NumberFormat numberFormat(const QString &code);
// Of the codes that have a number instead of a text, 14 is a date.
NumberFormat builtInNumberFormat(int id);

// A number as it stands in the file as a person would write it: dates and times in ISO form, numbers in plain digits without the noise of binary
// fractions. What is no number stays as it is. `from1904`: the workbook counts its days from 1904.
QString formattedNumber(QStringView raw, const NumberFormat &format, bool from1904);
// Digits only: "4915112345678" of "4.915112345678E12", "0.1" of "0.10000000000000001".
QString plainNumber(QStringView raw);

} // namespace kontor::exchange
