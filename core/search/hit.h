// What Find found.
#pragma once

#include "base/id.h"
#include "base/instant.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kontor::search {

// Why a customer was found; hits are shown in this order.
enum class HitClass {
    PhoneTail,     // a phone number ends with the digits
    NamePrefix,    // the name begins with the text
    CompanyPrefix, // the company begins with it
    NameWord,      // each word begins a word of the name
    OtherSpelling, // the same in another script or spelling: shchukin for Щукин
    Email,         // each word begins a part of an e-mail address
    Tag,           // ... of a tag
    Words,         // ... of name, company, e-mail and tags together
    Phone,         // the digits are inside a phone number
    InsideWord,    // the text is inside a word of the name, company, e-mail or tags
    SimilarSound,  // Persian and Latin spelling without the vowels
    Other,         // in the city, notes and other fields
    Entry,         // in the text of an interaction
};

// A part of a text to be marked, in UTF-16 units.
struct Mark {
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const Mark &, const Mark &) = default;
};

struct Hit {
    Id customerId;
    QString name;
    QString company;
    bool isOrganisation = false;
    QList<Mark> nameMarks;
    HitClass hitClass = HitClass::Other;
    QByteArray field;         // where: a column of customer, or phone, email, tag, custom, relation, interaction ...
    QString matched;          // that value as it was typed, a long one cut around the first mark
    QList<Mark> matchedMarks; // in `matched`; may be empty for other spellings
    Id interactionId;         // of HitClass::Entry, and the next two
    QString interactionKind;  // call, note ...
    Instant interactionAt;
};

struct Hits {
    QList<Hit> hits;
    bool isComplete = true; // false: there are more than these
};

// How far the index is. While it is not complete Find says "still indexing, n %".
struct Progress {
    qint64 done = 0;
    qint64 total = 0;
    bool isComplete = false;

    int percent() const { return isComplete || total <= 0 ? 100 : int(qMin<qint64>(99, done * 100 / total)); }
};

} // namespace kontor::search
