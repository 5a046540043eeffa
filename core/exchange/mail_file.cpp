#include "exchange/mail_file.h"

#include "exchange/file_access.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kHead = 64 * 1024;
constexpr qint64 kLongestLine = 64 * 1024; // a longer one counts as several
constexpr int kFirstMails = 20;

bool isDigitAt(const QByteArray &line, qsizetype at) {
    return at >= 0 && at < line.size() && line.at(at) >= '0' && line.at(at) <= '9';
}

// "From anna@example.org Tue Feb  4 10:11:12 2020": what parts the mails of a folder. A sentence that begins so has no time of day.
bool isFromLine(const QByteArray &line) {
    if (!line.startsWith("From "))
        return false;
    for (qsizetype colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
        if (isDigitAt(line, colon - 1) && isDigitAt(line, colon + 1) && isDigitAt(line, colon + 2))
            return true;
    }
    return false;
}

bool isHeaderLine(const QByteArray &line) {
    const qsizetype colon = line.indexOf(':');
    return colon > 0 && std::all_of(line.cbegin(), line.cbegin() + colon, [](char c) { return c > ' ' && c < 127; });
}

// Headers from the first line on, of which a mail has some.
bool beginsAsMail(const QByteArray &head) {
    bool isFrom = false, isOther = false, isFirst = true;
    for (const QByteArray &raw : head.left(head.lastIndexOf('\n') + 1).split('\n')) {
        const QByteArray line = raw.endsWith('\r') ? raw.chopped(1) : raw;
        if (line.isEmpty())
            break;
        const bool isFolded = !isFirst && (line.startsWith(' ') || line.startsWith('\t'));
        isFirst = false;
        if (isFolded)
            continue;
        if (!isHeaderLine(line))
            return false;
        const QByteArray name = line.left(line.indexOf(':')).toLower();
        isFrom = isFrom || name == "from" || name == "sender";
        isOther = isOther || name == "date" || name == "message-id" || name == "received" || name == "mime-version";
    }
    return isFrom && isOther;
}

QByteArray headOf(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray head = file.read(kHead);
    if (head.startsWith("\xEF\xBB\xBF"))
        head.remove(0, 3);
    return head;
}

QStringList cellsOf(const MailMessage &mail) {
    QString text = mail.text;
    QStringList kept, leftOut, lines;
    for (const RowFile &file : mail.attachments) {
        if (file.problem.isEmpty())
            kept << file.name;
        else
            leftOut << u"%1 (%2)"_s.arg(file.name, file.problem);
    }
    if (!kept.isEmpty())
        lines << QCoreApplication::translate("kontor::exchange", "Attachments: %1").arg(kept.join(u", "_s));
    if (!leftOut.isEmpty())
        lines << QCoreApplication::translate("kontor::exchange", "Attachments that were left out: %1").arg(leftOut.join(u", "_s));
    if (!lines.isEmpty())
        text += (text.isEmpty() ? QString() : u"\n\n"_s) + lines.join(u'\n');
    return {mail.id,
            mail.from.join(u", "_s),
            mail.to.join(u", "_s),
            mail.at.isValid() ? mail.at.toString(Qt::ISODate) : QString(),
            u"email"_s,
            mail.subject,
            text};
}

QString problemOf(const MailMessage &mail) {
    if (mail.isDeleted)
        return QCoreApplication::translate("kontor::exchange", "The mail was deleted in the program that keeps the folder.");
    if (mail.from.isEmpty() && mail.to.isEmpty())
        return QCoreApplication::translate("kontor::exchange",
                                           "The mail names no address, neither from whom nor to whom it went.");
    return {};
}

} // namespace

bool isMailFile(const QString &path) {
    const QByteArray head = headOf(path);
    return isFromLine(head.left(head.indexOf('\n'))) || beginsAsMail(head);
}

Result<std::unique_ptr<MailFile>> MailFile::open(const QString &path) {
    std::unique_ptr<MailFile> file(new MailFile(path));
    TRY_VOID(openForReading(file->m_file));
    const QByteArray head = headOf(path);
    file->m_isFolder = isFromLine(head.left(head.indexOf('\n')));
    file->m_hasHeader = true;
    file->m_titles = QStringList{u"id"_s, u"email.from"_s, u"email.to"_s, u"at"_s, u"kind"_s, u"subject"_s, u"text"_s};
    TRY_VOID(file->rewind());
    MailMessage mail;
    while (file->m_firstRows.size() < kFirstMails) {
        TRY(more, file->nextMail(mail));
        if (!more)
            break;
        file->m_firstRows << cellsOf(mail);
    }
    TRY_VOID(file->rewind());
    return file;
}

Result<void> MailFile::rewind() {
    m_file.seek(0);
    if (m_file.peek(3) == "\xEF\xBB\xBF")
        m_file.skip(3);
    m_line = 0;
    m_isInFolder = false;
    return {};
}

QByteArray MailFile::readLine() {
    ++m_line;
    m_buffer.resize(kLongestLine);
    const qint64 length = m_file.readLine(m_buffer.data(), kLongestLine);
    return QByteArray(m_buffer.constData(), std::max<qint64>(length, 0));
}

// In a folder a mail ends before the next "From " line behind an empty one; a line of the mail that begins so has ">" before it.
Result<bool> MailFile::nextMail(MailMessage &mail) {
    MailParser parser;
    bool isEmpty = true, afterBlank = true;
    m_start = m_line + 1;
    for (QByteArray line = readLine(); !line.isEmpty(); line = readLine()) {
        if (m_isFolder && afterBlank && isFromLine(line)) {
            const bool isNext = m_isInFolder; // the first of them stands before its mail
            m_isInFolder = true;
            if (isNext) {
                mail = parser.finish();
                return true;
            }
            m_start = m_line + 1;
            continue;
        }
        afterBlank = line == "\n" || line == "\r\n";
        const auto isMark = [](char c) { return c == '>'; };
        const qsizetype marks = std::find_if_not(line.cbegin(), line.cend(), isMark) - line.cbegin();
        if (m_isFolder && marks > 0 && line.mid(marks, 5) == "From ")
            line.remove(0, 1);
        isEmpty = isEmpty && afterBlank;
        parser.addLine(line);
    }
    if (isEmpty && !m_isInFolder)
        return false;
    m_isInFolder = false;
    mail = parser.finish();
    return true;
}

Result<bool> MailFile::next(TableRecord &record) {
    MailMessage mail;
    TRY(more, nextMail(mail));
    if (!more)
        return false;
    m_texts = cellsOf(mail);
    record.files = mail.attachments;
    record.cells.assign(m_texts.cbegin(), m_texts.cend());
    record.line = m_start;
    record.broken = false;
    record.problem = problemOf(mail);
    return true;
}

} // namespace kontor::exchange
