#include "communication/contact_launcher.h"

#include "communication/link_opener.h"
#include "main_window/shell.h"
#include "widgets/bidi.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QUrl>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using communication::Channel;

std::optional<ContactPoint> ContactLauncher::launch(const Card &card, Channel channel, Id wanted) {
    const Result<ContactPoint> point = communication::choosePoint(card, channel, wanted);
    const Result<QByteArray> link =
        point ? communication::linkFor(card, channel, m_country, point->id) : Result<QByteArray>(point.error());
    if (!link) {
        m_shell.showError(link.error());
        return std::nullopt;
    }
    if (!m_opener.open(*link))
        copy(channel, point->value);
    return *point;
}

void ContactLauncher::copy(Channel channel, const QString &value) {
    QGuiApplication::clipboard()->setText(value);
    const QString shown = isolatedLtr(value);
    m_shell.showToast({channel == Channel::Call
                           ? tr("No program for calls is set up on this computer. The number %1 was copied.").arg(shown)
                           : tr("No mail program is set up on this computer. The address %1 was copied.").arg(shown),
                       {},
                       {}});
}

void ContactLauncher::openPage(const QString &address) {
    const QString typed = address.trimmed();
    const QUrl url = typed.contains("://"_L1) ? QUrl(typed) : QUrl(u"https://"_s + typed);
    const bool isWeb = url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
    if (isWeb && m_opener.open(url.toEncoded()))
        return;
    QGuiApplication::clipboard()->setText(typed);
    m_shell.showToast({tr("This address could not be opened. %1 was copied.").arg(isolatedLtr(typed)), {}, {}});
}

QString refusal(const Card &card, Channel channel) {
    const Result<ContactPoint> point = communication::choosePoint(card, channel);
    return point ? QString() : point.error().message;
}

} // namespace kontor::ui
