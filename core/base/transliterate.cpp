#include "base/transliterate.h"

#include "base/fold.h"

#include <QHash>
#include <QList>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>

namespace kontor {

namespace {

using LetterTable = std::array<const char16_t *, 0x130>;

// Cyrillic from U+0400, folded letters only.
const char16_t *cyrillicLetter(char16_t letter) {
    static constexpr auto table = [] {
        LetterTable t{};
        constexpr std::array russian{u"a",  u"b",  u"v",  u"g",    u"d", u"e", u"zh", u"z", u"i",  u"y", u"k",
                                     u"l",  u"m",  u"n",  u"o",    u"p", u"r", u"s",  u"t", u"u",  u"f", u"kh",
                                     u"ts", u"ch", u"sh", u"shch", u"",  u"y", u"",   u"e", u"yu", u"ya"};
        for (size_t i = 0; i < russian.size(); ++i)
            t[0x30 + i] = russian[i];
        t[0x52] = u"dj", t[0x54] = u"ye", t[0x55] = u"z", t[0x56] = u"i", t[0x58] = u"j", t[0x59] = u"lj", t[0x5A] = u"nj",
        t[0x5B] = u"c";
        t[0x5E] = u"u", t[0x5F] = u"dz", t[0x91] = u"g", t[0x93] = u"g", t[0x97] = u"zh", t[0x99] = u"z", t[0x9B] = u"q",
        t[0x9D] = u"k";
        t[0xA1] = u"q", t[0xA3] = u"n", t[0xA5] = u"ng", t[0xAB] = u"s", t[0xAF] = u"u", t[0xB1] = u"u", t[0xB3] = u"kh",
        t[0xB7] = u"ch";
        t[0xB9] = u"ch", t[0xBB] = u"h", t[0xCA] = u"y", t[0xD9] = u"a", t[0xE9] = u"o";
        return t;
    }();
    return letter >= 0x0400 && letter < 0x0530 ? table[size_t(letter - 0x0400)] : nullptr;
}

// Persian and Arabic, folded letters only.
const char16_t *arabicLetter(char16_t letter) {
    switch (letter) {
    case 0x0621:
    case 0x0639: return u"";
    case 0x0627: return u"a";
    case 0x0628: return u"b";
    case 0x067E: return u"p";
    case 0x062A:
    case 0x0637: return u"t";
    case 0x062B:
    case 0x0633:
    case 0x0635: return u"s";
    case 0x062C: return u"j";
    case 0x0686: return u"ch";
    case 0x062D:
    case 0x0647: return u"h";
    case 0x062E: return u"kh";
    case 0x062F: return u"d";
    case 0x0630:
    case 0x0632:
    case 0x0636:
    case 0x0638: return u"z";
    case 0x0631: return u"r";
    case 0x0698: return u"zh";
    case 0x0634: return u"sh";
    case 0x063A:
    case 0x0642: return u"gh";
    case 0x0641: return u"f";
    case 0x06A9: return u"k";
    case 0x06AF: return u"g";
    case 0x0644: return u"l";
    case 0x0645: return u"m";
    case 0x0646: return u"n";
    case 0x0648: return u"v";
    case 0x06CC: return u"i";
    default: return nullptr;
    }
}

bool isIdeograph(char32_t letter) {
    return (letter >= 0x4E00 && letter <= 0x9FFF) || (letter >= 0x3400 && letter <= 0x4DBF) ||
           (letter >= 0xF900 && letter <= 0xFAFF) || (letter >= 0x20000 && letter <= 0x3FFFF);
}

// ICU's transliterator of this thread; it costs milliseconds to make and about 50 us a call, so ideographs are remembered one by one.
class OtherScripts {
public:
    OtherScripts() {
        UErrorCode status = U_ZERO_ERROR;
        m_rules.reset(icu::Transliterator::createInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower",
                                                          UTRANS_FORWARD, status));
        if (U_FAILURE(status))
            m_rules.reset(); // data without these rules: such text keeps its own script
    }

    QString run(QStringView text) const {
        if (!m_rules)
            return text.toString();
        icu::UnicodeString latin(reinterpret_cast<const UChar *>(text.utf16()), int(text.size()));
        m_rules->transliterate(latin);
        return fold(QStringView(reinterpret_cast<const char16_t *>(latin.getBuffer()), latin.length()));
    }

    const QString &ideograph(char32_t letter) {
        auto known = m_ideographs.find(letter);
        if (known == m_ideographs.end())
            known = m_ideographs.insert(letter, run(QStringView(QChar::fromUcs4(letter))));
        return *known;
    }

private:
    std::unique_ptr<icu::Transliterator> m_rules;
    QHash<char32_t, QString> m_ideographs;
};

OtherScripts &otherScripts() {
    thread_local OtherScripts scripts;
    return scripts;
}

bool isOther(char16_t letter) {
    return letter > 0x7F && !cyrillicLetter(letter) && !arabicLetter(letter) && !isIdeograph(letter);
}

char32_t codePointAt(QStringView text, qsizetype at) {
    if (text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(text.at(at), text.at(at + 1));
    return text.at(at).unicode();
}

void appendSpaced(QString &out, const QString &word) {
    if (!out.isEmpty() && out.back().isLetter())
        out += u' ';
    out += word;
}

QString latinOfFolded(const QString &folded) {
    QString out;
    out.reserve(folded.size() * 2);
    bool afterIdeograph = false;
    for (qsizetype i = 0; i < folded.size();) {
        const char16_t letter = folded.at(i).unicode();
        const char32_t point = codePointAt(folded, i);
        if (isIdeograph(point)) {
            appendSpaced(out, otherScripts().ideograph(point));
            afterIdeograph = true;
            i += point > 0xFFFF ? 2 : 1;
            continue;
        }
        if (afterIdeograph && folded.at(i).isLetterOrNumber())
            out += u' ';
        afterIdeograph = false;
        if (letter <= 0x7F) {
            out += QChar(letter);
            ++i;
        } else if (const char16_t *latin = cyrillicLetter(letter)) {
            out += QStringView(latin);
            ++i;
        } else if (const char16_t *written = arabicLetter(letter)) {
            out += QStringView(written);
            ++i;
        } else {
            const qsizetype start = i;
            while (i < folded.size() && isOther(folded.at(i).unicode()) && !isIdeograph(codePointAt(folded, i)))
                i += codePointAt(folded, i) > 0xFFFF ? 2 : 1;
            out += otherScripts().run(QStringView(folded).sliced(start, i - start));
        }
    }
    return out;
}

bool isAscii(QStringView text) {
    for (const QChar letter : text) {
        if (letter.unicode() > 0x7F)
            return false;
    }
    return true;
}

// ä ö ü å ø æ as German and Danish write them without the keys.
QString umlautKey(QStringView text) {
    QString spelled;
    bool any = false;
    for (const QChar letter : text) {
        switch (letter.toLower().unicode()) {
        case 0x00E4: spelled += QLatin1String("ae"), any = true; break;
        case 0x00F6:
        case 0x00F8: spelled += QLatin1String("oe"), any = true; break;
        case 0x00FC: spelled += QLatin1String("ue"), any = true; break;
        case 0x00E5: spelled += QLatin1String("aa"), any = true; break;
        default: spelled += letter;
        }
    }
    return any ? fold(spelled) : QString();
}

// The short spelling of Russian names: Dostoevsky, Haritonov, Schukin.
QString shortCyrillicKey(QString latin) {
    latin.replace(QLatin1String("shch"), QLatin1String("sch")).replace(QLatin1String("kh"), QLatin1String("h"));
    QStringList words = latin.split(u' ');
    for (QString &word : words) {
        if (word.endsWith(QLatin1String("iy")) || word.endsWith(QLatin1String("yy")))
            word.replace(word.size() - 2, 2, QStringLiteral("y"));
    }
    return words.join(u' ');
}

// 王小明: the given name is written as one word, or all of it is.
QStringList joinedIdeographKeys(const QString &folded, const QString &latin) {
    const bool onlyIdeographs = std::all_of(folded.cbegin(), folded.cend(), [](QChar c) { return isIdeograph(c.unicode()); });
    const qsizetype family = latin.indexOf(u' ');
    if (!onlyIdeographs || family < 0)
        return {};
    QString given = latin.sliced(family + 1);
    given.remove(u' ');
    const QString surname = latin.first(family);
    return {surname + u' ' + given, surname + given, given + u' ' + surname};
}

char16_t arabicSound(char16_t letter) {
    switch (letter) {
    case 0x0621:
    case 0x0627:
    case 0x0639:
    case 0x0648:
    case 0x06CC: return 0;
    case 0x0634: return u'w';
    case 0x0686: return u'v';
    case 0x062E: return u'x';
    case 0x063A:
    case 0x0642: return u'q';
    case 0x0698: return u'j';
    default: {
        const char16_t *written = arabicLetter(letter);
        return written ? written[0] : 0;
    }
    }
}

char16_t latinSound(QStringView word, qsizetype &at) {
    const char16_t letter = word.at(at).unicode();
    if (at + 1 < word.size() && word.at(at + 1) == u'h') {
        char16_t pair = 0;
        switch (letter) {
        case u's': pair = u'w'; break;
        case u'c': pair = u'v'; break;
        case u'k': pair = u'x'; break;
        case u'g': pair = u'q'; break;
        case u'z': pair = u'j'; break;
        default: break;
        }
        if (pair != 0) {
            ++at;
            return pair;
        }
    }
    switch (letter) {
    case u'a':
    case u'e':
    case u'i':
    case u'o':
    case u'u':
    case u'y':
    case u'v':
    case u'w': return 0;
    case u'c': return u'k';
    case u'q': return u'q';
    default: return letter >= u'a' && letter <= u'z' ? letter : u'\0';
    }
}

QString soundOfWord(QStringView word) {
    QString key;
    const char16_t first = word.front().unicode();
    const bool vowelFirst = first == 0x0627 || first == 0x0639 || QStringView(u"aeiou").contains(QChar(first));
    if (vowelFirst)
        key += u'a';
    QChar last;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const char16_t letter = word.at(i).unicode();
        const char16_t sound = letter <= 0x7F ? latinSound(word, i) : arabicSound(letter);
        if (sound != 0 && QChar(sound) != last)
            key += QChar(sound);
        last = QChar(sound);
    }
    if (key.size() > 1 && key.endsWith(u'h'))
        key.chop(1); // the silent final he: fateme, fatemeh
    return key;
}

} // namespace

QString latinKey(QStringView text) {
    const QString folded = fold(text);
    return isAscii(folded) ? folded : latinOfFolded(folded);
}

QStringList latinKeys(QStringView text) {
    const QString folded = fold(text);
    if (isAscii(folded)) {
        const QString spelled = isAscii(text) ? QString() : umlautKey(text);
        return spelled.isEmpty() || spelled == folded ? QStringList{folded} : QStringList{folded, spelled};
    }
    QStringList keys{latinOfFolded(folded)};
    if (scriptOf(folded) == Script::Cyrillic)
        keys << shortCyrillicKey(keys.first());
    keys << joinedIdeographKeys(folded, keys.first());
    keys.removeDuplicates();
    return keys;
}

QString soundKey(QStringView text) {
    const QString folded = fold(text);
    QStringList words;
    const QStringList parts = folded.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (const QString key = soundOfWord(part); key.size() > 1)
            words << key;
    }
    return words.join(u' ');
}

Script scriptOf(QStringView text) {
    std::array<int, 5> counts{};
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char32_t letter = codePointAt(text, i);
        if (letter > 0xFFFF)
            ++i;
        if (!QChar::isLetter(letter))
            continue;
        Script script = Script::Other;
        if (letter < 0x0250 || (letter >= 0x1E00 && letter < 0x1F00))
            script = Script::Latin;
        else if (letter >= 0x0400 && letter < 0x0530)
            script = Script::Cyrillic;
        else if (letter >= 0x0600 && letter < 0x0780)
            script = Script::Arabic;
        else if (isIdeograph(letter))
            script = Script::Ideographic;
        ++counts[size_t(script)];
    }
    return Script(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

} // namespace kontor
