// Names as they are compared when duplicates are looked for: without case, accents, order of the words, script, titles and legal forms.
#pragma once

#include "base/transliterate.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace kontor::duplicates {

// A word in Latin letters in which the usual spellings of one name meet: Müller and Mueller, Иванов, Ivanov and Iwanow, Юлия and Julia.
QString plainKey(QStringView text);
// The plain word with one letter left out, for each of its letters; none where the word is too short for telling a slip from another word.
// Two words of which one has a slip of one letter have one of these in common, or one word is among those of the other.
QStringList withoutEachLetter(const QString &word);

struct ComparableName {
    QString folded;     // without spaces: what ideographs are compared by
    QStringList words;  // plain, in alphabetical order
    QStringList sounds; // without vowels, in alphabetical order: for Arabic script beside another one
    Script script = Script::Latin;

    bool isEmpty() const { return words.isEmpty(); }
    int letters() const;
    quint64 hash() const; // the same for all spellings and orders of one name
};

// `isOrganisation`: words such as GmbH and ООО do not count.
ComparableName comparableName(QStringView name, bool isOrganisation);

enum class Likeness {
    None,
    Partly,    // "A. Petrova" or "Petrova" beside "Anna Petrova"
    Contained, // all words of one, at least two, are in the other: "Anna Petrova", "Anna Maria Petrova"
    Typo,      // one letter of one long word
    Same
};
Likeness likeness(const ComparableName &a, const ComparableName &b);
// Of two names that are alike but for a slip: the words in which they differ.
std::pair<QString, QString> wordsWithSlip(const ComparableName &a, const ComparableName &b);

// A place or firm in one form each: equal, in whatever script.
struct ComparablePlace {
    QString plain;
    QString sound;
    Script script = Script::Latin;

    bool isEmpty() const { return plain.isEmpty(); }
    friend bool operator==(const ComparablePlace &a, const ComparablePlace &b);
};
ComparablePlace comparablePlace(QStringView text);

} // namespace kontor::duplicates
