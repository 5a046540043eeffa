#include "exchange/mail_message.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestHeader = 256 * 1024;
constexpr qsizetype kLongestBody = 2 * 1024 * 1024;
constexpr qsizetype kLongestText = 100'000;
constexpr qsizetype kDeepest = 20;
constexpr qsizetype kMostAttachments = 20;
constexpr qsizetype kMostNamed = 500; // with those that are left out
constexpr qsizetype kLargestAttachment = 10 * 1024 * 1024;
constexpr qsizetype kLargestTogether = 20 * 1024 * 1024;
constexpr qsizetype kLargestEncoded = kLargestAttachment / 3 * 4 + kLargestAttachment / 20; // with its line breaks

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

// Blanks at the ends of lines and runs of empty lines say nothing.
QString tidied(const QString &text) {
    QString tidy;
    tidy.reserve(text.size());
    int empty = 0;
    for (QStringView line : QStringView(text).split(u'\n')) {
        while (!line.isEmpty() && line.back().isSpace())
            line.chop(1);
        empty = line.isEmpty() ? empty + 1 : 0;
        if (empty < 2 && !(tidy.isEmpty() && line.isEmpty()))
            tidy.append(line).append(u'\n');
    }
    while (tidy.endsWith(u'\n'))
        tidy.chop(1);
    return tidy;
}

// "&amp;", "&#228;", "&#xE4;" at `at`: what it stands for, and where it ends. `at` stays where it is none.
QString entityAt(QStringView html, qsizetype &at) {
    static const QHash<QString, QString> named{{u"nbsp"_s, u" "_s}, {u"lt"_s, u"<"_s},    {u"gt"_s, u">"_s},
                                               {u"amp"_s, u"&"_s},  {u"quot"_s, u"\""_s}, {u"apos"_s, u"'"_s}};
    const qsizetype length = html.mid(at, 12).indexOf(u';');
    if (length < 2)
        return {};
    const QStringView name = html.mid(at + 1, length - 1);
    QString letters = named.value(name.toString());
    if (name.startsWith(u'#')) {
        const bool isHex = name.size() > 1 && name.at(1).toLower() == u'x';
        const char32_t letter = name.mid(isHex ? 2 : 1).toUInt(nullptr, isHex ? 16 : 10);
        if (letter >= 0x20 && letter <= 0x10FFFF && (letter < 0xD800 || letter > 0xDFFF))
            letters = QString::fromUcs4(&letter, 1);
    }
    if (!letters.isEmpty())
        at += length + 1;
    return letters;
}

// Behind the markup that begins at `at`: a tag, a comment, or an element that no reader sees. What is never closed goes to the end.
qsizetype behindMarkup(QStringView html, qsizetype at, QStringView name) {
    qsizetype end = 0;
    if (html.mid(at).startsWith(u"<!--")) {
        end = html.indexOf(u"-->", at + 4);
        return end < 0 ? html.size() : end + 3;
    }
    if (name == u"script" || name == u"style" || name == u"head" || name == u"title") {
        at = html.indexOf(u"</"_s + name.toString(), at, Qt::CaseInsensitive);
        if (at < 0)
            return html.size();
    }
    end = html.indexOf(u'>', at);
    return end < 0 ? html.size() : end + 1;
}

} // namespace

QString textOfHtml(const QString &html) {
    static const QSet<QString> breaks{u"br"_s, u"/p"_s, u"/div"_s, u"/tr"_s, u"/li"_s, u"/h1"_s, u"/h2"_s, u"/h3"_s, u"/h4"_s};
    const QStringView view(html);
    QString text;
    text.reserve(html.size());
    for (qsizetype at = 0; at < view.size();) {
        const QChar c = view.at(at);
        if (c == u'<') {
            qsizetype end = at + 1;
            while (end < view.size() && end < at + 10 &&
                   (view.at(end).isLetterOrNumber() || (view.at(end) == u'/' && end == at + 1)))
                ++end;
            const QString name = view.mid(at + 1, end - at - 1).toString().toLower();
            if (breaks.contains(name))
                text += u'\n';
            at = behindMarkup(view, at, name);
            continue;
        }
        if (const QString letters = c == u'&' ? entityAt(view, at) : QString(); !letters.isEmpty()) {
            text += letters;
        } else {
            const bool isBlank = c.isSpace();
            if (!isBlank || (!text.isEmpty() && !text.back().isSpace()))
                text += isBlank ? QChar(u' ') : c;
            ++at;
        }
    }
    return tidied(text);
}

void MailParser::addLine(const QByteArray &line) {
    QByteArray plain = line;
    while (plain.endsWith('\n') || plain.endsWith('\r'))
        plain.chop(1);
    if (m_place != Place::File)
        plain.removeIf([](char c) { return c == '\0'; }); // no text can hold it
    if (m_place == Place::Header) {
        if (plain.isEmpty())
            endHeader();
        else if (m_header.size() + plain.size() < kLongestHeader)
            m_header += plain + '\n';
        return;
    }
    if (plain.startsWith("--") && isBoundary(plain))
        return;
    if (m_place == Place::Text && m_part.body.size() < kLongestBody)
        m_part.body += plain + '\n';
    if (m_place == Place::File) {
        m_part.isCut = m_part.isCut || m_part.body.size() + line.size() > kLargestEncoded;
        m_part.body += m_part.isCut ? QByteArray() : line.endsWith('\n') ? line : line + '\n';
    }
}

// The innermost of the open boundaries; those inside it are left behind.
bool MailParser::isBoundary(const QByteArray &line) {
    const QByteArray mark = line.trimmed();
    for (qsizetype i = m_boundaries.size() - 1; i >= 0; --i) {
        const bool begins = mark == m_boundaries.at(i), ends = mark == m_boundaries.at(i) + "--";
        if (!begins && !ends)
            continue;
        endPart();
        m_boundaries.resize(ends ? i : i + 1);
        m_place = ends ? Place::Passed : Place::Header;
        return true;
    }
    return false;
}

void MailParser::takeMessageHeader(const MailHeader &header) {
    m_message.id = decodedText(header.value("message-id"), {}).trimmed();
    if (m_message.id.startsWith(u'<') && m_message.id.endsWith(u'>'))
        m_message.id = m_message.id.mid(1, m_message.id.size() - 2);
    m_message.from = mailAddresses(header.value("from"));
    if (m_message.from.isEmpty())
        m_message.from = mailAddresses(header.value("sender"));
    for (QByteArrayView name : {"to", "cc", "bcc"}) {
        for (const QByteArray &value : header.values(name))
            m_message.to << mailAddresses(value);
    }
    m_message.at = mailDate(header.value("date"));
    if (!m_message.at.isValid()) { // when it arrived
        const QByteArray received = header.value("received");
        m_message.at = mailDate(received.mid(received.lastIndexOf(';') + 1));
    }
    constexpr int expunged = 0x0008;
    m_message.isDeleted = (header.value("x-mozilla-status").toInt(nullptr, 16) & expunged) != 0;
    m_message.subject = header.text("subject").simplified();
}

void MailParser::endHeader() {
    const MailHeader header(m_header);
    m_header.clear();
    if (m_isMessageHeader)
        takeMessageHeader(header);
    m_isMessageHeader = false;
    const QByteArray type = header.value("content-type"), disposition = header.value("content-disposition");
    const QByteArray kind = mainValue(type);
    m_part = Part();
    m_place = Place::Passed;
    if (kind.startsWith("multipart/")) {
        if (const QString boundary = parameter(type, "boundary"); !boundary.isEmpty() && m_boundaries.size() < kDeepest)
            m_boundaries << "--" + boundary.toLatin1();
        return;
    }
    QString name = parameter(disposition, "filename");
    if (name.isEmpty())
        name = parameter(type, "name");
    const bool isText = kind.isEmpty() || kind == "text/plain" || kind == "text/html";
    if (isText && name.isEmpty() && mainValue(disposition) != "attachment") {
        m_part = {
            kind == "text/html", parameter(type, "charset").toLatin1(), mainValue(header.value("content-transfer-encoding")), {}};
        m_place = Place::Text;
    } else {
        beginAttachment(header, kind, name);
    }
}

// What has no name is a part that programs made for themselves, but for a mail that was forwarded.
void MailParser::beginAttachment(const MailHeader &header, const QByteArray &kind, const QString &name) {
    const bool isMail = kind == "message/rfc822";
    const bool isOfText = kind.startsWith("image/") && !header.value("content-id").isEmpty() &&
                          mainValue(header.value("content-disposition")) != "attachment";
    const QString shown = !name.isEmpty() ? name.simplified() : isMail ? u"message.eml"_s : QString::fromLatin1(kind);
    if (isOfText)
        return leaveOut(shown, tr("it belongs to the text"));
    if (name.isEmpty() && !isMail)
        return leaveOut(shown, tr("it has no name"));
    if (m_kept >= kMostAttachments)
        return leaveOut(shown, tr("the mail has more than %1").arg(kMostAttachments));
    m_part = {false, {}, mainValue(header.value("content-transfer-encoding")), {}, shown};
    m_place = Place::File;
}

void MailParser::leaveOut(const QString &name, const QString &problem) {
    if (m_message.attachments.size() < kMostNamed)
        m_message.attachments.append({name, {}, problem});
}

void MailParser::endAttachment() {
    const Part part = std::exchange(m_part, {});
    if (part.isCut)
        return leaveOut(part.name, tr("it has more than %1 MB").arg(kLargestAttachment >> 20));
    QByteArray content = part.body;
    if (part.encoding == "base64")
        content = QByteArray::fromBase64(content);
    else if (part.encoding == "quoted-printable")
        content = decodedQuotedPrintable(content, false);
    if (part.encoding != "base64" && content.endsWith('\n')) // the last line break belongs to the boundary
        content.chop(content.endsWith("\r\n") ? 2 : 1);
    if (content.isEmpty())
        return leaveOut(part.name, tr("it is empty"));
    if (content.size() > kLargestAttachment)
        return leaveOut(part.name, tr("it has more than %1 MB").arg(kLargestAttachment >> 20));
    if (m_bytesKept + content.size() > kLargestTogether)
        return leaveOut(part.name, tr("the attachments have more than %1 MB together").arg(kLargestTogether >> 20));
    ++m_kept;
    m_bytesKept += content.size();
    m_message.attachments.append({part.name, content});
}

QString MailParser::decodedBody(const Part &part) {
    if (part.encoding == "base64")
        return decodedText(QByteArray::fromBase64(part.body), part.charset);
    if (part.encoding == "quoted-printable")
        return decodedText(decodedQuotedPrintable(part.body, false), part.charset);
    return decodedText(part.body, part.charset);
}

void MailParser::endPart() {
    if (m_place == Place::Header && !m_header.isEmpty())
        endHeader(); // a part without a body
    if (m_place == Place::File)
        endAttachment();
    if (std::exchange(m_place, Place::Passed) != Place::Text)
        return;
    QString &whole = m_part.isHtml ? m_html : m_plain;
    if (whole.size() < kLongestText) {
        const QString text = m_part.isHtml ? textOfHtml(decodedBody(m_part)) : tidied(decodedBody(m_part));
        whole += whole.isEmpty() || text.isEmpty() ? text : u"\n\n"_s + text;
    }
    m_part = Part();
}

MailMessage MailParser::finish() {
    if (m_isMessageHeader)
        endHeader();
    endPart();
    m_message.text = m_plain.isEmpty() ? m_html : m_plain;
    if (m_message.text.size() > kLongestText)
        m_message.text = m_message.text.left(kLongestText) + u'…';
    MailMessage message = std::move(m_message);
    *this = MailParser();
    return message;
}

} // namespace kontor::exchange
