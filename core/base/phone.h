// Phone numbers as people write them, and one form of each by which they are compared.
#pragma once

#include <QString>
#include <QStringView>

namespace kontor {

// Grows when parsePhone() may give another result for the same text.
constexpr int kPhoneVersion = 1;

enum class PhoneProblem {
    None,
    Empty,
    NotANumber,   // words, or an e-mail address
    TooFewDigits, // fewer than three
    TooManyDigits,
    Unusual, // no such number is known in that country: a warning, for new ranges come up every year
};

struct Phone {
    QString normalised; // E.164 with ";ext=" where the country is known, else the digits; empty where it is no number at all
    bool valid = false;
    PhoneProblem problem = PhoneProblem::None;
};

// `country`: ISO 3166 alpha-2 of the customer or of the base, for numbers written without a country code.
Phone parsePhone(QStringView typed, QStringView country);

// A whole translated sentence, empty for None.
QString phoneProblemText(PhoneProblem problem);

// All digits of any script, as 0-9.
QString phoneDigits(QStringView text);

// The digits as dialled inside the country: +46701004512 -> 0701004512, +79123456789 -> 89123456789. Without the extension. Digits that are
// not international come back as they are.
QString nationalDigits(QStringView normalised);

// For reading: in the national form where the number is of that country, else in the international one.
QString formatPhone(QStringView normalised, QStringView country);

// "46" for SE; empty where it is not known.
QString countryCallingCode(QStringView country);

// The country that the number rings in, ISO 3166 alpha-2; empty where it is not known.
QString phoneCountry(QStringView normalised);

} // namespace kontor
