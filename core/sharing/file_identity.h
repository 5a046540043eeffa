// Which file stands under a name, as the system knows it: another one of the same name, put in its place, has another identity.
#pragma once

#include <QByteArray>
#include <QString>

namespace kontor::sharing {

// Empty: there is none, or the drive does not answer. Does not open the file, so that no lock of this process is lost.
QByteArray fileIdentity(const QString &path);

} // namespace kontor::sharing
