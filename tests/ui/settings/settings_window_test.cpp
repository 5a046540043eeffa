#include "settings/settings_window.h"

#include "settings/calling_pane.h"
#include "settings/colour_choice.h"
#include "settings/file_pane.h"
#include "settings/general_pane.h"
#include "settings/keys_pane.h"
#include "settings/name_list.h"
#include "settings/own_fields_pane.h"
#include "settings/tags_pane.h"
#include "settings_fixture.h"

#include "interactions/date_words.h"
#include "forms/date_edit.h"

#include <QAccessible>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

TEST_F(SettingsTest, OpensOnceAndEscapeClosesIt) {
    EXPECT_EQ(m_window->showSettings(), m_settings);
    EXPECT_FALSE(m_settings->isModal());
    QPointer<SettingsWindow> open(m_settings);
    QTest::keyClick(m_settings, Qt::Key_Escape);
    EXPECT_TRUE(comesTrue([&] { return open.isNull(); }));
}

TEST_F(SettingsTest, FindsAPageByAWordOnIt) {
    QTest::keyClicks(m_settings->searchField(), u"colour"_s);
    QStringList left;
    for (int i = 0; i < m_settings->list()->count(); ++i)
        if (!m_settings->list()->item(i)->isHidden())
            left << m_settings->list()->item(i)->text();
    EXPECT_TRUE(left.contains(u"General"_s));
    EXPECT_TRUE(left.contains(u"Tags"_s));
    EXPECT_FALSE(left.contains(u"My fields"_s));
    QTest::keyClick(m_settings->searchField(), Qt::Key_Escape);
    EXPECT_TRUE(m_settings->searchField()->text().isEmpty());
}

TEST_F(SettingsTest, GoesToThePageThatIsCalledAsIsSoughtFor) {
    m_settings->open(m_settings->pane<KeysPane>());
    QTest::keyClicks(m_settings->searchField(), u"tag"_s);
    EXPECT_EQ(m_settings->list()->currentItem()->text(), u"Tags"_s) << "not where the word only stands too";
}

TEST_F(SettingsTest, FindsAKeyAndLeavesItsLine) {
    QTest::keyClicks(m_settings->searchField(), u"Ctrl+G"_s);
    QList<int> shown;
    for (int i = 0; i < m_settings->list()->count(); ++i)
        if (!m_settings->list()->item(i)->isHidden())
            shown << i;
    ASSERT_FALSE(shown.isEmpty());
    EXPECT_EQ(m_settings->list()->item(shown.last())->text(), u"Keys"_s);
    const auto *keys = m_settings->pane<KeysPane>()->findChild<QTreeWidget *>();
    int lines = 0;
    for (int group = 0; group < keys->topLevelItemCount(); ++group)
        for (int i = 0; i < keys->topLevelItem(group)->childCount(); ++i)
            lines += !keys->topLevelItem(group)->child(i)->isHidden();
    EXPECT_EQ(lines, 1);
}

TEST_F(SettingsTest, ComesBackToTheSearchWithCtrlF) {
    m_settings->list()->setFocus();
    ASSERT_TRUE(m_settings->list()->hasFocus());
    QTest::keyClick(m_settings->list(), Qt::Key_F, Qt::ControlModifier);
    EXPECT_TRUE(m_settings->searchField()->hasFocus());
}

TEST_F(SettingsTest, OpensAgainAtTheSamePageAndSize) {
    shown<TagsPane>();
    m_settings->resize(1000, 700);
    m_settings->close();
    QPointer<SettingsWindow> old(m_settings);
    ASSERT_TRUE(comesTrue([&] { return old.isNull(); }));
    m_settings = m_window->showSettings();
    EXPECT_EQ(m_settings->current(), m_settings->pane<TagsPane>());
    EXPECT_EQ(m_settings->size(), QSize(1000, 700));
}

TEST_F(SettingsTest, AppliesTheLookAtOnce) {
    auto *general = shown<GeneralPane>();
    choose(general->theme(), u"dark"_s);
    EXPECT_EQ(m_theme->choice(), ThemeChoice::Dark);
    EXPECT_EQ(m_preferences->theme(), u"dark"_s);
    const qreal before = QApplication::font().pointSizeF();
    choose(general->textSize(), 120);
    EXPECT_GT(QApplication::font().pointSizeF(), before);
    choose(general->textSize(), 100);
    choose(general->rows(), true);
    EXPECT_TRUE(m_preferences->compactRows());
    EXPECT_TRUE(m_window->actions().find(action::kCompactRows)->isChecked());
    choose(general->theme(), u"light"_s);
}

TEST_F(SettingsTest, ChangesTheLanguageAtOnceAndOffersTheWayBack) {
    auto *general = shown<GeneralPane>();
    general->setLanguages({u"en"_s, u"fa"_s});
    choose(general->language(), u"fa"_s);
    EXPECT_EQ(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    EXPECT_EQ(m_preferences->language(), u"fa"_s);
    ASSERT_TRUE(general->goBack()->isVisible());
    EXPECT_EQ(general->goBack()->text(), u"Go back"_s) << "in the language before";
    QTest::keyClick(general->goBack(), Qt::Key_Space);
    EXPECT_EQ(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    EXPECT_TRUE(m_preferences->language().isEmpty() || m_preferences->language() == "en"_L1);
    EXPECT_FALSE(general->goBack()->isVisible());
}

TEST_F(SettingsTest, AddsRenamesOrdersAndTrashesOwnFieldsByKeys) {
    auto *pane = shown<OwnFieldsPane>();
    pane->name()->setFocus();
    for (const QString &label : {u"Shoe size"_s, u"Favourite colour"_s}) {
        QTest::keyClicks(pane->name(), label);
        QTest::keyClick(pane->name(), Qt::Key_Return);
        ASSERT_TRUE(comesTrue([&] { return fields().contains(label) && pane->name()->text().isEmpty(); }));
    }
    ASSERT_TRUE(comesTrue([&] { return pane->list()->count() == 2 && pane->list()->currentRow() == 1; }));
    QTest::keyClick(pane->list(), Qt::Key_Up, Qt::AltModifier);
    ASSERT_TRUE(comesTrue([&] { return fields() == QStringList{u"Favourite colour"_s, u"Shoe size"_s}; }));
    ASSERT_TRUE(comesTrue([&] { return pane->list()->currentRow() == 0; }));
    rename(pane->list(), u"Colour"_s);
    ASSERT_TRUE(comesTrue([&] { return fields() == QStringList{u"Colour"_s, u"Shoe size"_s}; }));
    ASSERT_TRUE(comesTrue([&] { return pane->list()->item(0)->text() == u"Colour"_s; }));
    pane->list()->setFocus();
    QTest::keyClick(pane->list(), Qt::Key_Delete);
    ASSERT_TRUE(comesTrue([&] { return fields() == QStringList{u"Shoe size"_s}; }));
    trigger(action::kUndo);
    EXPECT_TRUE(comesTrue([&] { return pane->list()->count() == 2; })) << "undo shows in the open settings";
}

TEST_F(SettingsTest, PutsAnOwnFieldIntoAGroupOfTheCard) {
    auto *pane = shown<OwnFieldsPane>();
    pane->name()->setFocus();
    QTest::keyClicks(pane->name(), u"Shoe size"_s);
    QTest::keyClick(pane->name(), Qt::Key_Return);
    ASSERT_TRUE(comesTrue([&] { return pane->list()->count() == 1 && pane->group()->isVisible(); }));
    const auto group = [&] { return valueOf(customFields(m_base->database())).first().group; };
    const auto put = [&](const QString &title) {
        QLineEdit *line = pane->group()->lineEdit();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, title);
        QTest::keyClick(line, Qt::Key_Return);
    };
    put(u"about"_s);
    ASSERT_TRUE(comesTrue([&] { return group() == u"about"_s; }));
    put(u"Shoes"_s);
    ASSERT_TRUE(comesTrue([&] { return group() == u"Shoes"_s; }));
    pane->list()->setFocus();
    EXPECT_TRUE(comesTrue([&] { return pane->group()->findText(u"Shoes"_s) >= 0; })) << "offered to other fields too";
    trigger(action::kUndo);
    EXPECT_TRUE(comesTrue([&] { return group() == u"about"_s; }));
}

TEST_F(SettingsTest, RenamesColoursMergesAndDeletesTags) {
    auto *pane = shown<TagsPane>();
    ASSERT_TRUE(comesTrue([&] { return pane->list()->count() == 2; }));
    pane->list()->setCurrentRow(0);
    pane->colour()->setFocus();
    const int before = pane->colour()->currentIndex();
    QTest::keyClick(pane->colour(), before < 7 ? Qt::Key_Down : Qt::Key_Up);
    ASSERT_TRUE(comesTrue([&] { return valueOf(allTags(m_base->database())).first().colour != before; }));
    pane->into()->setFocus();
    QTest::keyClick(pane->into(), Qt::Key_Down);
    ASSERT_TRUE(pane->mergeButton()->isEnabled());
    QTest::keyClick(pane->mergeButton(), Qt::Key_Space);
    ASSERT_TRUE(comesTrue([&] { return tags() == QStringList{u"gardens"_s}; }));
    ASSERT_TRUE(comesTrue([&] { return pane->list()->count() == 1; }));
    rename(pane->list(), u"Gardeners"_s);
    ASSERT_TRUE(comesTrue([&] { return tags() == QStringList{u"Gardeners"_s}; }));
    ASSERT_TRUE(comesTrue([&] { return pane->list()->item(0)->text() == u"Gardeners"_s; }));
    pane->list()->setFocus();
    QTest::keyClick(pane->list(), Qt::Key_Delete);
    EXPECT_TRUE(comesTrue([&] { return tags().isEmpty(); }));
}

TEST_F(SettingsTest, KeepsATemplateOnlyWithTheNumberInIt) {
    auto *pane = shown<CallingPane>();
    choose(pane->method(), u"template"_s);
    EXPECT_EQ(m_preferences->callMethod(), u"template"_s);
    ASSERT_TRUE(pane->callTemplate()->isVisible());
    QTest::keyClicks(pane->callTemplate(), u"https://phone.example/"_s);
    EXPECT_FALSE(pane->problem().isEmpty());
    EXPECT_TRUE(m_preferences->callTemplate().isEmpty());
    QTest::keyClicks(pane->callTemplate(), u"{number}"_s);
    EXPECT_TRUE(pane->problem().isEmpty());
    EXPECT_EQ(m_preferences->callTemplate(), u"https://phone.example/{number}"_s);
}

TEST_F(SettingsTest, MakesACopyThatOpens) {
    auto *pane = shown<FilePane>();
    QSignalSpy made(pane, &FilePane::backedUp);
    pane->backupNow();
    ASSERT_TRUE(!made.isEmpty() || made.wait(10'000));
    EXPECT_TRUE(workspace::Base::open(made.first().first().toString(), m_base.options(u"pc-9"_s, u"Maria"_s)));
}

TEST_F(SettingsTest, NamesEveryControl) {
    for (QWidget *widget : m_settings->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_"_L1))
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        ASSERT_NE(interface, nullptr);
        EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty())
            << widget->metaObject()->className() << " in " << widget->parentWidget()->metaObject()->className();
    }
}

TEST_F(SettingsTest, ChangesCalendarAndWeekAtOnce) {
    auto *general = shown<GeneralPane>();
    choose(general->calendar(), u"persian"_s);
    EXPECT_EQ(m_preferences->calendar(), u"persian"_s);
    EXPECT_EQ(m_window->formats().calendar().name(), QCalendar(QCalendar::System::Jalali).name());
    choose(general->weekStart(), int(Qt::Saturday));
    EXPECT_EQ(m_preferences->firstDayOfWeek(), int(Qt::Saturday));
    const QDate monday(2026, 3, 9);
    EXPECT_EQ(m_window->formats().weekOf(monday), QDate(2026, 3, 7));
    const ui::DateEdit edit(m_window->formats(), monday);
    EXPECT_EQ(edit.calendar().name(), m_window->formats().calendar().name());
    EXPECT_EQ(edit.calendarWidget()->firstDayOfWeek(), Qt::Saturday);
    const auto words = parseDateWords(u"18/12", {monday, QLocale(QLocale::English, QLocale::UnitedKingdom),
                                                 m_window->formats().calendar(), DateLean::Past});
    ASSERT_TRUE(words.has_value());
    EXPECT_EQ(words->day, monday) << "18 Esfand";
    choose(general->calendar(), QString());
    EXPECT_EQ(m_window->formats().calendar().name(), QCalendar().name());
}

TEST_F(SettingsTest, ChangesTheCurrencyOfTheFileAndTakesItBack) {
    auto *general = shown<GeneralPane>();
    ASSERT_EQ(general->currency()->currentData(), QVariant(u"EUR"_s));
    general->currency()->setCurrentIndex(general->currency()->findData(u"SEK"_s));
    emit general->currency()->activated(general->currency()->currentIndex());
    ASSERT_TRUE(comesTrue([&] { return m_window->formats().currency() == u"SEK"_s; }));
    EXPECT_TRUE(m_window->formats().money(100).contains(u"kr"_s));
    m_settings = m_window->findChild<SettingsWindow *>(); // the file was opened again
    ASSERT_NE(m_settings, nullptr);
    EXPECT_TRUE(m_settings->isVisible());
    EXPECT_EQ(m_settings->general()->currency()->currentData(), QVariant(u"SEK"_s));
    trigger(action::kUndo);
    EXPECT_TRUE(comesTrue([&] { return m_window->formats().currency() == u"EUR"_s; }));
}
