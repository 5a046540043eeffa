#include "customers/customer_repository.h"
#include "interactions/interaction_repository.h"
#include "support/temporary_base.h"
#include "tasks/task_repository.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class LogOnABase : public testing::Test {
protected:
    void SetUp() override {
        Clock clock = base->clock();
        clock.fixedNow = clock.fromIso(u"2026-03-06T14:20"_s); // a Friday
        base->setClock(clock);
        NewCustomer draft;
        draft.customer.name = u"Anna"_s;
        draft.phones = {u"+46701004512"_s, u"+46701004513"_s};
        customer = valueOf(
            base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    Result<Logged> log(const QString &kind, const QString &outcome, const QString &text = {}, std::optional<NextStep> next = {}) {
        LogDraft draft;
        draft.interaction.customerId = customer;
        draft.interaction.kind = kind;
        draft.interaction.outcome = outcome;
        draft.interaction.text = text;
        draft.nextStep = next;
        return base->write({u"log"_s, "customer", customer},
                           [&](workspace::Recorder &recorder) { return logInteraction(recorder, draft); });
    }
    TemporaryBase base{{u"SE"_s, u"SEK"_s, u"Europe/Stockholm"_s, u"sv"_s}};
    Id customer;
};

} // namespace

TEST_F(LogOnABase, TakesNowAsTheTimeAndTheUserAsTheAuthor) {
    const Logged logged = valueOf(log(u"call"_s, u"reached"_s, u"Asked for a price\nof 40 units"_s));
    const auto entry = valueOf(db::find<Interaction>(base->database(), logged.interaction));
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->at, base->clock().now());
    EXPECT_TRUE(entry->userId);
    EXPECT_EQ(entry->text, u"Asked for a price\nof 40 units"_s);
    EXPECT_FALSE(logged.task.isValid());
}

TEST_F(LogOnABase, MakesTheNextStepATaskOfTheCustomer) {
    const Logged logged = valueOf(log(u"call"_s, u"no_answer"_s, {}, nextStepOf(*OutcomeList().find(u"no_answer"_s), base->clock())));
    const auto task = valueOf(db::find<Task>(base->database(), logged.task));
    ASSERT_TRUE(task);
    EXPECT_EQ(task->dueOn, u"2026-03-09"_s) << "the next working day after a Friday";
    EXPECT_EQ(task->interactionId, logged.interaction);
}

TEST_F(LogOnABase, MarksTheMainPhoneOfAWrongNumber) {
    EXPECT_TRUE(log(u"call"_s, u"wrong_number"_s));
    const auto points = valueOf(db::select<ContactPoint>(base->database(), u"true ORDER BY position"_s));
    EXPECT_TRUE(points[0].wrong);
    EXPECT_FALSE(points[1].wrong);
}

TEST_F(LogOnABase, RefusesWhatItDoesNotKnow) {
    EXPECT_EQ(log(u"call"_s, u"whatever"_s).error().field, "outcome");
    EXPECT_EQ(log({}, {}).error().field, "kind");
    EXPECT_EQ(log(u"note"_s, {}, u"  "_s).error().field, "text");
    customer = Id{4711};
    EXPECT_EQ(log(u"call"_s, {}).error().code, Code::NotFound);
}

TEST_F(LogOnABase, ListsEntriesNewestFirstAlsoThoseOfParticipants) {
    NewCustomer other;
    other.customer.name = u"Bo"_s;
    const Id bo = valueOf(
        base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) { return addCustomer(recorder, other); }));
    LogDraft meeting;
    meeting.interaction.customerId = bo;
    meeting.interaction.kind = u"meeting"_s;
    meeting.interaction.at = Instant{1000};
    meeting.otherParticipants = {customer};
    EXPECT_TRUE(base->write({u"log"_s, "customer", bo},
                            [&](workspace::Recorder &recorder) { return logInteraction(recorder, meeting); }));
    EXPECT_TRUE(log(u"call"_s, {}));
    const auto entries = valueOf(interactionsOf(base->database(), customer));
    ASSERT_EQ(entries.size(), 2);
    EXPECT_EQ(entries[0].kind, u"call"_s);
    EXPECT_EQ(entries[1].kind, u"meeting"_s);
    EXPECT_EQ(valueOf(interactionsOf(base->database(), customer, {{u"meeting"_s}})).size(), 1);
}

TEST(DefaultNextStep, FollowsTheOutcome) {
    Clock clock;
    clock.zone = QTimeZone("Europe/Stockholm");
    clock.fixedNow = clock.fromIso(u"2026-03-06T14:20"_s);
    const auto due = [&](const QString &outcome) {
        const auto step = nextStepOf(*OutcomeList().find(outcome), clock);
        return step ? step->dueOn.toString(Qt::ISODate) +
                          (step->dueAt ? clock.dateTimeOf(*step->dueAt).toString(u" HH:mm"_s) : QString())
                    : u"none"_s;
    };
    EXPECT_EQ(due(u"reached"_s), u"none"_s);
    EXPECT_EQ(due(u"call_again"_s), u"2026-03-13 14:00"_s);
    EXPECT_EQ(due(u"no_answer"_s), u"2026-03-09"_s);
    EXPECT_EQ(due(u"busy"_s), u"2026-03-06 16:20"_s);
    EXPECT_EQ(due(u"sent_offer"_s), u"2026-03-11"_s);
    EXPECT_EQ(due(u"not_interested"_s), u"2026-09-06"_s);
    EXPECT_EQ(due(u"do_not_call"_s), u"none"_s);
}
