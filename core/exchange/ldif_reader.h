// LDIF (RFC 2849) as its entries: unfolded, base64 decoded, comments passed over. What an attribute means is not known here.
#pragma once

#include "exchange/byte_lines.h"

#include <QList>

namespace kontor::exchange {

struct LdifAttribute {
    QByteArray name;     // in small letters, without options: "cn" for "cn;lang-de"
    QByteArray value;    // of bytes in UTF-8, or whatever an old program wrote
    bool isLink = false; // the value is where to find it, and nothing is fetched
    bool isCut = false;  // it was longer than kLongestValue
};

struct LdifEntry {
    QByteArray dn; // empty where there is none
    QList<LdifAttribute> attributes;
    qint64 line = 0;
    bool isChange = false;   // it tells what to change, not what is there
    bool isTooLarge = false; // more than kLargestEntry or kMostAttributes: the rest was passed over

    QByteArray value(QByteArrayView name) const; // the first, empty where there is none
};

class LdifReader {
public:
    static constexpr qsizetype kLongestValue = ByteLines::kLongest;
    static constexpr qsizetype kLargestEntry = 4 * 1024 * 1024; // bytes of all its values
    static constexpr qsizetype kMostAttributes = 5000;

    explicit LdifReader(ByteLines::More more) : m_lines(std::move(more)) {}
    // Blocks without a dn that say how a search went are none.
    Result<bool> next(LdifEntry &entry);

private:
    Result<bool> nextPhysical();
    Result<bool> nextLogical(bool &isBlank);
    void add(LdifEntry &entry);

    ByteLines m_lines;
    QByteArray m_physical;
    bool m_hasPhysical = false;
    QByteArray m_logical;
    bool m_logicalIsCut = false;
    bool m_isHeld = false; // m_logical begins the next entry
    qint64 m_logicalNumber = 0;
    qsizetype m_entrySize = 0;
};

} // namespace kontor::exchange
