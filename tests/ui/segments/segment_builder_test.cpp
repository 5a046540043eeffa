#include "segments_fixture.h"

#include "segments/group_grip.h"

#include <QComboBox>

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class SegmentBuilderTest : public SegmentsFixture {
protected:
    void openThreeLines() {
        segments::Rule rule;
        for (const QString &field : {u"city"_s, u"lifecycle"_s, u"phone"_s}) {
            segments::Condition condition;
            condition.field = field;
            condition.op = segments::Operator::NotEmpty;
            rule.rules.push_back(segments::Node{condition});
        }
        QSignalSpy placed(m_view, &ui::SegmentsView::placeChanged);
        m_view->openDraft({{}, u"Three"_s, rule, true});
        ASSERT_TRUE(hasCome(placed));
        QCoreApplication::sendPostedEvents();
        ASSERT_EQ(rows().size(), 3);
    }
    static QString fields(const segments::Group &group) {
        QStringList names;
        for (const segments::Node &node : group.rules)
            names << (node.condition() ? node.condition()->field : u'(' + SegmentBuilderTest::fields(*node.group()) + u')');
        return names.join(u' ');
    }
    // To the upper edge of the other row, and so many pixels on.
    void drag(ui::ConditionRow *row, ui::ConditionRow *to, int by) { drag(row, row->gripRect().center(), to, by); }
    void drag(QWidget *row, const QPoint &grip, QWidget *to, int by) {
        const QPoint place = row->mapFromGlobal(to->mapToGlobal(QPoint(grip.x(), by)));
        QTest::mousePress(row, Qt::LeftButton, {}, grip);
        QTest::mouseMove(row, grip + (place - grip) / 2);
        QTest::mouseMove(row, place);
        QTest::mouseRelease(row, Qt::LeftButton, {}, place);
    }
};

segments::Condition boughtLastYear(double amount) {
    segments::Condition condition;
    condition.field = u"purchases"_s;
    condition.op = segments::Operator::MoreThan;
    condition.values = {amount};
    condition.aggregate = segments::Aggregate::Sum;
    condition.of = u"amount"_s;
    condition.period = segments::Period{.kind = segments::Period::Kind::Calendar, .calendar = segments::Calendar::LastYear};
    return condition;
}

segments::Condition notContactedFor(double days) {
    segments::Condition condition;
    condition.field = u"interactions"_s;
    condition.op = segments::Operator::MoreThanAgo;
    condition.values = {days};
    condition.unit = segments::Unit::Day;
    condition.orNever = true;
    condition.aggregate = segments::Aggregate::Last;
    condition.of = u"at"_s;
    return condition;
}

} // namespace

TEST_F(SegmentBuilderTest, BuildsTwoConditionsByKeyboardAndSavesThem) {
    m_acts = 0;
    openNew();                    // 1
    choose(u"bought in total"_s); // 2
    type(u"50000"_s);             // value
    press(Qt::Key_Return);        // 3: to the period
    press(Qt::Key_Down);
    press(Qt::Key_Down); // 4: last calendar year, past “in the last …”
    --m_acts;
    press(Qt::Key_Return);                 // 5: the last field is done
    choose(u"not contacted"_s);            // 6
    type(u"60"_s);                         // value
    press(Qt::Key_S, Qt::ControlModifier); // 7
    QSignalSpy saved(m_view, &ui::SegmentsView::saved);
    type(u"Sleeping big buyers"_s); // value
    press(Qt::Key_Return);
    ASSERT_TRUE(hasCome(saved));
    EXPECT_LE(m_acts, 12);

    const auto segment = valueOf(segments::findSegment(m_base->database(), u"sleeping big buyers"_s));
    ASSERT_TRUE(segment.has_value());
    const auto rule = valueOf(segments::ruleOf(m_base->database(), *segment, segments::contextOf(*m_base)));
    segments::Rule expected;
    expected.rules.push_back(segments::Node{boughtLastYear(50'000)});
    expected.rules.push_back(segments::Node{notContactedFor(60)});
    EXPECT_EQ(rule, expected);
    EXPECT_EQ(countOf(rule), 2); // Anna, and Volga Trade that was never contacted
}

TEST_F(SegmentBuilderTest, ShowsTheCountThatTheSegmentHas) {
    openNew();
    choose(u"bought in total"_s);
    type(u"50000"_s);
    const qint64 shown = shownCount();
    EXPECT_EQ(shown, countOf(builder().draft().rule));
    EXPECT_EQ(shown, 3);
    EXPECT_EQ(rows().size(), 1);
}

TEST_F(SegmentBuilderTest, IgnoresAnUnfinishedLineAndSaysSo) {
    openNew();
    choose(u"bought in total"_s);
    type(u"50000"_s);
    const qint64 before = shownCount();
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    choose(u"largest purchase"_s);
    ASSERT_EQ(rows().size(), 2);
    EXPECT_FALSE(rows()[1]->isUsed());
    EXPECT_TRUE(rows()[1]->accessibleName().contains(u"Not used yet"_s)) << qPrintable(rows()[1]->accessibleName());
    EXPECT_FALSE(builder().sentence().contains(u"largest"_s));
    type(u"60000"_s);
    EXPECT_TRUE(rows()[1]->isUsed());
    EXPECT_LT(shownCount(), before);
    for (int i = 0; i < 5; ++i)
        press(Qt::Key_Backspace);
    EXPECT_FALSE(rows()[1]->isUsed());
    EXPECT_EQ(shownCount(), before);
}

TEST_F(SegmentBuilderTest, TakesBackTheLastActAndDoesItAgain) {
    openNew();
    choose(u"bought in total"_s);
    type(u"500"_s);
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    choose(u"not contacted"_s);
    ASSERT_EQ(rows().size(), 2);
    press(Qt::Key_Escape); // folds the line; the line itself keeps the focus
    EXPECT_EQ(QApplication::focusWidget(), rows()[1]);
    press(Qt::Key_Delete);
    ASSERT_EQ(rows().size(), 1);
    press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_EQ(rows().size(), 2);
    EXPECT_EQ(rows()[1]->condition(), notContactedFor(90));
    press(Qt::Key_Y, Qt::ControlModifier);
    EXPECT_EQ(rows().size(), 1);
}

TEST_F(SegmentBuilderTest, TakesBackTypingInAFieldFirst) {
    openNew();
    choose(u"bought in total"_s);
    type(u"500"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(rows()[0]->condition().values.isEmpty());
    EXPECT_EQ(rows()[0]->condition().field, u"purchases"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(rows()[0]->condition().field, QString());
}

TEST_F(SegmentBuilderTest, MovesAndGroupsLinesByKey) {
    openNew();
    choose(u"bought in total"_s);
    type(u"500"_s);
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    choose(u"not contacted"_s);
    press(Qt::Key_Escape);
    press(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(rows()[0]->condition().field, u"interactions"_s);
    press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    const segments::Rule rule = builder().draft().rule;
    ASSERT_EQ(rule.rules.size(), 2U);
    ASSERT_NE(rule.rules[0].group(), nullptr);
    EXPECT_EQ(rule.rules[0].group()->match, segments::Match::Any);
    press(Qt::Key_Down);
    EXPECT_EQ(QApplication::focusWidget(), rows()[1]);
}

TEST_F(SegmentBuilderTest, PutsTheSelectedLinesIntoOneGroup) {
    openThreeLines();
    rows()[0]->setFocus();
    press(Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(builder().ruleView()->selected(), (QList<ui::RulePath>{{0}, {1}}));
    press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(fields(builder().draft().rule), u"(city lifecycle) phone"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(fields(builder().draft().rule), u"city lifecycle phone"_s);
    rows()[2]->setFocus();
    EXPECT_TRUE(builder().ruleView()->selected().isEmpty());
}

TEST_F(SegmentBuilderTest, MovesALineThatIsDraggedByItsGrip) {
    openThreeLines();
    drag(rows()[2], rows()[0], -1);
    EXPECT_EQ(fields(builder().draft().rule), u"phone city lifecycle"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(fields(builder().draft().rule), u"city lifecycle phone"_s);
}

TEST_F(SegmentBuilderTest, LeavesADraggedLineWhereItIsByEscape) {
    openThreeLines();
    ui::ConditionRow *row = rows()[2];
    const QPoint grip = row->gripRect().center();
    QTest::mousePress(row, Qt::LeftButton, {}, grip);
    QTest::mouseMove(row, grip - QPoint(0, 60));
    press(Qt::Key_Escape);
    QTest::mouseRelease(row, Qt::LeftButton, {}, grip - QPoint(0, 60));
    EXPECT_EQ(fields(builder().draft().rule), u"city lifecycle phone"_s);
}

TEST_F(SegmentBuilderTest, MovesAGroupByItsGripAsALineIsMoved) {
    openThreeLines();
    rows()[0]->setFocus();
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_EQ(fields(builder().draft().rule), u"(city lifecycle) phone"_s);
    const auto grip = [this] { return builder().findChild<ui::GroupGrip *>(); };
    press(Qt::Key_Up); // from its first line to the group itself
    EXPECT_EQ(QApplication::focusWidget(), grip());
    press(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(fields(builder().draft().rule), u"phone (city lifecycle)"_s);
    EXPECT_EQ(QApplication::focusWidget(), grip()) << "it can go on from there";
    press(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(fields(builder().draft().rule), u"(city lifecycle) phone"_s);

    drag(grip(), grip()->rect().center(), rows()[2], rows()[2]->height() + 4);
    EXPECT_EQ(fields(builder().draft().rule), u"phone (city lifecycle)"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(fields(builder().draft().rule), u"(city lifecycle) phone"_s) << "one step";
    drag(grip(), grip()->rect().center(), rows()[1], 0);
    EXPECT_EQ(fields(builder().draft().rule), u"(city lifecycle) phone"_s) << "a group does not go into itself";
    grip()->setFocus();
    press(Qt::Key_Delete);
    EXPECT_EQ(fields(builder().draft().rule), u"phone"_s);
}

TEST_F(SegmentBuilderTest, RefusesANameThatIsTaken) {
    valueOf(m_base->write({u"segment"_s, "segment", {}}, [&](workspace::Recorder &recorder) {
        segments::Rule rule;
        rule.rules.push_back(segments::Node{notContactedFor(30)});
        return segments::saveSegment(recorder, u"Quiet"_s, rule, segments::contextOf(*m_base));
    }));
    openNew();
    choose(u"bought in total"_s);
    type(u"500"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    EXPECT_EQ(QApplication::focusWidget(), builder().nameField());
    type(u"quiet"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !builder().nameField()->accessibleDescription().isEmpty(); }, kLongestWait));
    const auto kept = valueOf(segments::requireSegment(m_base->database(), u"Quiet"_s));
    EXPECT_TRUE(kept.rule.contains(u"interactions"_s));
}

TEST_F(SegmentBuilderTest, ExplainsWhyACustomerIsNotInIt) {
    openNew();
    choose(u"bought in total"_s);
    type(u"50000"_s);
    EXPECT_EQ(shownCount(), 3);
    builder().side()->testField()->setFocus();
    type(u"lars"_s);
    auto *result = builder().side()->findChild<QListView *>(u"testResult"_s);
    ASSERT_NE(result, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return result->model()->rowCount() == 1; }, kLongestWait));
    press(Qt::Key_Return);
    const auto spoken = [&] { return result->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(); };
    ASSERT_TRUE(QTest::qWaitFor([&] { return spoken().contains(u"Does not hold"_s); }, kLongestWait));
    EXPECT_TRUE(spoken().contains(u"12,400"_s)) << qPrintable(spoken());
}
