#include "base/calling_code.h"

#include <QString>

#include <algorithm>
#include <array>

namespace kontor {

namespace {

constexpr std::array kTwoDigitCodes{20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54,
                                    55, 56, 57, 58, 60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98};

// Calling codes of countries where a national number is dialled with 0 before it.
constexpr std::array kTrunkZero{20,  27,  31,  32,  33,  40,  41,  43,  44,  46,  49,  51,  53,  54,  55,  57,  58,
                                60,  61,  62,  63,  64,  66,  81,  82,  84,  86,  90,  91,  92,  93,  94,  95,  98,
                                211, 212, 213, 218, 231, 232, 233, 234, 243, 249, 250, 251, 252, 254, 255, 256, 260,
                                261, 262, 263, 264, 265, 291, 353, 355, 358, 359, 373, 374, 377, 380, 381, 382, 383,
                                385, 386, 387, 389, 421, 423, 508, 590, 591, 593, 594, 595, 596, 598, 686, 850, 855,
                                856, 880, 886, 961, 962, 963, 964, 966, 967, 970, 971, 972, 976, 977, 994, 995, 996};
constexpr std::array kTrunkEight{7, 370, 375, 993, 998};

constexpr std::array<MobilePattern, 10> kMobilePatterns{{
    {u"RU", u"7", u"8", u"9", u"", 10},
    {u"SE", u"46", u"0", u"7", u"02369", 9},
    {u"GB", u"44", u"0", u"7", u"45789", 10},
    {u"IR", u"98", u"0", u"9", u"01239", 10},
    {u"CN", u"86", u"", u"1", u"3578", 11},
    {u"DE", u"49", u"0", u"1", u"5", 11},
    {u"UA", u"380", u"0", u"569", u"03678", 9},
    {u"FR", u"33", u"0", u"67", u"", 9},
    {u"FI", u"358", u"0", u"4", u"0456", 9},
    {u"NO", u"47", u"", u"49", u"", 8},
}};

template <class Codes>
bool contains(const Codes &codes, int code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool fits(const MobilePattern &pattern, QStringView national) {
    return national.size() == pattern.length && pattern.firstDigits.contains(national.at(0)) &&
           (pattern.thenDigits.isEmpty() || pattern.thenDigits.contains(national.at(1)));
}

} // namespace

int callingCodeLength(QStringView digits) {
    if (digits.isEmpty() || digits.front() == u'0')
        return 0;
    if (digits.front() == u'1' || digits.front() == u'7')
        return 1;
    if (digits.size() >= 2 && contains(kTwoDigitCodes, digits.first(2).toInt()))
        return 2;
    return digits.size() >= 3 ? 3 : 0;
}

QStringView trunkPrefix(QStringView callingCode) {
    const int code = callingCode.toInt();
    if (contains(kTrunkZero, code))
        return u"0";
    if (contains(kTrunkEight, code))
        return u"8";
    if (code == 1)
        return u"1";
    if (code == 36)
        return u"06";
    return {};
}

const MobilePattern *mobilePattern(QStringView internationalDigits) {
    for (const MobilePattern &pattern : kMobilePatterns) {
        if (internationalDigits.startsWith(pattern.callingCode) &&
            fits(pattern, internationalDigits.sliced(pattern.callingCode.size())))
            return &pattern;
    }
    return nullptr;
}

const MobilePattern *mobilePatternInside(QStringView country, QStringView dialledDigits) {
    for (const MobilePattern &pattern : kMobilePatterns) {
        if (country == pattern.country && dialledDigits.startsWith(pattern.trunk) &&
            fits(pattern, dialledDigits.sliced(pattern.trunk.size())))
            return &pattern;
    }
    return nullptr;
}

} // namespace kontor
