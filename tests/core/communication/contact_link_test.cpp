#include "communication/contact_link.h"
#include "support/temporary_base.h"

using namespace kontor;
using namespace kontor::communication;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

ContactPoint point(qint64 id, const QString &kind, const QString &value, const QString &normalised) {
    ContactPoint point;
    point.id = Id{id};
    point.kind = kind;
    point.value = value;
    point.normalised = normalised;
    return point;
}

Card card() {
    Card card;
    card.customer.name = u"Anna"_s;
    card.contactPoints = {point(1, u"phone"_s, u"070-100 45 12"_s, u"+46701004512"_s),
                          point(2, u"phone"_s, u"08-100"_s, u"+468100;ext=12"_s),
                          point(3, u"email"_s, u"anna@volga.example"_s, u"anna@volga.example"_s)};
    return card;
}

Consent consent(const QString &channel, const QString &state) {
    Consent consent;
    consent.channel = channel;
    consent.state = state;
    return consent;
}

} // namespace

TEST(TelLink, IsTheGlobalNumberWithItsExtension) { // RFC 3966 section 5.1.4, 5.3
    EXPECT_EQ(valueOf(telLink(u"+46701004512"_s, u"SE"_s)), "tel:+46701004512");
    EXPECT_EQ(valueOf(telLink(u"+468100;ext=12"_s, u"SE"_s)), "tel:+468100;ext=12");
}

TEST(TelLink, OfALocalNumberNamesWhereItIsValid) { // RFC 3966 section 5.1.5
    EXPECT_EQ(valueOf(telLink(u"112"_s, u"SE"_s)), "tel:112;phone-context=+46");
}

TEST(TelLink, OfNothingIsRefused) { EXPECT_EQ(telLink(QString(), u"SE"_s).error().code, Code::Invalid); }

TEST(MailtoLink, EncodesEverySignThatIsNotPlain) { // RFC 6068 section 2, 5
    EXPECT_EQ(valueOf(mailtoLink(u"anna@volga.example"_s)), "mailto:anna@volga.example");
    EXPECT_EQ(valueOf(mailtoLink(u"a+b@volga.example"_s, {u"50 % & mehr?"_s, u"Zeile 1\nZeile 2"_s})),
              "mailto:a%2Bb@volga.example?subject=50%20%25%20%26%20mehr%3F&body=Zeile%201%0D%0AZeile%202");
    EXPECT_EQ(valueOf(mailtoLink(u"anna@volga.example"_s, {u"Привет"_s, {}})),
              "mailto:anna@volga.example?subject=%D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82");
    EXPECT_EQ(valueOf(mailtoLink(u"a@b.example"_s, {{}, {}, {u"c@d.example"_s, u"e@f.example"_s}})),
              "mailto:a@b.example?cc=c@d.example,e@f.example");
}

TEST(MailtoLink, LetsNobodyAddHeaders) {
    EXPECT_FALSE(mailtoLink(u"a@b.example\r\nBcc: c@d.example"_s));
    EXPECT_FALSE(mailtoLink(u"a@b.example"_s, {u"Hello\nBcc: c@d.example"_s, {}}));
    EXPECT_FALSE(mailtoLink(u"a@b.example"_s, {{}, {}, {u"c@d.example\nX: y"_s}}));
    const QByteArray sly = valueOf(mailtoLink(u"a@b.example"_s, {u"x&bcc=c@d.example"_s, {}}));
    EXPECT_FALSE(sly.contains("&bcc"));
}

TEST(MailtoLink, RefusesWhatIsNoAddress) { EXPECT_EQ(mailtoLink(u"anna"_s).error().field, "email"); }

TEST(Contact, UsesTheMainPointUnlessAnotherIsNamed) {
    EXPECT_EQ(valueOf(linkFor(card(), Channel::Call, u"SE"_s)), "tel:+46701004512");
    EXPECT_EQ(valueOf(linkFor(card(), Channel::Call, u"SE"_s, Id{2})), "tel:+468100;ext=12");
    EXPECT_EQ(valueOf(linkFor(card(), Channel::Email, u"SE"_s)), "mailto:anna@volga.example");
}

TEST(Contact, SkipsAWrongNumberAndTakesTheNext) {
    Card wrong = card();
    wrong.contactPoints[0].wrong = true;
    EXPECT_EQ(valueOf(linkFor(wrong, Channel::Call, u"SE"_s)), "tel:+468100;ext=12");
}

TEST(Contact, IsRefusedWithTheReason) {
    Card optedOut = card();
    optedOut.contactPoints[2].optedOut = true;
    EXPECT_EQ(linkFor(optedOut, Channel::Email, u"SE"_s).error().code, Code::Refused);
    Card refused = card();
    refused.consents = {consent(u"phone"_s, u"refused"_s)};
    EXPECT_EQ(linkFor(refused, Channel::Call, u"SE"_s).error().code, Code::Refused);
    EXPECT_TRUE(linkFor(refused, Channel::Email, u"SE"_s)) << "calls were refused, not mail";
    Card trashed = card();
    trashed.customer.trashedAt = Instant{1};
    EXPECT_EQ(linkFor(trashed, Channel::Call, u"SE"_s).error().code, Code::Refused);
}

TEST(Contact, FollowsTheNewestDecision) {
    Card changed = card();
    changed.consents = {consent(u"phone"_s, u"given"_s), consent(u"phone"_s, u"withdrawn"_s)}; // newest first
    EXPECT_TRUE(linkFor(changed, Channel::Call, u"SE"_s));
    changed.consents = {consent({}, u"withdrawn"_s), consent(u"phone"_s, u"given"_s)};
    EXPECT_FALSE(linkFor(changed, Channel::Call, u"SE"_s)) << "a decision about every channel counts for calls";
}

TEST(Contact, WithoutANumberSaysSo) {
    Card empty = card();
    empty.contactPoints.clear();
    EXPECT_EQ(linkFor(empty, Channel::Call, u"SE"_s).error().code, Code::NotFound);
}
