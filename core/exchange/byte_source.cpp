#include "exchange/byte_source.h"

#include "exchange/charset.h"
#include "exchange/file_access.h"

#include <unicode/ucnv.h>


namespace kontor::exchange {

namespace {

constexpr qint64 kChunk = 256 * 1024;
constexpr qint64 kHead = 4096;

} // namespace

ByteSource::~ByteSource() {
    if (m_converter)
        ucnv_close(m_converter);
}

Result<std::unique_ptr<ByteSource>> ByteSource::open(const QString &path) {
    std::unique_ptr<ByteSource> source(new ByteSource(path));
    TRY_VOID(openForReading(source->m_file));
    const QByteArray head = source->m_file.peek(kHead);
    const Charset found = detectCharset(head, head.size() < kHead, {});
    source->m_markLength = found.markLength;
    if (found.name.startsWith("UTF-16") || found.name.startsWith("UTF-32")) {
        UErrorCode status = U_ZERO_ERROR;
        source->m_converter = ucnv_open(found.name.constData(), &status);
        source->m_charset = found.name;
    }
    source->m_isUnicode = found.markLength > 0 || source->m_converter;
    TRY_VOID(source->rewind());
    return source;
}

Result<void> ByteSource::rewind() {
    if (!m_file.seek(m_markLength))
        return unreadable(m_file);
    if (m_converter)
        ucnv_reset(m_converter);
    return {};
}

Result<bool> ByteSource::read(QByteArray &bytes) {
    const QByteArray piece = m_file.read(kChunk);
    if (piece.isEmpty() && m_file.error() != QFile::NoError)
        return unreadable(m_file);
    if (!m_converter) {
        bytes += piece;
        return !piece.isEmpty();
    }
    QString text(piece.size() + 16, Qt::Uninitialized); // no more units than bytes
    auto *begin = reinterpret_cast<UChar *>(text.data());
    UChar *target = begin;
    const char *from = piece.constData();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(m_converter, &target, begin + text.size(), &from, from + piece.size(), nullptr, piece.isEmpty(), &status);
    text.truncate(target - begin);
    bytes += text.toUtf8();
    return !piece.isEmpty() || !text.isEmpty();
}

QByteArray headOf(const QString &path) {
    QByteArray head;
    auto source = ByteSource::open(path);
    if (!source || !(*source)->read(head))
        return {};
    return head.left(kHead);
}

} // namespace kontor::exchange
