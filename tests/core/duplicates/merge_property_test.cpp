// Whatever stands on two cards: merging and splitting leaves both as they were, byte for byte.
#include "core/duplicates/duplicates_world.h"

#include "custom_fields/custom_field_repository.h"
#include "deals/deal.h"
#include "interactions/interaction.h"
#include "purchases/purchase.h"
#include "tags/tag_repository.h"
#include "tasks/task.h"

#include <random>

using namespace kontor;
using namespace kontor::duplicates;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

constexpr int kRounds = 40;

// Few values, so that both cards often have the same.
class RandomCards : public DuplicatesWorld {
protected:
    std::mt19937 random{20'260'301};

    int below(int limit) { return int(random() % unsigned(limit)); }
    QString pick(const QStringList &values) { return values.at(below(int(values.size()))); }

    NewCustomer draft() {
        NewCustomer draft;
        draft.customer.name = pick({u"Anna Petrova"_s, u"A. Petrowa"_s, u"PETROVA ANNA"_s, u"Анна Петрова"_s});
        draft.customer.city = pick({{}, u"Lund"_s, u"Malmö"_s});
        draft.customer.street = pick({{}, u"Storgatan 1"_s});
        draft.customer.note = pick({{}, u"Likes roses"_s, u"Has a dog"_s});
        draft.customer.birthdayOn = pick({{}, u"--04-03"_s, u"1980-04-03"_s});
        draft.customer.lifecycle = pick({{}, u"lead"_s, u"customer"_s});
        if (below(3) == 0)
            draft.customer.externalId = u"crm:%1"_s.arg(random());
        for (int i = below(3); i > 0; --i)
            draft.phones << pick({u"+46701004512"_s, u"070-100 45 12"_s, u"+46405566"_s});
        for (int i = below(3); i > 0; --i)
            draft.emails << pick({u"anna@volga.se"_s, u"ANNA@volga.se"_s, u"a@b.se"_s});
        for (int i = below(3); i > 0; --i)
            draft.tags << pick({u"garden"_s, u"vip"_s});
        return draft;
    }

    template <class R, class Fill>
    Result<void> some(Recorder &recorder, Id customer, Fill fill) {
        for (int i = below(3); i > 0; --i) {
            R record;
            record.customerId = customer;
            fill(record);
            TRY_VOID(recorder.insert(record));
        }
        return {};
    }

    Result<void> fill(Recorder &recorder, Id customer, Id partner, Id third) {
        TRY_VOID(some<Interaction>(recorder, customer, [&](Interaction &made) {
            made.kind = pick({u"call"_s, u"note"_s}), made.text = u"entry %1"_s.arg(random()), made.at = {below(1'000'000)};
        }));
        TRY_VOID(some<Task>(recorder, customer, [&](Task &made) {
            made.title = u"task"_s, made.dueOn = pick({{}, u"2026-03-04"_s});
        }));
        TRY_VOID(some<Purchase>(recorder, customer,
                                [&](Purchase &made) { made.purchasedOn = u"2026-01-02"_s, made.amount = below(9'000); }));
        TRY_VOID(some<Deal>(recorder, customer, [&](Deal &made) { made.title = u"deal"_s; }));
        TRY_VOID(some<Address>(recorder, customer, [&](Address &made) {
            made.city = pick({u"Lund"_s, u"Umeå"_s}), made.position = below(3);
        }));
        TRY_VOID(some<ImportantDate>(recorder, customer, [&](ImportantDate &made) {
            made.label = u"Wedding"_s, made.dateOn = pick({u"2010-05-06"_s, u"2011-05-06"_s});
        }));
        TRY_VOID(some<Consent>(recorder, customer, [&](Consent &made) {
            made.state = pick({u"given"_s, u"refused"_s}), made.channel = pick({{}, u"phone"_s, u"email"_s}),
            made.decidedAt = {below(1'000)};
        }));
        TRY_VOID(some<Relation>(recorder, customer, [&](Relation &made) {
            made.kind = pick({u"spouse"_s, u"partner"_s}), made.otherId = below(2) ? partner : third;
        }));
        TRY_VOID(some<Relation>(recorder, third, [&](Relation &made) { made.kind = u"supplier"_s, made.otherId = customer; }));
        TRY(entries, db::select<Interaction>(recorder.database(), u"true ORDER BY id"_s));
        for (const Interaction &entry : entries) {
            if (entry.customerId == customer || below(3) != 0)
                continue;
            Participant participant{{}, 0, entry.id, customer, {}};
            TRY_VOID(recorder.insert(participant));
        }
        if (below(2))
            TRY_VOID(setCustomValue(recorder, customer, u"boots"_s, pick({u"38"_s, u"40"_s})));
        return {};
    }
};

} // namespace

TEST_F(RandomCards, AreAsBeforeAfterMergeAndUnmerge) {
    for (int round = 0; round < kRounds; ++round) {
        const Id keep = add(draft()), other = add(draft()), third = add(u"Lars Berg"_s);
        expectDone(base->write({u"edit"_s, "customer", keep}, [&](Recorder &recorder) -> Result<void> {
            TRY_VOID(fill(recorder, keep, other, third));
            return fill(recorder, other, keep, third);
        }));
        const QByteArray before = cards({keep, other, third}), beforeExport = exported();
        const qint64 operation = merge(keep, other);
        ASSERT_NE(cards({keep, other, third}), before);
        const UnmergeOutcome outcome = unmerge(operation);
        ASSERT_EQ(cards({keep, other, third}), before) << "round " << round;
        ASSERT_EQ(exported(), beforeExport) << "round " << round;
        ASSERT_TRUE(outcome.keptEdits.isEmpty()) << "round " << round;
    }
    EXPECT_EQ(problems(), QStringList());
}
