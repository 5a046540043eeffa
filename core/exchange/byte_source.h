// A file as bytes in which ASCII stands for itself, piece by piece: UTF-16 and UTF-32 come as UTF-8, everything else as it is. For kinds of file
// where each value may have a character set of its own.
#pragma once

#include "base/result.h"

#include <QFile>

#include <memory>

struct UConverter;

namespace kontor::exchange {

class ByteSource {
public:
    // Errors: NotFound, Gone (cannot be read).
    static Result<std::unique_ptr<ByteSource>> open(const QString &path);
    ~ByteSource();

    // Appends the next piece; false: nothing more came.
    Result<bool> read(QByteArray &bytes);
    Result<void> rewind();

    bool isUnicode() const { return m_isUnicode; } // by its mark or its zero bytes: no value is in another character set
    const QByteArray &charset() const { return m_charset; }
    qint64 size() const { return m_file.size(); }
    qint64 bytesRead() const { return m_file.pos(); }

private:
    explicit ByteSource(const QString &path) : m_file(path) {}

    QFile m_file;
    QByteArray m_charset = "UTF-8";
    int m_markLength = 0;
    bool m_isUnicode = false;
    UConverter *m_converter = nullptr; // of UTF-16 and UTF-32
};

// The first bytes of a file as ASCII and UTF-8, without its mark; empty where it cannot be read.
QByteArray headOf(const QString &path);

} // namespace kontor::exchange
