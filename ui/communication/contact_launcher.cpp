#include "communication/contact_launcher.h"

#include "communication/call_target.h"
#include "communication/link_opener.h"
#include "main_window/shell.h"
#include "preferences/preferences.h"
#include "widgets/bidi.h"

#include <QClipboard>
#include <QGuiApplication>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using communication::Channel;

std::optional<ContactPoint> ContactLauncher::launch(const Card &card, Channel channel, Id wanted) {
    const Result<ContactPoint> point = communication::choosePoint(card, channel, wanted);
    if (!point) {
        m_shell.showError(point.error());
        return std::nullopt;
    }
    const Result<bool> opened = open(card, channel, *point);
    if (!opened) {
        m_shell.showError(opened.error());
        return std::nullopt;
    }
    if (!*opened)
        copy(channel, point->value);
    return *point;
}

Result<bool> ContactLauncher::open(const Card &card, Channel channel, const ContactPoint &point) {
    if (channel != Channel::Call) {
        TRY(link, communication::linkFor(card, channel, m_country, point.id));
        return m_opener.open(link);
    }
    const QString country = card.customer.country.size() == 2 ? card.customer.country : m_country;
    return call(point.normalised, country);
}

void ContactLauncher::openOther(Channel channel, const QString &typed, const QString &normalised) {
    const auto opened = [&]() -> Result<bool> {
        if (channel == Channel::Call)
            return call(normalised, m_country);
        TRY(link, communication::mailtoLink(normalised));
        return m_opener.open(link);
    }();
    if (!opened)
        m_shell.showError(opened.error());
    else if (!*opened)
        copy(channel, typed);
}

Result<bool> ContactLauncher::call(const QString &normalised, const QString &country) {
    const Preferences &preferences = m_shell.preferences();
    TRY(target, communication::callTarget(preferences.callMethod(), preferences.callTemplate(), normalised, country));
    return target.program.isEmpty() ? m_opener.open(target.link) : m_opener.run(target.program, target.arguments);
}

void ContactLauncher::copy(Channel channel, const QString &value) {
    QGuiApplication::clipboard()->setText(value);
    const QString shown = isolatedLtr(value);
    const QString sentence =
        channel == Channel::Call    ? tr("No program for calls is set up on this computer. The number %1 was copied.")
        : channel == Channel::Email ? tr("No mail program is set up on this computer. The address %1 was copied.")
                                    : tr("No program for this messenger is set up on this computer. %1 was copied.");
    m_shell.showToast({sentence.arg(shown), {}, {}});
}

void ContactLauncher::openPage(const QString &address) {
    const QString typed = address.trimmed();
    if (const Result<QByteArray> link = communication::webLink(typed); link && m_opener.open(*link))
        return;
    QGuiApplication::clipboard()->setText(typed);
    m_shell.showToast({tr("This address could not be opened. %1 was copied.").arg(isolatedLtr(typed)), {}, {}});
}

QString refusal(const Card &card, Channel channel) {
    const Result<ContactPoint> point = communication::choosePoint(card, channel);
    return point ? QString() : point.error().message;
}

} // namespace kontor::ui
