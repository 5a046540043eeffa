#include "sharing/self_test.h"

#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

using namespace kontor::sharing;
using namespace Qt::StringLiterals;

TEST(SelfTestOfAFolder, PassesOnADiskOfThisComputerAndLeavesNothing) {
    QTemporaryDir folder;
    const SelfTest test = testFolder(folder.path());
    EXPECT_TRUE(test.ok()) << qPrintable(test.problem);
    EXPECT_EQ(test.steps.size(), 10);
    EXPECT_TRUE(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

TEST(SelfTestOfAFolder, SaysWhenThereIsNone) {
    const SelfTest test = testFolder(u"/no/such/folder"_s);
    EXPECT_FALSE(test.ok());
    EXPECT_TRUE(test.problem.contains(u"/no/such/folder"_s));
}
