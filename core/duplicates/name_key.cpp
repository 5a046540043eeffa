#include "duplicates/name_key.h"

#include "base/fold.h"
#include "base/legal_form.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace kontor::duplicates {

using namespace Qt::StringLiterals;

namespace {

constexpr int kShortestWordWithTypo = 5;
constexpr int kShortestNameWithTypo = 8; // letters

struct Spelling {
    QLatin1StringView from;
    QLatin1StringView to;
};

// In this order: longer ones first.
constexpr std::array kSpellings{Spelling{"tsch"_L1, "ch"_L1}, Spelling{"shch"_L1, "sh"_L1}, Spelling{"sch"_L1, "sh"_L1},
                                Spelling{"kh"_L1, "h"_L1},    Spelling{"ph"_L1, "f"_L1},    Spelling{"ck"_L1, "k"_L1},
                                Spelling{"ae"_L1, "a"_L1},    Spelling{"oe"_L1, "o"_L1},    Spelling{"ue"_L1, "u"_L1},
                                Spelling{"w"_L1, "v"_L1},     Spelling{"x"_L1, "ks"_L1},    Spelling{"y"_L1, "i"_L1},
                                Spelling{"j"_L1, "i"_L1}};

QString squeezed(const QString &text) {
    QString out;
    out.reserve(text.size());
    for (const QChar letter : text)
        if (out.isEmpty() || out.back() != letter || !letter.isLetter())
            out += letter;
    return out;
}

QString respelled(QString latin) {
    for (const Spelling &spelling : kSpellings)
        latin.replace(spelling.from, spelling.to);
    return squeezed(latin);
}

// Legal forms, and what companies put between and around their names.
bool saysNothing(const QString &word) {
    static const QSet<QString> others{u"and"_s, u"und"_s, u"och"_s, u"и"_s, u"company"_s, u"شرکت"_s, u"the"_s};
    return others.contains(word) || !legalFormOf(word).isEmpty();
}

const QSet<QString> &titles() {
    static const QSet<QString> words{u"dr"_s,   u"prof"_s,   u"mr"_s,   u"mrs"_s,  u"ms"_s,   u"miss"_s,
                                     u"herr"_s, u"frau"_s,   u"ing"_s,  u"dipl"_s, u"г-н"_s,  u"г-жа"_s,
                                     u"fru"_s,  u"доктор"_s, u"آقای"_s, u"خانم"_s, u"دکتر"_s, u"mag"_s};
    return words;
}

QStringList wordsOf(const QString &folded, bool isOrganisation) {
    QString spaced;
    for (const QChar letter : folded) {
        if (letter == u'\'' || letter == u'"')
            continue;
        spaced += letter.isLetterOrNumber() || letter.isMark() || letter.isSurrogate() ? letter : QChar(u' ');
    }
    const QStringList all = spaced.split(u' ', Qt::SkipEmptyParts);
    QStringList kept;
    for (const QString &word : all)
        if (isOrganisation ? !saysNothing(word) : !titles().contains(word))
            kept << word;
    return kept.isEmpty() || (!isOrganisation && kept.size() < 2) ? all : kept;
}

// 王小明 is a family name and a given one, which Latin writes as one word each.
QStringList latinWords(const QString &word, bool isOrganisation) {
    if (scriptOf(word) != Script::Ideographic)
        return {plainKey(word)};
    const QString latin = latinKey(word);
    const qsizetype family = latin.indexOf(u' ');
    if (isOrganisation || family < 0)
        return {plainKey(QString(latin).remove(u' '))};
    return {plainKey(latin.first(family)), plainKey(QString(latin.sliced(family + 1)).remove(u' '))};
}

bool hasDigit(const QString &word) {
    return std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isDigit(); });
}

// Martin and Martina, Viktor and Viktoria, Alexander and Alexandra are two people. A surname that is written without its ending, Ivanov for Ivanova, is not another one.
bool isOtherForm(QStringView shorter, QStringView longer) {
    if (longer.startsWith(shorter) && longer.sliced(shorter.size()) == u"ia")
        return true;
    if (longer.size() == shorter.size() + 1)
        return longer.startsWith(shorter) && (longer.back() == u'a' || longer.back() == u'e') && !longer.endsWith(u"ova") &&
               !longer.endsWith(u"eva");
    return shorter.size() == longer.size() &&
           ((shorter.endsWith(u"er") && longer.endsWith(u"ra")) || (shorter.endsWith(u"ra") && longer.endsWith(u"er")) ||
            (shorter.back() != longer.back() && shorter.chopped(1) == longer.chopped(1)));
}

// What one letter of another script is in Latin letters: a slip takes or gives both.
constexpr std::array kDoubleLetters{"sh"_L1, "ch"_L1, "zh"_L1, "ts"_L1, "ia"_L1, "iu"_L1};

qsizetype sizeOfLetter(QStringView text) {
    const bool isDouble = std::any_of(kDoubleLetters.begin(), kDoubleLetters.end(),
                                      [&text](QLatin1StringView letters) { return text.startsWith(letters); });
    return isDouble ? 2 : 1;
}

// Two letters that come to stand side by side may be one spelling of another letter, or one letter twice.
QString without(QStringView word, qsizetype at, qsizetype size) {
    const QString rest = word.toString().remove(at, size);
    const bool isMiddle = at > 0 && at < rest.size();
    return isMiddle && (rest.at(at) == rest.at(at - 1) || u"echk"_s.contains(rest.at(at))) ? respelled(rest) : rest;
}

bool isWithoutOneLetter(QStringView longer, QStringView shorter) {
    for (qsizetype at = 0; at < longer.size(); ++at)
        for (qsizetype size = sizeOfLetter(longer.sliced(at)); size > 0; --size)
            if (without(longer, at, size) == shorter)
                return true;
    return false;
}

qsizetype firstDifference(QStringView a, QStringView b) {
    return std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
}

bool hasAnotherLetter(QStringView a, QStringView b) {
    const qsizetype at = firstDifference(a, b);
    if (at == a.size() || at == b.size())
        return false;
    const QStringView mine = a.sliced(at), theirs = b.sliced(at);
    return mine.sliced(1) == theirs.sliced(1) || mine.sliced(sizeOfLetter(mine)) == theirs.sliced(sizeOfLetter(theirs));
}

bool isWithTwoLettersExchanged(QStringView word, QStringView other) {
    const qsizetype at = firstDifference(word, other);
    const QStringView rest = word.sliced(at);
    const qsizetype first = rest.isEmpty() ? 0 : sizeOfLetter(rest);
    if (first == rest.size())
        return false;
    const qsizetype second = sizeOfLetter(rest.sliced(first));
    QString exchanged = word.first(at).toString();
    exchanged += rest.sliced(first, second);
    exchanged += rest.first(first);
    exchanged += rest.sliced(first + second);
    return respelled(exchanged) == other;
}

// How many letters a slip of one letter makes more or fewer at most: a double letter, and a neighbour that is then spelled with another one.
constexpr qsizetype kMostLost = 3;

bool differsByOneLetter(QStringView a, QStringView b) {
    if (qAbs(a.size() - b.size()) > kMostLost)
        return false;
    return hasAnotherLetter(a, b) || isWithoutOneLetter(a, b) || isWithoutOneLetter(b, a) || isWithTwoLettersExchanged(a, b) ||
           isWithTwoLettersExchanged(b, a);
}

bool mayHaveSlip(const QString &word) { return word.size() >= kShortestWordWithTypo - 1 && !hasDigit(word); }

bool isTypo(const QString &a, const QString &b) {
    if (!mayHaveSlip(a) || !mayHaveSlip(b) || qMax(a.size(), b.size()) < kShortestWordWithTypo)
        return false;
    const bool isLonger = b.size() >= a.size();
    return differsByOneLetter(a, b) && !isOtherForm(isLonger ? a : b, isLonger ? b : a);
}

bool isInitialOf(const QString &letter, const QString &word) {
    return letter.size() == sizeOfLetter(letter) && word.startsWith(letter);
}
bool isInitial(const QString &a, const QString &b) { return isInitialOf(a, b) || isInitialOf(b, a); }

// Takes out of `left` the first word that agrees.
template <class Agrees>
bool take(QStringList &left, const QString &word, Agrees agrees) {
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (!agrees(word, left.at(i)))
            continue;
        left.removeAt(i);
        return true;
    }
    return false;
}

template <class Agrees>
int takeAll(QStringList &words, QStringList &left, Agrees agrees) {
    QStringList rest;
    for (const QString &word : std::as_const(words))
        if (!take(left, word, agrees))
            rest << word;
    const int taken = int(words.size() - rest.size());
    words = rest;
    return taken;
}

Likeness likenessOfWords(const ComparableName &a, const ComparableName &b) {
    const bool isFewer = a.words.size() <= b.words.size();
    QStringList words = isFewer ? a.words : b.words;
    QStringList left = isFewer ? b.words : a.words;
    const int equal = takeAll(words, left, [](const QString &x, const QString &y) { return x == y; });
    if (words.isEmpty() && left.isEmpty())
        return Likeness::Same;
    if (words.isEmpty())
        return equal >= 2 ? Likeness::Contained : Likeness::Partly;
    if (words.size() == 1 && left.size() == 1 && isTypo(words.first(), left.first()))
        return qMin(a.letters(), b.letters()) >= kShortestNameWithTypo ? Likeness::Typo : Likeness::None;
    if (a.words.join(QString()) == b.words.join(QString()))
        return Likeness::Same;
    takeAll(words, left, isInitial);
    return words.isEmpty() && equal > 0 ? Likeness::Partly : Likeness::None;
}

} // namespace

QString plainKey(QStringView text) { return respelled(latinKey(text)); }

QStringList withoutEachLetter(const QString &word) {
    QStringList shorter;
    if (!mayHaveSlip(word))
        return shorter;
    for (qsizetype at = 0; at < word.size(); ++at)
        for (qsizetype size = sizeOfLetter(QStringView(word).sliced(at)); size > 0; --size)
            shorter << without(word, at, size);
    shorter.removeDuplicates();
    return shorter;
}

std::pair<QString, QString> wordsWithSlip(const ComparableName &a, const ComparableName &b) {
    QStringList mine = a.words, theirs = b.words;
    takeAll(mine, theirs, [](const QString &x, const QString &y) { return x == y; });
    return {mine.value(0), theirs.value(0)};
}

int ComparableName::letters() const {
    int count = 0;
    for (const QString &word : words)
        count += int(word.size());
    return count;
}

quint64 ComparableName::hash() const {
    return script == Script::Ideographic ? qHash(folded, size_t(1)) : qHash(words.join(u' '), size_t(1));
}

ComparableName comparableName(QStringView name, bool isOrganisation) {
    ComparableName comparable;
    const QString folded = fold(name);
    comparable.script = scriptOf(folded);
    const QStringList words = wordsOf(folded, isOrganisation);
    comparable.folded = words.join(QString());
    for (const QString &word : words) {
        for (const QString &latin : latinWords(word, isOrganisation))
            if (!latin.isEmpty())
                comparable.words << latin;
        if (const QString sound = soundKey(scriptOf(word) == Script::Arabic ? word : latinKey(word)); !sound.isEmpty())
            comparable.sounds << sound;
    }
    std::sort(comparable.words.begin(), comparable.words.end());
    std::sort(comparable.sounds.begin(), comparable.sounds.end());
    return comparable;
}

Likeness likeness(const ComparableName &a, const ComparableName &b) {
    if (a.isEmpty() || b.isEmpty())
        return Likeness::None;
    if (a.script == Script::Ideographic && b.script == Script::Ideographic)
        return a.folded == b.folded ? Likeness::Same : Likeness::None;
    if (a.script != b.script && (a.script == Script::Arabic || b.script == Script::Arabic))
        return a.sounds.size() >= 2 && a.sounds == b.sounds ? Likeness::Same : Likeness::None;
    return likenessOfWords(a, b);
}

bool operator==(const ComparablePlace &a, const ComparablePlace &b) {
    if (a.script != b.script && (a.script == Script::Arabic || b.script == Script::Arabic))
        return !a.sound.isEmpty() && a.sound == b.sound;
    return a.plain == b.plain;
}

ComparablePlace comparablePlace(QStringView text) {
    const QString folded = fold(text);
    ComparablePlace place;
    place.script = scriptOf(folded);
    const QString together = wordsOf(folded, true).join(QString());
    const QString latin = latinKey(together).remove(u' ');
    place.plain = plainKey(latin);
    place.sound = soundKey(place.script == Script::Arabic ? together : latin);
    return place;
}

} // namespace kontor::duplicates
