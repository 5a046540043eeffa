#include "exchange/byte_lines.h"

#include <algorithm>

namespace kontor::exchange {

namespace {

void removeZeros(QByteArray &line) {
    line.removeIf([](char c) { return c == '\0'; });
}

} // namespace

Result<bool> ByteLines::fill() {
    m_buffer.clear();
    m_position = 0;
    while (m_buffer.isEmpty() && !m_isEnd) {
        TRY(more, m_more(m_buffer));
        m_isEnd = !more;
    }
    return !m_buffer.isEmpty();
}

Result<bool> ByteLines::next(QByteArray &line) {
    line.clear();
    m_isCut = false;
    bool begun = false;
    while (true) {
        if (m_position >= m_buffer.size()) {
            TRY(more, fill());
            if (!more) {
                m_number += begun;
                removeZeros(line);
                return begun;
            }
        }
        if (m_afterCarriageReturn) {
            m_afterCarriageReturn = false;
            m_position += m_buffer.at(m_position) == '\n';
            continue;
        }
        begun = true;
        const char *from = m_buffer.constData() + m_position, *bufferEnd = m_buffer.constData() + m_buffer.size();
        const char *end = std::find_if(from, bufferEnd, [](char c) { return c == '\n' || c == '\r'; });
        const qsizetype room = std::min<qsizetype>(end - from, kLongest - line.size());
        line.append(from, room);
        m_isCut = m_isCut || room < end - from;
        m_position += end - from;
        if (end == bufferEnd)
            continue;
        m_afterCarriageReturn = *end == '\r';
        ++m_position;
        ++m_number;
        removeZeros(line);
        return true;
    }
}

} // namespace kontor::exchange
