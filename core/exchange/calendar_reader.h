// iCalendar (RFC 5545) as its appointments and tasks: unfolded, with their properties; what a property means is not known here. Components inside
// them (alarms) and others (time zones, free and busy) are passed over.
#pragma once

#include "exchange/vcard_reader.h"

namespace kontor::exchange {

struct CalendarEntry {
    bool isTask = false; // VTODO, else VEVENT
    QList<VCardProperty> properties;
    qint64 line = 0;
    bool isTooLarge = false; // more than kLargestEntry or kMostProperties: the rest was passed over

    const VCardProperty *find(QByteArrayView name) const;
};

class CalendarReader {
public:
    static constexpr qsizetype kLargestEntry = 1024 * 1024; // bytes of all its values
    static constexpr qsizetype kMostProperties = 2000;

    explicit CalendarReader(ByteLines::More more) : m_lines(std::move(more)) {}
    Result<bool> next(CalendarEntry &entry);
    bool isCancellation() const { return m_isCancellation; } // METHOD:CANCEL stood in the calendar

private:
    Result<bool> nextLogical();

    ByteLines m_lines;
    QByteArray m_physical; // read, not used yet
    bool m_hasPhysical = false;
    QByteArray m_logical;
    qint64 m_logicalNumber = 0;
    bool m_isCancellation = false;
};

} // namespace kontor::exchange
