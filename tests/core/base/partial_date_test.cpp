#include "base/partial_date.h"

#include <gtest/gtest.h>

using namespace kontor;
using namespace Qt::StringLiterals;

TEST(PartialDate, IsReadWithAndWithoutItsYear) {
    EXPECT_EQ(parsePartialDate(u"1984-02-29"), (PartialDate{1984, 2, 29}));
    EXPECT_EQ(parsePartialDate(u"--02-29"), (PartialDate{std::nullopt, 2, 29}));
    EXPECT_EQ(partialDateText({1984, 2, 9}), u"1984-02-09"_s);
    EXPECT_EQ(partialDateText({std::nullopt, 12, 31}), u"--12-31"_s);
    EXPECT_EQ(partialDate(QDate(2001, 3, 4)), (PartialDate{2001, 3, 4}));
}

TEST(PartialDate, IsRefusedWhenThereIsNoSuchDay) {
    for (const QStringView bad : {u"", u"1983-02-29", u"--02-30", u"--13-01", u"--00-10", u"1984-2-9", u"84-02-09", u"1984/02/09",
                                  u"1984-02-09T00:00", u"--2-029", u"abcd-01-01", u"0000-01-01", u"-----01"})
        EXPECT_FALSE(parsePartialDate(bad).has_value()) << bad.toString().toStdString();
}

TEST(Anniversary, OfTheTwentyNinthOfFebruaryIsTheTwentyEighthInOtherYears) {
    const PartialDate leap{1984, 2, 29};
    EXPECT_EQ(anniversaryIn(leap, 2023), QDate(2023, 2, 28));
    EXPECT_EQ(anniversaryIn(leap, 2024), QDate(2024, 2, 29));
    EXPECT_EQ(anniversaryIn(leap, 2100), QDate(2100, 2, 28));
}

TEST(Anniversary, IsTheNextOneFromTheDayItself) {
    EXPECT_EQ(nextAnniversary({1990, 5, 1}, QDate(2024, 5, 1)), QDate(2024, 5, 1));
    EXPECT_EQ(nextAnniversary({1990, 5, 1}, QDate(2024, 5, 2)), QDate(2025, 5, 1));
    EXPECT_EQ(nextAnniversary({std::nullopt, 2, 29}, QDate(2023, 3, 1)), QDate(2024, 2, 29));
    EXPECT_EQ(nextAnniversary({std::nullopt, 1, 1}, QDate(2023, 12, 31)), QDate(2024, 1, 1));
}

TEST(Age, IsInWholeYears) {
    EXPECT_EQ(ageOn({1990, 5, 1}, QDate(2024, 4, 30)), 33);
    EXPECT_EQ(ageOn({1990, 5, 1}, QDate(2024, 5, 1)), 34);
    EXPECT_EQ(ageOn({1984, 2, 29}, QDate(2023, 2, 28)), 39);
    EXPECT_EQ(ageOn({1984, 2, 29}, QDate(2024, 2, 28)), 39);
    EXPECT_EQ(ageOn({std::nullopt, 5, 1}, QDate(2024, 5, 1)), std::nullopt);
    EXPECT_EQ(ageOn({2030, 5, 1}, QDate(2024, 5, 1)), std::nullopt);
}

TEST(CalendarSteps, StayInTheMonth) {
    EXPECT_EQ(addMonths(QDate(2023, 1, 31), 1), QDate(2023, 2, 28));
    EXPECT_EQ(addMonths(QDate(2024, 3, 31), -1), QDate(2024, 2, 29));
    EXPECT_EQ(addMonths(QDate(2023, 12, 15), 1), QDate(2024, 1, 15));
    EXPECT_EQ(addYears(QDate(2024, 2, 29), 1), QDate(2025, 2, 28));
    EXPECT_EQ(addYears(QDate(2024, 2, 29), -4), QDate(2020, 2, 29));
}
