#include "segments/number_edit.h"

#include <gtest/gtest.h>

using namespace kontor::ui;
using namespace Qt::StringLiterals;

TEST(NumberEdit, ReadsTheSeparatorsOfTheLanguage) {
    EXPECT_EQ(readNumber(u"50,000", QLocale(u"en_GB"_s)), 50'000.0);
    EXPECT_EQ(readNumber(u"50.000", QLocale(u"de_DE"_s)), 50'000.0);
    EXPECT_EQ(readNumber(u"50 000,5", QLocale(u"sv_SE"_s)), 50'000.5);
    EXPECT_EQ(readNumber(u"1'250", QLocale(u"de_CH"_s)), 1'250.0);
}

TEST(NumberEdit, ReadsADecimalSignOfAnotherLanguage) {
    EXPECT_EQ(readNumber(u"12.5", QLocale(u"de_DE"_s)), 12.5);
    EXPECT_EQ(readNumber(u"12,5", QLocale(u"en_GB"_s)), 12.5);
}

TEST(NumberEdit, ReadsDigitsOfEveryScript) { EXPECT_EQ(readNumber(u"۵۰٬۰۰۰", QLocale(u"fa_IR"_s)), 50'000.0); }

TEST(NumberEdit, ReadsNoNumberOutOfWords) {
    EXPECT_FALSE(readNumber(u"many", QLocale::c()).has_value());
    EXPECT_FALSE(readNumber(u"", QLocale::c()).has_value());
}

TEST(NumberEdit, WritesOnlyTheDecimalsThatThereAre) {
    EXPECT_EQ(numberText(50'000, QLocale(u"en_GB"_s)), u"50,000"_s);
    EXPECT_EQ(numberText(12.5, QLocale(u"en_GB"_s)), u"12.5"_s);
}
