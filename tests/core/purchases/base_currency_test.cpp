#include "purchases/base_currency.h"

#include "customers/customer.h"
#include "purchases/purchase_repository.h"
#include "support/temporary_base.h"
#include "workspace/setting.h"
#include "workspace/undo.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::tests;

namespace {

class BaseCurrency : public testing::Test {
protected:
    Result<void> change(const QString &currency) {
        return m_base->write({u"settings"_s, "setting", {}},
                             [&](workspace::Recorder &recorder) { return changeCurrency(recorder, currency); });
    }
    void buy() {
        expectDone(m_base->write({u"purchase"_s, "customer", {}}, [](workspace::Recorder &recorder) -> Result<void> {
            Customer anna;
            anna.name = u"Anna"_s;
            TRY(customer, recorder.insert(anna));
            Purchase purchase;
            purchase.customerId = customer;
            purchase.amount = 5'000;
            TRY_VOID(addPurchase(recorder, purchase));
            return {};
        }));
    }

    TemporaryBase m_base;
};

} // namespace

TEST_F(BaseCurrency, IsTakenUpWhenTheFileIsOpenedAgainAndIsOneStepToTakeBack) {
    ASSERT_EQ(m_base->settings().currency, u"EUR"_s);
    expectDone(change(u"SEK"_s));
    m_base.reopen();
    EXPECT_EQ(m_base->settings().currency, u"SEK"_s);
    const qint64 last = valueOf(m_base->lastOperationId());
    valueOf(workspace::undo(m_base.base(), last));
    EXPECT_EQ(valueOf(workspace::settingValue(m_base->database(), u"currency"_s)), u"EUR"_s);
}

TEST_F(BaseCurrency, KeepsTheFiguresOfAmountsAndRefusesOneOfOtherDecimals) {
    buy();
    expectDone(change(u"SEK"_s));
    EXPECT_EQ(valueOf(m_base->database().single(u"SELECT amount FROM purchase"_s)).integer(), 5'000);
    const Result<void> yen = change(u"JPY"_s);
    ASSERT_FALSE(yen);
    EXPECT_EQ(yen.error().code, Code::Invalid);
    EXPECT_EQ(yen.error().field, "currency");
    EXPECT_EQ(valueOf(workspace::settingValue(m_base->database(), u"currency"_s)), u"SEK"_s);
}

TEST_F(BaseCurrency, MayHaveOtherDecimalsWhileThereIsNoAmount) {
    expectDone(change(u"JPY"_s));
    EXPECT_FALSE(change(u"euro"_s)) << "a code of three capital letters";
}
