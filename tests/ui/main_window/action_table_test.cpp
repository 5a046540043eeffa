#include "main_window/action_registry.h"
#include "main_window/layout_twins.h"

#include <QAction>
#include <QMainWindow>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor::ui;

namespace {

class ActionTable : public testing::Test {
protected:
    QMainWindow m_window;
    ActionRegistry m_actions{&m_window};
};

QChar accessKey(const QString &text) {
    const qsizetype place = text.indexOf(u'&');
    return place < 0 ? QChar() : text[place + 1].toLower();
}

} // namespace

TEST_F(ActionTable, GivesEveryCommandAnOwnIdAndAText) {
    QSet<QLatin1StringView> ids;
    for (const ActionSpec &spec : m_actions.table()) {
        EXPECT_FALSE(ids.contains(spec.id)) << spec.id.data();
        ids.insert(spec.id);
        EXPECT_FALSE(m_actions.plainText(spec.id).isEmpty()) << spec.id.data();
        EXPECT_FALSE(m_actions.plainText(spec.id).contains(u'&')) << spec.id.data();
    }
}

TEST_F(ActionTable, HasNoTwoCommandsWithOneKeyOnAnyLayout) {
    QHash<QKeySequence, QString> owners;
    for (const ActionSpec &spec : m_actions.table())
        for (const QKeySequence &keys : m_actions.find(spec.id)->shortcuts()) {
            EXPECT_FALSE(owners.contains(keys))
                << keys.toString().toStdString() << " is of " << owners.value(keys).toStdString() << " and " << spec.id.data();
            owners.insert(keys, QString(spec.id));
        }
}

TEST_F(ActionTable, KeepsTheRulesForKeys) {
    for (const ActionSpec &spec : m_actions.table())
        for (const QKeySequence &keys : m_actions.find(spec.id)->shortcuts()) {
            ASSERT_EQ(keys.count(), 1) << spec.id.data();
            const auto modifiers = keys[0].keyboardModifiers();
            const int key = keys[0].key();
            EXPECT_FALSE(modifiers.testFlag(Qt::ControlModifier) && modifiers.testFlag(Qt::AltModifier)) << spec.id.data();
            const bool letter = key >= Qt::Key_A && key <= Qt::Key_Z;
            if (letter) {
                EXPECT_TRUE(modifiers.testFlag(Qt::ControlModifier)) << spec.id.data();
            }
            for (const int punctuation : {Qt::Key_Comma, Qt::Key_Period, Qt::Key_Slash, Qt::Key_BracketLeft, Qt::Key_BracketRight,
                                          Qt::Key_QuoteLeft, Qt::Key_Semicolon, Qt::Key_Apostrophe, Qt::Key_Space})
                EXPECT_NE(key, punctuation) << spec.id.data();
        }
}

TEST_F(ActionTable, HasAccessKeysThatDifferWithinAMenu) {
    for (const MenuPlace place : menuPlaces()) {
        QHash<SubMenu, QHash<QChar, QString>> owners;
        const auto take = [&](SubMenu menu, const char *text) {
            const QChar key = accessKey(QString::fromUtf8(text));
            EXPECT_FALSE(key.isNull()) << text;
            EXPECT_FALSE(owners[menu].contains(key)) << text << " and " << owners[menu].value(key).toStdString();
            owners[menu].insert(key, QString::fromUtf8(text));
        };
        QSet<SubMenu> opened{SubMenu::None};
        for (const ActionSpec &spec : m_actions.table()) {
            if (spec.menu != place)
                continue;
            take(spec.sub, spec.text);
            if (!opened.contains(spec.sub))
                take(SubMenu::None, subMenuText(spec.sub));
            opened.insert(spec.sub);
        }
    }
}

TEST(LayoutTwins, AreTheSamePhysicalKeyInRussianAndPersian) {
    const auto keys = withLayoutTwins(QKeySequence(Qt::CTRL | Qt::Key_K));
    ASSERT_EQ(keys.size(), 3);
    EXPECT_EQ(keys[1], QKeySequence(Qt::CTRL | Qt::Key(u'Л')));
    EXPECT_EQ(keys[2], QKeySequence(Qt::CTRL | Qt::Key(u'ن')));
}

TEST(LayoutTwins, ThereAreForDigitsAndNoneForFunctionKeys) {
    EXPECT_EQ(withLayoutTwins(QKeySequence(Qt::CTRL | Qt::Key_2))[1], QKeySequence(Qt::CTRL | Qt::Key(u'۲')));
    EXPECT_EQ(withLayoutTwins(QKeySequence(Qt::Key_F7)).size(), 1);
    EXPECT_EQ(withLayoutTwins(QKeySequence(Qt::ALT | Qt::Key_Left)).size(), 1);
}
