// One mail, from its lines: headers, the part that is text, and its attachments. Other content is passed over unread.
#pragma once

#include "exchange/mail_header.h"
#include "exchange/row_file.h"

namespace kontor::exchange {

struct MailMessage {
    QString id;           // Message-ID without its brackets; empty where there is none
    QStringList from, to; // addresses; `to` holds those of Cc and Bcc too
    QDateTime at;         // UTC; invalid where no header tells
    QString subject;
    QString text;               // of the plain part, else of the HTML part without its markup
    QList<RowFile> attachments; // some left out, with the reason
    bool isDeleted = false;     // in its program, which keeps it in the folder until it tidies up
};

// Limits: headers 256 KB, text 2 MB before and 100 000 characters after decoding, parts in parts 20 deep, 20 attachments with 10 MB each and 20 MB
// together. What is beyond them is left out, and so are pictures that belong to the text; a text that was cut ends with "…".
class MailParser {
public:
    void addLine(const QByteArray &line); // with or without its line break
    MailMessage finish();

private:
    enum class Place { Header, Text, File, Passed };
    struct Part {
        bool isHtml = false;
        QByteArray charset;
        QByteArray encoding;
        QByteArray body;
        QString name = {}; // of an attachment
        bool isCut = false;
    };

    void endHeader();
    void takeMessageHeader(const MailHeader &header);
    bool isBoundary(const QByteArray &line);
    void beginAttachment(const MailHeader &header, const QByteArray &kind, const QString &name);
    void endPart();
    void endAttachment();
    void leaveOut(const QString &name, const QString &problem);
    static QString decodedBody(const Part &part);

    MailMessage m_message;
    Place m_place = Place::Header;
    bool m_isMessageHeader = true;
    QByteArray m_header;
    Part m_part;
    QByteArrayList m_boundaries; // with the two dashes, outermost first
    QString m_plain, m_html;
    qsizetype m_kept = 0, m_bytesKept = 0; // of attachments
};

// What a reader sees of HTML: no markup, scripts or styles; paragraphs and breaks are line breaks.
QString textOfHtml(const QString &html);

} // namespace kontor::exchange
