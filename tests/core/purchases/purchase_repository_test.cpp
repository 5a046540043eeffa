#include "purchases/purchase_repository.h"

#include "customers/customer.h"
#include "support/temporary_base.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;

namespace {

class PurchaseRepository : public testing::Test {
protected:
    void SetUp() override {
        Customer anna;
        anna.name = u"Anna"_s;
        m_anna = valueOf(m_base->write({u"add"_s, "customer", {}},
                                       [&](workspace::Recorder &recorder) { return recorder.insert(anna); }));
    }
    Id buy(qint64 amount, bool isPaid) {
        Purchase purchase;
        purchase.customerId = m_anna;
        purchase.amount = amount;
        purchase.paid = isPaid;
        return valueOf(m_base->write({u"purchase"_s, "customer", m_anna},
                                     [&](workspace::Recorder &recorder) { return addPurchase(recorder, purchase); }));
    }
    qint64 owed() { return valueOf(owedBy(m_base->database(), m_anna)); }

    TemporaryBase m_base;
    Id m_anna;
};

} // namespace

TEST_F(PurchaseRepository, SumsWhatIsNotPaidYet) {
    EXPECT_EQ(owed(), 0);
    buy(5'000, true);
    buy(1'200, false);
    const Id wrong = buy(900, false);
    EXPECT_EQ(owed(), 2'100);
    expectDone(m_base->write({u"trash"_s, "customer", m_anna},
                             [&](workspace::Recorder &recorder) { return trashPurchase(recorder, wrong); }));
    EXPECT_EQ(owed(), 1'200);
}
