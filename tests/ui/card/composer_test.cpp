#include "ui/card/card_fixture.h"

#include "customers/consent.h"
#include "forms/date_words_edit.h"
#include "interactions/draft_store.h"
#include "interactions/next_step_line.h"
#include "interactions/outcome.h"
#include "main_window/action_table.h"
#include "widgets/bidi.h"

namespace kontor::tests {

namespace action = ui::action;

class ComposerOnCard : public CardFixture {
protected:
    const QList<Interaction> &entries() const { return m_page->content().timeline.interactions; }
};

TEST_F(ComposerOnCard, ACallWithOutcomeAndNextStepIsLoggedByKeysOnly) {
    m_page->perform(action::kLogCall); // F7
    type(u"Wants a price for 40 units"_s);
    press(Qt::Key_3, Qt::AltModifier);
    EXPECT_EQ(composer()->draft().outcome, u"no_answer"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return entries().size() == 1; }));
    EXPECT_EQ(entries()[0].kind, u"call"_s);
    EXPECT_EQ(entries()[0].outcome, u"no_answer"_s);
    EXPECT_EQ(entries()[0].text, u"Wants a price for 40 units"_s);
    ASSERT_EQ(m_page->content().timeline.tasks.size(), 1);
    const QDate due = addWorkingDays(m_clock.today(), 1);
    EXPECT_EQ(m_page->content().timeline.tasks[0].dueOn, due.toString(Qt::ISODate));
    ASSERT_TRUE(waitFor([&] { return m_shell->toasts.size() == 1; }));
    EXPECT_EQ(withoutIsolates(m_shell->toasts[0]),
              u"Call logged. Next: %1."_s.arg(ui::DateWordsEdit::wording({due, std::nullopt}, m_shell->formats())));
    EXPECT_EQ(QApplication::focusWidget(), composer()->textWidget());
    EXPECT_TRUE(composer()->draft().isEmpty());
    EXPECT_EQ(composer()->draft().kind, u"note"_s);
}

TEST_F(ComposerOnCard, TabLeavesTheNoteAndCtrlTabStaysInIt) {
    m_page->perform(action::kLogNote);
    type(u"one"_s);
    press(Qt::Key_Tab, Qt::ControlModifier);
    type(u"two"_s);
    EXPECT_EQ(composer()->draft().text, u"one\ttwo"_s);
    press(Qt::Key_Tab);
    EXPECT_NE(QApplication::focusWidget(), composer()->textWidget());
}

TEST_F(ComposerOnCard, AnOutcomeAloneIsEnough) {
    m_page->perform(action::kLogCall);
    press(Qt::Key_1, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return entries().size() == 1; }));
    EXPECT_TRUE(m_page->content().timeline.tasks.isEmpty());
}

TEST_F(ComposerOnCard, EntryAndNextStepAreTakenBackTogether) {
    m_page->perform(action::kLogCall);
    press(Qt::Key_2, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return entries().size() == 1 && m_page->content().timeline.tasks.size() == 1; }));
    m_workspace->undo(m_page, [](Result<workspace::UndoOutcome> outcome) { EXPECT_TRUE(bool(outcome)); });
    ASSERT_TRUE(waitFor([&] { return entries().isEmpty() && m_page->content().timeline.tasks.isEmpty(); }));
}

TEST_F(ComposerOnCard, TheDayOfTheNextStepIsTypedInWords) {
    m_page->perform(action::kLogCall);
    press(Qt::Key_3, Qt::AltModifier);
    auto *date = composer()->findChild<ui::NextStepLine *>()->findChild<ui::DateWordsEdit *>();
    date->setFocus();
    date->selectAll();
    type(u"in 2 weeks 10:30"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return m_page->content().timeline.tasks.size() == 1; }));
    const Task task = m_page->content().timeline.tasks[0];
    EXPECT_EQ(task.dueOn, m_clock.today().addDays(14).toString(Qt::ISODate));
    ASSERT_TRUE(task.dueAt.has_value());
    EXPECT_EQ(m_clock.dateTimeOf(*task.dueAt).time(), QTime(10, 30));
}

TEST_F(ComposerOnCard, ADayThatIsNoneIsNotSaved) {
    m_page->perform(action::kLogCall);
    press(Qt::Key_3, Qt::AltModifier);
    auto *date = composer()->findChild<ui::NextStepLine *>()->findChild<ui::DateWordsEdit *>();
    date->setFocus();
    date->selectAll();
    type(u"someday maybe"_s);
    QSignalSpy submitted(composer(), &ui::Composer::submitted);
    press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(submitted.count(), 0);
    EXPECT_EQ(composer()->draft().outcome, u"no_answer"_s);
}

TEST_F(ComposerOnCard, DoNotCallShowsOnTheHeadAndStopsDialling) {
    m_page->perform(action::kLogCall);
    press(Qt::Key_8, Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return card().consents.size() == 1; }));
    EXPECT_FALSE(m_page->canPerform(action::kDial));
}

TEST_F(ComposerOnCard, WhatWasBegunWaitsForItsCustomer) {
    NewCustomer draft;
    draft.customer.name = u"Lars Åkesson"_s;
    const Id other = valueOf(
        m_base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    m_page->perform(action::kLogCall);
    type(u"half a sentence"_s);
    press(Qt::Key_2, Qt::AltModifier);
    load(other);
    EXPECT_TRUE(composer()->draft().isEmpty());
    load(m_customer);
    EXPECT_EQ(composer()->draft().text, u"half a sentence"_s);
    EXPECT_EQ(composer()->draft().outcome, u"call_again"_s);
    EXPECT_TRUE(composer()->draft().step.has_value());

    closePage(); // the program ends and begins again
    openPage();
    EXPECT_EQ(composer()->draft().text, u"half a sentence"_s);
    EXPECT_EQ(composer()->draft().kind, u"call"_s);
}

TEST_F(ComposerOnCard, ASavedEntryLeavesNoDraft) {
    m_page->perform(action::kLogNote);
    type(u"Likes green"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return entries().size() == 1; }));
    ASSERT_TRUE(waitFor([&] { return composer()->draft().isEmpty(); }));
    closePage();
    openPage();
    EXPECT_TRUE(composer()->draft().isEmpty());
}

TEST(DraftStore, SurvivesAFileThatIsNoDrafts) {
    QTemporaryDir folder;
    QFile file(folder.filePath(u"drafts.json"_s));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("not json");
    file.close();
    ui::DraftStore store(file.fileName());
    EXPECT_FALSE(store.find(Id{1}).has_value());
    ui::EntryDraft draft;
    draft.text = u"سلام"_s;
    EXPECT_TRUE(store.keep(Id{1}, draft));
    EXPECT_EQ(ui::DraftStore(file.fileName()).find(Id{1})->text, draft.text);
    EXPECT_TRUE(store.keep(Id{1}, {}));
    EXPECT_FALSE(ui::DraftStore(file.fileName()).contains(Id{1}));
}

} // namespace kontor::tests
