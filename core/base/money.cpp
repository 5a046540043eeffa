#include "base/money.h"

#include "base/fold.h"

#include <QList>

#include <algorithm>
#include <array>
#include <limits>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kNoDecimals{u"BIF", u"CLP", u"DJF", u"GNF", u"ISK", u"JPY", u"KMF", u"KRW", u"PYG",
                                 u"RWF", u"UGX", u"UYI", u"VND", u"VUV", u"XAF", u"XOF", u"XPF"};
constexpr std::array kThreeDecimals{u"BHD", u"IQD", u"JOD", u"KWD", u"LYD", u"OMR", u"TND"};
constexpr std::array kFourDecimals{u"CLF", u"UYW"};

template <class Codes>
bool contains(const Codes &codes, QStringView currency) {
    return std::any_of(codes.begin(), codes.end(), [currency](const char16_t *code) { return currency == QStringView(code); });
}

bool isDigit(QChar letter) { return letter >= u'0' && letter <= u'9'; }

// Without currency names and signs: digits and separators only, and whether it is below zero.
struct Bare {
    QString text;
    bool negative = false;
};

QChar plainSeparator(QChar letter) {
    switch (letter.unicode()) {
    case 0x066B: return u','; // Arabic decimal sign
    case 0x066C:
    case 0x2019:
    case 0x00B4:
    case 0x02BC: return u'\'';
    case 0x060C: return u',';
    case 0x2212:
    case 0x2013: return u'-';
    case 0xFF0C: return u',';
    case 0xFF0E: return u'.';
    default: return letter.isSpace() ? QChar(u' ') : letter;
    }
}

bool isCurrencyPart(QChar letter) {
    return letter.isLetter() || letter.category() == QChar::Symbol_Currency || letter == u'.' || letter == u' ' ||
           letter == u'\u200f' || letter == u'\u200e' || letter == u'\u061c';
}

std::optional<Bare> bare(QStringView typed) {
    QString text = asciiDigits(typed);
    for (QChar &letter : text)
        letter = plainSeparator(letter);
    Bare found;
    const auto isSign = [](QChar letter) { return letter == u'-' || letter == u'+' || letter == u'(' || letter == u')'; };
    qsizetype first = 0;
    qsizetype last = text.size();
    int signs = 0;
    int parentheses = 0;
    const auto take = [&](QChar letter) {
        if (isSign(letter)) {
            found.negative = found.negative || letter == u'-' || letter == u'(';
            (letter == u'(' || letter == u')' ? parentheses : signs) += 1;
            return true;
        }
        return isCurrencyPart(letter);
    };
    while (first < last && !isDigit(text.at(first))) {
        const bool fraction = (text.at(first) == u'.' || text.at(first) == u',') && first + 1 < last &&
                              isDigit(text.at(first + 1)) && (first == 0 || !text.at(first - 1).isLetter());
        if (fraction)
            break;
        if (!take(text.at(first)))
            return std::nullopt;
        ++first;
    }
    while (last > first && !isDigit(text.at(last - 1))) {
        const bool closing = text.at(last - 1) == u',' || (text.at(last - 1) == u'-' && last - 2 >= first &&
                                                           (text.at(last - 2) == u',' || text.at(last - 2) == u'.'));
        if (closing && text.at(last - 1) == u'-') { // 12,- : no cents
            last -= 2;
            continue;
        }
        if (!take(text.at(last - 1)))
            return std::nullopt;
        --last;
    }
    found.text = text.sliced(first, last - first);
    if (found.text.isEmpty() || signs > 1 || (parentheses != 0 && parentheses != 2))
        return std::nullopt;
    return found;
}

// Groups of three; two-digit groups before the last one, as in India, pass too.
bool isGrouped(const QStringList &groups) {
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const qsizetype size = groups.at(i).size();
        const bool fits = i == 0 ? size >= 1 && size <= 3 : (i == groups.size() - 1 ? size == 3 : size == 3 || size == 2);
        if (!fits)
            return false;
    }
    return true;
}

// Where the decimals begin, or -1.
qsizetype decimalSign(const QString &text, int decimals) {
    const qsizetype dots = text.count(u'.');
    const qsizetype commas = text.count(u',');
    const qsizetype last = std::max(text.lastIndexOf(u'.'), text.lastIndexOf(u','));
    if (last < 0)
        return -1;
    const QChar sign = text.at(last);
    if (dots > 0 && commas > 0)
        return last;
    if (dots + commas > 1)
        return -1;
    const QStringView before = QStringView(text).first(last);
    const bool otherGrouping = before.contains(u' ') || before.contains(u'\'');
    const bool couldGroup =
        text.size() - last - 1 == 3 && before.size() >= 1 && before.size() <= 3 && before != u"0" && !otherGrouping;
    const bool decimal = !couldGroup || (decimals == 3 && sign == u'.');
    return decimal ? last : -1;
}

std::optional<qint64> scaled(const QString &whole, const QString &fraction, int decimals) {
    qint64 value = 0;
    const auto push = [&value](int digit) {
        if (value > (std::numeric_limits<qint64>::max() - digit) / 10)
            return false;
        value = value * 10 + digit;
        return true;
    };
    for (const QChar digit : whole) {
        if (!isDigit(digit) || !push(digit.unicode() - u'0'))
            return std::nullopt;
    }
    for (int i = 0; i < decimals; ++i) {
        if (!push(i < fraction.size() ? fraction.at(i).unicode() - u'0' : 0))
            return std::nullopt;
    }
    if (fraction.size() > decimals && fraction.at(decimals) >= u'5') {
        if (value == std::numeric_limits<qint64>::max())
            return std::nullopt;
        ++value;
    }
    return value;
}

} // namespace

int currencyDecimals(QStringView currency) {
    if (contains(kNoDecimals, currency))
        return 0;
    if (contains(kThreeDecimals, currency))
        return 3;
    return contains(kFourDecimals, currency) ? 4 : 2;
}

std::optional<qint64> parseMoney(QStringView typed, int decimals) {
    const std::optional<Bare> found = bare(typed);
    if (!found)
        return std::nullopt;
    const qsizetype sign = decimalSign(found->text, decimals);
    QString whole = sign < 0 ? found->text : found->text.first(sign);
    const QString fraction = sign < 0 ? QString() : found->text.sliced(sign + 1);
    if (!std::all_of(fraction.begin(), fraction.end(), isDigit))
        return std::nullopt;
    QChar separator;
    for (const QChar letter : std::as_const(whole)) {
        if (isDigit(letter))
            continue;
        const bool known = letter == u' ' || letter == u'\'' || letter == u',' || letter == u'.';
        if (!known || (!separator.isNull() && separator != letter) || (sign >= 0 && letter == found->text.at(sign)))
            return std::nullopt;
        separator = letter;
    }
    if (!separator.isNull() && !isGrouped(whole.split(separator)))
        return std::nullopt;
    if (!separator.isNull())
        whole.remove(separator);
    const std::optional<qint64> value = scaled(whole, fraction, decimals);
    if (!value)
        return std::nullopt;
    return found->negative ? -*value : *value;
}

QString moneyText(qint64 minor, QStringView currency) {
    const int decimals = currencyDecimals(currency);
    const quint64 size = minor < 0 ? quint64(0) - quint64(minor) : quint64(minor);
    QString digits = QString::number(size).rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        digits.insert(digits.size() - decimals, u'.');
    return minor < 0 ? u'-' + digits : digits;
}

} // namespace kontor
