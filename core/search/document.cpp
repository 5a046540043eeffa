#include "search/document.h"

#include "base/fold.h"
#include "base/phone.h"
#include "base/transliterate.h"

#include <algorithm>

namespace kontor::search {

using namespace Qt::StringLiterals;

namespace {

bool isAscii(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar letter) { return letter.unicode() < 0x80; });
}

void addLine(QString &column, const QString &line) {
    if (line.isEmpty())
        return;
    if (!column.isEmpty())
        column += u'\n';
    column += line;
}

QString nameColumn(const CustomerText &text) {
    QString column = fold(text.name);
    for (const QString &part : {text.givenName, text.familyName}) {
        if (const QString folded = fold(part); !column.contains(folded))
            addLine(column, folded);
    }
    return column;
}

void addSpellings(QString &column, const QString &text, const QString &folded) {
    if (isAscii(text))
        return;
    for (const QString &key : latinKeys(text)) {
        if (key != folded)
            addLine(column, key);
    }
}

QString soundColumn(const QString &name) {
    QString column;
    for (const QStringView word : QStringView(name).tokenize(u' ', Qt::SkipEmptyParts)) {
        const Script script = scriptOf(word);
        if (script != Script::Arabic && script != Script::Latin)
            continue;
        if (const QString key = soundKey(word); key.size() > 1)
            addLine(column, (script == Script::Arabic ? u'a' : u'l') + key);
    }
    return column;
}

bool hasLetters(QStringView text) {
    return std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.isLetter(); });
}

void addPhone(QString &column, const PhoneText &phone, QStringView country) {
    const QString normalised = phone.normalised.isEmpty() ? parsePhone(phone.value, country).normalised : phone.normalised;
    const qsizetype extension = normalised.indexOf(u';');
    const QString digits = phoneDigits(extension < 0 ? QStringView(normalised) : QStringView(normalised).first(extension));
    const QString national = normalised.startsWith(u'+') ? nationalDigits(normalised) : QString();
    const QString typed = phoneDigits(phone.value);
    addLine(column, digits);
    if (!digits.contains(national))
        addLine(column, national);
    if (!digits.contains(typed) && !national.contains(typed))
        addLine(column, typed);
    if (hasLetters(phone.value)) // "ext. 12", "tel:": found as it was typed
        addLine(column, fold(phone.value));
}

bool isIdeograph(char32_t letter) {
    return (letter >= 0x3040 && letter <= 0x30FF) || (letter >= 0x3400 && letter <= 0x4DBF) ||
           (letter >= 0x4E00 && letter <= 0x9FFF) || (letter >= 0xAC00 && letter <= 0xD7A3) ||
           (letter >= 0xF900 && letter <= 0xFAFF) || (letter >= 0x20000 && letter <= 0x3FFFF);
}

} // namespace

Document makeDocument(const CustomerText &text, QStringView country) {
    Document document;
    document.id = text.id;
    document.name = nameColumn(text);
    document.company = fold(text.company);
    addSpellings(document.latin, text.name, document.name);
    addSpellings(document.latin, text.company, document.company);
    document.sound = soundColumn(document.name);
    for (const QString &email : text.emails)
        addLine(document.email, fold(email));
    for (const PhoneText &phone : text.phones)
        addPhone(document.phone, phone, country);
    for (const QString &tag : text.tags)
        addLine(document.tags, fold(tag));
    for (const FieldText &other : text.others)
        addLine(document.rest, fold(other.value));
    return document;
}

QString otherSoundOf(QStringView word) {
    const Script script = scriptOf(word);
    const qsizetype letters = std::count_if(word.begin(), word.end(), [](QChar letter) { return letter.isLetter(); });
    if (letters != word.size() || (script == Script::Latin && letters < 4) || (script == Script::Arabic && letters < 3))
        return {};
    const QString key = soundKey(word);
    if (key.size() < 2)
        return {};
    if (script == Script::Latin)
        return u'a' + key;
    return script == Script::Arabic ? u'l' + key : QString();
}

QString separateIdeographs(const QString &text) {
    const auto first = std::find_if(text.begin(), text.end(), [](QChar unit) { return unit.unicode() >= 0x3040; });
    if (first == text.end())
        return text;
    QString out = text.first(first - text.begin());
    for (qsizetype i = out.size(); i < text.size(); ++i) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size();
        const char32_t letter = isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1)) : char32_t(text.at(i).unicode());
        const QStringView unit = QStringView(text).sliced(i, isPair ? 2 : 1);
        i += isPair ? 1 : 0;
        if (!isIdeograph(letter)) {
            out += unit;
            continue;
        }
        if (!out.isEmpty() && !out.back().isSpace())
            out += u' ';
        out += unit;
        if (i + 1 < text.size())
            out += u' ';
    }
    return out;
}

QString closedLines(const QString &column) { return column.isEmpty() ? column : column + "\n\n"_L1; }

} // namespace kontor::search
