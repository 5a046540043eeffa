#include "db/packed_bytes.h"

#include <array>
#include <cstring>

namespace kontor::db {

namespace {

enum Kind { Null, Zero, EmptyText, Integer, Real, Text, Blob };
constexpr int kKindBits = 3;
constexpr int kLongestRun = 1 << (8 - kKindBits);

// Seven bits a byte, the sign in the lowest.
constexpr qsizetype kLongestNumber = 10;

qsizetype writeNumber(char *bytes, qint64 number) {
    qsizetype size = 0;
    quint64 rest = (quint64(number) << 1) ^ quint64(number >> 63);
    for (; rest >= 0x80; rest >>= 7)
        bytes[size++] = char(rest | 0x80);
    bytes[size++] = char(rest);
    return size;
}

} // namespace

void packNumber(QByteArray &bytes, qint64 number) {
    std::array<char, kLongestNumber> packed;
    bytes.append(packed.data(), writeNumber(packed.data(), number));
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

ValuePacker::~ValuePacker() {
    endRun();
    flush();
}

void ValuePacker::put(const char *bytes, qsizetype size) {
    if (size == 0)
        return; // there may be no bytes to copy from
    if (size > qsizetype(m_block.size()) - m_size)
        flush();
    if (size > qsizetype(m_block.size())) {
        m_bytes.append(bytes, size);
        return;
    }
    std::memcpy(m_block.data() + m_size, bytes, size_t(size));
    m_size += size;
}

void ValuePacker::putNumber(qint64 number) {
    std::array<char, kLongestNumber> packed;
    put(packed.data(), writeNumber(packed.data(), number));
}

void ValuePacker::flush() {
    m_bytes.append(m_block.data(), m_size);
    m_size = 0;
}

void ValuePacker::empty(int kind) {
    if (kind != m_kind || m_count == kLongestRun)
        endRun();
    m_kind = kind;
    ++m_count;
}

void ValuePacker::endRun() {
    if (m_count == 0)
        return;
    const char run = char(m_kind | ((m_count - 1) << kKindBits));
    put(&run, 1);
    m_count = 0;
}

void ValuePacker::begin(int kind) {
    endRun();
    const char byte = char(kind);
    put(&byte, 1);
}

void ValuePacker::integer(qint64 number) {
    if (number == 0)
        return empty(Zero);
    begin(Integer);
    putNumber(number);
}

void ValuePacker::real(double number) {
    begin(Real);
    quint64 bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    std::array<char, 8> bytes;
    for (size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = char(bits >> (8 * i));
    put(bytes.data(), bytes.size());
}

void ValuePacker::text(QByteArrayView utf8) {
    if (utf8.isEmpty())
        return empty(EmptyText);
    begin(Text);
    putNumber(utf8.size());
    put(utf8.data(), utf8.size());
}

void ValuePacker::blob(QByteArrayView content) {
    begin(Blob);
    putNumber(content.size());
    put(content.data(), content.size());
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
