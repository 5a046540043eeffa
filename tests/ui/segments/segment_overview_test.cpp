#include "segments_fixture.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class SegmentOverviewTest : public SegmentsFixture {
protected:
    ui::SegmentListModel &model() { return *m_view->overview()->model(); }
    int rowOf(const QString &name) {
        for (int row = 0; row < model().rowCount(); ++row)
            if (model().index(row).data().toString() == name)
                return row;
        return -1;
    }
    void goTo(const QString &name) { m_view->overview()->list()->setCurrentIndex(model().index(rowOf(name))); }

    enum class Wait { Yes, No };
    void save(const QString &name, const QString &city, Wait wait = Wait::Yes) {
        segments::Rule rule;
        segments::Condition condition;
        condition.field = u"city"_s;
        condition.values = {city};
        rule.rules.push_back(segments::Node{condition});
        valueOf(m_base->write({u"segment"_s, "segment", {}}, [&](workspace::Recorder &recorder) {
            return segments::saveSegment(recorder, name, rule, segments::contextOf(*m_base));
        }));
        m_view->overview()->reload();
        if (wait == Wait::No)
            return;
        ASSERT_TRUE(QTest::qWaitFor([&] { return rowOf(name) >= 0; }, kLongestWait));
    }
};

} // namespace

TEST_F(SegmentOverviewTest, SavesATemplateInThreeActs) {
    m_acts = 1; // the page itself: Ctrl+4
    goTo(u"No contact for 90 days"_s);
    QSignalSpy placed(m_view, &ui::SegmentsView::placeChanged);
    press(Qt::Key_Return);
    ASSERT_TRUE(hasCome(placed));
    QSignalSpy saved(m_view, &ui::SegmentsView::saved);
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(hasCome(saved));
    EXPECT_EQ(m_acts, 3);
    EXPECT_TRUE(valueOf(segments::findSegment(m_base->database(), u"No contact for 90 days"_s)).has_value());
}

TEST_F(SegmentOverviewTest, MarksTheNumbersOfATemplateUntilTheyAreChanged) {
    goTo(u"No contact for 90 days"_s);
    QSignalSpy placed(m_view, &ui::SegmentsView::placeChanged);
    press(Qt::Key_Return);
    ASSERT_TRUE(hasCome(placed));
    const auto isExample = [&] { return rows().first()->accessibleName().endsWith(u"The numbers are an example."_s); };
    EXPECT_TRUE(isExample()) << rows().first()->accessibleName().toStdString();
    press(Qt::Key_Return);
    press(Qt::Key_A, Qt::ControlModifier);
    type(u"60"_s);
    EXPECT_FALSE(isExample());
}

TEST_F(SegmentOverviewTest, CountsEachSegment) {
    save(u"In Lund"_s, u"Lund"_s);
    save(u"In Malmö"_s, u"malmo"_s);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return model().index(rowOf(u"In Malmö"_s)).data(ui::SegmentListModel::CountRole).toString() == u"2"_s; },
        kLongestWait));
    EXPECT_EQ(model().index(rowOf(u"In Lund"_s)).data(ui::SegmentListModel::CountRole).toString(), u"2"_s);
}

TEST_F(SegmentOverviewTest, RenamesByF2) {
    save(u"In Lund"_s, u"Lund"_s);
    goTo(u"In Lund"_s);
    press(Qt::Key_F2);
    type(u"People of Lund"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return rowOf(u"People of Lund"_s) >= 0; }, kLongestWait));
    EXPECT_FALSE(valueOf(segments::findSegment(m_base->database(), u"In Lund"_s)).has_value());
    EXPECT_EQ(m_view->builder(), nullptr) << "Enter ends the renaming and opens nothing";
}

TEST_F(SegmentOverviewTest, CountsAnewWhatChangedWhileItWasNotShown) {
    save(u"In Lund"_s, u"Lund"_s);
    const auto count = [&] { return model().index(rowOf(u"In Lund"_s)).data(ui::SegmentListModel::CountRole).toString(); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return count() == u"2"_s; }, kLongestWait));
    m_view->hide();
    addCustomer(u"Elin Berg"_s, u"Lund"_s, 0, -1);
    QSignalSpy changed(m_workspace.get(), &workspace::Workspace::changed);
    m_workspace->checkForChanges();
    ASSERT_TRUE(hasCome(changed));
    m_view->show();
    EXPECT_TRUE(QTest::qWaitFor([&] { return count() == u"3"_s; }, kLongestWait));
}

TEST_F(SegmentOverviewTest, KeepsTheNameThatIsTypedWhenACountArrives) {
    save(u"In Lund"_s, u"Lund"_s);
    goTo(u"In Lund"_s);
    press(Qt::Key_F2);
    const Id segment = model().lines()[rowOf(u"In Lund"_s)].id;
    model().setCount(segment, 7);
    type(u"People"_s);
    model().setCount(segment, 8);
    type(u" of Lund"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return rowOf(u"People of Lund"_s) >= 0; }, kLongestWait));
}

TEST_F(SegmentOverviewTest, KeepsTheNameThatIsTypedWhenTheSegmentsChange) {
    save(u"In Lund"_s, u"Lund"_s);
    goTo(u"In Lund"_s);
    press(Qt::Key_F2);
    type(u"People"_s);
    QSignalSpy loaded(m_view->overview(), &ui::SegmentOverview::loaded);
    save(u"In Malmö"_s, u"Malmö"_s, Wait::No);
    // Reads come back in order: when this one is answered, so is the reload.
    bool isAnswered = false;
    m_workspace->read(
        m_view, [](db::Database &) { return Result<int>(1); }, [&](Result<int>) { isAnswered = true; });
    ASSERT_TRUE(QTest::qWaitFor([&] { return isAnswered; }, kLongestWait));
    EXPECT_TRUE(loaded.isEmpty());
    type(u" of Lund"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return rowOf(u"People of Lund"_s) >= 0 && rowOf(u"In Malmö"_s) >= 0; }, kLongestWait));
}

TEST_F(SegmentOverviewTest, MovesASegmentToTheTrash) {
    save(u"In Lund"_s, u"Lund"_s);
    goTo(u"In Lund"_s);
    QSignalSpy trashed(m_view, &ui::SegmentsView::trashed);
    press(Qt::Key_Delete);
    ASSERT_TRUE(hasCome(trashed));
    ASSERT_TRUE(QTest::qWaitFor([&] { return rowOf(u"In Lund"_s) < 0; }, kLongestWait));
}

TEST_F(SegmentOverviewTest, ShowsASegmentAsList) {
    save(u"In Lund"_s, u"Lund"_s);
    goTo(u"In Lund"_s);
    QSignalSpy wanted(m_view, &ui::SegmentsView::openAsList);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted[0][0].toString(), u"In Lund"_s);
    EXPECT_EQ(wanted[0][1].value<segments::Rule>().rules.size(), 1U);
}

TEST_F(SegmentOverviewTest, OffersUnsavedWorkAgain) {
    openNew();
    choose(u"bought in total"_s);
    type(u"500"_s);
    QSignalSpy dropped(m_view, &ui::SegmentsView::dropped);
    m_view->leaveBuilder();
    ASSERT_EQ(dropped.size(), 1);
    const auto draft = dropped[0][0].value<ui::SegmentDraft>();
    QSignalSpy placed(m_view, &ui::SegmentsView::placeChanged);
    m_view->openDraft(draft);
    ASSERT_TRUE(hasCome(placed));
    ASSERT_EQ(rows().size(), 1);
    EXPECT_EQ(rows()[0]->condition().values, QList<segments::Operand>{500.0});
    EXPECT_TRUE(builder().isChanged());
}

TEST_F(SegmentOverviewTest, TellsTheChangeSinceLastWeekAndWhenItWasUsed) {
    save(u"In Lund"_s, u"Lund"_s);
    const Id id = valueOf(segments::findSegment(m_base->database(), u"In Lund"_s))->id;
    m_window.reset();
    ui::SegmentMemory(m_base.folder() + u"/segments.json"_s).noteCount(id, today().addDays(-7), 5);
    openWindow();
    goTo(u"In Lund"_s);
    const auto change = [&] { return model().index(rowOf(u"In Lund"_s)).data(ui::SegmentListModel::ChangeRole).toString(); };
    const QString minus = u"\u2066-3\u2069 since last week"_s;
    ASSERT_TRUE(QTest::qWaitFor([&] { return change() == minus; }, kLongestWait)) << change().toStdString();
    QSignalSpy listed(m_view, &ui::SegmentsView::openAsList);
    press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_EQ(listed.size(), 1);
    m_view->overview()->reload();
    EXPECT_TRUE(QTest::qWaitFor([&] { return change().contains(u"used \u2068Today"_s); }, kLongestWait)) << change().toStdString();
}
