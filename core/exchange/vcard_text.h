// The values of vCards and LDIF entries as text: transfer encodings, character sets, escapes, and the parts of structured values.
#pragma once

#include "exchange/vcard_reader.h"

#include <QHash>
#include <QString>
#include <QStringList>

struct UConverter;

namespace kontor::exchange {

QByteArray decodeQuotedPrintable(QByteArrayView encoded);

// Bytes that say nothing of their character set are UTF-8 where they can be, else what the file's other such bytes look like.
class TextDecoder {
public:
    explicit TextDecoder(QByteArray chosen = {}) : m_usual(std::move(chosen)) {}
    ~TextDecoder();
    TextDecoder(const TextDecoder &) = delete;
    TextDecoder &operator=(const TextDecoder &) = delete;

    // `charset`: as the value itself says, empty where it does not.
    QString text(const QByteArray &bytes, const QByteArray &charset = {});
    // Judges by the bytes met so far that were not UTF-8; false: there were none, or it is known already.
    bool settle(const QString &language);
    QByteArray usualCharset() const { return m_usual.isEmpty() ? QByteArray("UTF-8") : m_usual; }

private:
    UConverter *converter(const QByteArray &charset);

    QByteArray m_usual; // for what is not UTF-8; empty: not known yet
    QByteArray m_strange;
    QHash<QByteArray, UConverter *> m_converters;
};

class VCardText {
public:
    VCardText(TextDecoder &decoder, bool isVersion21) : m_decoder(decoder), m_isVersion21(isVersion21) {}

    QString text(const VCardProperty &property) const; // one value
    QStringList components(const VCardProperty &property, char16_t separator = u';') const;
    QString line(const VCardProperty &property) const; // as it stands in the file, unfolded

private:
    QString unescaped(QStringView text) const;

    TextDecoder &m_decoder;
    bool m_isVersion21;
};

} // namespace kontor::exchange
