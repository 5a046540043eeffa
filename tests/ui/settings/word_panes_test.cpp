#include "customers/source_uses.h"
#include "forms/quick_chip.h"
#include "interactions/composer.h"
#include "interactions/outcome_bar.h"
#include "segments/number_edit.h"
#include "settings/colour_choice.h"
#include "settings/name_list.h"
#include "settings/outcomes_pane.h"
#include "settings/sources_pane.h"
#include "settings/types_pane.h"
#include "settings_fixture.h"

#include <QCheckBox>
#include <QDropEvent>
#include <QMimeData>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

class WordPanesTest : public SettingsTest {
protected:
    QStringList outcomeLabels() {
        QStringList labels;
        for (const Outcome &outcome : valueOf(OutcomeList::load(m_base->database())).offered())
            labels << outcome.label();
        return labels;
    }
    QStringList typeLabels() {
        QStringList labels;
        for (const CustomerType &type : valueOf(CustomerTypeList::load(m_base->database())).offered())
            labels << type.label();
        return labels;
    }
    Outcome outcome(const QString &name) { return *valueOf(OutcomeList::load(m_base->database())).find(name); }
    template <class P>
    P *loaded() {
        P *pane = shown<P>();
        EXPECT_TRUE(comesTrue([&] { return pane->list()->count() > 0; }));
        pane->list()->setFocus();
        return pane;
    }
    // The line at `row` is dropped at `at` of the list's viewport.
    static void drop(NameList *list, int row, const QPoint &at) {
        const std::unique_ptr<QMimeData> data(list->model()->mimeData({list->model()->index(row, 0)}));
        QDropEvent event(at, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        receive(list, event);
    }
    // Straight to the list: Qt hands a drop on only to what it saw a drag enter.
    static void receive(NameList *list, QDropEvent &event) {
        struct Receiver : NameList {
            using NameList::dropEvent;
        };
        (list->*&Receiver::dropEvent)(&event);
    }
    static QStringList names(const NameList *list) {
        QStringList names;
        for (int row = 0; row < list->count(); ++row)
            names << list->item(row)->text();
        return names;
    }
    void setSource(Id customer, const QString &source) {
        const qint64 version = valueOf(db::find<Customer>(m_base->database(), customer))->version;
        EXPECT_TRUE(m_base->write({u"edit"_s, "customer", customer}, [&](workspace::Recorder &recorder) {
            return setCustomerFields(recorder, customer, version, {{"source", source}});
        }));
    }
};

} // namespace

TEST_F(WordPanesTest, RenamesOrdersAndRemovesOutcomesByKeys) {
    auto *pane = loaded<OutcomesPane>();
    ASSERT_EQ(pane->list()->count(), 8);
    pane->list()->setCurrentRow(2);
    rename(pane->list(), u"Nobody there"_s);
    ASSERT_TRUE(comesTrue([&] { return outcomeLabels()[2] == u"Nobody there"_s; }));
    ASSERT_TRUE(comesTrue([&] { return pane->list()->item(2)->text() == u"Nobody there"_s; }));
    pane->list()->setFocus();
    QTest::keyClick(pane->list(), Qt::Key_Up, Qt::AltModifier);
    ASSERT_TRUE(comesTrue([&] { return outcomeLabels()[1] == u"Nobody there"_s && pane->list()->currentRow() == 1; }));
    QTest::keyClick(pane->list(), Qt::Key_Delete);
    ASSERT_TRUE(comesTrue([&] { return outcomeLabels().size() == 7 && pane->list()->count() == 7; }));
    trigger(action::kUndo);
    EXPECT_TRUE(comesTrue([&] { return pane->list()->count() == 8; }));
}

TEST_F(WordPanesTest, AddsANinthOutcomeAndNoTenthAndResets) {
    auto *pane = loaded<OutcomesPane>();
    pane->name()->setFocus();
    QTest::keyClicks(pane->name(), u"Wants a catalogue"_s);
    QTest::keyClick(pane->name(), Qt::Key_Return);
    ASSERT_TRUE(comesTrue([&] { return pane->list()->count() == 9 && pane->list()->currentRow() == 8; }));
    QTest::keyClicks(pane->name(), u"One more"_s);
    EXPECT_FALSE(pane->addButton()->isEnabled());
    EXPECT_FALSE(pane->addButton()->toolTip().isEmpty()) << "says why";
    QTest::keyClick(pane->resetButton(), Qt::Key_Space);
    EXPECT_TRUE(comesTrue([&] { return pane->list()->count() == 8; }));
}

TEST_F(WordPanesTest, SaysWhatFollowsAfterAnOutcomeAndWhatItDoes) {
    auto *pane = loaded<OutcomesPane>();
    pane->list()->setCurrentRow(0);
    EXPECT_FALSE(pane->count()->isVisible()) << "reached has no next step";
    choose(pane->unit(), u"weeks"_s);
    ASSERT_TRUE(comesTrue([&] { return outcome(u"reached"_s).stepUnit == "weeks"_L1 && pane->count()->isVisible(); }));
    pane->count()->setFocus();
    pane->count()->selectAll();
    QTest::keyClicks(pane->count(), u"3"_s);
    QTest::keyClick(pane->count(), Qt::Key_Return);
    ASSERT_TRUE(comesTrue([&] { return outcome(u"reached"_s).stepCount == 3; }));
    ASSERT_TRUE(comesTrue([&] { return pane->list()->item(0)->toolTip().contains(u"3 week"_s); }));
    QTest::keyClick(pane->sameHour(), Qt::Key_Space);
    ASSERT_TRUE(comesTrue([&] { return outcome(u"reached"_s).stepHour; }));
    pane->stepTitle()->setFocus();
    QTest::keyClicks(pane->stepTitle(), u"Ask for the order"_s);
    QTest::keyClick(pane->stepTitle(), Qt::Key_Return);
    ASSERT_TRUE(comesTrue([&] { return outcome(u"reached"_s).stepWords() == u"Ask for the order"_s; }));
    pane->effect()->setFocus();
    QTest::keyClick(pane->effect(), Qt::Key_Down);
    EXPECT_TRUE(comesTrue([&] { return outcome(u"reached"_s).marksPhoneWrong; }));
}

TEST_F(WordPanesTest, KeepsNoNumberOfWeeksThatCannotBe) {
    auto *pane = loaded<OutcomesPane>();
    pane->list()->setCurrentRow(1);
    pane->count()->setFocus();
    pane->count()->selectAll();
    QTest::keyClicks(pane->count(), u"0"_s);
    QTest::keyClick(pane->count(), Qt::Key_Return);
    EXPECT_EQ(pane->count()->value(), 7);
    EXPECT_EQ(outcome(u"call_again"_s).stepCount, 7);
}

TEST_F(WordPanesTest, NamesReachTheChipsOfAnOpenCard) {
    m_window->go({page::kCustomers, m_anna});
    ASSERT_TRUE(comesTrue([&] { return m_window->actions().find(action::kLogCall)->isEnabled(); }));
    m_window->perform(action::kLogCall);
    auto *pane = loaded<OutcomesPane>();
    pane->list()->setCurrentRow(0);
    rename(pane->list(), u"Talked"_s);
    EXPECT_TRUE(comesTrue([&] {
        const auto *bar = m_window->findChild<Composer *>()->findChild<OutcomeBar *>();
        const QList<QuickChip *> chips = bar->findChildren<QuickChip *>();
        return chips.size() == 8 && chips.first()->text() == u"Talked"_s;
    }));
}

TEST_F(WordPanesTest, PutsOffTheListWhileANameIsTyped) {
    auto *pane = loaded<OutcomesPane>();
    pane->list()->setCurrentRow(0);
    QTest::keyClick(pane->list(), Qt::Key_F2);
    auto *editor = pane->list()->findChild<QLineEdit *>();
    ASSERT_NE(editor, nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, u"Half a na"_s);
    auto other = m_base.openAs(u"pc-2"_s, u"Bo"_s);
    expectDone(other->write({u"outcomes"_s, "outcome", {}}, [](workspace::Recorder &recorder) {
        return workspace::renameWord<Outcome>(recorder, u"busy"_s, u"Engaged"_s);
    }));
    m_window->workspace()->checkForChanges();
    EXPECT_FALSE(comesTrueSoon([&] { return pane->list()->item(3)->text() == u"Engaged"_s; }));
    EXPECT_EQ(editor->text(), u"Half a na"_s);
    QTest::keyClicks(editor, u"me"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    EXPECT_TRUE(comesTrue(
        [&] { return pane->list()->item(3)->text() == u"Engaged"_s && pane->list()->item(0)->text() == u"Half a name"_s; }));
}

TEST_F(WordPanesTest, AddsColoursAndOrdersTypes) {
    auto *pane = loaded<TypesPane>();
    pane->name()->setFocus();
    QTest::keyClicks(pane->name(), u"Wholesale"_s);
    QTest::keyClick(pane->name(), Qt::Key_Return);
    ASSERT_TRUE(comesTrue([&] { return pane->list()->count() == 5 && pane->list()->currentRow() == 4; }));
    pane->colour()->setFocus();
    QTest::keyClick(pane->colour(), Qt::Key_Down);
    ASSERT_TRUE(comesTrue([&] { return valueOf(CustomerTypeList::load(m_base->database())).find(u"Wholesale"_s)->colour == 1; }));
    pane->list()->setFocus();
    QTest::keyClick(pane->list(), Qt::Key_Up, Qt::AltModifier);
    EXPECT_TRUE(comesTrue([&] {
        return typeLabels() == QStringList{u"Lead"_s, u"Prospect"_s, u"Customer"_s, u"Wholesale"_s, u"Former"_s};
    }));
}

TEST_F(WordPanesTest, PutsATypeThatAFileBroughtOnTheListWhenItIsColoured) {
    const Id customer = add(u"Bo"_s, {});
    expectDone(m_base->database().execute(u"UPDATE customer SET lifecycle = 'Partner' WHERE id = %1"_s.arg(customer.value)));
    auto *pane = loaded<TypesPane>();
    pane->refresh();
    ASSERT_TRUE(comesTrue([&] { return pane->list()->count() == 5; }));
    pane->list()->setCurrentRow(4);
    pane->colour()->setFocus();
    QTest::keyClick(pane->colour(), Qt::Key_Down);
    EXPECT_TRUE(comesTrue([&] { return typeLabels().contains(u"Partner"_s); }));
    EXPECT_EQ(valueOf(CustomerTypeList::load(m_base->database())).find(u"Partner"_s)->colour, 1);
}

TEST_F(WordPanesTest, SaysHowManyChangeBeforeASourceIsWrittenOtherwiseEverywhere) {
    setSource(m_anna, u"fair 2024"_s);
    setSource(m_lars, u"Fair 2024"_s);
    auto *pane = shown<SourcesPane>();
    pane->refresh();
    ASSERT_TRUE(comesTrue([&] { return pane->list()->count() == 2; }));
    pane->list()->setFocus();
    pane->list()->setCurrentRow(pane->list()->item(0)->text() == u"fair 2024"_s ? 0 : 1);
    QTest::keyClick(pane->list(), Qt::Key_F2);
    ASSERT_TRUE(pane->spelling()->hasFocus());
    EXPECT_FALSE(pane->replaceButton()->isEnabled()) << "nothing has changed yet";
    QTest::keyClicks(pane->spelling(), u"Fair 2024"_s);
    ASSERT_TRUE(comesTrue([&] { return pane->preview().startsWith(u"1 customer"_s); }));
    EXPECT_TRUE(pane->preview().contains(u"become one"_s));
    QTest::keyClick(pane->spelling(), Qt::Key_Return);
    ASSERT_TRUE(comesTrue([&] { return pane->list()->count() == 1; }));
    EXPECT_EQ(valueOf(sourceUses(m_base->database())).first().customers, 2);
    trigger(action::kUndo);
    EXPECT_TRUE(comesTrue([&] { return pane->list()->count() == 2; }));
}

TEST_F(WordPanesTest, MovesALineThatIsDraggedInOneStep) {
    auto *pane = loaded<OutcomesPane>();
    const QStringList before = names(pane->list());
    drop(pane->list(), 2, pane->list()->visualItemRect(pane->list()->item(0)).topLeft() + QPoint(4, 4));
    ASSERT_TRUE(comesTrue([&] { return outcomeLabels().first() == before[2]; }));
    EXPECT_TRUE(comesTrue([&] { return names(pane->list()).first() == before[2] && pane->list()->currentRow() == 0; }));
    trigger(action::kUndo);
    ASSERT_TRUE(comesTrue([&] { return names(pane->list()) == before; })) << "one step took it back";
    drop(pane->list(), 0, QPoint(4, pane->list()->viewport()->height() - 2));
    EXPECT_TRUE(comesTrue([&] { return outcomeLabels().last() == before[0]; })) << "below the last line";
    auto *types = loaded<TypesPane>();
    const QStringList typesBefore = names(types->list());
    const std::unique_ptr<QMimeData> data(pane->list()->model()->mimeData({pane->list()->model()->index(3, 0)}));
    QDropEvent event(QPoint(4, 4), Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    receive(types->list(), event);
    EXPECT_FALSE(comesTrueSoon([&] { return names(types->list()) != typesBefore; })) << "a line of another list";
}

TEST_F(WordPanesTest, OrdersTheSourcesByKeysAndByDragging) {
    setSource(m_anna, u"Fair"_s);
    setSource(m_lars, u"Web"_s);
    setSource(add(u"Bo"_s, {}), u"Web"_s);
    auto *pane = shown<SourcesPane>();
    pane->refresh();
    ASSERT_TRUE(comesTrue([&] { return names(pane->list()) == QStringList{u"Web"_s, u"Fair"_s}; })) << "the most frequent first";
    pane->list()->setFocus();
    pane->list()->setCurrentRow(1);
    QTest::keyClick(pane->list(), Qt::Key_Up, Qt::AltModifier);
    ASSERT_TRUE(comesTrue([&] { return names(pane->list()) == QStringList{u"Fair"_s, u"Web"_s}; }));
    EXPECT_EQ(pane->list()->currentRow(), 0);
    trigger(action::kUndo);
    ASSERT_TRUE(comesTrue([&] { return names(pane->list()) == QStringList{u"Web"_s, u"Fair"_s}; }));
    drop(pane->list(), 0, QPoint(4, pane->list()->viewport()->height() - 2));
    EXPECT_TRUE(comesTrue([&] { return names(pane->list()) == QStringList{u"Fair"_s, u"Web"_s}; }));
}
