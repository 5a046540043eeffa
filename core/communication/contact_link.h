// What a click on a number or an address opens: tel: (RFC 3966) and mailto: (RFC 6068) links, byte for byte, and whether it may be opened at all.
#pragma once

#include "base/result.h"
#include "customers/card.h"

namespace kontor::communication {

enum class Channel { Call, Email, Messenger };
// The kind of contact point that it goes through: phone, email, messenger.
QString pointKind(Channel channel);

// `normalised` is ContactPoint::normalised of a phone: E.164 and ";ext=", or digits only, which are local to `country`.
// Errors: Invalid (no digits).
Result<QByteArray> telLink(const QString &normalised, const QString &country);

struct Letter {
    QString subject;
    QString body; // line ends become CRLF
    QStringList cc;
};
// Errors: Invalid (not an address; line breaks in the address or the subject: nobody adds headers through a name).
Result<QByteArray> mailtoLink(const QString &address, const Letter &letter = {});

// Errors: Refused with the reason: opted out, marked wrong, consent refused or withdrawn for the channel, customer in the trash.
Result<void> checkMayContact(const Card &card, const ContactPoint &point, Channel channel);

// The first point of the channel's kind that may be used, or the named one. Errors: NotFound (there is none), Refused.
Result<ContactPoint> choosePoint(const Card &card, Channel channel, Id point = {});
// choosePoint and its link in one.
Result<QByteArray> linkFor(const Card &card, Channel channel, const QString &country, Id point = {});

} // namespace kontor::communication
