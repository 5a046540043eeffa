#include "exchange/ldif_reader.h"

#include <algorithm>

namespace kontor::exchange {

namespace {

bool isNameLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ';' || c == '_';
}

// What ldapsearch and old exports put between entries.
bool saysNothing(const LdifEntry &entry) {
    return entry.dn.isEmpty() &&
           std::all_of(entry.attributes.cbegin(), entry.attributes.cend(), [](const LdifAttribute &attribute) {
               return attribute.name == "version" || attribute.name == "search" || attribute.name == "result" ||
                      attribute.name == "control" || attribute.name == "ref";
           });
}

} // namespace

QByteArray LdifEntry::value(QByteArrayView name) const {
    for (const LdifAttribute &attribute : attributes) {
        if (attribute.name == name)
            return attribute.value;
    }
    return {};
}

Result<bool> LdifReader::nextPhysical() {
    if (m_hasPhysical)
        return true;
    TRY(more, m_lines.next(m_physical));
    m_hasPhysical = more;
    return more;
}

// A line with those that continue it; a comment may be continued too.
Result<bool> LdifReader::nextLogical(bool &isBlank) {
    TRY(begun, nextPhysical());
    if (!begun)
        return false;
    m_logical = m_physical;
    m_logicalIsCut = m_lines.isCut();
    m_logicalNumber = m_lines.number();
    m_hasPhysical = false;
    isBlank = m_logical.trimmed().isEmpty();
    while (!isBlank) {
        TRY(more, nextPhysical());
        if (!more || !m_physical.startsWith(' '))
            break;
        const qsizetype room = kLongestValue - m_logical.size();
        m_logicalIsCut = m_logicalIsCut || m_lines.isCut() || m_physical.size() - 1 > room;
        m_logical += m_physical.mid(1, std::max<qsizetype>(0, room));
        m_hasPhysical = false;
    }
    return true;
}

void LdifReader::add(LdifEntry &entry) {
    const qsizetype colon = m_logical.indexOf(':');
    LdifAttribute attribute;
    attribute.name = m_logical.left(colon).trimmed().toLower();
    if (colon <= 0 || !std::all_of(attribute.name.cbegin(), attribute.name.cend(), isNameLetter))
        return; // "-" between changes, and what is no attribute
    if (const qsizetype option = attribute.name.indexOf(';'); option >= 0)
        attribute.name.truncate(option);
    attribute.isCut = m_logicalIsCut;
    const char mark = colon + 1 < m_logical.size() ? m_logical.at(colon + 1) : '\0';
    attribute.isLink = mark == '<';
    if (!attribute.isCut) {
        attribute.value = m_logical.mid(colon + (mark == ':' || mark == '<' ? 2 : 1)).trimmed();
        if (mark == ':')
            attribute.value = QByteArray::fromBase64(attribute.value);
    }
    if (attribute.name == "dn" && entry.dn.isEmpty()) {
        entry.dn = attribute.value.isEmpty() ? QByteArray(" ") : attribute.value;
        return;
    }
    entry.isChange = entry.isChange || attribute.name == "changetype";
    m_entrySize += attribute.value.size();
    if (m_entrySize > kLargestEntry || entry.attributes.size() >= kMostAttributes)
        entry.isTooLarge = true;
    else
        entry.attributes << attribute;
}

// An entry ends with a blank line, or where the next one begins without one.
Result<bool> LdifReader::next(LdifEntry &entry) {
    entry = {};
    m_entrySize = 0;
    while (true) {
        bool isBlank = false;
        if (m_isHeld) {
            m_isHeld = false;
        } else {
            TRY(more, nextLogical(isBlank));
            if (!more)
                return entry.line > 0 && !saysNothing(entry);
        }
        m_isHeld = !entry.dn.isEmpty() && m_logical.left(3).toLower() == "dn:";
        if (isBlank || m_isHeld) {
            if (entry.line > 0 && !saysNothing(entry))
                return true;
            entry = {};
            m_entrySize = 0;
        } else if (!m_logical.startsWith('#')) {
            if (entry.line == 0)
                entry.line = m_logicalNumber;
            add(entry);
        }
    }
}

} // namespace kontor::exchange
