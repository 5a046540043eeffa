#include "communication/contact_link.h"

#include "base/email.h"
#include "base/phone.h"
#include "communication/call_target.h"

#include <QCoreApplication>

namespace kontor::communication {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::communication", text); }

bool hasLineBreakOrControl(const QString &text) {
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7f || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
}

// RFC 6068 section 2: everything but unreserved characters and a few delimiters is percent-encoded; "+" too, since many read it as a space.
QByteArray encoded(const QString &text, const char *alsoPlain) { return text.toUtf8().toPercentEncoding(QByteArray(alsoPlain)); }

QByteArray encodedAddress(const QString &address) { return encoded(address, "@"); }

QByteArray encodedBody(QString body) {
    body.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(u'\n', u"\r\n"_s);
    return encoded(body, "");
}

Result<void> checkAddress(const QString &address) {
    if (hasLineBreakOrControl(address) || !parseEmail(address).plausible)
        return Error{Code::Invalid, tr("“%1” is not an e-mail address. Correct it on the card.").arg(address.simplified()),
                     QString(), QByteArrayLiteral("email")};
    return {};
}

// The newest decision about this channel, or about any channel.
const Consent *decision(const Card &card, Channel channel) {
    for (const Consent &consent : card.consents)
        if (consent.channel.isEmpty() || consent.channel == pointKind(channel))
            return &consent;
    return nullptr;
}

} // namespace

QString pointKind(Channel channel) {
    switch (channel) {
    case Channel::Call: return u"phone"_s;
    case Channel::Email: return u"email"_s;
    case Channel::Messenger: break;
    }
    return u"messenger"_s;
}

Result<QByteArray> telLink(const QString &normalised, const QString &country) {
    const qsizetype extensionAt = normalised.indexOf(u";ext="_s);
    const QString number = extensionAt < 0 ? normalised : normalised.left(extensionAt);
    const QString extension = extensionAt < 0 ? QString() : normalised.mid(extensionAt);
    if (number.isEmpty())
        return Error{Code::Invalid, tr("There are no digits to dial. Correct the number on the card."), QString(),
                     QByteArrayLiteral("phone")};
    QByteArray link = "tel:" + number.toLatin1() + extension.toLatin1();
    // RFC 3966 section 5.1.5: a number that is not global names where it is valid.
    if (!number.startsWith(u'+'))
        if (const QString code = countryCallingCode(country); !code.isEmpty())
            link += ";phone-context=+" + code.toLatin1();
    return link;
}

Result<QByteArray> mailtoLink(const QString &address, const Letter &letter) {
    TRY_VOID(checkAddress(address));
    if (hasLineBreakOrControl(letter.subject))
        return Error{Code::Invalid, tr("A subject is one line."), QString(), QByteArrayLiteral("subject")};
    QByteArrayList fields;
    if (!letter.cc.isEmpty()) {
        QByteArrayList addresses;
        for (const QString &cc : letter.cc) {
            TRY_VOID(checkAddress(cc));
            addresses << encodedAddress(cc);
        }
        fields << "cc=" + addresses.join(',');
    }
    if (!letter.subject.isEmpty())
        fields << "subject=" + encoded(letter.subject, "");
    if (!letter.body.isEmpty())
        fields << "body=" + encodedBody(letter.body);
    return "mailto:" + encodedAddress(address) + (fields.isEmpty() ? QByteArray() : '?' + fields.join('&'));
}

Result<void> checkMayContact(const Card &card, const ContactPoint &point, Channel channel) {
    const auto refused = [&](const QString &reason) {
        return Error{Code::Refused, reason, QString(), pointKind(channel).toLatin1()};
    };
    if (card.customer.trashedAt)
        return refused(tr("This customer is in the trash. Restore the card first."));
    if (point.wrong)
        return refused(channel == Channel::Call ? tr("This number is marked as wrong. Correct it on the card.")
                                                : tr("This address is marked as wrong. Correct it on the card."));
    if (point.optedOut)
        return refused(channel == Channel::Call ? tr("The customer does not want to be called on this number.")
                                                : tr("The customer does not want mail at this address."));
    const Consent *consent = decision(card, channel);
    if (consent && consent->state != "given"_L1)
        return refused(channel == Channel::Call ? tr("The customer asked not to be called.")
                                                : tr("The customer asked not to be written to."));
    return {};
}

Result<ContactPoint> choosePoint(const Card &card, Channel channel, Id wanted) {
    std::optional<Error> reason;
    for (const ContactPoint &point : card.contactPoints) {
        if (point.kind != pointKind(channel) || (wanted.isValid() && point.id != wanted))
            continue;
        const Result<void> allowed = checkMayContact(card, point, channel);
        if (allowed)
            return point;
        if (!reason)
            reason = allowed.error();
    }
    if (reason)
        return *reason;
    return Error{Code::NotFound,
                 channel == Channel::Call ? tr("This customer has no phone number. Add one on the card.")
                                          : tr("This customer has no e-mail address. Add one on the card."),
                 QString(), pointKind(channel).toLatin1()};
}

Result<QByteArray> linkFor(const Card &card, Channel channel, const QString &country, Id wanted) {
    TRY(point, choosePoint(card, channel, wanted));
    const QString where = card.customer.country.size() == 2 ? card.customer.country : country;
    if (channel == Channel::Call)
        return telLink(point.normalised, where);
    if (channel == Channel::Messenger)
        return messengerLink(point.label, point.value, where);
    return mailtoLink(point.normalised.isEmpty() ? point.value : point.normalised);
}

} // namespace kontor::communication
