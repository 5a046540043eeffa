#include "db/packed_bytes.h"

#include <cstring>

namespace kontor::db {

namespace {

enum Kind { Null, Zero, EmptyText, Integer, Real, Text, Blob };
constexpr int kKindBits = 3;
constexpr int kLongestRun = 1 << (8 - kKindBits);

} // namespace

// Seven bits a byte, the sign in the lowest.
void packNumber(QByteArray &bytes, qint64 number) {
    quint64 rest = (quint64(number) << 1) ^ quint64(number >> 63);
    while (rest >= 0x80) {
        bytes.append(char(rest | 0x80));
        rest >>= 7;
    }
    bytes.append(char(rest));
}

void packBytes(QByteArray &bytes, QByteArrayView content) {
    packNumber(bytes, content.size());
    bytes.append(content.data(), content.size());
}

void packText(QByteArray &bytes, const QString &text) { packBytes(bytes, text.toUtf8()); }

void packValue(QByteArray &bytes, const Value &value) {
    ValuePacker packer(bytes);
    if (value.isInteger())
        packer.integer(value.integer());
    else if (value.isReal())
        packer.real(value.real());
    else if (value.isText())
        packer.text(value.text().toUtf8());
    else if (value.isBlob())
        packer.blob(value.blob());
    else
        packer.null();
}

void ValuePacker::empty(int kind) {
    if (kind != m_kind || m_count == kLongestRun)
        flush();
    m_kind = kind;
    ++m_count;
}

void ValuePacker::flush() {
    if (m_count > 0)
        m_bytes.append(char(m_kind | ((m_count - 1) << kKindBits)));
    m_count = 0;
}

void ValuePacker::begin(int kind) {
    flush();
    m_bytes.append(char(kind));
}

void ValuePacker::integer(qint64 number) {
    if (number == 0)
        return empty(Zero);
    begin(Integer);
    packNumber(m_bytes, number);
}

void ValuePacker::real(double number) {
    begin(Real);
    quint64 bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    for (int i = 0; i < 8; ++i)
        m_bytes.append(char(bits >> (8 * i)));
}

void ValuePacker::text(QByteArrayView utf8) {
    if (utf8.isEmpty())
        return empty(EmptyText);
    begin(Text);
    packBytes(m_bytes, utf8);
}

void ValuePacker::blob(QByteArrayView content) {
    begin(Blob);
    packBytes(m_bytes, content);
}

QByteArrayView PackedReader::take(qint64 size) {
    if (size < 0 || size > m_rest.size()) {
        m_isBroken = true;
        m_rest = {};
        return {};
    }
    const QByteArrayView taken = m_rest.first(size);
    m_rest = m_rest.sliced(size);
    return taken;
}

qint64 PackedReader::number() {
    quint64 number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const QByteArrayView byte = take(1);
        if (byte.isEmpty())
            return 0;
        number |= quint64(uchar(byte[0]) & 0x7f) << shift;
        if (!(uchar(byte[0]) & 0x80))
            return qint64(number >> 1) ^ -qint64(number & 1);
    }
    m_isBroken = true;
    return 0;
}

QByteArrayView PackedReader::view() { return take(number()); }

Values PackedReader::values(qsizetype count) {
    Values values;
    values.reserve(count);
    while (values.size() < count && !m_isBroken) {
        const QByteArrayView first = take(1);
        const uchar byte = first.isEmpty() ? 0 : uchar(first[0]);
        const qsizetype run = std::min<qsizetype>((byte >> kKindBits) + 1, count - values.size());
        switch (byte & ((1 << kKindBits) - 1)) {
        case Null: values.resize(values.size() + run); break;
        case Zero: values.resize(values.size() + run, Value(qint64(0))); break;
        case EmptyText: values.resize(values.size() + run, Value(QString())); break;
        case Integer: values << Value(number()); break;
        case Real: {
            quint64 bits = 0;
            const QByteArrayView eight = take(8);
            for (int i = 0; i < eight.size(); ++i)
                bits |= quint64(uchar(eight[i])) << (8 * i);
            double real = 0;
            std::memcpy(&real, &bits, sizeof real);
            values << Value(real);
            break;
        }
        case Text: values << Value(text()); break;
        case Blob: values << Value(bytes()); break;
        default: m_isBroken = true;
        }
    }
    values.resize(count);
    return values;
}

} // namespace kontor::db
