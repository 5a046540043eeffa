#include "data_care/reach_repair.h"

#include <gtest/gtest.h>

using namespace kontor::data_care;
using namespace Qt::StringLiterals;

namespace {

QString phone(const QString &value, const QString &ownCountry = {}) {
    const auto repaired = repairedPhone(value, u"SE"_s, ownCountry);
    return repaired ? repaired->value : u"nobody knows"_s;
}

QString email(const QString &value) {
    const auto repaired = repairedEmail(value);
    return repaired ? repaired->value : u"nobody knows"_s;
}

} // namespace

TEST(ReachRepair, LettersThatLookLikeDigitsBecomeDigits) {
    EXPECT_FALSE(isSoundPhone(u"O7O-174 06 35"_s, u"SE"_s));
    EXPECT_EQ(phone(u"O7O-174 06 35"_s), u"070-174 06 35"_s);
}

TEST(ReachRepair, WordsBesideANumberGoToItsLabelAndAreShownAsUncertain) {
    const auto repaired = repairedPhone(u"070-174 06 35 (after six)"_s, u"SE"_s, {});
    ASSERT_TRUE(repaired);
    EXPECT_EQ(repaired->value, u"070-174 06 35"_s);
    EXPECT_EQ(repaired->label, u"after six"_s);
    EXPECT_FALSE(repaired->isCertain);
}

TEST(ReachRepair, OfTwoNumbersInOneFieldAPersonHasToTell) {
    EXPECT_EQ(phone(u"070-174 06 35 or 070-174 06 36"_s), u"nobody knows"_s);
    EXPECT_EQ(phone(u"ask Maria"_s), u"nobody knows"_s);
}

TEST(ReachRepair, SoundAddressesAreLeftAlone) {
    for (const QString &address : {u"anna@volga.se"_s, u"Anna.Petrova+shop@mail.example.co.uk"_s, u"info@müller.de"_s})
        EXPECT_TRUE(isSoundEmail(address)) << qPrintable(address);
    EXPECT_EQ(email(u"anna@volga.se"_s), u"nobody knows"_s);
}

TEST(ReachRepair, SlipsInAddressesAreUndone) {
    EXPECT_EQ(email(u"anna @volga.se"_s), u"anna@volga.se"_s);
    EXPECT_EQ(email(u"anna@volga,se"_s), u"anna@volga.se"_s);
    EXPECT_EQ(email(u"anna@@volga..se."_s), u"anna@volga.se"_s);
    EXPECT_EQ(email(u"anna (at) volga.se"_s), u"anna@volga.se"_s);
    EXPECT_EQ(email(u"anna@gmial.com"_s), u"anna@gmail.com"_s);
    EXPECT_EQ(email(u"anna@gmail.con"_s), u"anna@gmail.com"_s);
    EXPECT_FALSE(repairedEmail(u"anna@gmial.com"_s)->isCertain);
    EXPECT_FALSE(isSoundEmail(u"anna@gmial.com"_s));
}

TEST(ReachRepair, WhatHasNoSignOrTwoIsForAPerson) {
    EXPECT_EQ(email(u"anna.volga.se"_s), u"nobody knows"_s);
    EXPECT_EQ(email(u"anna@volga.se, bo@volga.se"_s), u"nobody knows"_s);
}
