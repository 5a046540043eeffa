#include "communication/call_target.h"
#include "communication/courtesy.h"
#include "communication/preferred_hours.h"

#include "base/phone.h"

#include <gtest/gtest.h>

using namespace kontor;
using namespace kontor::communication;
using namespace Qt::StringLiterals;

namespace {

Clock clockAt(QTime time) {
    Clock clock;
    clock.fixedNow = Instant{QDateTime(QDate(2026, 3, 9), time, QTimeZone::utc()).toMSecsSinceEpoch()};
    return clock;
}

ContactPoint phone(const QString &normalised) {
    ContactPoint point;
    point.kind = u"phone"_s;
    point.normalised = normalised;
    return point;
}

QByteArray chat(const QString &label, const QString &value) {
    const auto link = messengerLink(label, value, u"SE"_s);
    return link ? *link : "refused: " + link.error().message.toUtf8();
}

} // namespace

TEST(PreferredHours, AreReadAsPeopleWriteThem) {
    const auto is = [](const QString &text, QTime time) { return isInside(preferredHours(text), time); };
    EXPECT_TRUE(is(u"after 15"_s, {15, 0}));
    EXPECT_FALSE(is(u"after 15"_s, {14, 59}));
    EXPECT_TRUE(is(u"after 5 pm"_s, {17, 30}));
    EXPECT_FALSE(is(u"after 5 pm"_s, {6, 0}));
    EXPECT_TRUE(is(u"9-12, 14:00-16:30"_s, {16, 29}));
    EXPECT_FALSE(is(u"9-12, 14:00-16:30"_s, {13, 0}));
    EXPECT_TRUE(is(u"mornings"_s, {9, 0}));
    EXPECT_FALSE(is(u"mornings"_s, {14, 0}));
    EXPECT_TRUE(is(u"efter kl. 17"_s, {18, 0}));
    EXPECT_FALSE(is(u"efter kl. 17"_s, {16, 0}));
    EXPECT_TRUE(is(u"после 17 часов"_s, {18, 0}));
    EXPECT_FALSE(is(u"утром"_s, {18, 0}));
    EXPECT_FALSE(is(u"vor 12"_s, {12, 30}));
    EXPECT_TRUE(is(u"10 to 18"_s, {10, 0}));
}

TEST(PreferredHours, WhatSaysNoHoursWarnsNobody) {
    for (const QString &text : {u""_s, u"any time"_s, u"weekdays only"_s, u"call the secretary first"_s})
        EXPECT_TRUE(preferredHours(text).isEmpty()) << qPrintable(text);
}

TEST(Courtesy, KnowsTheTimeWhereThePhoneRings) {
    if (countryCallingCode(u"SE").isEmpty())
        GTEST_SKIP() << "built without the library of phone numbers";
    const auto there = timeThere(phone(u"+81312345678"_s), {}, u"GB"_s, clockAt({14, 0}));
    ASSERT_TRUE(there.has_value());
    EXPECT_EQ(there->time(), QTime(23, 0));
}

TEST(Courtesy, NightThereIsSaidBeforeTheCall) {
    if (countryCallingCode(u"SE").isEmpty())
        GTEST_SKIP() << "built without the library of phone numbers";
    const Card card;
    const ContactPoint point = phone(u"+81312345678"_s);
    EXPECT_EQ(courtesyReasons({card, point, Channel::Call, {}, clockAt({14, 0}), u"GB"_s}).size(), 1);
    EXPECT_TRUE(courtesyReasons({card, point, Channel::Call, {}, clockAt({3, 0}), u"GB"_s}).isEmpty());
    EXPECT_TRUE(courtesyReasons({card, point, Channel::Email, {}, clockAt({14, 0}), u"GB"_s}).isEmpty());
}

TEST(Courtesy, APlannedCallIsAPromise) {
    const Card card;
    const ContactPoint point = phone(u"+442079460000"_s);
    Task task;
    task.kind = u"call"_s;
    task.title = u"Call back"_s;
    task.dueOn = u"2026-03-13"_s;
    EXPECT_EQ(courtesyReasons({card, point, Channel::Call, {task}, clockAt({12, 0}), u"GB"_s}).size(), 1);
    task.dueOn = u"2026-03-09"_s;
    EXPECT_TRUE(courtesyReasons({card, point, Channel::Call, {task}, clockAt({12, 0}), u"GB"_s}).isEmpty());
}

TEST(Courtesy, AnotherChannelIsPreferred) {
    Card card;
    card.customer.preferredChannel = u"email"_s;
    const ContactPoint point = phone(u"+442079460000"_s);
    EXPECT_EQ(courtesyReasons({card, point, Channel::Call, {}, clockAt({12, 0}), u"GB"_s}).size(), 1);
    EXPECT_TRUE(courtesyReasons({card, point, Channel::Email, {}, clockAt({12, 0}), u"GB"_s}).isEmpty());
}

TEST(CallTarget, EachMethodByteForByte) {
    EXPECT_EQ(callTarget(u"tel"_s, {}, u"+46701004512"_s, u"SE"_s)->link, "tel:+46701004512");
    EXPECT_EQ(callTarget(u"sip"_s, {}, u"+46701004512"_s, u"SE"_s)->link, "sip:+46701004512");
    EXPECT_EQ(callTarget(u"callto"_s, {}, u"+46701004512"_s, u"SE"_s)->link, "callto:+46701004512");
    EXPECT_EQ(callTarget(u"template"_s, u"https://pbx.example/dial?to={number}"_s, u"+46701004512"_s, u"SE"_s)->link,
              "https://pbx.example/dial?to=%2B46701004512");
}

TEST(CallTarget, ACommandIsWordsAndNothingElse) {
    const auto target =
        callTarget(u"template"_s, u"\"C:/My Phone/dial.exe\" --to={number} ; rm $(x) `y`"_s, u"+46701004512"_s, u"SE"_s);
    ASSERT_TRUE(bool(target));
    EXPECT_EQ(target->program, u"C:/My Phone/dial.exe"_s);
    EXPECT_EQ(target->arguments, (QStringList{u"--to=+46701004512"_s, u";"_s, u"rm"_s, u"$(x)"_s, u"`y`"_s}));
    EXPECT_FALSE(bool(callTarget(u"template"_s, u"dialler"_s, u"+46701004512"_s, u"SE"_s)));
    EXPECT_FALSE(bool(callTarget(u"template"_s, u"{number}"_s, u"+46701004512"_s, u"SE"_s)));
    EXPECT_FALSE(bool(callTarget(u"tel"_s, {}, u";ext=4"_s, u"SE"_s)));
}

TEST(Messenger, LinksAreThoseOfTheirMakers) {
    EXPECT_EQ(chat(u"WhatsApp"_s, u"070-100 45 12"_s), "https://wa.me/46701004512");
    EXPECT_EQ(chat(u"Viber"_s, u"+46 70 100 45 12"_s), "viber://chat?number=%2B46701004512");
    EXPECT_EQ(chat(u"Signal"_s, u"+46 70 100 45 12"_s), "https://signal.me/#p/+46701004512");
    EXPECT_EQ(chat(u"Telegram"_s, u"@anna_p"_s), "https://t.me/anna_p");
    EXPECT_EQ(chat(u"Telegram"_s, u"+46 70 100 45 12"_s), "https://t.me/+46701004512");
    EXPECT_EQ(chat(u"Telegram"_s, u"t.me/anna_p"_s), "https://t.me/anna_p");
    EXPECT_TRUE(chat(u"Telegram"_s, u"anna p?x=1"_s).startsWith("refused"));
    EXPECT_TRUE(chat(u"Pigeon"_s, u"coo"_s).startsWith("refused"));
}

TEST(WebLink, OpensThePagesOfTheWebAlone) {
    EXPECT_EQ(*webLink(u"volga.example/x y"_s), "https://volga.example/x%20y");
    EXPECT_EQ(*webLink(u"http://volga.example"_s), "http://volga.example");
    for (const QString &bad : {u"file:///etc/passwd"_s, u"javascript:alert(1)"_s, u"smb://x/y"_s, u""_s, u"ftp://x/y"_s})
        EXPECT_FALSE(bool(webLink(bad))) << qPrintable(bad);
}
