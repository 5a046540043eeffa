// A manager's first day, by keys alone: find who calls, log the call, take it back, correct a number, ask who is worth a call.
#include "customers/card_fields_model.h"
#include "customers/card_fields_pane.h"
#include "customers/card_fields_view.h"
#include "customers/customer_repository.h"
#include "purchases/purchase_repository.h"
#include "segments/segment_query.h"
#include "segments/segment_repository.h"
#include "segments/segments_view.h"
#include "support/window_driver.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class FirstDay : public testing::Test {
protected:
    void SetUp() override {
        anna = add(u"Anna Petrova"_s, u"Malmö"_s, u"+46 70 100 45 12"_s, 61'400);
        add(u"Lars Åkesson"_s, u"Lund"_s, u"+46 70 101 45 13"_s, 12'400);
        driver = std::make_unique<WindowDriver>(base.options(u"pc-1"_s, u"Maria"_s), base.folder());
        ASSERT_TRUE(tests::openBase(driver->window(), base.path()));
    }
    void TearDown() override { driver.reset(); }

    Id add(const QString &name, const QString &city, const QString &phone, qint64 bought) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.customer.city = city;
        draft.phones = {phone};
        return valueOf(base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) -> Result<Id> {
            TRY(id, addCustomer(recorder, draft));
            Purchase purchase;
            purchase.customerId = id;
            purchase.amount = bought * 100;
            purchase.purchasedOn = QDate(base->clock().today().year() - 1, 6, 1).toString(Qt::ISODate);
            TRY_VOID(addPurchase(recorder, purchase));
            return id;
        }));
    }
    qint64 count(const QString &table) { return valueOf(base->database().single(u"SELECT count(*) FROM "_s + table)).integer(); }
    QString phone() {
        return valueOf(
                   base->database().single(u"SELECT value FROM contact_point WHERE customer_id = ? AND kind = 'phone'"_s, {anna}))
            .text();
    }

    TemporaryBase base{{u"SE"_s, u"EUR"_s, u"Europe/Stockholm"_s, u"en"_s}};
    std::unique_ptr<WindowDriver> driver;
    Id anna;
};

} // namespace

TEST_F(FirstDay, IsDoneByKeysAlone) {
    // Who calls? The end of the number tells.
    ASSERT_NE(driver->openCard(u"4512"_s, anna), nullptr);

    // The call, its outcome with the next step, one key to save.
    driver->press(Qt::Key_F7);
    driver->press(Qt::Key_3, Qt::AltModifier); // no answer
    driver->type(u"rang twice"_s);
    driver->press(Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(driver->waitFor([&] { return count(u"interaction"_s) == 1 && count(u"task"_s) == 1; }));
    EXPECT_EQ(valueOf(base->database().single(u"SELECT outcome || ': ' || text FROM interaction"_s)).text(),
              u"no_answer: rang twice"_s);

    // Taken back with everything that belonged to it.
    ASSERT_TRUE(driver->waitFor([&] { return driver->window().workspace()->undoState().undoInfo.kind == u"log"_s; }));
    driver->press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(driver->waitFor([&] { return count(u"interaction"_s) == 0 && count(u"task"_s) == 0; }));

    // The number is corrected in its place.
    auto *fields = driver->window().findChild<ui::CardFieldsView *>();
    ASSERT_NE(fields, nullptr);
    for (int i = 0; i < 6 && QApplication::focusWidget() != fields; ++i)
        driver->press(Qt::Key_F6);
    ASSERT_EQ(QApplication::focusWidget(), fields);
    driver->press(Qt::Key_Home);
    for (int i = 0; i < 20 && fields->currentIndex().siblingAtColumn(1).data().toString() != phone(); ++i)
        driver->press(Qt::Key_Down);
    driver->press(Qt::Key_F2);
    driver->type(u"+46 70 999 45 12"_s);
    driver->press(Qt::Key_Return);
    ASSERT_TRUE(driver->waitFor([&] { return phone() == u"+46 70 999 45 12"_s; }));

    // Who bought much last year and was not called for long?
    driver->press(Qt::Key_4, Qt::ControlModifier);
    auto *segmentsView = driver->window().findChild<ui::SegmentsView *>();
    ASSERT_TRUE(driver->waitFor([&] { return segmentsView->isVisible(); }));
    driver->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(driver->waitFor([&] { return segmentsView->isBuilding(); }));
    driver->choose(u"bought in total"_s);
    driver->type(u"50000"_s);
    driver->press(Qt::Key_Return);
    driver->press(Qt::Key_Down);
    driver->press(Qt::Key_Down); // last calendar year
    driver->press(Qt::Key_Return);
    driver->choose(u"not contacted"_s);
    driver->type(u"60"_s);
    driver->press(Qt::Key_S, Qt::ControlModifier);
    QSignalSpy saved(segmentsView, &ui::SegmentsView::saved);
    driver->type(u"Sleeping big buyers"_s);
    driver->press(Qt::Key_Return);
    ASSERT_TRUE(!saved.isEmpty() || saved.wait(kPatienceMs));
    const auto segment = valueOf(segments::findSegment(base->database(), u"Sleeping big buyers"_s));
    ASSERT_TRUE(segment);
    const segments::Rule rule = valueOf(segments::ruleOf(base->database(), *segment, segments::contextOf(*base)));
    EXPECT_EQ(rule.rules.size(), 2U);
    EXPECT_EQ(valueOf(segments::list(base->database(), rule, segments::contextOf(*base))), QList<Id>{anna});
}
