// Header fields of a mail (RFC 5322, 2045, 2047, 2231) as texts, addresses and moments.
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace kontor::exchange {

// Bytes in the named character set as text. Where it names none that is known, UTF-8 if they are, else judged by likeness.
QString decodedText(const QByteArray &bytes, const QByteArray &charset);

QByteArray decodedQuotedPrintable(const QByteArray &bytes, bool isHeader);

// Header fields in their order, unfolded: name in lower case, and value.
class MailHeader {
public:
    explicit MailHeader(const QByteArray &block);

    QByteArray value(QByteArrayView name) const; // of the first of that name
    QByteArrayList values(QByteArrayView name) const;
    QString text(QByteArrayView name) const; // with its encoded words decoded

private:
    QList<std::pair<QByteArray, QByteArray>> m_fields;
};

// "text/plain; charset=utf-8": the value before the first semicolon, in lower case, and a parameter, decoded.
QByteArray mainValue(const QByteArray &value);
QString parameter(const QByteArray &value, const QByteArray &name);

// =?utf-8?B?...?= and its kin.
QString decodedWords(const QByteArray &value);

// The addresses of "Anna <a@b.c>, Team: d@e.f, g@h.i;": without names, comments and groups. At most 200.
QStringList mailAddresses(const QByteArray &value);

// "Tue, 4 Feb 2020 10:11:12 +0100 (CET)". Invalid where it is no such date.
QDateTime mailDate(const QByteArray &value);

} // namespace kontor::exchange
