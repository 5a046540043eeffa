#include "search/expression.h"

#include "base/transliterate.h"
#include "search/document.h"

#include <algorithm>

namespace kontor::search {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kGram = 3;
constexpr qsizetype kWholeSound = 3; // a shorter sound must be the whole word

std::optional<QString> joined(const QStringList &parts, const QString &link) {
    if (parts.isEmpty())
        return std::nullopt;
    return parts.size() == 1 ? parts.first() : u"("_s + parts.join(link) + u")"_s;
}

QStringList wordsOf(const Query &query) {
    QStringList words;
    for (const Term &term : query.terms)
        words << term.words;
    return words;
}

// "anna.p" and "anna@volga" are pieces of an address: they stand for themselves, not for a name in another script.
bool isAddressPiece(const QString &word) {
    for (qsizetype i = 1; i + 1 < word.size(); ++i)
        if ((word[i] == u'.' || word[i] == u'@' || word[i] == u'_') && word[i - 1].isLetterOrNumber() &&
            word[i + 1].isLetterOrNumber())
            return true;
    return false;
}

QString spelledOtherwise(const QString &word) {
    const QString same = beginning(word).value_or(QString());
    if (scriptOf(word) == Script::Latin)
        return u"({name latin} : %1)"_s.arg(same);
    const std::optional<QString> latin = beginning(latinKey(word));
    return latin ? u"({name} : %1 OR {name company} : %2)"_s.arg(same, *latin) : u"({name} : %1)"_s.arg(same);
}

} // namespace

QString quoted(const QString &text) { return u'"' + QString(text).replace(u'"', "\"\""_L1) + u'"'; }

std::optional<QString> beginning(const QString &word) {
    const bool hasToken =
        std::any_of(word.begin(), word.end(), [](QChar letter) { return letter.isLetterOrNumber() || letter.isSurrogate(); });
    return hasToken ? std::optional(quoted(separateIdeographs(word).trimmed()) + u'*') : std::nullopt;
}

std::optional<QString> beginnings(const Query &query) {
    QStringList parts;
    for (const QString &word : wordsOf(query)) {
        const std::optional<QString> part = beginning(word);
        if (!part)
            return std::nullopt;
        parts << *part;
    }
    return joined(parts, u" AND "_s);
}

std::optional<QString> otherSpellings(const Query &query) {
    QStringList parts;
    for (const QString &word : wordsOf(query)) {
        if (!beginning(word) || isAddressPiece(word))
            return std::nullopt;
        parts << spelledOtherwise(word);
    }
    return joined(parts, u" AND "_s);
}

std::optional<QString> otherSounds(const Query &query) {
    QStringList parts;
    for (const QString &word : wordsOf(query)) {
        const QString sound = otherSoundOf(word);
        if (sound.isEmpty() || isAddressPiece(word))
            return std::nullopt;
        parts << (sound.size() - 1 >= kWholeSound ? quoted(sound) + u'*' : quoted(sound));
    }
    return joined(parts, u" AND "_s);
}

std::optional<QString> insides(const Query &query) {
    QStringList parts;
    for (const Term &term : query.terms) {
        QStringList words;
        for (const QString &word : term.words) {
            if (letterCount(word) >= kGram)
                words << u"{name company email tags rest} : "_s + quoted(word);
        }
        QStringList ways;
        const bool allWords = words.size() == term.words.size();
        if (const auto all = joined(words, u" AND "_s); all && (allWords || term.digitForms.isEmpty()))
            ways << *all;
        for (const QString &digits : term.digitForms) {
            if (digits.size() >= kGram)
                ways << u"{phone} : "_s + quoted(digits);
        }
        if (const auto way = joined(ways, u" OR "_s))
            parts << *way;
    }
    return joined(parts, u" AND "_s);
}

} // namespace kontor::search
