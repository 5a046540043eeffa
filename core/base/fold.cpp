#include "base/fold.h"

#include <QChar>
#include <QList>

#include <array>

namespace kontor {

namespace {

constexpr char32_t kBreve = 0x0306;
constexpr char16_t kTableSize = 0x0700; // Latin, Greek, Cyrillic, Hebrew, Arabic

bool isCyrillic(char32_t letter) { return letter >= 0x0400 && letter < 0x0530; }

// Marks that a person may or may not type. Not those that make another letter (Indic, Thai, kana).
bool isLooseMark(char32_t mark) {
    return (mark >= 0x0300 && mark <= 0x036F) ||
           (mark >= 0x0591 && mark <= 0x05C7 && mark != 0x05BE && mark != 0x05C0 && mark != 0x05C3 && mark != 0x05C6) ||
           (mark >= 0x0610 && mark <= 0x061A) || (mark >= 0x064B && mark <= 0x065F) || mark == 0x0670 ||
           (mark >= 0x06D6 && mark <= 0x06DC) || (mark >= 0x06DF && mark <= 0x06E8 && mark != 0x06E5 && mark != 0x06E6) ||
           (mark >= 0x06EA && mark <= 0x06ED) || (mark >= 0x1AB0 && mark <= 0x1AFF) || (mark >= 0x1DC0 && mark <= 0x1DFF) ||
           (mark >= 0x20D0 && mark <= 0x20FF) || (mark >= 0xFE20 && mark <= 0xFE2F);
}

// Accents that stand alone: normalising would make a space of them.
bool isSpacingAccent(char32_t letter) {
    return letter == 0x00A8 || letter == 0x00AF || letter == 0x00B8 || (letter >= 0x02D8 && letter <= 0x02DD) ||
           letter == 0x037A || letter == 0x0384 || letter == 0x0385;
}

bool isInvisible(char32_t letter) {
    return letter == 0x00AD || letter == 0x0640 || letter == 0x061C || (letter >= 0x200B && letter <= 0x200F) ||
           (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2060 && letter <= 0x206F) || letter == 0xFEFF ||
           (letter >= 0xFE00 && letter <= 0xFE0F) || (letter >= 0xE0100 && letter <= 0xE01EF);
}

// What normalising leaves apart and people do not. Empty: no such rule.
QStringView equivalent(char32_t letter) {
    switch (letter) {
    case 0x00DF: return u"ss";
    case 0x00E6: return u"ae";
    case 0x00F0:
    case 0x0111:
    case 0x0256: return u"d";
    case 0x00F8: return u"o";
    case 0x00FE: return u"th";
    case 0x0127: return u"h";
    case 0x0130:
    case 0x0131: return u"i";
    case 0x0138: return u"k";
    case 0x0142: return u"l";
    case 0x014B: return u"ng";
    case 0x0153: return u"oe";
    case 0x0167: return u"t";
    case 0x0643:
    case 0x06AA: return u"\u06A9"; // kaf
    case 0x0649:
    case 0x064A:
    case 0x06CC:
    case 0x06D2: return u"\u06CC"; // ye
    case 0x0629:
    case 0x06BE:
    case 0x06C1:
    case 0x06C3:
    case 0x06D5: return u"\u0647"; // he
    case 0x0671: return u"\u0627";
    case 0x0060:
    case 0x00B4:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BE:
    case 0x02BF:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032: return u"'";
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033: return u"\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return u"-";
    default: return {};
    }
}

void appendLetter(QString &out, char32_t letter) {
    const int digit = QChar::digitValue(letter);
    if (digit >= 0 && QChar::category(letter) == QChar::Number_DecimalDigit) {
        out += QChar(u'0' + digit);
    } else if (const QStringView other = equivalent(letter); !other.isEmpty()) {
        out += other;
    } else if (QChar::isSpace(letter)) {
        if (!out.isEmpty() && out.back() != u' ')
            out += u' ';
    } else {
        out += QStringView(QChar::fromUcs4(letter));
    }
}

// The canonical parts of one letter without its loose marks.
void appendWithoutMarks(QString &out, char32_t letter) {
    if (!equivalent(letter).isEmpty()) {
        appendLetter(out, letter);
        return;
    }
    const QString parts = letter >= 0xAC00 && letter <= 0xD7A3 ? QString() : QChar::decomposition(letter);
    const auto tag = QChar::decompositionTag(letter);
    if (parts.isEmpty() || tag != QChar::Canonical) {
        if (!isLooseMark(letter))
            appendLetter(out, letter);
        return;
    }
    const QList<uint> pieces = parts.toUcs4();
    const bool ownLetter =
        (pieces.size() == 2 && pieces.at(1) == kBreve && isCyrillic(pieces.at(0))) || !isLooseMark(pieces.last());
    if (ownLetter) {
        appendLetter(out, letter);
        return;
    }
    for (const uint piece : pieces)
        appendWithoutMarks(out, piece);
}

QString beforeNormalising(QStringView text) {
    QString plain;
    plain.reserve(text.size());
    for (const uint letter : text.toUcs4()) {
        if (isInvisible(letter) || isSpacingAccent(letter))
            continue;
        if (const QStringView other = equivalent(letter); !other.isEmpty() && letter < 0x2100)
            plain += other; // NFKC would make a space and an accent of some quotes
        else
            plain += QStringView(QChar::fromUcs4(letter));
    }
    return plain;
}

QString foldSlowly(QStringView text) {
    const QString normal = beforeNormalising(text)
                               .normalized(QString::NormalizationForm_KC)
                               .toCaseFolded()
                               .normalized(QString::NormalizationForm_KC);
    QString out;
    out.reserve(normal.size());
    for (const uint letter : normal.toUcs4()) {
        if (!isInvisible(letter))
            appendWithoutMarks(out, letter);
    }
    if (out.endsWith(u' '))
        out.chop(1);
    return out;
}

struct Entry {
    std::array<char16_t, 3> letters{};
    qint8 count = -1; // -1: not in the table
};

using Table = std::array<Entry, kTableSize>;

Table makeTable() {
    Table table;
    for (char16_t letter = 0; letter < kTableSize; ++letter) {
        // A loose accent may compose with the letter before it; what folds to a space has rules of its own.
        if ((letter >= 0x0300 && letter <= 0x036F) || QChar::isSpace(letter))
            continue;
        const QString folded = foldSlowly(QStringView(&letter, 1));
        if (folded.size() > 3 || folded.contains(u' '))
            continue;
        Entry &entry = table[letter];
        entry.count = qint8(folded.size());
        for (qsizetype i = 0; i < folded.size(); ++i)
            entry.letters[size_t(i)] = folded.at(i).unicode();
    }
    return table;
}

bool isPlainIdeograph(char16_t letter) { return letter >= 0x4E00 && letter <= 0x9FFF; }
bool isPlainSpace(char16_t letter) { return letter == u' ' || (letter >= u'\t' && letter <= u'\r') || letter == 0x00A0; }

// False: a letter needs the long way.
bool foldByTable(QStringView text, QString &out) {
    static const Table table = makeTable();
    out.resize(text.size() * 3);
    QChar *begin = out.data();
    QChar *write = begin;
    for (const QChar character : text) {
        const char16_t letter = character.unicode();
        if (isPlainSpace(letter)) {
            if (write != begin && write[-1] != u' ')
                *write++ = u' ';
        } else if (letter < kTableSize && table[letter].count >= 0) {
            const Entry &entry = table[letter];
            for (int i = 0; i < entry.count; ++i)
                *write++ = entry.letters[size_t(i)];
        } else if (isPlainIdeograph(letter)) {
            *write++ = character;
        } else if (letter != 0x200C) { // the Persian non-joiner, the one invisible sign that names really have
            return false;
        }
    }
    if (write != begin && write[-1] == u' ')
        --write;
    out.resize(write - begin);
    return true;
}

} // namespace

QString fold(QStringView text) {
    QString out;
    if (foldByTable(text, out))
        return out;
    return foldSlowly(text);
}

QString asciiDigits(QStringView text) {
    QString out = text.toString();
    for (QChar &character : out) {
        if (character.unicode() > 0x7F && character.category() == QChar::Number_DecimalDigit)
            character = QChar(u'0' + character.digitValue());
    }
    return out;
}

} // namespace kontor
