#include "exchange/charset.h"

#include "exchange/charset_likeness.h"

#include <algorithm>
#include <array>
#include <optional>

namespace kontor::exchange {

namespace {

struct Mark {
    QByteArrayView bytes;
    const char *name;
};

// UTF-32 first: its little-endian mark begins with that of UTF-16.
const std::array<Mark, 5> kMarks{{{QByteArrayView("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                  {QByteArrayView("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                  {QByteArrayView("\xEF\xBB\xBF", 3), "UTF-8"},
                                  {QByteArrayView("\xFF\xFE", 2), "UTF-16LE"},
                                  {QByteArrayView("\xFE\xFF", 2), "UTF-16BE"}}};

std::optional<Charset> byMark(const QByteArray &sample) {
    for (const Mark &mark : kMarks) {
        if (sample.startsWith(mark.bytes))
            return Charset{mark.name, int(mark.bytes.size()), true};
    }
    return std::nullopt;
}

// In UTF-32 every fourth byte is 0 (all planes end at 0x10FFFF), and the one beside it nearly always.
std::optional<Charset> byUtf32Zeros(const QByteArray &sample) {
    const qsizetype units = sample.size() / 4;
    if (units < 2)
        return std::nullopt;
    qsizetype bigEndian = 0, littleEndian = 0;
    for (qsizetype unit = 0; unit < units; ++unit) {
        const char *bytes = sample.constData() + unit * 4;
        bigEndian += bytes[0] == 0 && uchar(bytes[1]) <= 0x10 && (bytes[2] != 0 || bytes[3] != 0);
        littleEndian += bytes[3] == 0 && uchar(bytes[2]) <= 0x10 && (bytes[0] != 0 || bytes[1] != 0);
    }
    if (bigEndian * 100 >= units * 99 && littleEndian * 2 < units)
        return Charset{"UTF-32BE", 0, true};
    if (littleEndian * 100 >= units * 99 && bigEndian * 2 < units)
        return Charset{"UTF-32LE", 0, true};
    return std::nullopt;
}

// A text of any script in UTF-16 has line breaks, digits and delimiters, whose high byte is 0: zeros at one parity only, and the bytes
// 0A and 0D stand beside them. A few stray NULs in an 8-bit file do not look like that.
std::optional<Charset> byUtf16Zeros(const QByteArray &sample) {
    const qsizetype units = sample.size() / 2;
    if (units == 0)
        return std::nullopt;
    qsizetype zeros[2] = {0, 0}, breaks[2] = {0, 0}, breakBytes = 0;
    for (qsizetype unit = 0; unit < units; ++unit) {
        const uchar first = uchar(sample.at(unit * 2)), second = uchar(sample.at(unit * 2 + 1));
        zeros[0] += first == 0;
        zeros[1] += second == 0;
        const bool firstBreaks = first == '\n' || first == '\r', secondBreaks = second == '\n' || second == '\r';
        breaks[0] += first == 0 && secondBreaks;
        breaks[1] += second == 0 && firstBreaks;
        breakBytes += firstBreaks + secondBreaks;
    }
    const int parity = zeros[0] > zeros[1] ? 0 : 1; // 0: the high byte comes first
    if (zeros[parity] * 33 < units || zeros[1 - parity] * 10 > zeros[parity])
        return std::nullopt;
    if (breakBytes > 0 ? breaks[parity] * 2 < breakBytes : zeros[parity] * 5 < units)
        return std::nullopt;
    return Charset{parity == 0 ? "UTF-16BE" : "UTF-16LE", 0, true};
}

struct Utf8Count {
    qsizetype sequences = 0; // of two bytes and more, well formed
    qsizetype errors = 0;
};

int utf8Length(uchar lead) {
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool isSequence(const uchar *bytes, int length) {
    for (int i = 1; i < length; ++i) {
        if ((bytes[i] & 0xC0) != 0x80)
            return false;
    }
    const bool overlong = (bytes[0] == 0xE0 && bytes[1] < 0xA0) || (bytes[0] == 0xF0 && bytes[1] < 0x90);
    const bool beyond = (bytes[0] == 0xED && bytes[1] > 0x9F) || (bytes[0] == 0xF4 && bytes[1] > 0x8F);
    return !overlong && !beyond;
}

Utf8Count countUtf8(const QByteArray &sample, bool whole) {
    Utf8Count count;
    const auto *bytes = reinterpret_cast<const uchar *>(sample.constData());
    for (qsizetype i = 0; i < sample.size();) {
        if (bytes[i] < 0x80) {
            ++i;
            continue;
        }
        const int length = utf8Length(bytes[i]);
        if (length > 0 && i + length > sample.size() && !whole)
            break; // the sample was cut here
        if (length > 0 && i + length <= sample.size() && isSequence(bytes + i, length)) {
            ++count.sequences;
            i += length;
        } else {
            ++count.errors;
            ++i;
        }
    }
    return count;
}

} // namespace

Charset detectCharset(const QByteArray &sample, bool whole, const QString &language) {
    const auto marked = byMark(sample);
    if (marked && marked->name != "UTF-16LE" && marked->name != "UTF-16BE")
        return *marked;
    const int markLength = marked ? marked->markLength : 0;
    const QByteArray content = sample.mid(markLength);
    auto wide = byUtf32Zeros(content); // some write a mark of UTF-16 before something else
    if (!wide)
        wide = byUtf16Zeros(content);
    if (wide || marked)
        return Charset{wide ? wide->name : marked->name, markLength, true};
    const Utf8Count count = countUtf8(sample, whole);
    if (count.errors == 0)
        return Charset{"UTF-8", 0, true};
    if (count.sequences > count.errors * 10) // UTF-8 with a few bytes spoilt on the way
        return Charset{"UTF-8", 0, false};
    return Charset{mostLikelyCharset(sample, language), 0, false};
}

} // namespace kontor::exchange
