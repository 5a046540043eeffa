#include "communication/call_plan.h"

#include "customers/consent.h"
#include "customers/customer_repository.h"
#include "interactions/interaction_repository.h"
#include "purchases/purchase_repository.h"
#include "support/temporary_base.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::communication;
using namespace kontor::tests;

namespace {

class CallPlanTest : public testing::Test {
protected:
    void SetUp() override {
        m_clock = m_base->clock();
        m_clock.fixedNow = Instant{QDateTime(m_clock.today(), QTime(14, 10), m_clock.zone).toMSecsSinceEpoch()};
    }
    template <class Act>
    auto write(Act act) {
        return valueOf(m_base->write({u"add"_s, "customer", {}}, std::move(act)));
    }
    Id add(const QString &name, const QString &preferredTime = {}, qint64 bought = 0, bool hasPhone = true) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.customer.preferredTime = preferredTime;
        if (hasPhone)
            draft.phones = {u"+46 70 100 45 12"_s};
        return write([&](workspace::Recorder &recorder) -> Result<Id> {
            TRY(id, addCustomer(recorder, draft));
            if (bought > 0) {
                Purchase purchase;
                purchase.customerId = id;
                purchase.amount = bought;
                purchase.purchasedOn = u"2026-01-02"_s;
                TRY_VOID(addPurchase(recorder, purchase));
            }
            m_all << id;
            return id;
        });
    }
    CallPlan plan(CallOrder order, int quietHours = 24) {
        return valueOf(planCalls(m_base->database(), {m_all, order, quietHours, m_clock}));
    }

    TemporaryBase m_base;
    Clock m_clock;
    QList<Id> m_all;
};

} // namespace

TEST_F(CallPlanTest, LeavesOutWhoMayNotOrCannotBeCalledAndSaysWho) {
    const Id anna = add(u"Anna"_s);
    const Id refuses = add(u"Lars"_s);
    add(u"Without phone"_s, {}, 0, false);
    const Id lately = add(u"Lately"_s);
    write([&](workspace::Recorder &recorder) {
        Consent consent;
        consent.customerId = refuses;
        consent.channel = u"phone"_s;
        consent.state = u"refused"_s;
        consent.decidedAt = recorder.now();
        return recorder.insert(consent);
    });
    write([&](workspace::Recorder &recorder) {
        LogDraft draft;
        draft.interaction.customerId = lately;
        draft.interaction.kind = u"call"_s;
        draft.interaction.at = Instant{m_clock.now().milliseconds - 3'600'000};
        return logInteraction(recorder, draft);
    });
    const CallPlan plan24 = plan(CallOrder::AsListed);
    EXPECT_EQ(plan24.queue, QList<Id>{anna});
    ASSERT_EQ(plan24.leftOut.size(), 3);
    EXPECT_EQ(plan24.leftOut[0].name, u"Lars"_s);
    EXPECT_EQ(plan24.leftOut[0].reason, LeftOut::Reason::DoNotCall);
    EXPECT_EQ(plan24.leftOut[1].reason, LeftOut::Reason::NoPhone);
    EXPECT_EQ(plan24.leftOut[2].reason, LeftOut::Reason::ContactedLately);
    EXPECT_EQ(plan(CallOrder::AsListed, 0).queue, (QList<Id>{anna, lately}));
}

TEST_F(CallPlanTest, PutsBestHoursOrTheBiggestFirst) {
    const Id evening = add(u"Evening"_s, u"after 18:00"_s, 100);
    const Id any = add(u"Any"_s, {}, 300);
    const Id now = add(u"Now"_s, u"14-16"_s, 200);
    EXPECT_EQ(plan(CallOrder::AsListed).queue, (QList<Id>{evening, any, now}));
    EXPECT_EQ(plan(CallOrder::BestHours).queue, (QList<Id>{now, any, evening}));
    EXPECT_EQ(plan(CallOrder::Biggest).queue, (QList<Id>{any, now, evening}));
}
