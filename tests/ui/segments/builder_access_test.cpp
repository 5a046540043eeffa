// What a screen reader meets on the page.
#include "segments_fixture.h"

#include "base/isolate.h"

#include <QAbstractScrollArea>
#include <QClipboard>
#include <QLabel>
#include <QScrollBar>
#include <QTest>

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostWidgets = 60;

class BuilderAccessTest : public SegmentsFixture {
protected:
    // What takes part in reading and in the tab order; frames and viewports do not.
    QList<QWidget *> live() {
        QList<QWidget *> list;
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<QLabel *>(widget);
            const bool isInside =
                qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) || qobject_cast<QScrollBar *>(widget);
            const bool isPartOfInput = widget->parentWidget() && widget->parentWidget()->focusProxy() == widget;
            if (widget->isVisible() && !isInside && !isPartOfInput &&
                ((label && !label->text().isEmpty()) || widget->focusPolicy() != Qt::NoFocus))
                list << widget;
        }
        return list;
    }
    void expectNames() {
        for (const QWidget *widget : live()) {
            if (qobject_cast<const QLabel *>(widget) || widget->parentWidget()->inherits("QAbstractSpinBox"))
                continue;
            EXPECT_FALSE(widget->accessibleName().isEmpty()) << widget->metaObject()->className();
        }
    }
};

} // namespace

TEST_F(BuilderAccessTest, NamesEverythingInTheList) { expectNames(); }

TEST_F(BuilderAccessTest, NamesEveryEditor) {
    openNew();
    expectNames();
    for (const QString &choice : {u"bought in total"_s, u"bought brand"_s, u"not contacted"_s, u"city"_s, u"birthday"_s,
                                  u"consent"_s, u"tag"_s, u"lifecycle"_s, u"number of purchases"_s, u"no next step"_s}) {
        choose(choice);
        expectNames();
        press(Qt::Key_Escape);
        press(Qt::Key_Escape);
        press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    }
    for (const ui::ConditionRow *row : rows())
        EXPECT_FALSE(row->accessibleName().isEmpty());
}

TEST_F(BuilderAccessTest, ReadsTheSentenceOfALine) {
    openNew();
    choose(u"bought in total"_s);
    type(u"500"_s);
    EXPECT_EQ(rows()[0]->accessibleName(), rows()[0]->sentence());
    EXPECT_TRUE(rows()[0]->sentence().contains(u"500"_s));
    EXPECT_TRUE(builder().accessibleDescription().contains(u"500"_s));
}

TEST_F(BuilderAccessTest, CopiesTheSentenceWithoutMarksOfDirection) {
    openNew();
    choose(u"bought in total"_s);
    type(u"500"_s);
    ASSERT_NE(builder().sentence(), withoutIsolates(builder().sentence())) << "on the screen the amount keeps its direction";
    QLabel *sentence = nullptr;
    for (QLabel *label : builder().findChildren<QLabel *>())
        if (label->text() == builder().sentence())
            sentence = label;
    ASSERT_NE(sentence, nullptr);
    QTest::keySequence(sentence, QKeySequence::Copy);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), withoutIsolates(builder().sentence()));
}

TEST_F(BuilderAccessTest, KeepsThirtyLinesUnderSixtyWidgets) {
    ui::SegmentDraft draft;
    draft.name = u"Long"_s;
    segments::Condition city;
    city.field = u"city"_s;
    city.values = {u"Malmö"_s};
    segments::Group inner{segments::Match::Any, {}};
    for (int i = 0; i < 10; ++i)
        inner.rules.push_back(segments::Node{city});
    for (int i = 0; i < 20; ++i)
        draft.rule.rules.push_back(segments::Node{city});
    draft.rule.rules.push_back(segments::Node{inner});
    QSignalSpy placed(m_view, &ui::SegmentsView::placeChanged);
    m_view->openDraft(draft);
    ASSERT_TRUE(hasCome(placed));
    ASSERT_EQ(rows().size(), 30);
    press(Qt::Key_Return); // one of them unfolded
    EXPECT_LE(live().size(), kMostWidgets);
}

TEST_F(BuilderAccessTest, UnfoldsOneLineAtATime) {
    openNew();
    choose(u"bought in total"_s);
    type(u"500"_s);
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    choose(u"not contacted"_s);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !rows()[0]->isUnfolded(); }, kLongestWait));
    EXPECT_TRUE(rows()[1]->isUnfolded());
}
