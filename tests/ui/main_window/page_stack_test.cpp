#include "main_window/action_registry.h"
#include "main_window/page_stack.h"
#include "preferences/preferences.h"
#include "support/temporary_base.h"
#include "workspace/workspace.h"

#include <QMainWindow>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::ui;

namespace {

class QuietShell : public Shell {
public:
    explicit QuietShell(const QString &folder) : m_preferences(folder + u"/preferences.ini"_s), m_actions(&m_window) {}
    void go(const Place &) override {}
    void goBack() override {}
    void showToast(const ToastText &) override {}
    void showUndoToast(const QString &) override {}
    void showError(const Error &) override {}
    void announce(const QString &) override {}
    void perform(QLatin1StringView) override {}
    const Formats &formats() const override { return m_formats; }
    ActionRegistry &actions() override { return m_actions; }
    Preferences &preferences() override { return m_preferences; }

private:
    QMainWindow m_window;
    Formats m_formats;
    Preferences m_preferences;
    ActionRegistry m_actions;
};

class NotedPage : public Page {
public:
    NotedPage(workspace::Workspace &workspace, Shell &shell, QByteArray id, QWidget *parent = nullptr)
        : Page(workspace, shell, parent), m_id(std::move(id)) {}
    QString title() const override { return QString::fromLatin1(m_id); }
    void open(const Place &place) override {
        subject = place.subject;
        scroll = place.view.value(u"scroll"_s).toInt();
    }
    Place place() const override { return {m_id, subject, {{u"scroll"_s, scroll}}}; }

    Id subject;
    int scroll = 0;

private:
    QByteArray m_id;
};

class PageStackTest : public testing::Test {
protected:
    void SetUp() override {
        auto opened = workspace::Workspace::open(m_base.path(), m_base.options(u"pc-1"_s, u"Maria"_s));
        ASSERT_TRUE(opened);
        m_workspace = std::move(*opened);
        m_shell = std::make_unique<QuietShell>(m_base.folder());
        m_one = new NotedPage(*m_workspace, *m_shell, "one", &m_stack);
        m_two = new NotedPage(*m_workspace, *m_shell, "two", &m_stack);
        m_stack.addPage("one", [this] { return m_one; });
        m_stack.addPage("two", [this] { return m_two; });
        m_stack.go({"one"});
    }

    tests::TemporaryBase m_base;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<QuietShell> m_shell;
    PageStack m_stack;
    NotedPage *m_one = nullptr;
    NotedPage *m_two = nullptr;
};

} // namespace

TEST_F(PageStackTest, GoesBackAndForwardWithTheViewItWasLeftIn) {
    m_one->scroll = 70;
    m_stack.go({"two"});
    EXPECT_EQ(m_stack.currentId(), QByteArray("two"));
    m_stack.goBack();
    EXPECT_EQ(m_stack.currentId(), QByteArray("one"));
    EXPECT_EQ(m_one->scroll, 70);
    EXPECT_FALSE(m_stack.canGoBack());
    m_stack.goForward();
    EXPECT_EQ(m_stack.currentId(), QByteArray("two"));
    EXPECT_FALSE(m_stack.canGoForward());
}

TEST_F(PageStackTest, TakesEachSubjectOfAPageAsAPlace) {
    m_stack.go({"one", Id{5}});
    m_stack.go({"one", Id{6}});
    m_stack.goBack();
    EXPECT_EQ(m_one->subject, Id{5});
    m_stack.goBack();
    EXPECT_FALSE(m_one->subject.isValid());
}

TEST_F(PageStackTest, ForgetsTheWayForwardWhenThePersonGoesElsewhere) {
    m_stack.go({"two"});
    m_stack.goBack();
    m_stack.go({"one", Id{9}});
    EXPECT_FALSE(m_stack.canGoForward());
}

TEST_F(PageStackTest, StaysWhereItIsForThePlaceThatIsShown) {
    m_stack.go({"one"});
    m_stack.go({"one"});
    EXPECT_FALSE(m_stack.canGoBack());
}

TEST_F(PageStackTest, MakesAPageWhenItIsFirstGoneToAndOnlyOnce) {
    int made = 0;
    m_stack.addPage("three", [&] {
        ++made;
        return new NotedPage(*m_workspace, *m_shell, "three");
    });
    EXPECT_EQ(made, 0);
    m_stack.go({"three"});
    m_stack.go({"one"});
    m_stack.goBack();
    EXPECT_EQ(m_stack.currentId(), QByteArray("three"));
    EXPECT_EQ(made, 1);
}

TEST_F(PageStackTest, MakesThePagesThatNobodyWentToInTheirOrder) {
    QByteArrayList made;
    for (const QByteArray &id : {QByteArray("three"), QByteArray("four")})
        m_stack.addPage(id, [&made, id, this] {
            made << id;
            return new NotedPage(*m_workspace, *m_shell, id);
        });
    ASSERT_TRUE(m_stack.makeNext()); // "two", which the setup added
    EXPECT_TRUE(m_stack.makeNext());
    EXPECT_TRUE(m_stack.makeNext());
    EXPECT_FALSE(m_stack.makeNext());
    EXPECT_EQ(made, (QByteArrayList{"three", "four"}));
    EXPECT_EQ(m_stack.currentId(), QByteArray("one"));
    m_stack.go({"four"});
    EXPECT_EQ(m_stack.currentId(), QByteArray("four"));
    EXPECT_EQ(made.size(), 2);
}

TEST_F(PageStackTest, ForgetsWithTheBaseWhatWasNotMade) {
    m_stack.addPage("three", [this] { return new NotedPage(*m_workspace, *m_shell, "three"); });
    m_stack.clear();
    EXPECT_FALSE(m_stack.makeNext());
    EXPECT_EQ(m_stack.page("three"), nullptr);
}
