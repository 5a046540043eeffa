// A file as text, piece by piece: a file of any size is never whole in memory.
#pragma once

#include "base/result.h"
#include "exchange/charset.h"

#include <QFile>

#include <memory>

struct UConverter;

namespace kontor::exchange {

class TextSource {
public:
    // Errors: NotFound, Gone (cannot be read), Invalid (encrypted, or another kind of file, which the message names).
    // `charset`: the person's own choice, empty to find out.
    static Result<std::unique_ptr<TextSource>> open(const QString &path, const QString &language, const QByteArray &charset = {});
    ~TextSource();

    // Appends the next piece to `text`; false: nothing more came. NUL characters are left out, no field can hold them.
    Result<bool> read(QString &text);
    Result<void> rewind();

    const Charset &charset() const { return m_charset; }
    qint64 size() const { return m_size; }
    qint64 bytesRead() const { return m_bytesRead; }
    // Places where the bytes are none of the character set's; U+FFFD stands there.
    qint64 spoiltCharacters() const { return m_spoilt; }

private:
    explicit TextSource(const QString &path);
    Result<void> detect(const QString &language, const QByteArray &charset);
    void convert(const QByteArray &bytes, bool last, QString &text);

    QFile m_file;
    Charset m_charset;
    UConverter *m_converter = nullptr;
    qint64 m_size = 0;
    qint64 m_bytesRead = 0;
    qint64 m_spoilt = 0;
    bool m_finished = false;
};

} // namespace kontor::exchange
