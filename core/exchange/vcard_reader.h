// vCards of the versions 2.1, 3.0 and 4.0 as their properties, one card after another; what a property means is not known here.
//
// Lines are unfolded as bytes, for old programs fold amid a character. A card that another one begins in, or that the file ends in, is given as
// far as it came; the card of an agent within a card is that property's value. Lines outside cards are passed over.
#pragma once

#include "exchange/byte_lines.h"

#include <QList>
#include <QStringList>

namespace kontor::exchange {

struct VCardProperty {
    QByteArray group; // as written: "item1"
    QByteArray name;  // in capitals
    QList<std::pair<QByteArray, QByteArrayList>>
        parameters;   // names in capitals; a value alone, as version 2.1 has it, is sorted by what it says
    QByteArray value; // escaped and encoded as it stands
    bool isQuotedPrintable = false;
    bool isBase64 = false;
    bool isCut = false; // it was longer than kLongestValue

    QByteArray parameter(QByteArrayView wanted) const; // its first value, empty where there is none
    QStringList types() const;                         // all of TYPE, in small letters
};

struct VCard {
    QList<VCardProperty> properties;
    qint64 line = 0; // of its BEGIN
    bool isVersion21 = false;
    bool isTooLarge = false; // more than kLargestCard or kMostProperties: the rest was passed over

    const VCardProperty *find(QByteArrayView name) const;
};

class VCardReader {
public:
    static constexpr qsizetype kLongestValue = ByteLines::kLongest;
    static constexpr qsizetype kLargestCard = 4 * 1024 * 1024; // bytes of all its values, those that were cut left out
    static constexpr qsizetype kMostProperties = 5000;
    static constexpr int kDeepestAgent = 8;

    explicit VCardReader(ByteLines::More more) : m_lines(std::move(more)) {}
    Result<bool> next(VCard &card);

private:
    Result<bool> nextPhysical();
    Result<bool> nextLogical();
    bool continues(const QByteArray &next, bool isQuotedPrintable, bool isBase64) const;
    void add(VCard &card, VCardProperty property);

    ByteLines m_lines;
    QByteArray m_physical; // read, not used yet
    bool m_hasPhysical = false;
    bool m_physicalIsCut = false;
    QByteArray m_logical;
    bool m_logicalIsCut = false;
    qint64 m_logicalNumber = 0;
    qsizetype m_cardSize = 0;
    qint64 m_begun = 0; // line of a BEGIN that ended the card before it
};

// One unfolded line; nothing where it is no property.
std::optional<VCardProperty> parseVCardProperty(const QByteArray &line);

} // namespace kontor::exchange
