#include "theme/script_fonts.h"

#include <QTest>

#include <gtest/gtest.h>

using namespace kontor::ui;

TEST(ScriptFonts, AreReadByAndByAndNotBeforeTheProgramWaits) {
    const ScriptFonts fonts(nullptr);
    EXPECT_FALSE(fonts.isDone());
    EXPECT_TRUE(QTest::qWaitFor([&] { return fonts.isDone(); }));
}

TEST(ScriptFonts, HaveATextOfOneLetterForEachScript) {
    QSet<QChar::Script> scripts;
    for (const QString &text : ScriptFonts::scripts()) {
        ASSERT_EQ(text.size(), 1);
        EXPECT_FALSE(scripts.contains(text.front().script())) << text.toStdString();
        scripts.insert(text.front().script());
    }
    EXPECT_TRUE(scripts.contains(QChar::Script_Han));
    EXPECT_TRUE(scripts.contains(QChar::Script_Arabic));
}
