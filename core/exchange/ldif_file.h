// An LDIF file as a table of customers.
#pragma once

#include "exchange/byte_source.h"
#include "exchange/card_table.h"
#include "exchange/ldif_reader.h"
#include "exchange/table_file.h"
#include "exchange/vcard_text.h"

namespace kontor::exchange {

// `head`: the first bytes, as headOf() gives them.
bool isLdif(const QByteArray &head);

class LdifFile final : public CardTable {
public:
    static Result<std::unique_ptr<LdifFile>> open(const QString &path, const TableOptions &options);

    QByteArray charset() const override { return m_source->isUnicode() ? m_source->charset() : m_decoder.usualCharset(); }
    qint64 size() const override { return m_source->size(); }
    qint64 bytesRead() const override { return m_source->bytesRead(); }

private:
    LdifFile(std::unique_ptr<ByteSource> source, const QByteArray &charset);
    Result<void> restart() override;
    Result<bool> nextCard(ContactCard &card) override;

    std::unique_ptr<ByteSource> m_source;
    TextDecoder m_decoder;
    std::unique_ptr<LdifReader> m_reader;
};

} // namespace kontor::exchange
