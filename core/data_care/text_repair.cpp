#include "data_care/text_repair.h"

#include "base/legal_form.h"

#include <QSet>
#include <QStringList>

namespace kontor::data_care {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFewestLetters = 3;   // fewer are initials
constexpr int kAbbreviation = 3;    // a word of a company's name of so many letters may be one
constexpr int kSureLetters = 5;     // a company's name of one such word is no abbreviation

bool isStrayMark(QChar letter) {
    const char16_t code = letter.unicode();
    const bool isEmbedding = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return isEmbedding || code == 0x200B || code == 0x2060 || code == 0xFEFF || code == 0x00AD;
}

// How a text is written: only capitals, only small letters, or as one writes.
enum class Written { Mixed, Upper, Lower };

Written writtenHow(const QString &text) {
    int upper = 0, lower = 0;
    for (const QChar letter : text) {
        upper += letter.isUpper();
        lower += letter.isLower();
    }
    if (upper + lower < kFewestLetters || (upper > 0 && lower > 0))
        return Written::Mixed;
    return upper > 0 ? Written::Upper : Written::Lower;
}

bool isParticle(const QString &lower) {
    static const QSet<QString> particles{u"von"_s, u"van"_s, u"der"_s, u"den"_s, u"de"_s,  u"da"_s,  u"das"_s, u"do"_s,
                                         u"dos"_s, u"di"_s,  u"du"_s,  u"la"_s,  u"le"_s,  u"af"_s,  u"av"_s,  u"zu"_s,
                                         u"zur"_s, u"zum"_s, u"ap"_s,  u"und"_s, u"och"_s, u"and"_s, u"of"_s,  u"the"_s,
                                         u"y"_s,   u"и"_s,   u"am"_s,  u"im"_s,  u"an"_s,  u"a"_s,   u"auf"_s};
    return particles.contains(lower);
}

// The first letter, and the one after a hyphen, an apostrophe behind one letter, a bracket or a dot: "O'Brien-Smith".
QString capitalised(const QString &lower) {
    QString text = lower;
    bool isStart = true;
    int since = 0; // letters since the last start
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text.at(i);
        if (letter.isLetter()) {
            if (isStart)
                text[i] = letter.toUpper();
            isStart = false;
            ++since;
        } else if (!letter.isMark()) {
            const bool isApostrophe = letter == u'\'' || letter == u'’';
            isStart = !letter.isDigit() && (!isApostrophe || since == 1);
            since = 0;
        }
    }
    if (text.size() > 3 && text.startsWith("Mc"_L1))
        text[2] = text.at(2).toUpper();
    return text;
}

QString wordOf(const QString &word, CasedAs as, Written written, bool isFirst) {
    const QString lower = word.toLower();
    // Firms stand among the persons too.
    if (as == CasedAs::CompanyName || (as == CasedAs::PersonName && isLegalFormAlone(lower))) {
        if (const QString form = legalFormOf(lower); !form.isEmpty())
            return form;
    }
    if (as == CasedAs::CompanyName && written == Written::Upper && word.size() <= kAbbreviation && !isParticle(lower))
        return word;
    return !isFirst && isParticle(lower) ? lower : capitalised(lower);
}

bool isCertain(const QStringList &words, CasedAs as, Written written) {
    if (as != CasedAs::CompanyName)
        return as == CasedAs::PersonName ? words.size() > 1 || words.first().size() > kAbbreviation : written == Written::Upper;
    const bool isLongWord =
        std::any_of(words.begin(), words.end(), [](const QString &word) { return word.size() >= kSureLetters; });
    return written == Written::Upper && words.size() > 1 && isLongWord;
}

} // namespace

QString withoutStraySpaces(const QString &text) {
    QString plain = text;
    plain.removeIf(isStrayMark);
    return plain.simplified();
}

std::optional<Casing> properCasing(const QString &text, CasedAs as) {
    const Written written = writtenHow(text);
    if (written == Written::Mixed || text.contains(u'@') || text.contains("://"_L1))
        return std::nullopt;
    QStringList words = text.split(u' ');
    const bool isCertainly = isCertain(text.split(u' ', Qt::SkipEmptyParts), as, written);
    bool isFirst = true;
    for (QString &word : words) {
        if (word.isEmpty())
            continue;
        word = wordOf(word, as, written, isFirst);
        isFirst = false;
    }
    const QString proper = words.join(u' ');
    if (proper == text)
        return std::nullopt;
    return Casing{proper, isCertainly};
}

} // namespace kontor::data_care
