#include "base/money.h"

#include <gtest/gtest.h>

#include <limits>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

void expectMoney(const QString &typed, qint64 minor, int decimals = 2) {
    const std::optional<qint64> read = parseMoney(typed, decimals);
    EXPECT_EQ(read, minor) << typed.toStdString();
}

} // namespace

TEST(Money, IsReadInEveryCommonSpelling) {
    expectMoney(u"12 400,50"_s, 1240050);
    expectMoney(u"12\u00A0400,50"_s, 1240050);
    expectMoney(u"12\u202F400,5"_s, 1240050);
    expectMoney(u"95,570.69"_s, 9557069);
    expectMoney(u"95.570,69"_s, 9557069);
    expectMoney(u"$12,400.00"_s, 1240000);
    expectMoney(u"1'234.50"_s, 123450);
    expectMoney(u"1’234.50"_s, 123450);
    expectMoney(u"1,00,000.50"_s, 10000050);
    expectMoney(u"12400"_s, 1240000);
    expectMoney(u"12400.5"_s, 1240050);
    expectMoney(u",5"_s, 50);
    expectMoney(u"0,5"_s, 50);
    expectMoney(u"12,-"_s, 1200);
    expectMoney(u"12."_s, 1200);
}

TEST(Money, IsReadWithItsCurrency) {
    expectMoney(u"12 400 ₽"_s, 1240000);
    expectMoney(u"1 200 руб."_s, 120000);
    expectMoney(u"1200,50 kr"_s, 120050);
    expectMoney(u"kr. 1200"_s, 120000);
    expectMoney(u"EUR 5"_s, 500);
    expectMoney(u"￥1200"_s, 1200, 0);
    expectMoney(u"1200元"_s, 120000);
}

TEST(Money, IsReadInPersianDigits) {
    expectMoney(u"۱۲٬۴۰۰٫۵۰"_s, 1240050);
    expectMoney(u"۱۲۴۰۰ ریال"_s, 1240000);
    expectMoney(u"٥٠٠"_s, 50000);
}

TEST(Money, MayBeNegative) {
    expectMoney(u"-12.50"_s, -1250);
    expectMoney(u"−12,50"_s, -1250);
    expectMoney(u"12.50-"_s, -1250);
    expectMoney(u"(12.50)"_s, -1250);
    expectMoney(u"-$5"_s, -500);
    expectMoney(u"$-5"_s, -500);
}

TEST(Money, TakesOneSignBeforeThreeDigitsAsThousands) {
    expectMoney(u"1.234"_s, 123400);
    expectMoney(u"12,400"_s, 1240000);
    expectMoney(u"1.234.567"_s, 123456700);
    expectMoney(u"1.234"_s, 1234, 3);
    expectMoney(u"1,234"_s, 1234000, 3);
    expectMoney(u"0.125"_s, 13);
}

TEST(Money, RoundsHalvesAwayFromZero) {
    expectMoney(u"1.005"_s, 100500);
    expectMoney(u"1.0050"_s, 101);
    expectMoney(u"-0.1250"_s, -13);
    expectMoney(u"1200.50"_s, 1201, 0);
    expectMoney(u"1200.49"_s, 1200, 0);
}

TEST(Money, IsRefusedWhenItIsNoAmount) {
    for (const QString &bad : {QString(), u"abc"_s, u"12 40"_s, u"1,2,3"_s, u"1.2.3"_s, u"12-50"_s, u"(12"_s, u"--5"_s,
                               u"12abc34"_s, u"1/2"_s, u"-"_s, u"1..2"_s, u"1,234.56,7"_s})
        EXPECT_FALSE(parseMoney(bad, 2).has_value()) << bad.toStdString();
    EXPECT_FALSE(parseMoney(u"99999999999999999999", 2).has_value());
    EXPECT_FALSE(parseMoney(u"92233720368547758.08", 2).has_value());
    expectMoney(u"92233720368547758.07"_s, std::numeric_limits<qint64>::max());
}

TEST(Money, IsWrittenWithTheDecimalsOfItsCurrency) {
    EXPECT_EQ(moneyText(1240050, u"EUR"), u"12400.50"_s);
    EXPECT_EQ(moneyText(5, u"EUR"), u"0.05"_s);
    EXPECT_EQ(moneyText(-5, u"EUR"), u"-0.05"_s);
    EXPECT_EQ(moneyText(1200, u"JPY"), u"1200"_s);
    EXPECT_EQ(moneyText(1234, u"KWD"), u"1.234"_s);
    EXPECT_EQ(moneyText(std::numeric_limits<qint64>::min(), u"EUR"), u"-92233720368547758.08"_s);
    EXPECT_EQ(currencyDecimals(u"SEK"), 2);
}
