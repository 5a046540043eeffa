// A click on a number or an address: asks the core whether and how, opens it, and says what happened.
#pragma once

#include "communication/contact_link.h"

#include <QCoreApplication>

namespace kontor::ui {

class LinkOpener;
class Shell;

class ContactLauncher {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::ContactLauncher)

public:
    // `country`: of the base, for numbers without a country code.
    ContactLauncher(LinkOpener &opener, Shell &shell, QString country)
        : m_opener(opener), m_shell(shell), m_country(std::move(country)) {}

    // Opens the named contact point, or the first of the channel that may be used; where no program takes the link, the number or address
    // goes to the clipboard. Returns the contact point, or nothing where it is refused.
    std::optional<ContactPoint> launch(const Card &card, communication::Channel channel, Id point = {});
    // A web, social or video address: opened as it stands where it is a link of the web.
    void openPage(const QString &address);
    // One that is nobody's way to reach yet.
    void openOther(communication::Channel channel, const QString &typed, const QString &normalised);
    const QString &country() const { return m_country; }

private:
    // Errors: what the core refuses. False: there is no program for it.
    Result<bool> open(const Card &card, communication::Channel channel, const ContactPoint &point);
    Result<bool> call(const QString &normalised, const QString &country);
    void copy(communication::Channel channel, const QString &value);

    LinkOpener &m_opener;
    Shell &m_shell;
    QString m_country;
};

// Why the channel cannot be used with this customer; empty where it can.
QString refusal(const Card &card, communication::Channel channel);

} // namespace kontor::ui
