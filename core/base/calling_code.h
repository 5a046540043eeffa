// What the first digits of an international number say: the calling code, and what people dial in that country before a national number.
#pragma once

#include <QStringView>

namespace kontor {

// How many of the digits (country code first, no plus) are the calling code: 46701004512 -> 2. 0 where they begin with no such code.
int callingCodeLength(QStringView digits);

// The digit or digits dialled before a national number there ("0", "8", "06"), empty where nothing is.
QStringView trunkPrefix(QStringView callingCode);

// The pattern of one country's mobile numbers, which are most of the numbers in a customer base: recognised without the library.
struct MobilePattern {
    QStringView country;
    QStringView callingCode;
    QStringView trunk;
    QStringView firstDigits; // the national number begins with one of these ...
    QStringView thenDigits;  // ... followed by one of these, or by any digit where empty
    int length = 0;          // of the national number
};

// The pattern that the international digits fit, or null.
const MobilePattern *mobilePattern(QStringView internationalDigits);
// The pattern of that country that the digits as dialled inside it fit, trunk prefix included, or null.
const MobilePattern *mobilePatternInside(QStringView country, QStringView dialledDigits);

} // namespace kontor
