// The searchable text of one customer: as it was typed (CustomerText), and folded into columns (Document).
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace kontor::search {

struct PhoneText {
    QString value;      // as typed
    QString normalised; // E.164 where known
};

struct FieldText {
    QByteArray field;
    QString value;
};

struct CustomerText {
    qint64 id = 0;
    QString name;
    QString givenName;
    QString familyName;
    QString company;
    QList<PhoneText> phones;
    QStringList emails;
    QStringList tags;
    QList<FieldText> others; // city, notes, other contact points, custom fields ...
    bool isOrganisation = false;
};

// Values of one column stand on lines of their own.
struct Document {
    qint64 id = 0;
    QString name;  // first the displayed name, then given and family name where they say more
    QString latin; // other spellings of name and company, see latinKeys()
    QString sound; // soundKey() of each word of the name, after "a" (Arabic script) or "l" (Latin)
    QString company;
    QString email;
    QString phone; // digits: international, national, and as typed where that is another run
    QString tags;
    QString rest;

    friend bool operator==(const Document &, const Document &) = default;
};

Document makeDocument(const CustomerText &text, QStringView country);

// The words of a sound column for one typed word: as it would stand for names in the other script; empty where that is not looked for.
QString otherSoundOf(QStringView word);

// With blanks around every ideograph, so that each is a word of the index and any part of a Chinese name is a phrase.
QString separateIdeographs(const QString &text);

// What the index of three-letter parts gets: lines are closed, so that "4512" and a line end find the numbers that end so, and the last
// one or two letters begin a part of their own.
QString closedLines(const QString &column);

} // namespace kontor::search
