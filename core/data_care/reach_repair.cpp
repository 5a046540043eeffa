#include "data_care/reach_repair.h"

#include "base/email.h"
#include "base/phone.h"

#include <QHash>
#include <QRegularExpression>

namespace kontor::data_care {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestLabel = 30;
constexpr qsizetype kFewestDigits = 6;

// A number that is written as in another country is told by its code from now on.
std::optional<ReachRepair> inOwnCountry(const QString &value, const QString &country, const QString &ownCountry) {
    if (ownCountry.isEmpty() || ownCountry == country)
        return std::nullopt;
    const Phone phone = parsePhone(value, ownCountry);
    if (!phone.valid || !phone.normalised.startsWith(u'+'))
        return std::nullopt;
    return ReachRepair{formatPhone(phone.normalised, country), {}, true};
}

std::optional<ReachRepair> withDigitsForLetters(const QString &value, const QString &country) {
    static const QRegularExpression letters(u"^[+()\\d\\s./\\-OoОоIlІ|]+$"_s);
    static const QRegularExpression zero(u"[OoОо]"_s), one(u"[IlІ|]"_s);
    if (!letters.match(value).hasMatch())
        return std::nullopt;
    QString digits = value;
    digits.replace(zero, u"0"_s).replace(one, u"1"_s);
    return digits != value && isSoundPhone(digits, country) ? std::optional(ReachRepair{digits, {}, true}) : std::nullopt;
}

// "070-100 45 12 (after 6 pm)": one number, and words.
std::optional<ReachRepair> withoutWords(const QString &value, const QString &country) {
    static const QRegularExpression number(u"[+(]?[\\d][\\d\\s()./\\-]*[\\d]"_s);
    QRegularExpressionMatch found;
    auto all = number.globalMatch(value);
    while (all.hasNext()) {
        const auto match = all.next();
        if (phoneDigits(match.captured()).size() < kFewestDigits)
            continue;
        if (found.hasMatch())
            return std::nullopt; // two numbers: which of them is meant?
        found = match;
    }
    if (!found.hasMatch() || found.captured() == value || !isSoundPhone(found.captured(), country))
        return std::nullopt;
    QString rest = value;
    rest.remove(found.capturedStart(), found.capturedLength());
    static const QRegularExpression edges(u"^[\\s\\p{P}\\p{S}]+|[\\s\\p{P}\\p{S}]+$"_s);
    rest = rest.remove(edges).simplified();
    if (rest.size() > kLongestLabel)
        return std::nullopt;
    return ReachRepair{found.captured(), rest, rest.isEmpty()};
}

std::optional<ReachRepair> withPlus(const QString &value, const QString &country) {
    const QString digits = phoneDigits(value);
    if (value.trimmed().startsWith(u'+') || digits.startsWith(u'0') || digits.size() < kFewestDigits + 3)
        return std::nullopt;
    const Phone phone = parsePhone(u'+' + digits, country);
    return phone.valid ? std::optional(ReachRepair{u'+' + value.trimmed(), {}, false}) : std::nullopt;
}

// Names of mail services that fingers slip on.
QString slippedDomain(const QString &domain) {
    static const QHash<QString, QString> known{
        {u"gmial.com"_s, u"gmail.com"_s},     {u"gmai.com"_s, u"gmail.com"_s},      {u"gmal.com"_s, u"gmail.com"_s},
        {u"gmaill.com"_s, u"gmail.com"_s},    {u"gnail.com"_s, u"gmail.com"_s},     {u"gmail.co"_s, u"gmail.com"_s},
        {u"hotmial.com"_s, u"hotmail.com"_s}, {u"hotmai.com"_s, u"hotmail.com"_s},  {u"hotmal.com"_s, u"hotmail.com"_s},
        {u"yaho.com"_s, u"yahoo.com"_s},      {u"yahooo.com"_s, u"yahoo.com"_s},    {u"outlok.com"_s, u"outlook.com"_s},
        {u"outloo.com"_s, u"outlook.com"_s},  {u"iclod.com"_s, u"icloud.com"_s},    {u"icoud.com"_s, u"icloud.com"_s},
        {u"yandex.r"_s, u"yandex.ru"_s},      {u"mail.r"_s, u"mail.ru"_s}};
    if (const QString right = known.value(domain); !right.isEmpty())
        return right;
    for (const QString &ending : {u".con"_s, u".cmo"_s, u".ocm"_s, u".vom"_s, u".comm"_s})
        if (domain.endsWith(ending)) {
            const QString com = domain.chopped(ending.size()) + ".com"_L1;
            const QString right = slippedDomain(com);
            return right.isEmpty() ? com : right;
        }
    return {};
}

QString domainOf(const QString &address) { return address.section(u'@', -1).toLower(); }

} // namespace

bool isSoundPhone(const QString &value, const QString &country) { return parsePhone(value, country).valid; }

std::optional<ReachRepair> repairedPhone(const QString &value, const QString &country, const QString &ownCountry) {
    if (const auto repaired = inOwnCountry(value, country, ownCountry))
        return repaired;
    if (const auto repaired = withDigitsForLetters(value, country))
        return repaired;
    if (const auto repaired = withoutWords(value, country))
        return repaired;
    return withPlus(value, country);
}

bool isSoundEmail(const QString &value) {
    const Email email = parseEmail(value);
    return email.plausible && slippedDomain(domainOf(email.normalised)).isEmpty();
}

std::optional<ReachRepair> repairedEmail(const QString &value) {
    static const QRegularExpression at(u"\\s*[(\\[{]\\s*(?:at|ät)\\s*[)\\]}]\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression dot(u"\\s*[(\\[{]\\s*(?:dot|punkt)\\s*[)\\]}]\\s*"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression dots(u"\\.{2,}"_s), ats(u"@{2,}"_s), spaces(u"\\s+"_s), ends(u"^[.,;:<>]+|[.,;:<>]+$"_s);
    QString address = value;
    address.replace(at, u"@"_s).replace(dot, u"."_s).remove(spaces).remove(ends);
    address.replace(u',', u'.').replace(dots, u"."_s).replace(ats, u"@"_s);
    const qsizetype sign = address.lastIndexOf(u'@');
    if (sign < 1)
        return std::nullopt;
    const QString right = slippedDomain(domainOf(address));
    const bool isSlip = !right.isEmpty();
    if (isSlip)
        address = address.first(sign + 1) + right;
    if (address == value || !isSoundEmail(address))
        return std::nullopt;
    return ReachRepair{address, {}, !isSlip};
}

} // namespace kontor::data_care
