#include "customers/customer_repository.h"
#include "interactions/interaction_repository.h"
#include "support/temporary_base.h"
#include "workspace/feed.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

class OutcomesOfABase : public testing::Test {
protected:
    template <class Act>
    auto act(Act act) {
        return base->write({u"outcomes"_s, "outcome", {}}, act);
    }
    Result<QString> add(const QString &label) {
        return act([&](Recorder &recorder) { return workspace::addWord<Outcome>(recorder, label); });
    }
    Result<void> rename(const QString &name, const QString &label) {
        return act([&](Recorder &recorder) { return workspace::renameWord<Outcome>(recorder, name, label); });
    }
    Result<void> move(const QString &name, int place) {
        return act([&](Recorder &recorder) { return workspace::moveWord<Outcome>(recorder, name, place); });
    }
    Result<void> remove(const QString &name) {
        return act([&](Recorder &recorder) { return workspace::removeWord<Outcome>(recorder, name); });
    }
    Result<void> reset() {
        return act([](Recorder &recorder) { return workspace::resetWords<Outcome>(recorder); });
    }
    Result<void> setStep(const QString &name, const QString &unit, int count, bool hour = false) {
        return act([&](Recorder &recorder) {
            return workspace::changeWord<Outcome>(recorder, name, u"step"_s, [&](Outcome &outcome) {
                outcome.stepUnit = unit;
                outcome.stepCount = count;
                outcome.stepHour = hour;
            });
        });
    }
    OutcomeList list() { return valueOf(OutcomeList::load(base->database())); }
    QStringList labels() {
        QStringList labels;
        for (const Outcome &outcome : list().offered())
            labels << outcome.label();
        return labels;
    }
    QString lastSentence() {
        auto operations = valueOf(workspace::history(base->database(), {}));
        return operations.isEmpty() ? QString() : workspace::historySentence(operations.first().info);
    }
    void undoLast() { EXPECT_TRUE(workspace::undo(*base, valueOf(workspace::history(base->database(), {})).first().id)); }
    TemporaryBase base;
};

} // namespace

TEST_F(OutcomesOfABase, AreTheBuiltInOnesUntilSomebodyChangesThem) {
    EXPECT_EQ(list(), OutcomeList());
    EXPECT_EQ(labels().size(), 8);
    expectDone(reset());
    expectDone(move(u"reached"_s, 0));
    expectDone(rename(u"reached"_s, u"Reached"_s));
    EXPECT_EQ(valueOf(base->database().single(u"SELECT count(*) FROM operation"_s)).integer(), 0)
        << "what changes nothing leaves no row";
}

TEST_F(OutcomesOfABase, AreRenamedAndKeepTheirIds) {
    expectDone(rename(u"no_answer"_s, u"  Nobody   there "_s));
    EXPECT_EQ(labels()[2], u"Nobody there"_s);
    EXPECT_EQ(list().label(u"no_answer"_s), u"Nobody there"_s);
    EXPECT_EQ(lastSentence(), u"Outcome “No answer” renamed to “Nobody there”"_s);
    expectDone(rename(u"no_answer"_s, u"No answer"_s));
    EXPECT_TRUE(list().find(u"no_answer"_s)->wording.isEmpty()) << "it follows the language again";
}

TEST_F(OutcomesOfABase, RefuseNamesThatAreEmptyOrTaken) {
    EXPECT_EQ(rename(u"busy"_s, u" "_s).error().code, Code::Invalid);
    EXPECT_EQ(rename(u"busy"_s, u"REACHED"_s).error().field, "outcome");
    EXPECT_EQ(rename(u"nonsense"_s, u"Something"_s).error().code, Code::NotFound);
    EXPECT_EQ(add(u"no answer"_s).error().code, Code::Invalid);
}

TEST_F(OutcomesOfABase, TakeOnesOfTheirOwnUpToNine) {
    EXPECT_EQ(valueOf(add(u"Wants a catalogue"_s)), u"Wants a catalogue"_s);
    EXPECT_EQ(labels().last(), u"Wants a catalogue"_s);
    EXPECT_EQ(lastSentence(), u"New outcome “Wants a catalogue”"_s);
    EXPECT_FALSE(add(u"A tenth"_s));
    EXPECT_EQ(labels().size(), 9);
}

TEST_F(OutcomesOfABase, ThatWereRemovedKeepTheirNameInOldEntriesAndComeBackWithIt) {
    const QString name = valueOf(add(u"Wants a catalogue"_s));
    expectDone(remove(name));
    EXPECT_EQ(labels().size(), 8);
    EXPECT_EQ(list().label(name), u"Wants a catalogue"_s);
    EXPECT_EQ(lastSentence(), u"Outcome “Wants a catalogue” removed"_s);
    EXPECT_EQ(valueOf(add(u"wants a catalogue"_s)), name) << "the same one, with its entries";
    EXPECT_EQ(labels().size(), 9);
}

TEST_F(OutcomesOfABase, StandInTheOrderOfThePerson) {
    expectDone(move(u"do_not_call"_s, 0));
    EXPECT_EQ(labels().first(), u"Do not call"_s);
    EXPECT_EQ(labels()[1], u"Reached"_s);
    expectDone(move(u"do_not_call"_s, 99));
    EXPECT_EQ(labels().last(), u"Do not call"_s);
}

TEST_F(OutcomesOfABase, AreResetToWhatIsBuiltIn) {
    EXPECT_TRUE(add(u"Wants a catalogue"_s));
    expectDone(rename(u"busy"_s, u"Engaged"_s));
    expectDone(setStep(u"reached"_s, u"weeks"_s, 2));
    expectDone(remove(u"reached"_s));
    expectDone(reset());
    QStringList builtIn;
    for (const Outcome &outcome : Outcome::builtIn())
        builtIn << outcome.label();
    EXPECT_EQ(labels(), builtIn);
    EXPECT_FALSE(nextStepOf(*list().find(u"reached"_s), base->clock()));
}

TEST_F(OutcomesOfABase, AreTakenBackLikeEverything) {
    const OutcomeList before = list();
    expectDone(rename(u"busy"_s, u"Engaged"_s));
    undoLast();
    EXPECT_EQ(list(), before);
    expectDone(setStep(u"busy"_s, u"days"_s, 3));
    expectDone(remove(u"busy"_s));
    undoLast();
    EXPECT_EQ(labels().size(), 8);
    EXPECT_EQ(list().find(u"busy"_s)->stepCount, 3) << "only the last act is taken back";
}

TEST_F(OutcomesOfABase, SayWhatFollowsInHoursDaysWeeksAndMonths) {
    Clock clock = base->clock();
    clock.zone = QTimeZone("Europe/Stockholm");
    clock.fixedNow = clock.fromIso(u"2026-03-06T14:20"_s); // a Friday
    const auto due = [&](const QString &unit, int count, bool hour = false) {
        expectDone(setStep(u"reached"_s, unit, count, hour));
        const auto step = nextStepOf(*list().find(u"reached"_s), clock);
        return !step ? u"none"_s
                     : step->dueOn.toString(Qt::ISODate) +
                           (step->dueAt ? clock.dateTimeOf(*step->dueAt).toString(u" HH:mm"_s) : QString());
    };
    EXPECT_EQ(due(u"hours"_s, 12), u"2026-03-07 02:20"_s);
    EXPECT_EQ(due(u"days"_s, 1), u"2026-03-07"_s);
    EXPECT_EQ(due(u"working_days"_s, 1, true), u"2026-03-09 14:00"_s);
    EXPECT_EQ(due(u"weeks"_s, 2, true), u"2026-03-20 14:00"_s);
    EXPECT_EQ(due(u"months"_s, 1), u"2026-04-06"_s);
    EXPECT_EQ(due({}, 0), u"none"_s);
}

TEST_F(OutcomesOfABase, OfThePersonsOwnAreLoggedWithWhatTheyDo) {
    NewCustomer anna;
    anna.customer.name = u"Anna"_s;
    anna.phones = {u"+46701004512"_s};
    const Id customer =
        valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, anna); }));
    const QString name = valueOf(add(u"Fax machine"_s));
    expectDone(act([&](Recorder &recorder) {
        return workspace::changeWord<Outcome>(recorder, name, u"effect"_s,
                                              [](Outcome &outcome) { outcome.marksPhoneWrong = true; });
    }));
    LogDraft draft;
    draft.interaction.customerId = customer;
    draft.interaction.kind = u"call"_s;
    draft.interaction.outcome = name;
    EXPECT_TRUE(
        base->write({u"log"_s, "customer", customer}, [&](Recorder &recorder) { return logInteraction(recorder, draft); }));
    EXPECT_TRUE(valueOf(db::select<ContactPoint>(base->database(), u"true"_s)).first().wrong);
}
