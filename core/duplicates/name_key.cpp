#include "duplicates/name_key.h"

#include "base/fold.h"

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

const QSet<QString> &legalForms() {
    static const QSet<QString> forms{u"gmbh"_s, u"ag"_s,   u"ab"_s,  u"ltd"_s, u"limited"_s, u"llc"_s,  u"inc"_s,
                                     u"co"_s,   u"corp"_s, u"kg"_s,  u"ohg"_s, u"ug"_s,      u"ev"_s,   u"plc"_s,
                                     u"as"_s,   u"oy"_s,   u"sa"_s,  u"srl"_s, u"bv"_s,      u"mbh"_s,  u"hb"_s,
                                     u"cyf"_s,  u"and"_s,  u"und"_s, u"och"_s, u"ооо"_s,     u"оао"_s,  u"зао"_s,
                                     u"пао"_s,  u"ао"_s,   u"ип"_s,  u"и"_s,   u"company"_s, u"شرکت"_s, u"the"_s};
    return forms;
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
    const QSet<QString> &without = isOrganisation ? legalForms() : titles();
    QStringList kept;
    for (const QString &word : all)
        if (!without.contains(word))
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

// Martin and Martina, Alexander and Alexandra are two people. A surname that is written without its ending, Ivanov for Ivanova, is not another one.
bool isOtherForm(QStringView shorter, QStringView longer) {
    if (longer.size() == shorter.size() + 1)
        return longer.startsWith(shorter) && (longer.back() == u'a' || longer.back() == u'e') && !longer.endsWith(u"ova") &&
               !longer.endsWith(u"eva");
    return shorter.size() == longer.size() &&
           ((shorter.endsWith(u"er") && longer.endsWith(u"ra")) || (shorter.endsWith(u"ra") && longer.endsWith(u"er")) ||
            (shorter.back() != longer.back() && shorter.chopped(1) == longer.chopped(1)));
}

// One letter more, less, other, or two exchanged.
bool differsByOneLetter(QStringView a, QStringView b) {
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    qsizetype at = 0;
    while (at < a.size() && a.at(at) == b.at(at))
        ++at;
    if (a.size() < b.size())
        return a.sliced(at) == b.sliced(at + 1);
    if (at == a.size())
        return false;
    if (a.sliced(at + 1) == b.sliced(at + 1))
        return true;
    return at + 1 < a.size() && a.at(at) == b.at(at + 1) && a.at(at + 1) == b.at(at) && a.sliced(at + 2) == b.sliced(at + 2);
}

bool isTypo(const QString &a, const QString &b) {
    if (qMin(a.size(), b.size()) < kShortestWordWithTypo - 1 || qMax(a.size(), b.size()) < kShortestWordWithTypo || hasDigit(a) ||
        hasDigit(b))
        return false;
    const bool isLonger = b.size() >= a.size();
    return differsByOneLetter(a, b) && !isOtherForm(isLonger ? a : b, isLonger ? b : a);
}

bool isInitial(const QString &a, const QString &b) { return (a.size() == 1 || b.size() == 1) && a.front() == b.front(); }

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

QString plainKey(QStringView text) {
    QString key = latinKey(text);
    for (const Spelling &spelling : kSpellings)
        key.replace(spelling.from, spelling.to);
    return squeezed(key);
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
