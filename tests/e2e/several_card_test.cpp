#include "several_world.h"

#include "customers/customer_list_model.h"
#include "customers/customer_list_panel.h"
#include "lists/list_table.h"

#include <QScrollBar>

using namespace kontor;
using namespace kontor::tests;

namespace {

// Maria's own window, as far as others see it.
std::unique_ptr<workspace::Workspace> openAsMaria(const TemporaryBase &base) {
    auto opened = workspace::Workspace::open(base.path(), base.options(u"pc-2"_s, u"Maria"_s));
    EXPECT_TRUE(bool(opened));
    return opened ? std::move(*opened) : nullptr;
}

} // namespace

TEST_F(Several, AChipSaysWhoIsOnTheSameCard) {
    openAnna();
    auto maria = openAsMaria(*m_base);
    maria->tellWhere(m_anna);
    auto *header = card()->findChild<ui::CardHeader *>();
    EXPECT_TRUE(driver().waitFor([&] { return withoutIsolates(header->othersShown()) == u"Maria is also here"_s; }));
    const auto chips = header->findChildren<ui::CardChip *>();
    EXPECT_TRUE(std::any_of(chips.begin(), chips.end(), [](const ui::CardChip *chip) {
        return chip->isVisible() && withoutIsolates(chip->text()) == u"Maria is also here"_s;
    }));
    maria->tellWhere({});
    EXPECT_TRUE(driver().waitFor([&] { return header->othersShown().isEmpty(); }));
}

TEST_F(Several, APencilSaysWhoEditsAFieldWhichStaysEditable) {
    openAnna();
    auto maria = openAsMaria(*m_base);
    maria->tellWhere(m_anna, "city");
    auto *header = card()->findChild<ui::CardHeader *>();
    EXPECT_TRUE(driver().waitFor([&] { return withoutIsolates(header->othersShown()) == u"Maria is editing City"_s; }));
    EXPECT_EQ(withoutIsolates(field("city").editor), u"Maria"_s);
    edit("city");
    EXPECT_TRUE(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
}

TEST_F(Several, OthersSeeWhatIsEditedHere) {
    auto maria = openAsMaria(*m_base);
    openAnna();
    const auto seen = [&] { return maria->others().isEmpty() ? sharing::Person() : maria->others().first(); };
    EXPECT_TRUE(driver().waitFor([&] { return seen().card == m_anna && seen().user == u"Olga"_s; }));
    edit("city");
    EXPECT_TRUE(driver().waitFor([&] { return seen().field == "city"; }));
    driver().press(Qt::Key_Escape);
    EXPECT_TRUE(driver().waitFor([&] { return seen().field.isEmpty(); }));
    window().go({ui::page::kToday});
    EXPECT_TRUE(driver().waitFor([&] { return !seen().card.isValid(); }));
}

TEST_F(Several, ASecondProgramOfTheSamePersonOnThisComputerCountsToo) {
    openAnna();
    auto own = valueOf(workspace::Workspace::open(m_base->path(), m_base->options(u"pc-1"_s, u"Olga"_s)));
    own->tellWhere(m_anna);
    auto *header = card()->findChild<ui::CardHeader *>();
    EXPECT_TRUE(driver().waitFor([&] { return withoutIsolates(header->othersShown()) == u"Olga (elsewhere) is also here"_s; }));
}

TEST_F(Several, ABannerSaysWhatSomebodyElseChanged) {
    openAnna();
    mariaSets("city", u"Lomma"_s);
    mariaDoes([&](workspace::Recorder &recorder) {
        LogDraft note;
        note.interaction.customerId = m_anna;
        note.interaction.kind = u"note"_s;
        note.interaction.text = u"Wants an offer"_s;
        return logInteraction(recorder, note);
    });
    EXPECT_TRUE(saysInBanner(u"Maria changed City and added a note, just now."_s)) << qPrintable(banners().join(u'\n'));
    EXPECT_EQ(field("city").shown, u"Lomma"_s);
    for (ui::Banner *banner : window().findChildren<ui::Banner *>())
        if (banner->isVisible())
            banner->findChild<QPushButton *>()->click(); // Show changes
    EXPECT_TRUE(driver().waitFor([&] { return window().pages()->currentPage()->place().page == ui::page::kHistory; }));
}

TEST_F(Several, TheBannerIsClosedAndSaysOnlyWhatCameAfterwards) {
    openAnna();
    mariaSets("city", u"Lomma"_s);
    ASSERT_TRUE(saysInBanner(u"Maria changed City, just now."_s));
    for (ui::Banner *banner : window().findChildren<ui::Banner *>())
        if (banner->isVisible())
            banner->findChild<QToolButton *>()->click();
    EXPECT_TRUE(banners().isEmpty());
    mariaSets("company", u"Volga"_s);
    EXPECT_TRUE(saysInBanner(u"Maria changed Company, just now."_s)) << qPrintable(banners().join(u'\n'));
}

TEST_F(Several, MyOwnChangesAndThoseOfOtherCardsAreNoNews) {
    const Id lars = add(u"Lars Akesson"_s, u"Lund"_s);
    openAnna();
    enter("city", u"Lund"_s);
    ASSERT_TRUE(driver().waitFor([&] { return anna().city == u"Lund"_s; }));
    EXPECT_TRUE(bool(m_maria->write({u"edit"_s, "customer", lars}, [&](workspace::Recorder &recorder) {
        return setCustomerFields(recorder, lars, 1, {{"city", u"York"_s}});
    })));
    mariaSets("company", u"Volga"_s); // comes last: what was to be said of the others would have been said
    EXPECT_TRUE(saysInBanner(u"Maria changed Company, just now."_s)) << qPrintable(banners().join(u'\n'));
}

TEST_F(Several, WhatOthersChangedIsMarkedAndMyEditorStays) {
    mariaSets("company", u"Volga"_s);
    openAnna();
    QSet<QByteArray> marked;
    QObject::connect(fields(), &ui::CardFieldsModel::changedByOthers, &window(), [&](const auto &keys) { marked.unite(keys); });
    edit("company");
    driver().type(u"Half a na"_s);
    QWidget *editor = QApplication::focusWidget();
    mariaDoes([&](workspace::Recorder &recorder) -> Result<qint64> {
        TRY(now, db::find<Customer>(recorder.database(), m_anna));
        return setCustomerFields(recorder, m_anna, now->version, {{"city", u"Lomma"_s}, {"company", QString()}});
    });
    ASSERT_TRUE(driver().waitFor([&] { return card()->content().card.customer.city == u"Lomma"_s; }));
    EXPECT_TRUE(marked.contains("city"));
    ASSERT_EQ(QApplication::focusWidget(), editor) << "Maria emptied the field that I am editing";
    EXPECT_EQ(qobject_cast<QLineEdit *>(editor)->text(), u"Half a na"_s);
}

TEST_F(Several, ALineThatMovesTakesItsEditorWithIt) {
    mariaDoes([&](workspace::Recorder &recorder) { return addContactPoint(recorder, m_anna, u"phone"_s, u"+46709999999"_s); });
    openAnna();
    const QByteArray first = "point " + QByteArray::number(card()->content().card.contactPoints[0].id.value);
    edit(first);
    driver().type(u"+46 70"_s);
    QWidget *editor = QApplication::focusWidget();
    mariaDoes([&](workspace::Recorder &recorder) -> Result<void> { // the other one becomes the main one
        TRY(points, db::select<ContactPoint>(recorder.database(), u"customer_id = ? AND kind = 'phone' ORDER BY position"_s, {m_anna}));
        ContactPoint last = points.last();
        last.position = -1;
        return recorder.update(points.last(), last);
    });
    ASSERT_TRUE(driver().waitFor([&] { return card()->content().card.contactPoints[0].value == u"+46709999999"_s; }));
    EXPECT_EQ(QApplication::focusWidget(), editor);
    EXPECT_EQ(qobject_cast<QLineEdit *>(editor)->text(), u"+46 70"_s);
}

TEST_F(Several, SomebodyWhoTrashedTheCustomerIsNamedOnTheCard) {
    openAnna();
    mariaDoes([&](workspace::Recorder &recorder) { return trashCustomer(recorder, m_anna); });
    EXPECT_TRUE(saysInBanner(u"Maria moved this customer to the trash"_s)) << qPrintable(banners().join(u'\n'));
}

TEST_F(Several, NewRowsWaitAboveTheListAndNothingMoves) {
    for (int i = 0; i < 60; ++i)
        add(u"Berta %1"_s.arg(i, 2, 10, QChar(u'0')), u"Lund"_s);
    window().go({ui::page::kCustomers});
    auto *panel = window().findChild<ui::CustomerListPanel *>();
    panel->reload();
    ASSERT_TRUE(driver().waitFor([&] { return panel->model()->customerCount() == 61; }));
    panel->select(panel->model()->idAt(30));
    const Id current = panel->current();
    panel->table()->verticalScrollBar()->setValue(panel->table()->verticalScrollBar()->maximum() / 2);
    panel->table()->scrollTo(panel->table()->currentIndex());
    const int y = panel->table()->rowViewportPosition(panel->model()->rowOf(current));
    for (const QString &name : {u"Aaron"_s, u"Abel"_s, u"Ada"_s})
        mariaDoes([&](workspace::Recorder &recorder) {
            NewCustomer draft;
            draft.customer.name = name;
            return addCustomer(recorder, draft);
        });
    mariaSets("company", u"Volga"_s);
    ASSERT_TRUE(driver().waitFor([&] { return panel->heldBack() == 3; }));
    EXPECT_TRUE(panel->newButton()->isVisible());
    EXPECT_EQ(panel->newButton()->text(), u"3 new"_s);
    EXPECT_EQ(panel->model()->customerCount(), 61);
    EXPECT_EQ(panel->current(), current);
    EXPECT_EQ(panel->table()->rowViewportPosition(panel->model()->rowOf(current)), y);
    panel->newButton()->setFocus();
    driver().press(Qt::Key_Space);
    EXPECT_EQ(panel->model()->customerCount(), 64);
    EXPECT_EQ(panel->current(), current);
    EXPECT_EQ(panel->table()->rowViewportPosition(panel->model()->rowOf(current)), y);
    EXPECT_FALSE(panel->newButton()->isVisible());
}
