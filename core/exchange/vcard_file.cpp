#include "exchange/vcard_file.h"

#include "exchange/vcard_meaning.h"

namespace kontor::exchange {

namespace {

bool isBegin(const QByteArray &line) {
    const qsizetype colon = line.indexOf(':');
    return colon > 0 && line.left(colon).trimmed().toUpper() == "BEGIN" && line.mid(colon + 1).trimmed().toUpper() == "VCARD";
}

} // namespace

// Some programs put a line or two of their own before the first card. A table that has cards in its cells has delimiters first.
bool isVCard(const QByteArray &head) {
    constexpr int linesBefore = 5;
    int lines = 0;
    for (QByteArray line : QByteArray(head).replace('\r', '\n').split('\n')) {
        line = line.trimmed();
        if (isBegin(line))
            return true;
        const bool isTable =
            line.contains(',') || line.contains(';') || line.contains('\t') || line.contains('|') || line.contains('"');
        if (!line.isEmpty() && (isTable || ++lines > linesBefore))
            return false;
    }
    return false;
}

VCardFile::VCardFile(std::unique_ptr<ByteSource> source, const QByteArray &charset)
    : CardTable(kVCardTitle), m_source(std::move(source)), m_decoder(m_source->isUnicode() ? QByteArray() : charset) {}

Result<std::unique_ptr<VCardFile>> VCardFile::open(const QString &path, const TableOptions &options) {
    TRY(source, ByteSource::open(path));
    std::unique_ptr<VCardFile> file(new VCardFile(std::move(source), options.charset));
    TRY_VOID(file->layOut([&] { return file->m_decoder.settle(options.language); }));
    return file;
}

Result<void> VCardFile::restart() {
    TRY_VOID(m_source->rewind());
    m_reader = std::make_unique<VCardReader>([this](QByteArray &bytes) { return m_source->read(bytes); });
    return {};
}

Result<bool> VCardFile::nextCard(ContactCard &card) {
    VCard properties;
    TRY(more, m_reader->next(properties));
    if (!more)
        return false;
    card = contactOf(properties, m_decoder);
    return true;
}

} // namespace kontor::exchange
