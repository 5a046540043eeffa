#include "exchange/calendar_reader.h"

#include <algorithm>

namespace kontor::exchange {

const VCardProperty *CalendarEntry::find(QByteArrayView name) const {
    const auto found =
        std::find_if(properties.cbegin(), properties.cend(), [name](const auto &property) { return property.name == name; });
    return found == properties.cend() ? nullptr : &*found;
}

// A line with those that continue it.
Result<bool> CalendarReader::nextLogical() {
    if (!m_hasPhysical) {
        TRY(more, m_lines.next(m_physical));
        if (!more)
            return false;
    }
    m_logical = m_physical;
    m_logicalNumber = m_lines.number();
    while (true) {
        TRY(more, m_lines.next(m_physical));
        m_hasPhysical = more;
        if (!more || !(m_physical.startsWith(' ') || m_physical.startsWith('\t')))
            return true;
        const qsizetype room = ByteLines::kLongest - m_logical.size();
        m_logical += m_physical.mid(1, std::max<qsizetype>(0, room));
    }
}

Result<bool> CalendarReader::next(CalendarEntry &entry) {
    entry = {};
    QByteArray inside; // of which component within the entry the lines are
    qsizetype size = 0;
    while (true) {
        TRY(more, nextLogical());
        if (!more)
            return entry.line > 0;
        auto property = parseVCardProperty(m_logical);
        if (!property)
            continue;
        const QByteArray component = property->value.trimmed().toUpper();
        const bool begins = property->name == "BEGIN", ends = property->name == "END";
        if (entry.line == 0) {
            m_isCancellation = m_isCancellation || (property->name == "METHOD" && component == "CANCEL");
            if (begins && (component == "VEVENT" || component == "VTODO")) {
                entry.isTask = component == "VTODO";
                entry.line = m_logicalNumber;
            }
        } else if (!inside.isEmpty()) {
            if (ends && component == inside)
                inside.clear();
        } else if (begins) {
            inside = component;
        } else if (ends) {
            return true;
        } else {
            size += property->value.size();
            if (size > kLargestEntry || entry.properties.size() >= kMostProperties)
                entry.isTooLarge = true;
            else
                entry.properties << std::move(*property);
        }
    }
}

} // namespace kontor::exchange
