// One mail, from its lines: headers, the part that is text, and what the attachments are called. Other content is passed over unread.
#pragma once

#include "exchange/mail_header.h"

namespace kontor::exchange {

struct MailMessage {
    QString id;           // Message-ID without its brackets; empty where there is none
    QStringList from, to; // addresses; `to` holds those of Cc and Bcc too
    QDateTime at;         // UTC; invalid where no header tells
    QString subject;
    QString text;            // of the plain part, else of the HTML part without its markup
    QStringList attachments; // names
    bool isDeleted = false;  // in its program, which keeps it in the folder until it tidies up
};

// Limits: headers 256 KB, text 2 MB before and 100 000 characters after decoding, parts in parts 20 deep, 500 attachments. What is beyond them is
// left out; a text that was cut ends with "…".
class MailParser {
public:
    void addLine(const QByteArray &line); // with or without its line break
    MailMessage finish();

private:
    enum class Place { Header, Text, Passed };
    struct Part {
        bool isHtml = false;
        QByteArray charset;
        QByteArray encoding;
        QByteArray body;
    };

    void endHeader();
    void takeMessageHeader(const MailHeader &header);
    bool isBoundary(const QByteArray &line);
    void endPart();
    static QString decodedBody(const Part &part);

    MailMessage m_message;
    Place m_place = Place::Header;
    bool m_isMessageHeader = true;
    QByteArray m_header;
    Part m_part;
    QByteArrayList m_boundaries; // with the two dashes, outermost first
    QString m_plain, m_html;
};

// What a reader sees of HTML: no markup, scripts or styles; paragraphs and breaks are line breaks.
QString textOfHtml(const QString &html);

} // namespace kontor::exchange
