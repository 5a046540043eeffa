// ZIP archives made of texts.
#pragma once

#include <QByteArray>

#include <array>
#include <utility>
#include <vector>

namespace kontor::exchange {

using ZipFiles = std::vector<std::pair<QByteArray, QByteArray>>; // name and content

inline quint32 crc32Of(const QByteArray &bytes) {
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> values{};
        for (quint32 i = 0; i < 256; ++i) {
            values[i] = i;
            for (int bit = 0; bit < 8; ++bit)
                values[i] = (values[i] >> 1) ^ (values[i] & 1 ? 0xEDB88320U : 0);
        }
        return values;
    }();
    quint32 crc = 0xFFFFFFFF;
    for (char byte : bytes)
        crc = (crc >> 8) ^ table[(crc ^ uchar(byte)) & 0xFF];
    return ~crc;
}

// A ZIP archive. `isEncrypted` only sets the flag that says so.
inline QByteArray zipOf(const ZipFiles &files, bool isEncrypted = false) {
    QByteArray bytes, directory;
    const auto number = [](QByteArray &to, quint32 value, int size) {
        for (int i = 0; i < size; ++i, value >>= 8)
            to += char(value & 0xFF);
    };
    for (const auto &[name, content] : files) {
        const QByteArray stream = qCompress(content, 6);
        const QByteArray packed = stream.mid(6, stream.size() - 10); // raw deflate: without Qt's length, zlib's head and checksum
        QByteArray head;
        number(head, isEncrypted ? 0x801 : 0x800, 2); // names are UTF-8
        number(head, 8, 2);                           // deflate
        number(head, 0x00210000, 4);                  // 1 January 1980
        number(head, crc32Of(content), 4);
        number(head, quint32(packed.size()), 4);
        number(head, quint32(content.size()), 4);
        number(head, quint32(name.size()), 2);
        number(head, 0, 2);
        directory += QByteArray("PK\x01\x02\x14\x00\x14\x00", 8) + head;
        number(directory, 0, 10);
        number(directory, quint32(bytes.size()), 4);
        directory += name;
        bytes += QByteArray("PK\x03\x04\x14\x00", 6) + head + name + packed;
    }
    QByteArray end("PK\x05\x06\0\0\0\0", 8);
    number(end, quint32(files.size()), 2);
    number(end, quint32(files.size()), 2);
    number(end, quint32(directory.size()), 4);
    number(end, quint32(bytes.size()), 4);
    number(end, 0, 2);
    return bytes + directory + end;
}

} // namespace kontor::exchange
