#include "exchange/vcard_reader.h"

#include <algorithm>
#include <array>

namespace kontor::exchange {

namespace {

bool isBlank(QByteArrayView line) {
    return std::all_of(line.cbegin(), line.cend(), [](char c) { return c == ' ' || c == '\t' || c == '\0'; });
}

bool isNameLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ' ';
}

bool isBase64Line(QByteArrayView line) {
    return std::all_of(line.cbegin(), line.cend(),
                       [](char c) { return (isNameLetter(c) && c != '-' && c != '_') || c == '+' || c == '/' || c == '='; });
}

// Where the value begins: the first colon outside quotes; where a quote is not closed, the first one.
qsizetype colonOf(const QByteArray &line) {
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line.at(i) == '"')
            quoted = !quoted;
        else if (line.at(i) == ':' && !quoted)
            return i;
    }
    return line.indexOf(':');
}

QByteArrayList splitOutsideQuotes(const QByteArray &text, char separator) {
    QByteArrayList parts;
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == '"') {
            quoted = !quoted;
        } else if (text.at(i) == separator && !quoted) {
            parts << text.mid(start, i - start);
            start = i + 1;
        }
    }
    return parts << text.mid(start);
}

// RFC 6868: a caret stands for what cannot be written in a parameter.
QByteArray plainParameter(QByteArray value) {
    value = value.trimmed();
    if (value.size() > 1 && value.startsWith('"') && value.endsWith('"'))
        value = value.mid(1, value.size() - 2);
    if (!value.contains('^'))
        return value;
    QByteArray plain;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char next = value.at(i) == '^' && i + 1 < value.size() ? value.at(i + 1) : '\0';
        if (next == 'n' || next == '^' || next == '\'') {
            plain += next == 'n' ? '\n' : next == '\'' ? '"' : '^';
            ++i;
        } else {
            plain += value.at(i);
        }
    }
    return plain;
}

// "QUOTED-PRINTABLE" and "HOME" without a name, as version 2.1 writes them.
QByteArray nameOfBareValue(const QByteArray &value) {
    const QByteArray upper = value.toUpper();
    static const std::array<QByteArrayView, 5> encodings{"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"};
    static const std::array<QByteArrayView, 4> kinds{"INLINE", "URL", "CONTENT-ID", "CID"};
    if (std::find(encodings.cbegin(), encodings.cend(), upper) != encodings.cend())
        return "ENCODING";
    return std::find(kinds.cbegin(), kinds.cend(), upper) != kinds.cend() ? "VALUE" : "TYPE";
}

void addParameter(VCardProperty &property, const QByteArray &written) {
    const qsizetype equals = written.indexOf('=');
    QByteArray name, values = written;
    if (equals >= 0) {
        name = written.left(equals).trimmed().toUpper();
        values = written.mid(equals + 1);
    }
    QByteArrayList list;
    for (const QByteArray &value : splitOutsideQuotes(values, ',')) {
        const QByteArray plain = plainParameter(value);
        if (name == "TYPE")
            list += plain.split(','); // some quote the whole list
        else
            list << plain;
    }
    if (name.isEmpty())
        name = nameOfBareValue(list.first());
    property.parameters.append({name, list});
}

bool isEdge(const VCardProperty &property, QByteArrayView name) {
    return property.name == name && property.value.trimmed().toUpper() == "VCARD";
}

} // namespace

QByteArray VCardProperty::parameter(QByteArrayView wanted) const {
    for (const auto &[key, values] : parameters) {
        if (key == wanted)
            return values.value(0);
    }
    return {};
}

QStringList VCardProperty::types() const {
    QStringList types;
    for (const auto &[key, values] : parameters) {
        if (key != "TYPE")
            continue;
        for (const QByteArray &value : values)
            types << QString::fromUtf8(value).trimmed().toLower();
    }
    return types;
}

const VCardProperty *VCard::find(QByteArrayView name) const {
    for (const VCardProperty &property : properties) {
        if (property.name == name)
            return &property;
    }
    return nullptr;
}

std::optional<VCardProperty> parseVCardProperty(const QByteArray &line) {
    const qsizetype colon = colonOf(line);
    if (colon <= 0)
        return std::nullopt;
    const QByteArrayList parts = splitOutsideQuotes(line.left(colon), ';');
    QByteArray name = parts.first().trimmed();
    VCardProperty property;
    if (const qsizetype dot = name.lastIndexOf('.'); dot >= 0) {
        property.group = name.left(dot);
        name = name.mid(dot + 1);
    }
    if (name.isEmpty() || !std::all_of(name.cbegin(), name.cend(), isNameLetter))
        return std::nullopt;
    property.name = name.toUpper();
    property.value = line.mid(colon + 1);
    for (const QByteArray &part : parts.mid(1)) {
        if (!part.trimmed().isEmpty())
            addParameter(property, part.trimmed());
    }
    const QByteArray encoding = property.parameter("ENCODING").toUpper();
    property.isQuotedPrintable = encoding == "QUOTED-PRINTABLE";
    property.isBase64 = encoding == "BASE64" || encoding == "B";
    return property;
}

Result<bool> VCardReader::nextPhysical() {
    if (m_hasPhysical)
        return true;
    TRY(more, m_lines.next(m_physical));
    m_hasPhysical = more;
    m_physicalIsCut = m_lines.isCut();
    return more;
}

bool VCardReader::continues(const QByteArray &next, bool isQuotedPrintable, bool isBase64) const {
    if (isQuotedPrintable && m_logical.endsWith('='))
        return next.left(10).toUpper() != "END:VCARD";
    if (next.startsWith(' ') || next.startsWith('\t'))
        return true;
    return isBase64 && isBase64Line(next);
}

// A line with those that continue it. Blank lines say nothing anywhere.
Result<bool> VCardReader::nextLogical() {
    while (true) {
        TRY(more, nextPhysical());
        if (!more)
            return false;
        if (!isBlank(m_physical))
            break;
        m_hasPhysical = false;
    }
    m_logical = m_physical;
    m_logicalIsCut = m_physicalIsCut;
    m_logicalNumber = m_lines.number();
    m_hasPhysical = false;
    const auto property = parseVCardProperty(m_logical);
    const bool isQuotedPrintable = property && property->isQuotedPrintable, isBase64 = property && property->isBase64;
    while (true) {
        TRY(more, nextPhysical());
        if (!more)
            return true;
        if (isBlank(m_physical)) {
            m_hasPhysical = false;
            continue;
        }
        if (!continues(m_physical, isQuotedPrintable, isBase64))
            return true;
        const bool isSoftBreak = isQuotedPrintable && m_logical.endsWith('=');
        if (isSoftBreak)
            m_logical.chop(1);
        const QByteArrayView text = isSoftBreak || isBase64 ? QByteArrayView(m_physical) : QByteArrayView(m_physical).sliced(1);
        m_logicalIsCut = m_logicalIsCut || m_physicalIsCut || m_logical.size() + text.size() > kLongestValue;
        m_logical.append(text.first(std::min(text.size(), std::max<qsizetype>(0, kLongestValue - m_logical.size()))));
        m_hasPhysical = false;
    }
}

void VCardReader::add(VCard &card, VCardProperty property) {
    property.isCut = m_logicalIsCut;
    if (property.isCut)
        property.value.clear();
    m_cardSize += property.value.size();
    if (m_cardSize > kLargestCard || card.properties.size() >= kMostProperties) {
        card.isTooLarge = true;
        return;
    }
    if (property.name == "VERSION")
        card.isVersion21 = property.value.trimmed() == "2.1";
    card.properties << std::move(property);
}

Result<bool> VCardReader::next(VCard &card) {
    card = {};
    card.line = m_begun;
    m_begun = 0;
    m_cardSize = 0;
    int depth = 0; // cards of agents around this line
    bool afterAgent = false;
    while (true) {
        TRY(more, nextLogical());
        if (!more)
            return card.line > 0;
        auto property = parseVCardProperty(m_logical);
        if (property && isEdge(*property, "BEGIN")) {
            if (card.line > 0 && !(afterAgent && depth < kDeepestAgent)) {
                m_begun = m_logicalNumber;
                return true;
            }
            if (card.line > 0)
                ++depth;
            else
                card.line = m_logicalNumber;
            afterAgent = false;
        } else if (card.line > 0 && depth == 0 && property && isEdge(*property, "END")) {
            return true;
        } else if (card.line > 0) {
            afterAgent = property && property->name == "AGENT" && property->value.trimmed().isEmpty();
            const bool isAgentAtOnce =
                property && property->name == "AGENT" && property->value.trimmed().toUpper() == "BEGIN:VCARD";
            if (isAgentAtOnce && depth < kDeepestAgent) {
                ++depth;
            } else if (depth > 0 && property && isEdge(*property, "END")) {
                --depth;
            } else if (depth == 0 && property) {
                add(card, std::move(*property));
            } else {
                // A line of an agent's card, or one that is no property: what an old program broke without folding.
                VCardProperty line;
                line.name = depth > 0 ? "AGENT" : "";
                line.value = m_logical;
                add(card, std::move(line));
            }
        }
    }
}

} // namespace kontor::exchange
