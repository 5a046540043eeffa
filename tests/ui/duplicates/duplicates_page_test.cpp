#include "duplicates/duplicates_page.h"

#include "duplicates/merge_dialog.h"
#include "duplicates/merge_model.h"
#include "history_fixture.h"
#include "widgets/bidi.h"

#include <QAbstractButton>
#include <QTableView>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::ui;

namespace {

// Anna and Lars of the fixture have one phone number, but no name in common; two more are one person.
class DuplicatesPageTest : public HistoryFixture {
protected:
    Id addTwin(const QString &name, const QString &city) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.customer.city = city;
        draft.emails = {u"sian@siop.example"_s};
        return valueOf(m_base->write({u"add"_s, "customer", {}},
                                     [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    void openDuplicates() {
        m_sian = addTwin(u"Siân Llewelyn"_s, u"Malmö"_s);
        m_twin = addTwin(u"Sian Llewelyn"_s, u"Lund"_s);
        openWindow();
        trigger(action::kGoDuplicates);
        ASSERT_TRUE(comesTrue(
            [this] { return page<DuplicatesPage>() && !page<DuplicatesPage>()->isLooking() && rowOf(u"Siân"_s) >= 0; }));
        table()->setCurrentIndex(table()->model()->index(rowOf(u"Siân"_s), 0));
    }
    QTableView *table() const { return page<DuplicatesPage>()->table(); }
    int rowOf(const QString &name) const {
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            if (table()->model()->index(row, 0).data().toString().contains(name))
                return row;
        return -1;
    }
    MergeDialog *openMerge() {
        press(Qt::Key_Return);
        EXPECT_TRUE(comesTrue([this] { return page<MergeDialog>() && page<MergeDialog>()->isVisible(); }));
        return page<MergeDialog>();
    }
    std::optional<Id> mergedInto(Id customer) { return valueOf(db::find<Customer>(m_base->database(), customer))->mergedInto; }

    Id m_sian, m_twin;
};

} // namespace

TEST_F(DuplicatesPageTest, ShowsWhoIsLikelyOneAndWhy) {
    openDuplicates();
    const QString spoken = table()->currentIndex().data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(spoken.contains(u"Sian Llewelyn"_s)) << qPrintable(spoken);
    EXPECT_TRUE(spoken.contains(u"mail"_s)) << qPrintable(spoken);
}

TEST_F(DuplicatesPageTest, MergesByTheKeyboardWithTheSideThatWasChosen) {
    openDuplicates();
    MergeDialog *dialog = openMerge();
    ASSERT_NE(dialog, nullptr);
    int city = -1;
    for (int row = 0; row < dialog->model()->rowCount(); ++row)
        if (dialog->model()->index(row, MergeModel::kField).data().toString() == u"City"_s)
            city = row;
    ASSERT_GE(city, 0);
    dialog->table()->setCurrentIndex(dialog->model()->index(city, 0));
    QTest::keyClick(dialog->table(), Qt::Key_Left);
    EXPECT_EQ(dialog->model()->index(city, MergeModel::kResult).data().toString(), isolated(u"Malmö"_s));
    QTest::keyClick(dialog->table(), Qt::Key_Right);
    EXPECT_EQ(dialog->model()->index(city, MergeModel::kResult).data().toString(), isolated(u"Lund"_s));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(comesTrue([this] { return rowOf(u"Siân"_s) < 0; }));
    EXPECT_EQ(mergedInto(m_twin), m_sian);
    EXPECT_EQ(HistoryFixture::city(m_sian), u"Lund"_s);
}

TEST_F(DuplicatesPageTest, CancelLeavesBothAsTheyAre) {
    openDuplicates();
    MergeDialog *dialog = openMerge();
    ASSERT_NE(dialog, nullptr);
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_TRUE(comesTrue([this] { return page<MergeDialog>() == nullptr; }));
    EXPECT_FALSE(mergedInto(m_twin));
    EXPECT_GE(rowOf(u"Siân"_s), 0);
}

TEST_F(DuplicatesPageTest, ThoseWhoAreDifferentAreNotProposedAgain) {
    openDuplicates();
    for (QAbstractButton *button : page<DuplicatesPage>()->findChildren<QAbstractButton *>())
        if (button->accessibleName() == u"Not duplicates"_s)
            button->click();
    ASSERT_TRUE(comesTrue([this] { return rowOf(u"Siân"_s) < 0; }));
    page<DuplicatesPage>()->look();
    ASSERT_TRUE(comesTrue([this] { return !page<DuplicatesPage>()->isLooking(); }));
    EXPECT_LT(rowOf(u"Siân"_s), 0);
}
