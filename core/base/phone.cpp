#include "base/phone.h"

#include "base/calling_code.h"
#include "base/fold.h"

#include <QCoreApplication>

#ifdef KONTOR_HAS_PHONENUMBER
#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>
#endif

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFewestDigits = 3;
constexpr int kMostDigits = 17; // E.164 allows 15; some write a trunk zero inside

struct Typed {
    QString number;    // ASCII digits with a plus in front where one was typed or meant
    QString extension; // digits
    bool words = false;
    bool signs = false; // a sign that no number has: @, /, a second plus ...
};

bool isExtensionWord(QStringView word) {
    return word == u"ext" || word == u"extn" || word == u"extension" || word == u"x" || word == u"доб" || word == u"добавочный" ||
           word == u"вн" || word == u"anknytning" || word == u"ankn" || word == u"durchwahl" || word == u"dw" || word == u"app" ||
           word == u"داخلی" || word == u"分机" || word == u"est";
}

bool isNumberLabel(QStringView word) {
    return word == u"tel" || word == u"tfn" || word == u"phone" || word == u"mob" || word == u"mobile" || word == u"тел" ||
           word == u"т" || word == u"моб" || word == u"ffon" || word == u"电话" || word == u"手机" || word == u"تلفن" ||
           word == u"موبایل" || word == u"p" || word == u"w";
}

// Punctuation between the digits says nothing, words tell an extension or that it is no number.
Typed readTyped(QStringView text) {
    const QString folded = fold(text);
    Typed typed;
    bool inExtension = false;
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const QChar letter = folded.at(i);
        if (letter.isLetter()) {
            qsizetype end = i;
            while (end < folded.size() && folded.at(end).isLetter())
                ++end;
            const QStringView word = QStringView(folded).sliced(i, end - i);
            if (isExtensionWord(word) && !typed.number.isEmpty())
                inExtension = true;
            else if (!isNumberLabel(word))
                typed.words = true;
            i = end - 1;
        } else if (letter == u'#' && !typed.number.isEmpty()) {
            inExtension = true;
        } else if (letter >= u'0' && letter <= u'9') {
            (inExtension ? typed.extension : typed.number) += letter;
        } else if (letter == u'+' && typed.number.isEmpty()) {
            typed.number = u"+"_s;
        } else if (letter == u'@' || letter == u'+' || letter == u'%' || letter == u'&') {
            typed.signs = true;
        }
    }
    if (typed.number.startsWith("00"_L1) && typed.number.size() > 9)
        typed.number.replace(0, 2, u"+"_s);
    return typed;
}

QString withExtension(const QString &number, const QString &extension) {
    return extension.isEmpty() ? number : number + u";ext="_s + extension;
}

std::optional<QString> knownMobile(const QString &number, QStringView country) {
    const QStringView digits(number);
    if (number.startsWith(u'+'))
        return mobilePattern(digits.sliced(1)) ? std::optional(number) : std::nullopt;
    if (const MobilePattern *pattern = mobilePatternInside(country, digits))
        return u'+' + pattern->callingCode.toString() + digits.sliced(pattern->trunk.size()).toString();
    return std::nullopt;
}

#ifdef KONTOR_HAS_PHONENUMBER

namespace library = i18n::phonenumbers;

Phone parseWithLibrary(const Typed &typed, QStringView country) {
    const auto *util = library::PhoneNumberUtil::GetInstance();
    library::PhoneNumber number;
    const std::string region = country.isEmpty() ? "ZZ" : country.toUtf8().toStdString();
    if (util->Parse(typed.number.toStdString(), region, &number) != library::PhoneNumberUtil::NO_PARSING_ERROR)
        return {withExtension(typed.number, typed.extension), false, PhoneProblem::Unusual};
    if (util->IsPossibleNumber(number)) {
        std::string text;
        util->Format(number, library::PhoneNumberUtil::E164, &text);
        const bool valid = util->IsValidNumber(number);
        return {withExtension(QString::fromStdString(text), typed.extension), valid,
                valid ? PhoneProblem::None : PhoneProblem::Unusual};
    }
    static const library::ShortNumberInfo shortNumbers;
    const bool valid = shortNumbers.IsValidShortNumberForRegion(number, region);
    return {withExtension(typed.number, typed.extension), valid, valid ? PhoneProblem::None : PhoneProblem::Unusual};
}

QString formatWithLibrary(const QString &number, QStringView country) {
    const auto *util = library::PhoneNumberUtil::GetInstance();
    library::PhoneNumber parsed;
    const std::string region = country.toUtf8().toStdString();
    if (util->Parse(number.toStdString(), "ZZ", &parsed) != library::PhoneNumberUtil::NO_PARSING_ERROR)
        return number;
    const bool own = util->GetCountryCodeForRegion(region) == parsed.country_code();
    std::string text;
    util->Format(parsed, own ? library::PhoneNumberUtil::NATIONAL : library::PhoneNumberUtil::INTERNATIONAL, &text);
    return QString::fromStdString(text);
}

#else

Phone parseWithLibrary(const Typed &typed, QStringView) {
    const qsizetype digits = typed.number.size() - (typed.number.startsWith(u'+') ? 1 : 0);
    const bool valid = !typed.number.startsWith(u'+') || digits >= 8;
    return {withExtension(typed.number, typed.extension), valid, valid ? PhoneProblem::None : PhoneProblem::Unusual};
}

QString formatWithLibrary(const QString &number, QStringView) {
    QString spaced = number;
    const int code = callingCodeLength(QStringView(number).sliced(1));
    for (qsizetype at = number.size() - 3; at > code + 1; at -= 3)
        spaced.insert(at, u' ');
    return spaced.insert(code + 1, u' ');
}

#endif

} // namespace

Phone parsePhone(QStringView text, QStringView country) {
    if (text.trimmed().isEmpty())
        return {QString(), false, PhoneProblem::Empty};
    const Typed typed = readTyped(text);
    const qsizetype digits = typed.number.size() - (typed.number.startsWith(u'+') ? 1 : 0);
    if (typed.words || typed.signs || digits == 0)
        return {QString(), false, PhoneProblem::NotANumber};
    if (digits < kFewestDigits)
        return {QString(), false, PhoneProblem::TooFewDigits};
    if (digits > kMostDigits)
        return {withExtension(typed.number, typed.extension), false, PhoneProblem::TooManyDigits};
    if (const std::optional<QString> mobile = knownMobile(typed.number, country))
        return {withExtension(*mobile, typed.extension), true, PhoneProblem::None};
    return parseWithLibrary(typed, country);
}

QString phoneProblemText(PhoneProblem problem) {
    switch (problem) {
    case PhoneProblem::None: return {};
    case PhoneProblem::Empty: return QCoreApplication::translate("kontor::base", "There is no number here.");
    case PhoneProblem::NotANumber: return QCoreApplication::translate("kontor::base", "This is not a phone number.");
    case PhoneProblem::TooFewDigits:
        return QCoreApplication::translate("kontor::base", "A phone number has at least three digits.");
    case PhoneProblem::TooManyDigits:
        return QCoreApplication::translate("kontor::base", "This has more digits than any phone number. Are these two numbers?");
    case PhoneProblem::Unusual:
        return QCoreApplication::translate("kontor::base", "No such number is known in this country. Please check the digits.");
    }
    return {};
}

QString phoneDigits(QStringView text) {
    QString digits;
    for (const QChar letter : text) {
        if (letter >= u'0' && letter <= u'9')
            digits += letter;
        else if (letter.unicode() > 0x7F && letter.category() == QChar::Number_DecimalDigit)
            digits += QChar(u'0' + letter.digitValue());
    }
    return digits;
}

QString nationalDigits(QStringView normalised) {
    const qsizetype extension = normalised.indexOf(u';');
    const QStringView number = extension < 0 ? normalised : normalised.first(extension);
    if (!number.startsWith(u'+'))
        return phoneDigits(number);
    const QStringView digits = number.sliced(1);
    const int code = callingCodeLength(digits);
    return trunkPrefix(digits.first(code)).toString() + digits.sliced(code).toString();
}

QString formatPhone(QStringView normalised, QStringView country) {
    const qsizetype extension = normalised.indexOf(u';');
    const QString number = (extension < 0 ? normalised : normalised.first(extension)).toString();
    const QString shown = number.startsWith(u'+') && number.size() > 4 ? formatWithLibrary(number, country) : number;
    if (extension < 0)
        return shown;
    //: A phone number and its extension
    return QCoreApplication::translate("kontor::base", "%1 ext. %2").arg(shown, phoneDigits(normalised.sliced(extension)));
}

QString countryCallingCode(QStringView country) {
#ifdef KONTOR_HAS_PHONENUMBER
    const int code = i18n::phonenumbers::PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(country.toUtf8().toStdString());
    return code == 0 ? QString() : QString::number(code);
#else
    Q_UNUSED(country)
    return QString();
#endif
}

QString phoneCountry(QStringView normalised) {
    if (!normalised.startsWith(u'+'))
        return {};
#ifdef KONTOR_HAS_PHONENUMBER
    const auto *util = i18n::phonenumbers::PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    const QString digits = normalised.first(qMax<qsizetype>(normalised.indexOf(u';'), 0)).toString();
    const std::string text = (digits.isEmpty() ? normalised.toString() : digits).toStdString();
    if (util->Parse(text, "ZZ", &number) != i18n::phonenumbers::PhoneNumberUtil::NO_PARSING_ERROR)
        return {};
    std::string region;
    util->GetRegionCodeForNumber(number, &region);
    if (region.empty()) // a range that is not in use yet
        util->GetRegionCodeForCountryCode(number.country_code(), &region);
    return region.size() == 2 && region != "ZZ" ? QString::fromStdString(region) : QString();
#else
    const MobilePattern *pattern = mobilePattern(normalised.sliced(1));
    return pattern ? pattern->country.toString() : QString();
#endif
}

} // namespace kontor
