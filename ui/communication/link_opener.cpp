#include "communication/link_opener.h"

#include <QDesktopServices>
#include <QProcess>
#include <QUrl>

namespace kontor::ui {

bool SystemLinkOpener::open(const QByteArray &link) {
    const QUrl url = QUrl::fromEncoded(link, QUrl::StrictMode);
    return url.isValid() && QDesktopServices::openUrl(url);
}

bool SystemLinkOpener::run(const QString &program, const QStringList &arguments) {
    return QProcess::startDetached(program, arguments);
}

} // namespace kontor::ui
