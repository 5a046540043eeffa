#include "workspace/touched_customers.h"

#include <gtest/gtest.h>

using namespace kontor;
using kontor::workspace::TouchedCustomers;

TEST(TouchedCustomers, AreGivenOnceEachInTheOrderOfIdsHoweverOftenTheyWereNoted) {
    constexpr int kCustomers = 5'000;
    TouchedCustomers touched;
    for (int i = 0; i < 10 * kCustomers; ++i)
        touched.add("interaction", Id{(i * 37) % kCustomers + 1});
    touched.add("purchase", Id{7});
    const QList<Id> customers = touched.of("interaction");
    ASSERT_EQ(customers.size(), kCustomers);
    for (int i = 0; i < kCustomers; ++i)
        ASSERT_EQ(customers.at(i), Id{i + 1});
    EXPECT_EQ(touched.of("purchase"), QList<Id>{Id{7}});
    EXPECT_EQ(touched.of("deal"), QList<Id>());
    EXPECT_EQ(touched.tables().size(), 2);
}
