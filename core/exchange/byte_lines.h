// Bytes as lines, whatever ends them: LF, CRLF or CR. Zero bytes are left out, no field can hold them. No line is longer in memory than a limit, whatever the file does.
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <functional>

namespace kontor::exchange {

class ByteLines {
public:
    static constexpr qsizetype kLongest = 1024 * 1024; // bytes of a line; what is beyond is passed over

    using More = std::function<Result<bool>(QByteArray &bytes)>; // appends; false: nothing more came
    explicit ByteLines(More more) : m_more(std::move(more)) {}

    Result<bool> next(QByteArray &line);
    qint64 number() const { return m_number; } // of the line that next() gave, 1 is the first
    bool isCut() const { return m_isCut; }     // it was longer than kLongest

private:
    Result<bool> fill();

    More m_more;
    QByteArray m_buffer;
    qsizetype m_position = 0;
    qint64 m_number = 0;
    bool m_isCut = false;
    bool m_isEnd = false;
    bool m_afterCarriageReturn = false;
};

} // namespace kontor::exchange
