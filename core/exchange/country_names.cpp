#include "exchange/country_names.h"

#include "base/fold.h"

#include <unicode/uloc.h>

#include <array>

namespace kontor::exchange {

namespace {

struct Alias {
    const char16_t *names;
    const char16_t *code;
};

// What people write and no list of countries has.
constexpr Alias kAliases[] = {
    {u"USA|U.S.A.|U.S.|United States of America|США|美国|آمریکا", u"US"},
    {u"UK|U.K.|Great Britain|England|Scotland|Wales|Northern Ireland|Cymru|Lloegr|Yr "
     u"Alban|Großbritannien|Великобритания|Англия|英国|انگلستان|Storbritannien",
     u"GB"},
    {u"D|BRD|Germany", u"DE"},
    {u"A", u"AT"},
    {u"РФ|Russian Federation|Российская Федерация", u"RU"},
    {u"PRC|Mainland China|КНР", u"CN"},
    {u"Holland", u"NL"},
    {u"UAE|ОАЭ", u"AE"},
    {u"Czech Republic|Tschechische Republik", u"CZ"},
};

bool isCode(const QString &text) {
    return text.size() == 2 && text.at(0) >= u'A' && text.at(0) <= u'Z' && text.at(1) >= u'A' && text.at(1) <= u'Z';
}

} // namespace

void CountryNames::fill() const {
    static constexpr std::array languages{"en", "de", "ru", "zh", "cy", "sv", "fa"};
    for (const char *const *country = uloc_getISOCountries(); *country; ++country) {
        const QByteArray locale = QByteArray("und_") + *country;
        for (const char *language : languages) {
            std::array<UChar, 128> name{};
            UErrorCode status = U_ZERO_ERROR;
            const int length = uloc_getDisplayCountry(locale.constData(), language, name.data(), int(name.size()), &status);
            if (U_SUCCESS(status) && length > 0)
                m_codes.insert(fold(QStringView(name.data(), length)), QString::fromLatin1(*country));
        }
        m_codes.insert(QString::fromLatin1(*country).toLower(), QString::fromLatin1(*country));
        m_codes.insert(QString::fromLatin1(uloc_getISO3Country(locale.constData())).toLower(), QString::fromLatin1(*country));
    }
    for (const Alias &alias : kAliases) {
        for (QStringView name : QStringView(alias.names).split(u'|'))
            m_codes.insert(fold(name), QString::fromUtf16(alias.code));
    }
    m_codes.remove(QString());
}

QString CountryNames::code(const QString &typed) const {
    if (isCode(typed) && typed != QStringView(u"UK"))
        return typed;
    if (m_codes.isEmpty())
        fill();
    return m_codes.value(fold(typed), typed);
}

} // namespace kontor::exchange
