// A mail (.eml) or a folder of mails (mbox) as a table of interactions: a row for each mail.
#pragma once

#include "exchange/mail_message.h"
#include "exchange/table.h"

#include <QFile>

#include <memory>

namespace kontor::exchange {

// Does the file begin with a mail's headers, or with the "From " line of a folder? An unreadable one does not.
bool isMailFile(const QString &path);

class MailFile final : public Table {
public:
    // Errors: Gone.
    static Result<std::unique_ptr<MailFile>> open(const QString &path);

    std::optional<FileKind> kind() const override { return FileKind::Interactions; }
    QByteArray charset() const override { return "UTF-8"; } // each mail says its own
    qint64 size() const override { return m_file.size(); }
    qint64 bytesRead() const override { return m_file.pos(); }
    Result<void> rewind() override;
    Result<bool> next(TableRecord &record) override;

private:
    explicit MailFile(const QString &path) : m_file(path) {}
    Result<bool> nextMail(MailMessage &mail);
    QByteArray readLine();

    QFile m_file;
    QByteArray m_buffer; // of one line
    bool m_isFolder = false;
    qint64 m_line = 0;         // that was read last
    qint64 m_start = 0;        // line of the mail's first header
    bool m_isInFolder = false; // a "From " line was passed
    QStringList m_texts;       // of the record that was given out last
};

} // namespace kontor::exchange
