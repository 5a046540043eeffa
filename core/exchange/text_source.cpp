#include "exchange/text_source.h"

#include "exchange/file_access.h"
#include "exchange/file_kind.h"

#include <unicode/ucnv.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace kontor::exchange {

namespace {

constexpr qint64 kChunk = 256 * 1024;
constexpr qint64 kHead = 1024 * 1024;

bool isPlain(const QByteArray &bytes) {
    return std::all_of(bytes.cbegin(), bytes.cend(), [](char c) { return uchar(c) < 0x80; });
}

} // namespace

TextSource::TextSource(const QString &path) : m_file(path) {}

TextSource::~TextSource() {
    if (m_converter)
        ucnv_close(m_converter);
}

Result<std::unique_ptr<TextSource>> TextSource::open(const QString &path, const QString &language, const QByteArray &charset) {
    std::unique_ptr<TextSource> source(new TextSource(path));
    TRY_VOID(openForReading(source->m_file));
    source->m_size = source->m_file.size();
    TRY_VOID(refuseOtherKinds(source->m_file.peek(512), QFileInfo(path).fileName()));
    TRY_VOID(source->detect(language, charset));
    return source;
}

Result<void> TextSource::detect(const QString &language, const QByteArray &charset) {
    QByteArray sample = m_file.read(kHead);
    Charset found = detectCharset(sample, m_file.atEnd(), language);
    // Plain ASCII so far says nothing of the first foreign letter, wherever it stands.
    while (charset.isEmpty() && found.markLength == 0 && found.name == "UTF-8" && isPlain(sample) && !m_file.atEnd()) {
        sample = m_file.read(kChunk);
        if (sample.isEmpty())
            return unreadable(m_file);
        if (!isPlain(sample)) {
            sample += m_file.read(kChunk);
            const qsizetype lineStart = sample.indexOf('\n') + 1; // not inside a character
            found = detectCharset(sample.mid(lineStart), m_file.atEnd(), language);
            found.markLength = 0;
        }
    }
    m_charset = found;
    if (!charset.isEmpty() && ucnv_compareNames(charset.constData(), found.name.constData()) != 0)
        m_charset = Charset{charset, 0, true};
    UErrorCode status = U_ZERO_ERROR;
    m_converter = ucnv_open(m_charset.name.constData(), &status);
    if (U_FAILURE(status))
        return Error{Code::Invalid,
                     QCoreApplication::translate("kontor::exchange",
                                                 "There is no character set “%1”. Nothing was taken in. Choose another.")
                         .arg(QString::fromLatin1(m_charset.name)),
                     {},
                     "charset"};
    return rewind();
}

Result<void> TextSource::rewind() {
    if (!m_file.seek(m_charset.markLength))
        return unreadable(m_file);
    ucnv_reset(m_converter);
    m_bytesRead = m_charset.markLength;
    m_spoilt = 0;
    m_finished = false;
    return {};
}

Result<bool> TextSource::read(QString &text) {
    if (m_finished)
        return false;
    const QByteArray bytes = m_file.read(kChunk);
    if (bytes.isEmpty() && m_file.error() != QFile::NoError)
        return unreadable(m_file);
    m_bytesRead += bytes.size();
    m_finished = bytes.isEmpty();
    const qsizetype before = text.size();
    convert(bytes, m_finished, text);
    return !m_finished || text.size() > before;
}

void TextSource::convert(const QByteArray &bytes, bool last, QString &text) {
    const qsizetype start = text.size();
    text.resize(start + bytes.size() + 64);
    const char *source = bytes.constData();
    const char *sourceEnd = source + bytes.size();
    qsizetype written = start;
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        auto *begin = reinterpret_cast<UChar *>(text.data());
        UChar *target = begin + written;
        ucnv_toUnicode(m_converter, &target, begin + text.size(), &source, sourceEnd, nullptr, last, &status);
        written = target - begin;
        if (status == U_BUFFER_OVERFLOW_ERROR)
            text.resize(text.size() + bytes.size() + 64);
    }
    text.truncate(written);
    auto *begin = text.data() + start, *end = text.data() + written;
    m_spoilt += std::count(begin, end, QChar(QChar::ReplacementCharacter));
    if (std::find(begin, end, QChar(u'\0')) != end) // the usual text is not touched twice
        text.truncate(std::remove(begin, end, QChar(u'\0')) - text.data());
}

} // namespace kontor::exchange
