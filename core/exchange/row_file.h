// A file that a row brings with it: the photo of a contact, an attachment of a mail.
#pragma once

#include <QByteArray>
#include <QString>

namespace kontor::exchange {

struct RowFile {
    QString name;
    QByteArray content;
    QString problem = {}; // why it is left out, as a sentence; its content is empty then
};

// The ending of a name for a picture of that kind, seen from the first bytes: jpg, png, gif, webp, bmp, tiff or heic. Empty: no picture that is known.
QString pictureEnding(QByteArrayView content);

// The photo of a customer is a file on the card by this name, whatever its ending.
inline const QString kPhotoName = QStringLiteral("photo");
bool isPhotoName(const QString &name);

} // namespace kontor::exchange
