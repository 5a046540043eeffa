#include "exchange/ldif_file.h"

#include "exchange/ldif_meaning.h"

namespace kontor::exchange {

bool isLdif(const QByteArray &head) {
    for (const QByteArray &line : QByteArray(head).replace('\r', '\n').split('\n')) {
        const QByteArray text = line.trimmed().toLower();
        if (text.isEmpty() || text.startsWith('#') || line.startsWith(' '))
            continue;
        const qsizetype equals = text.indexOf('=');
        const bool isName = text.startsWith("dn::") || (text.startsWith("dn:") && equals > 3);
        if (isName)
            return true;
        if (!text.startsWith("version:"))
            return false;
    }
    return false;
}

LdifFile::LdifFile(std::unique_ptr<ByteSource> source, const QByteArray &charset)
    : CardTable(kLdifTitle), m_source(std::move(source)), m_decoder(m_source->isUnicode() ? QByteArray() : charset) {}

Result<std::unique_ptr<LdifFile>> LdifFile::open(const QString &path, const TableOptions &options) {
    TRY(source, ByteSource::open(path));
    std::unique_ptr<LdifFile> file(new LdifFile(std::move(source), options.charset));
    TRY_VOID(file->layOut([&] { return file->m_decoder.settle(options.language); }));
    return file;
}

Result<void> LdifFile::restart() {
    TRY_VOID(m_source->rewind());
    m_reader = std::make_unique<LdifReader>([this](QByteArray &bytes) { return m_source->read(bytes); });
    return {};
}

Result<bool> LdifFile::nextCard(ContactCard &card) {
    LdifEntry entry;
    TRY(more, m_reader->next(entry));
    if (!more)
        return false;
    card = contactOf(entry, m_decoder);
    return true;
}

} // namespace kontor::exchange
