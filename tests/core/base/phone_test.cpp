#include "base/phone.h"

#include <gtest/gtest.h>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

QString normalised(QStringView typed, QStringView country) { return parsePhone(typed, country).normalised; }

} // namespace

TEST(Phone, IsTheSameHoweverItIsPunctuated) {
    for (const QStringView typed : {u"+46 70 100 45 12", u"+46-70-1004512", u"0046701004512", u"070-100 45 12", u"(070) 1004512",
                                    u" 070 100 45 12 ", u"tel: 0701004512", u"+46 (0)70-100 45 12"})
        EXPECT_EQ(normalised(typed, u"SE"), u"+46701004512"_s) << typed.toString().toStdString();
}

TEST(Phone, TakesTheTrunkEightOfRussia) {
    EXPECT_EQ(normalised(u"8 (912) 345-67-89", u"RU"), u"+79123456789"_s);
    EXPECT_EQ(normalised(u"+7 912 345-67-89", u"SE"), u"+79123456789"_s);
}

TEST(Phone, ReadsDigitsOfEveryScript) {
    EXPECT_EQ(normalised(u"۰۹۱۲ ۳۴۵ ۶۷۸۹", u"IR"), u"+989123456789"_s);
    EXPECT_EQ(normalised(u"＋86 138 1234 5678", u"CN"), u"+8613812345678"_s);
}

#ifdef KONTOR_HAS_PHONENUMBER
TEST(Phone, ReadsFixedLinesOfTheCountry) {
    EXPECT_EQ(normalised(u"(020) 7946 0018", u"GB"), u"+442079460018"_s);
    EXPECT_EQ(normalised(u"+44 (0)20 7946 0018", u"RU"), u"+442079460018"_s);
    EXPECT_EQ(normalised(u"030 901820", u"DE"), u"+4930901820"_s);
    EXPECT_EQ(normalised(u"010 6552 9988", u"CN"), u"+861065529988"_s);
    EXPECT_EQ(normalised(u"(212) 555-0100", u"US"), u"+12125550100"_s);
    EXPECT_EQ(normalised(u"02 1234 5678", u"IT"), u"+390212345678"_s);
}

TEST(Phone, WarnsButKeepsANumberThatNobodyHas) {
    const Phone phone = parsePhone(u"+1 111 111 1111", u"SE");
    EXPECT_FALSE(phone.valid);
    EXPECT_EQ(phone.problem, PhoneProblem::Unusual);
    EXPECT_TRUE(phone.normalised.startsWith(u'+'));
}

TEST(Phone, IsShownAsItsCountryWritesIt) {
    EXPECT_EQ(formatPhone(u"+442079460018", u"GB"), u"020 7946 0018"_s);
    EXPECT_EQ(formatPhone(u"+442079460018", u"SE"), u"+44 20 7946 0018"_s);
    EXPECT_EQ(formatPhone(u"+442079460018;ext=12", u"SE"), u"+44 20 7946 0018 ext. 12"_s);
}
#endif

TEST(Phone, KeepsItsExtension) {
    EXPECT_EQ(normalised(u"+46 70 100 45 12 ext. 34", u"SE"), u"+46701004512;ext=34"_s);
    EXPECT_EQ(normalised(u"8 912 345 67 89 доб. 102", u"RU"), u"+79123456789;ext=102"_s);
    EXPECT_EQ(normalised(u"070 100 45 12 #7", u"SE"), u"+46701004512;ext=7"_s);
}

TEST(Phone, IsNotAWordOrAnAddress) {
    EXPECT_EQ(parsePhone(u"hello", u"GB").problem, PhoneProblem::NotANumber);
    EXPECT_EQ(parsePhone(u"anna1984@mail.example", u"GB").problem, PhoneProblem::NotANumber);
    EXPECT_EQ(parsePhone(u"room 1234567", u"GB").problem, PhoneProblem::NotANumber);
    EXPECT_EQ(parsePhone(u"---", u"GB").problem, PhoneProblem::NotANumber);
    EXPECT_TRUE(parsePhone(u"hello", u"GB").normalised.isEmpty());
    EXPECT_FALSE(parsePhone(u"hello", u"GB").valid);
}

TEST(Phone, HasAtLeastThreeDigits) {
    EXPECT_EQ(parsePhone(u"12", u"GB").problem, PhoneProblem::TooFewDigits);
    EXPECT_EQ(parsePhone(u"", u"GB").problem, PhoneProblem::Empty);
    EXPECT_EQ(parsePhone(u"12345678901234567890", u"GB").problem, PhoneProblem::TooManyDigits);
    EXPECT_EQ(normalised(u"112", u"SE"), u"112"_s);
}

TEST(Phone, SaysWhatIsWrongInASentence) {
    EXPECT_TRUE(phoneProblemText(PhoneProblem::None).isEmpty());
    for (const auto problem : {PhoneProblem::Empty, PhoneProblem::NotANumber, PhoneProblem::TooFewDigits,
                               PhoneProblem::TooManyDigits, PhoneProblem::Unusual})
        EXPECT_FALSE(phoneProblemText(problem).isEmpty());
}

TEST(Phone, IsDialledWithTheTrunkPrefixInsideItsCountry) {
    EXPECT_EQ(nationalDigits(u"+46701004512"), u"0701004512"_s);
    EXPECT_EQ(nationalDigits(u"+46701004512;ext=34"), u"0701004512"_s);
    EXPECT_EQ(nationalDigits(u"+79123456789"), u"89123456789"_s);
    EXPECT_EQ(nationalDigits(u"+442079460018"), u"02079460018"_s);
    EXPECT_EQ(nationalDigits(u"+390212345678"), u"0212345678"_s);
    EXPECT_EQ(nationalDigits(u"+12125550100"), u"12125550100"_s);
    EXPECT_EQ(nationalDigits(u"+3613456789"), u"0613456789"_s);
    EXPECT_EQ(nationalDigits(u"4512"), u"4512"_s);
    EXPECT_EQ(nationalDigits(u""), QString());
    EXPECT_EQ(nationalDigits(u"+"), QString());
}

TEST(Phone, GivesAllItsDigits) {
    EXPECT_EQ(phoneDigits(u"+46 (70) 100-45"), u"467010045"_s);
    EXPECT_EQ(phoneDigits(u"۱۲۳٤٥"), u"12345"_s);
    EXPECT_EQ(phoneDigits(u"no"), QString());
}
