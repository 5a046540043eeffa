#include "customers/list_preparation.h"

#include "customers/customer.h"
#include "customers/value_preparation.h"
#include "support/window_driver.h"
#include "workspace/bulk_insert.h"
#include "workspace/bulk_operation.h"

#include <QDir>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;

namespace {

void addCustomers(workspace::Base &base, int count) {
    auto operation = valueOf(workspace::BulkOperation::begin(base, {u"import"_s, {}, {}, {}}));
    workspace::BulkInsert inserts(base);
    expectDone(operation->step([&](workspace::Recorder &recorder) -> Result<void> {
        inserts.beginStep(recorder);
        for (int i = 0; i < count; ++i) {
            Customer customer;
            customer.name = u"Customer %1"_s.arg(i);
            customer.city = i % 2 == 0 ? u"Malmö"_s : u"Lund"_s;
            TRY(id, inserts.insert(customer));
            Q_UNUSED(id)
        }
        return inserts.endStep();
    }));
    expectDone(operation->finish());
}

class PreparedList : public testing::Test {
protected:
    // The window on the base, until it has prepared what it wants to.
    void openWindow() {
        m_driver = std::make_unique<WindowDriver>(base.options(u"pc-1"_s, u"Maria"_s), base.folder());
        ASSERT_TRUE(tests::openBase(m_driver->window(), base.path()));
        waitForPreparation();
    }
    void waitForPreparation() {
        QSignalSpy ended(m_driver->window().findChild<ui::ListPreparation *>(), &ui::ListPreparation::ended);
        ASSERT_TRUE(m_driver->waitFor([&] { return ended.count() > 0; }));
    }
    bool isKept(CustomerSort column) {
        const KeptOrders kept(base.options(u"pc-1"_s, u"Maria"_s).cacheFolder, base->id());
        return valueOf(kept.values().isKept(base->database(), column, base->clock().today()));
    }

    TemporaryBase base;
    std::unique_ptr<WindowDriver> m_driver;
};

} // namespace

TEST_F(PreparedList, KeepsWhatALargeListIsSortedAndFilteredBy) {
    addCustomers(*base, 20'000);
    EXPECT_FALSE(isKept(CustomerSort::City));
    openWindow();
    for (const CustomerSort column : {CustomerSort::Name, CustomerSort::Company, CustomerSort::Phone, CustomerSort::City,
                                      CustomerSort::LastContact, CustomerSort::Bought, CustomerSort::Total})
        EXPECT_TRUE(isKept(column)) << int(column);
    EXPECT_FALSE(isKept(CustomerSort::Owes)) << "a column that is not shown";
}

TEST_F(PreparedList, IsPreparedAnewAfterBulkWork) {
    addCustomers(*base, 20'000);
    openWindow();
    addCustomers(*base, 2'000);
    EXPECT_FALSE(isKept(CustomerSort::City));
    m_driver->window().workspace()->checkForChanges();
    waitForPreparation();
    EXPECT_TRUE(isKept(CustomerSort::City));
}

TEST_F(PreparedList, KeepsNothingOfASmallBase) {
    addCustomers(*base, 100);
    openWindow();
    EXPECT_FALSE(isKept(CustomerSort::City));
}
