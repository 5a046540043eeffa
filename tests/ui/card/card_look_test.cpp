// What the card tells those who do not see it, and pictures of it for those who judge it: KONTOR_GRABS names a folder for them,
// KONTOR_GRABS_LANGUAGE the language of the sample.
#include "ui/card/card_fixture.h"

#include "customers/customer_list.h"
#include "main_window/action_table.h"
#include "sample_data/sample_writer.h"
#include "theme/theme_watcher.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>

namespace kontor::tests {

namespace action = ui::action;

namespace {

bool isForPeople(const QWidget *widget) {
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QAbstractItemView *>(widget) ||
           qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
           qobject_cast<const QComboBox *>(widget);
}

// One with something to show: who does not want to be called and has a next step.
Id customerWorthSeeing(workspace::Base &base) {
    const QDate today = base.clock().today();
    CustomerListQuery everyone;
    everyone.today = today;
    const QList<Id> ids = valueOf(customerIds(base.database(), everyone));
    Id found = ids.value(7);
    for (const CustomerRow &row : valueOf(customerRows(base.database(), ids, today)))
        if (row.refusesCalls && !row.nextStep.isEmpty())
            found = row.id;
    return found;
}

// Views lay themselves out a little later; pictures want it now.
void settle(QWidget &page) {
    for (auto *view : page.findChildren<QAbstractItemView *>())
        view->doItemsLayout();
    QCoreApplication::sendPostedEvents();
}

} // namespace

class CardLook : public CardFixture {};

TEST_F(CardLook, EveryControlHasANameForScreenReaders) {
    m_page->perform(action::kNewTask);
    m_page->perform(action::kNewPurchase);
    m_page->perform(action::kLogCall);
    press(Qt::Key_3, Qt::AltModifier);
    int seen = 0;
    for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
        if (!isForPeople(widget) || !widget->isVisibleTo(m_page))
            continue;
        ++seen;
        EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->metaObject()->className();
    }
    EXPECT_GT(seen, 20);
}

TEST_F(CardLook, RowsAreSpokenAsSentences) {
    selectField(u"Phone"_s);
    EXPECT_EQ(fieldsModel()->data(fields()->currentIndex(), Qt::AccessibleTextRole).toString(), u"Phone: +46 70 100 45 12"_s);
    m_page->perform(action::kLogCall);
    type(u"Asked for a price"_s);
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return timeline()->timeline()->rowCount() == 2; }));
    const QString spoken = timeline()->timeline()->data(timeline()->timeline()->index(1, 0), Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(spoken.startsWith(u"Call, reached"_s) && spoken.endsWith(u"Asked for a price"_s)) << qPrintable(spoken);
}

TEST_F(CardLook, TabGoesFromTheHeadOverTheFieldsToTheTimelineAndTheLinks) {
    QList<QWidget *> seen;
    for (QWidget *widget = m_window->nextInFocusChain(); widget != m_window.get(); widget = widget->nextInFocusChain())
        if (m_page->panes().contains(widget))
            seen << widget;
    EXPECT_EQ(seen, m_page->panes());
}

TEST_F(CardLook, LinksGoBelowTheFieldsWhereThereIsNoRoom) {
    auto *links = m_page->panes().last();
    EXPECT_EQ(qobject_cast<QSplitter *>(links->parentWidget())->orientation(), Qt::Horizontal);
    m_window->resize(860, 600);
    EXPECT_EQ(qobject_cast<QSplitter *>(links->parentWidget())->orientation(), Qt::Vertical);
    m_window->resize(1280, 800);
    EXPECT_EQ(qobject_cast<QSplitter *>(links->parentWidget())->orientation(), Qt::Horizontal);
}

TEST_F(CardLook, NothingIsWiderThanTheSmallestWindow) {
    m_window->resize(844, 520);
    EXPECT_LE(m_page->minimumSizeHint().width(), 844);
    EXPECT_LE(m_page->minimumSizeHint().height(), 520);
}

TEST(CardPictures, AreTakenWhenAFolderIsNamed) {
    const QString folder = qEnvironmentVariable("KONTOR_GRABS");
    if (folder.isEmpty())
        GTEST_SKIP() << "KONTOR_GRABS names no folder";
    const QString language = qEnvironmentVariable("KONTOR_GRABS_LANGUAGE", u"en"_s);
    const QLocale locale(language == "fa"_L1 ? u"fa_IR"_s : language == "en"_L1 ? u"en_GB"_s : language);
    TemporaryBase base({language == "fa"_L1 ? u"IR"_s : u"GB"_s, u"EUR"_s, u"UTC"_s, language});
    ASSERT_TRUE(bool(sample_data::generateSample(*base, 200)));
    const Id customer = customerWorthSeeing(*base);
    auto workspace = valueOf(workspace::Workspace::open(base.path(), base.options(u"pc-1"_s, u"Maria"_s)));
    auto *application = static_cast<QApplication *>(QCoreApplication::instance());
    ui::ThemeWatcher watcher(*application, ui::ThemeChoice::Light);
    const QFont normal = QApplication::font();
    struct Picture {
        QString name;
        QSize size;
        ui::ThemeChoice theme;
        Qt::LayoutDirection direction;
        qreal text;
    };
    const QList<Picture> pictures{{u"light"_s, {1050, 680}, ui::ThemeChoice::Light, Qt::LeftToRight, 1},
                                  {u"dark"_s, {1050, 680}, ui::ThemeChoice::Dark, Qt::LeftToRight, 1},
                                  {u"wide"_s, {1500, 900}, ui::ThemeChoice::Light, Qt::LeftToRight, 1},
                                  {u"mirrored"_s, {1050, 680}, ui::ThemeChoice::Light, Qt::RightToLeft, 1},
                                  {u"large"_s, {1050, 680}, ui::ThemeChoice::Light, Qt::LeftToRight, 1.5},
                                  {u"small"_s, {844, 520}, ui::ThemeChoice::Light, Qt::LeftToRight, 1}};
    for (const Picture &picture : pictures) {
        watcher.setChoice(picture.theme);
        QFont font = normal;
        font.setPointSizeF(normal.pointSizeF() * picture.text);
        QApplication::setFont(font);
        QApplication::setLayoutDirection(picture.direction);
        QWidget window;
        RecordingShell shell(ui::Formats(locale, workspace->clock(), u"EUR"_s), base.folder(), &window);
        QList<QByteArray> links;
        QList<QStringList> commands;
        bool hasProgram = true;
        ui::CustomerCardPage page(*workspace, shell, std::make_unique<RecordingOpener>(links, commands, hasProgram),
                                  base.folder() + u"/d.json"_s, &window);
        (new QVBoxLayout(&window))->addWidget(&page);
        window.layout()->setContentsMargins(0, 0, 0, 0);
        window.resize(picture.size);
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
        QSignalSpy loaded(&page, &ui::CustomerCardPage::loaded);
        page.load(customer);
        ASSERT_TRUE(loaded.wait());
        settle(page);
        EXPECT_TRUE(window.grab().save(u"%1/card-%2.png"_s.arg(folder, picture.name)));
        page.perform(action::kLogCall);
        QTest::keyClicks(QApplication::focusWidget(), u"Wants a price for 40 units by Friday"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::AltModifier);
        settle(page);
        EXPECT_TRUE(window.grab().save(u"%1/composer-%2.png"_s.arg(folder, picture.name)));
        auto *view = page.findChild<ui::CardFieldsView *>();
        view->setFocus();
        QTest::keyClick(view, Qt::Key_F2);
        settle(page);
        QTest::keyClicks(QApplication::focusWidget(), u"ask Bob"_s);
        EXPECT_TRUE(window.grab().save(u"%1/edit-%2.png"_s.arg(folder, picture.name)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        EXPECT_TRUE(QTest::qWaitFor([&] { return QApplication::focusWidget() != view; }));
        settle(page);
        EXPECT_TRUE(window.grab().save(u"%1/refused-%2.png"_s.arg(folder, picture.name)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        page.perform(action::kNewPurchase);
        settle(page);
        EXPECT_TRUE(window.grab().save(u"%1/form-%2.png"_s.arg(folder, picture.name)));
        page.findChild<ui::Composer *>()->setDraft({});
    }
    QApplication::setFont(normal);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

} // namespace kontor::tests
