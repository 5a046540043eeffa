#include "communication/link_opener.h"

#include <QDesktopServices>
#include <QUrl>

namespace kontor::ui {

bool SystemLinkOpener::open(const QByteArray &link) {
    const QUrl url = QUrl::fromEncoded(link, QUrl::StrictMode);
    return url.isValid() && QDesktopServices::openUrl(url);
}

} // namespace kontor::ui
