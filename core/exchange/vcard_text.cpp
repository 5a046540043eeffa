#include "exchange/vcard_text.h"

#include "exchange/charset_likeness.h"

#include <unicode/ucnv.h>

#include <QStringDecoder>

#include <algorithm>

namespace kontor::exchange {

namespace {

constexpr qsizetype kStrangeBytes = 64 * 1024; // are enough to know a character set by

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

bool isUtf8(const QByteArray &name) {
    const QByteArray upper = name.toUpper();
    return upper == "UTF-8" || upper == "UTF8";
}

bool isPlain(const QByteArray &bytes) {
    return std::all_of(bytes.cbegin(), bytes.cend(), [](char c) { return uchar(c) < 0x80; });
}

char16_t unitOf(char c) { return uchar(c); }
char16_t unitOf(QChar c) { return c.unicode(); }

// Where a structured value may be parted: separators that no backslash stands before.
template <class Text>
QList<Text> splitUnescaped(const Text &text, char16_t separator) {
    QList<Text> parts;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (unitOf(text.at(i)) == u'\\') {
            ++i;
        } else if (unitOf(text.at(i)) == separator) {
            parts << text.mid(start, i - start);
            start = i + 1;
        }
    }
    return parts << text.mid(start);
}

} // namespace

QByteArray decodeQuotedPrintable(QByteArrayView encoded) {
    QByteArray plain;
    plain.reserve(encoded.size());
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        const int high = encoded[i] == '=' && i + 2 < encoded.size() ? hexDigit(encoded[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(encoded[i + 2]) : -1;
        if (low >= 0) {
            plain += char(high * 16 + low);
            i += 2;
        } else if (encoded[i] != '=' || i + 1 < encoded.size()) {
            plain += encoded[i];
        }
    }
    return plain;
}

TextDecoder::~TextDecoder() {
    for (UConverter *converter : std::as_const(m_converters)) {
        if (converter)
            ucnv_close(converter);
    }
}

// Nothing for a name that nobody knows.
UConverter *TextDecoder::converter(const QByteArray &charset) {
    constexpr int most = 32; // a file may name what it likes
    const auto known = m_converters.constFind(charset);
    if (known != m_converters.cend())
        return *known;
    if (m_converters.size() >= most)
        return nullptr;
    UErrorCode status = U_ZERO_ERROR;
    UConverter *made = ucnv_open(charset.constData(), &status);
    return *m_converters.insert(charset, U_SUCCESS(status) ? made : nullptr);
}

QString TextDecoder::text(const QByteArray &bytes, const QByteArray &charset) {
    QString text;
    if (isPlain(bytes)) {
        text = QString::fromLatin1(bytes);
    } else {
        UConverter *named = charset.isEmpty() || isUtf8(charset) ? nullptr : converter(charset);
        QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        if (!named) {
            text = utf8(bytes);
            if (utf8.hasError() && m_usual.isEmpty() && m_strange.size() < kStrangeBytes)
                m_strange += bytes + '\n';
            if (utf8.hasError() && !m_usual.isEmpty())
                named = converter(m_usual);
        }
        if (named) {
            ucnv_reset(named);
            text.resize(bytes.size() * 2 + 16);
            UErrorCode status = U_ZERO_ERROR;
            const auto length = ucnv_toUChars(named, reinterpret_cast<UChar *>(text.data()), int(text.size()), bytes.constData(),
                                              int(bytes.size()), &status);
            text.truncate(U_SUCCESS(status) ? length : 0);
        }
    }
    text.remove(QChar(u'\0'));
    return text;
}

bool TextDecoder::settle(const QString &language) {
    if (!m_usual.isEmpty() || m_strange.isEmpty())
        return false;
    m_usual = mostLikelyCharset(m_strange, language);
    m_strange.clear();
    return true;
}

QString VCardText::unescaped(QStringView text) const {
    if (!text.contains(u'\\'))
        return text.toString();
    QString plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = text.at(i) == u'\\' && i + 1 < text.size() ? text.at(i + 1) : QChar();
        if (QStringView(u"\\;,:\"").contains(next) && !next.isNull()) {
            plain += next;
            ++i;
        } else if ((next == u'n' || next == u'N') && !m_isVersion21) {
            plain += u'\n';
            ++i;
        } else {
            plain += text.at(i);
        }
    }
    return plain;
}

QString VCardText::text(const VCardProperty &property) const {
    const QByteArray bytes = property.isQuotedPrintable ? decodeQuotedPrintable(property.value) : property.value;
    return unescaped(m_decoder.text(bytes, property.parameter("CHARSET")))
        .replace(QStringLiteral("\r\n"), QStringLiteral("\n"))
        .trimmed();
}

// A separator that is encoded belongs to the text, so an encoded value is parted before it is decoded.
QStringList VCardText::components(const VCardProperty &property, char16_t separator) const {
    QStringList parts;
    const QByteArray charset = property.parameter("CHARSET");
    if (property.isQuotedPrintable) {
        for (const QByteArray &part : splitUnescaped(property.value, separator))
            parts << unescaped(m_decoder.text(decodeQuotedPrintable(part), charset)).trimmed();
        return parts;
    }
    for (const QString &part : splitUnescaped(m_decoder.text(property.value, charset), separator))
        parts << unescaped(part).trimmed();
    return parts;
}

QString VCardText::line(const VCardProperty &property) const {
    QByteArray head = property.group.isEmpty() ? property.name : property.group + '.' + property.name;
    for (const auto &[name, values] : property.parameters) {
        if (name == "CHARSET" || (name == "ENCODING" && property.isQuotedPrintable))
            continue; // the text is decoded
        head += ';' + name + '=';
        for (qsizetype i = 0; i < values.size(); ++i) {
            QByteArray value = values.at(i);
            value.replace('^', "^^").replace('"', "^'").replace('\n', "^n");
            const bool quoted = value.contains(':') || value.contains(';') || value.contains(',');
            head += (i > 0 ? "," : "") + (quoted ? '"' + value + '"' : value);
        }
    }
    QString value = m_decoder.text(property.isQuotedPrintable ? decodeQuotedPrintable(property.value) : property.value,
                                   property.parameter("CHARSET"));
    value.replace(QStringLiteral("\r\n"), QStringLiteral("\\n")).replace(u'\n', QStringLiteral("\\n"));
    return property.name.isEmpty() ? value : m_decoder.text(head) + u':' + value;
}

} // namespace kontor::exchange
