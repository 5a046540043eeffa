#include "find/find_box.h"

#include "find/command_finder.h"
#include "find/find_model.h"
#include "main_window/action_registry.h"
#include "widgets/formats.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::ui;

namespace {

// Keeps the questions, so that a test answers them when and in the order it wants.
class ScriptedProvider : public FindProvider {
public:
    void find(const QString &text, QObject *, Done done) override { questions.append({text, std::move(done)}); }
    void recent(QObject *, Done done) override { done(FindAnswer{recentHits, 100, true}); }
    void preview(Id customer, QObject *, std::function<void(Result<std::optional<FindPreview>>)>) override {
        previewed.append(customer);
    }

    QList<QPair<QString, Done>> questions;
    QList<search::Hit> recentHits;
    QList<Id> previewed;
};

search::Hit hit(int id, const QString &name) {
    search::Hit hit;
    hit.customerId = Id{id};
    hit.name = name;
    return hit;
}

class FindBoxTest : public testing::Test {
protected:
    void SetUp() override {
        m_window.resize(1200, 800);
        m_box = new FindBox(m_commands, m_formats, &m_window);
        m_box->setProvider(&m_provider);
        m_box->placeOver(m_window.rect());
        m_window.show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&m_window));
        m_box->open();
    }

    void type(const QString &text) { QTest::keyClicks(m_box->field(), text); }
    void press(Qt::Key key) { QTest::keyClick(m_box->field(), key); }
    void answerLast(const QList<search::Hit> &hits) { m_provider.questions.last().second(FindAnswer{hits, 100, true}); }
    QStringList names() const {
        QStringList names;
        for (const FindEntry &entry : m_box->model()->entries())
            if (entry.kind == FindEntry::Kind::Customer)
                names << entry.hit.name;
        return names;
    }

    QMainWindow m_window;
    ActionRegistry m_actions{&m_window};
    CommandFinder m_commands{m_actions};
    Formats m_formats{QLocale(QLocale::English), Clock{}, u"EUR"_s};
    ScriptedProvider m_provider;
    FindBox *m_box = nullptr;
};

} // namespace

TEST_F(FindBoxTest, SelectsTheFirstResultAndShowsWhoItIs) {
    type(u"an"_s);
    answerLast({hit(1, u"Anna Petrova"_s), hit(2, u"Lars Åkesson"_s)});
    EXPECT_EQ(names(), (QStringList{u"Anna Petrova"_s, u"Lars Åkesson"_s}));
    EXPECT_EQ(m_box->currentRow(), 0);
    EXPECT_EQ(m_provider.previewed.last(), Id{1});
}

TEST_F(FindBoxTest, MovesByArrowsWithinItsEndsAndOpensByEnter) {
    QSignalSpy chosen(m_box, &FindBox::customerChosen);
    type(u"an"_s);
    answerLast({hit(1, u"Anna Petrova"_s), hit(2, u"Lars Åkesson"_s)});
    press(Qt::Key_Up);
    EXPECT_EQ(m_box->currentRow(), 0);
    press(Qt::Key_Down);
    EXPECT_EQ(m_box->currentRow(), 1);
    EXPECT_TRUE(m_box->field()->hasFocus());
    press(Qt::Key_Return);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].value<Id>(), Id{2});
    EXPECT_FALSE(m_box->isVisible());
}

TEST_F(FindBoxTest, ClosesByEscapeAndGivesTheFocusBack) {
    QLineEdit before(&m_window);
    before.show();
    m_box->close();
    before.setFocus();
    m_box->open();
    ASSERT_TRUE(m_box->field()->hasFocus());
    press(Qt::Key_Escape);
    EXPECT_FALSE(m_box->isVisible());
    EXPECT_TRUE(before.hasFocus());
}

TEST_F(FindBoxTest, DropsAnswersThatComeTooLate) {
    type(u"a"_s);
    type(u"n"_s);
    ASSERT_GE(m_provider.questions.size(), 2);
    answerLast({hit(1, u"Anna Petrova"_s)});
    m_provider.questions.first().second(FindAnswer{{hit(9, u"Somebody else"_s)}, 100, true});
    EXPECT_EQ(names(), QStringList{u"Anna Petrova"_s});
}

TEST_F(FindBoxTest, OffersANewCustomerWithWhatWasTyped) {
    QSignalSpy wanted(m_box, &FindBox::newCustomerWanted);
    type(u"070 100 45"_s);
    answerLast({});
    ASSERT_EQ(m_box->model()->rowCount(), 1);
    press(Qt::Key_Return);
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted[0][0].toString(), QString());
    EXPECT_EQ(wanted[0][1].toString(), u"070 100 45"_s);
    m_box->open();
    type(u"Zed"_s);
    answerLast({});
    press(Qt::Key_PageDown);
    press(Qt::Key_PageDown);
    press(Qt::Key_Return);
    ASSERT_EQ(wanted.size(), 2);
    EXPECT_EQ(wanted[1][0].toString(), u"Zed"_s);
}

TEST_F(FindBoxTest, FindsCommandsBehindTheSign) {
    QSignalSpy chosen(m_box, &FindBox::commandChosen);
    type(u">full sc"_s);
    ASSERT_GE(m_box->model()->rowCount(), 1);
    EXPECT_EQ(m_box->model()->at(0)->action, action::kFullScreen);
    press(Qt::Key_Return);
    ASSERT_EQ(chosen.size(), 1);
}

TEST_F(FindBoxTest, SaysWhoseAnEntryIsAndWhen) {
    type(u"4512"_s);
    search::Hit entry = hit(3, u"Lars Åkesson"_s);
    entry.hitClass = search::HitClass::Entry;
    entry.interactionId = Id{9};
    entry.interactionKind = u"note"_s;
    entry.interactionAt = Instant{m_formats.clock().now().milliseconds};
    entry.matched = u"code 4512 for the gate"_s;
    entry.matchedMarks = {{5, 4}};
    answerLast({entry});
    const FindEntry *shown = m_box->model()->at(0);
    EXPECT_EQ(shown->hit.matched, u"Note: code 4512 for the gate"_s);
    EXPECT_EQ(shown->hit.matched.mid(shown->hit.matchedMarks.first().start, 4), u"4512"_s);
    EXPECT_TRUE(shown->under.contains(u"Lars Åkesson"_s) && shown->under.contains(u"Today"_s)) << shown->under.toStdString();
    QSignalSpy chosen(m_box, &FindBox::customerChosen);
    press(Qt::Key_Return);
    EXPECT_EQ(chosen.size(), 1);
}

TEST_F(FindBoxTest, SaysWhenNothingMatches) {
    type(u"qqqq"_s);
    answerLast({});
    EXPECT_TRUE(m_box->field()->accessibleDescription().startsWith(u"No customer, note or command matches"_s));
    m_box->field()->clear();
    type(u">qqqq"_s);
    EXPECT_TRUE(m_box->field()->accessibleDescription().startsWith(u"No command matches"_s));
}

TEST_F(FindBoxTest, SaysThatTheSearchIsNotReadyYet) {
    type(u"an"_s);
    m_provider.questions.last().second(FindAnswer{{hit(1, u"Anna Petrova"_s)}, 60, true});
    EXPECT_EQ(m_box->field()->accessibleDescription(), u"Search is not ready yet: 60 % indexed"_s);
}

TEST_F(FindBoxTest, OffersTheNumberThatWasCopiedFirst) {
    QGuiApplication::clipboard()->setText(u"+46 70 100 45 12"_s);
    m_provider.recentHits = {hit(4, u"Björn Müller"_s)};
    m_box->open();
    ASSERT_EQ(m_box->model()->at(0)->kind, FindEntry::Kind::Copied);
    press(Qt::Key_Return);
    EXPECT_EQ(m_box->text(), u"+46 70 100 45 12"_s);
    EXPECT_TRUE(m_box->isVisible());
    QGuiApplication::clipboard()->clear();
}

TEST_F(FindBoxTest, ShowsTheCardsLookedAtLatelyWhenEmpty) {
    m_provider.recentHits = {hit(4, u"Björn Müller"_s)};
    m_box->open();
    EXPECT_EQ(names(), QStringList{u"Björn Müller"_s});
}

TEST(FindText, IsAPhoneNumberFromThreeDigitsOn) {
    EXPECT_TRUE(looksLikePhone(u"4512"));
    EXPECT_TRUE(looksLikePhone(u"+46 (70) 100-45"));
    EXPECT_TRUE(looksLikePhone(u"۴۵۱۲"));
    EXPECT_FALSE(looksLikePhone(u"45"));
    EXPECT_FALSE(looksLikePhone(u"Anna 4512"));
}

TEST(CommandMatch, PrefersTheBeginning) {
    EXPECT_GT(matchQuality(u"new customer", u"new"), matchQuality(u"new customer", u"cust"));
    EXPECT_GT(matchQuality(u"new customer", u"cust"), matchQuality(u"new customer", u"usto"));
    EXPECT_GT(matchQuality(u"new customer", u"ncst"), 0);
    EXPECT_EQ(matchQuality(u"new customer", u"xyz"), 0);
}
