#include "ui/card/card_fixture.h"

#include "widgets/empty_state.h"

#include <QLineEdit>

namespace kontor::tests {

class CardPage : public CardFixture {};

TEST_F(CardPage, APhoneIsCorrectedByKeysAndUndoRestoresIt) {
    selectField(u"Phone"_s);
    press(Qt::Key_F2);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_TRUE(editor);
    EXPECT_EQ(editor->text(), u"+46 70 100 45 12"_s);
    EXPECT_EQ(editor->layoutDirection(), Qt::LeftToRight);
    type(u"+46 70 999 45 12"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().contactPoints[0].value == u"+46 70 999 45 12"_s; }));
    EXPECT_EQ(card().contactPoints[0].normalised, u"+46709994512"_s);
    ASSERT_TRUE(waitFor([&] { return m_workspace->undoState().undoOperation != 0; }));

    bool isUndone = false;
    m_workspace->undo(m_page, [&](Result<workspace::UndoOutcome> outcome) { isUndone = bool(outcome); });
    ASSERT_TRUE(waitFor([&] { return isUndone && card().contactPoints[0].value == u"+46 70 100 45 12"_s; }));
    EXPECT_EQ(fieldsModel()->data(fieldsModel()->index(fields()->currentIndex().row(), 1), Qt::DisplayRole).toString(),
              u"+46 70 100 45 12"_s);
}

TEST_F(CardPage, EscRestoresWhatStoodThere) {
    selectField(u"City"_s);
    press(Qt::Key_Return);
    type(u"Lund"_s);
    press(Qt::Key_Escape);
    EXPECT_EQ(fieldsModel()->data(fields()->currentIndex(), Qt::DisplayRole).toString(), u"Malmö"_s);
    EXPECT_EQ(QApplication::focusWidget(), fields());
    load(m_customer);
    EXPECT_EQ(card().customer.city, u"Malmö"_s);
}

TEST_F(CardPage, TabSavesAndGoesOnInTheNextField) {
    selectField(u"Company"_s);
    press(Qt::Key_F2);
    type(u"Volga AB"_s);
    press(Qt::Key_Tab);
    auto *next = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    ASSERT_TRUE(next);
    EXPECT_EQ(next->accessibleName(), u"Job title"_s);
    ASSERT_TRUE(waitFor([&] { return card().customer.company == u"Volga AB"_s; }));
    EXPECT_EQ(QApplication::focusWidget(), next) << "what was saved must not close the next editor";
}

TEST_F(CardPage, AWrongValueIsExplainedUnderTheFieldAndKept) {
    selectField(u"Phone"_s);
    press(Qt::Key_F2);
    type(u"ask Bob"_s);
    press(Qt::Key_Return);
    const auto field = [&] {
        return fieldsModel()->row(fieldsModel()->find("point " + QByteArray::number(card().contactPoints[0].id.value)));
    };
    ASSERT_TRUE(waitFor([&] { return field().state == ui::CardField::State::Refused; }));
    EXPECT_FALSE(field().problem.isEmpty());
    EXPECT_EQ(field().typed, u"ask Bob"_s);
    EXPECT_EQ(card().contactPoints[0].value, u"+46 70 100 45 12"_s);
    ASSERT_TRUE(waitFor([] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }))
        << "the editor opens again with what was typed";
    EXPECT_EQ(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text(), u"ask Bob"_s);
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    EXPECT_EQ(field().state, ui::CardField::State::Rest);
}

TEST_F(CardPage, NewsFromOthersDoNotTouchTheEditor) {
    selectField(u"Company"_s);
    press(Qt::Key_F2);
    type(u"Half a na"_s);
    QWidget *editor = QApplication::focusWidget();
    auto other = m_base.openAs(u"pc-2"_s, u"Olga"_s);
    EXPECT_TRUE(bool(other->write({u"edit"_s, "customer", m_customer}, [&](workspace::Recorder &recorder) {
        return setCustomerFields(recorder, m_customer, 1, {{"city", u"Lund"_s}, {"hobby", u"sailing"_s}});
    })));
    m_workspace->checkForChanges();
    ASSERT_TRUE(waitFor([&] { return card().customer.hobby == u"sailing"_s; }));
    EXPECT_EQ(QApplication::focusWidget(), editor);
    EXPECT_EQ(qobject_cast<QLineEdit *>(editor)->text(), u"Half a na"_s);
}

TEST_F(CardPage, AnEmptyFieldIsAddedBySearchingItsName) {
    auto *pane = m_page->findChild<ui::CardFieldsPane *>();
    EXPECT_LT(fieldsModel()->find("birthday_on"), 0);
    QTest::mouseClick(pane->findChild<QAbstractButton *>(), Qt::LeftButton);
    type(u"birth"_s);
    press(Qt::Key_Return);
    type(u"14 May 1980"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().customer.birthdayOn == u"1980-05-14"_s; }));
    EXPECT_GE(fieldsModel()->find("birthday_on"), 0);
}

TEST_F(CardPage, AFurtherPhoneIsAddedAndAnUntouchedOneGoesAgain) {
    auto *pane = m_page->findChild<ui::CardFieldsPane *>();
    pane->editField("new phone");
    type(u"040 55 66 77"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().contactPoints.size() == 3; }));
    ASSERT_TRUE(waitFor([&] { return fieldsModel()->find("new phone") < 0; }));
    pane->editField("new phone");
    press(Qt::Key_Escape);
    ASSERT_TRUE(waitFor([&] { return fieldsModel()->find("new phone") < 0; }));
    EXPECT_EQ(card().contactPoints.size(), 3);
}

TEST_F(CardPage, TagsAreEditedAsOneLine) {
    selectField(u"Tags"_s);
    press(Qt::Key_F2);
    type(u"net30; VIP"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return card().tags.size() == 2; }));
    EXPECT_LT(std::find_if(card().tags.begin(), card().tags.end(), [](const Tag &tag) { return tag.name == u"net30"_s; }),
              card().tags.end());
    EXPECT_EQ(std::find_if(card().tags.begin(), card().tags.end(), [](const Tag &tag) { return tag.name == u"garden"_s; }),
              card().tags.end());
}

TEST_F(CardPage, TheTimelineSaysThatNothingHasHappenedAndWhatToDo) {
    EXPECT_FALSE(timeline()->isVisible());
    auto *empty = m_page->findChild<ui::EmptyState *>();
    ASSERT_TRUE(empty);
    EXPECT_TRUE(empty->isVisible());
    EXPECT_TRUE(empty->accessibleDescription().contains(u"F7"_s));
}

} // namespace kontor::tests
