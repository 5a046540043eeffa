#include "exchange/mail_header.h"

#include "exchange/charset.h"

#include <unicode/ucnv.h>

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostAddresses = 200;
constexpr qsizetype kLongestWord = 2'000; // the standard says 75

int hexDigit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// Without comments in parentheses; what stands in quotes stays.
QByteArray withoutComments(const QByteArray &value) {
    QByteArray plain;
    int depth = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char c = value.at(i);
        if (c == '\\' && i + 1 < value.size()) {
            if (depth == 0)
                plain += value.mid(i, 2);
            ++i;
            continue;
        }
        if (c == '"' && depth == 0)
            quoted = !quoted;
        if (!quoted && c == '(')
            ++depth;
        if (depth == 0)
            plain += c;
        if (!quoted && c == ')' && depth > 0)
            --depth;
    }
    return plain;
}

struct EncodedWord {
    QByteArray charset;
    QByteArray bytes;
    qsizetype end = 0; // behind it
};

// The encoded word that begins at `start`, where "=?" stands.
std::optional<EncodedWord> encodedWordAt(const QByteArray &whole, qsizetype start) {
    const QByteArray value = whole.mid(start, kLongestWord);
    const qsizetype first = value.indexOf('?', 2), second = first < 0 ? -1 : value.indexOf('?', first + 1);
    const qsizetype end = second < 0 ? -1 : value.indexOf("?=", second + 1);
    if (end < 0 || second != first + 2)
        return std::nullopt;
    const QByteArray content = value.mid(second + 1, end - second - 1);
    const char encoding = value.at(first + 1);
    QByteArray charset = value.mid(2, first - 2);
    if (const qsizetype language = charset.indexOf('*'); language >= 0)
        charset.truncate(language); // RFC 2231
    if (encoding == 'B' || encoding == 'b')
        return EncodedWord{charset, QByteArray::fromBase64(content), start + end + 2};
    if (encoding == 'Q' || encoding == 'q')
        return EncodedWord{charset, decodedQuotedPrintable(content, true), start + end + 2};
    return std::nullopt;
}

// Addresses as they stand there, without names, comments and groups.
QStringList addressesIn(const QByteArray &value) {
    QStringList addresses;
    QByteArray token;
    bool quoted = false, inAngle = false, hadAngle = false;
    const auto endToken = [&] {
        const QString address = decodedText(token.trimmed(), {});
        if (address.contains(u'@') && addresses.size() < kMostAddresses)
            addresses << address;
        token.clear();
        hadAngle = false;
    };
    for (const char c : withoutComments(value) + ',') {
        if (c == '"')
            quoted = !quoted;
        if (quoted || c == '"') {
            if (inAngle)
                token += c;
        } else if (c == '<') {
            token.clear(); // what stood before is the name
            inAngle = hadAngle = true;
        } else if (c == '>') {
            inAngle = false;
        } else if (!inAngle && (c == ',' || c == ';')) {
            endToken();
        } else if (!inAngle && c == ':') {
            token.clear(); // the name of a group
        } else if (inAngle || !hadAngle) {
            token += c;
        }
    }
    return addresses;
}

} // namespace

QString decodedText(const QByteArray &bytes, const QByteArray &charset) {
    // What is called Latin-1 is that of Windows more often than not, and its own places for it are no letters.
    const QByteArray lower = charset.trimmed().toLower(), name = lower == "iso-8859-1" ? QByteArray("windows-1252") : lower;
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = name.isEmpty() || name == "us-ascii" ? nullptr : ucnv_open(name.constData(), &status);
    if (U_FAILURE(status) || !converter) {
        status = U_ZERO_ERROR;
        converter = ucnv_open(detectCharset(bytes, true, u"en"_s).name.constData(), &status);
    }
    if (!converter)
        return QString::fromUtf8(bytes);
    QString text(bytes.size() * 2 + 1, Qt::Uninitialized);
    status = U_ZERO_ERROR;
    const int32_t length = ucnv_toUChars(converter, reinterpret_cast<UChar *>(text.data()), int32_t(text.size()),
                                         bytes.constData(), int32_t(bytes.size()), &status);
    ucnv_close(converter);
    if (U_FAILURE(status))
        return QString::fromUtf8(bytes).remove(QChar(u'\0'));
    text.truncate(length);
    return text.remove(QChar(u'\0'));
}

QByteArray decodedQuotedPrintable(const QByteArray &bytes, bool isHeader) {
    QByteArray plain;
    plain.reserve(bytes.size());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (isHeader && c == '_') {
            plain += ' ';
        } else if (c != '=') {
            plain += c;
        } else if (i + 1 < bytes.size() && bytes.at(i + 1) == '\n') {
            ++i; // a soft line break
        } else if (i + 2 < bytes.size() && bytes.at(i + 1) == '\r' && bytes.at(i + 2) == '\n') {
            i += 2;
        } else {
            const int high = i + 2 < bytes.size() ? hexDigit(bytes.at(i + 1)) : -1,
                      low = high >= 0 ? hexDigit(bytes.at(i + 2)) : -1;
            if (low >= 0)
                plain += char(high * 16 + low);
            else
                plain += c; // as it stands, where it is no code
            i += low >= 0 ? 2 : 0;
        }
    }
    return plain;
}

MailHeader::MailHeader(const QByteArray &block) {
    for (QByteArray line : block.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        if ((line.startsWith(' ') || line.startsWith('\t')) && !m_fields.isEmpty()) {
            m_fields.last().second += line;
            continue;
        }
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            m_fields.append({line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
    }
}

QByteArray MailHeader::value(QByteArrayView name) const {
    const auto found =
        std::find_if(m_fields.cbegin(), m_fields.cend(), [name](const auto &field) { return field.first == name; });
    return found == m_fields.cend() ? QByteArray() : found->second;
}

QByteArrayList MailHeader::values(QByteArrayView name) const {
    QByteArrayList list;
    for (const auto &[known, value] : m_fields) {
        if (known == name)
            list << value;
    }
    return list;
}

QString MailHeader::text(QByteArrayView name) const { return decodedWords(value(name)); }

QByteArray mainValue(const QByteArray &value) { return withoutComments(value).split(';').first().trimmed().toLower(); }

QString parameter(const QByteArray &value, const QByteArray &name) {
    // name=value, name="value", name*=charset'language'%xx, name*0=..., name*1*=...
    static const QRegularExpression pattern(u";\\s*([^\\s=;*]+)(\\*\\d+)?(\\*)?\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^;]*)"_s);
    QString plain;
    QByteArray coded, charset;
    const QString fields = QString::fromLatin1(value);
    for (auto matches = pattern.globalMatch(fields); matches.hasNext();) {
        const auto match = matches.next();
        if (match.captured(1).toLatin1().toLower() != name)
            continue;
        QByteArray part = match.captured(4).trimmed().toLatin1();
        if (part.size() >= 2 && part.startsWith('"') && part.endsWith('"'))
            part = part.mid(1, part.size() - 2).replace("\\\"", "\"");
        if (match.captured(3).isEmpty()) {
            plain += decodedWords(part);
            continue;
        }
        if (const qsizetype quote = part.indexOf('\''); quote >= 0 && charset.isEmpty() && coded.isEmpty()) {
            charset = part.left(quote);
            part = part.mid(part.indexOf('\'', quote + 1) + 1);
        }
        coded += QByteArray::fromPercentEncoding(part);
    }
    return coded.isEmpty() ? plain : decodedText(coded, charset) + plain;
}

QString decodedWords(const QByteArray &value) {
    QString text;
    QByteArray pending, pendingCharset,
        plain; // bytes of encoded words that follow each other: a letter may begin in one and end in the next
    const auto endPending = [&] {
        text += decodedText(pending, pendingCharset);
        pending.clear();
    };
    for (qsizetype i = 0; i < value.size();) {
        const auto word = value.mid(i, 2) == "=?" ? encodedWordAt(value, i) : std::nullopt;
        if (!word) {
            plain += value.at(i++);
            continue;
        }
        const bool isJoined = !pending.isEmpty() && plain.trimmed().isEmpty(); // blanks between two words are none
        if (!isJoined || word->charset.toLower() != pendingCharset.toLower())
            endPending();
        if (!isJoined)
            text += decodedText(plain, {});
        plain.clear();
        pending += word->bytes;
        pendingCharset = word->charset;
        i = word->end;
    }
    endPending();
    return text + decodedText(plain, {});
}

QStringList mailAddresses(const QByteArray &value) {
    QStringList addresses = addressesIn(value);
    if (addresses.isEmpty() && value.contains("=?")) // some programs encode the address with the name
        addresses = addressesIn(decodedWords(value).toUtf8());
    return addresses;
}

QDateTime mailDate(const QByteArray &value) {
    static const QHash<QByteArray, QByteArray> zones{{"GMT", "+0000"}, {"UT", "+0000"},  {"UTC", "+0000"}, {"Z", "+0000"},
                                                     {"EST", "-0500"}, {"EDT", "-0400"}, {"CST", "-0600"}, {"CDT", "-0500"},
                                                     {"MST", "-0700"}, {"MDT", "-0600"}, {"PST", "-0800"}, {"PDT", "-0700"}};
    QByteArrayList words = withoutComments(value).simplified().split(' ');
    if (!words.isEmpty() && zones.contains(words.last().toUpper()))
        words.last() = zones.value(words.last().toUpper());
    return QDateTime::fromString(QString::fromLatin1(words.join(' ')), Qt::RFC2822Date).toUTC();
}

} // namespace kontor::exchange
