#include "core/duplicates/duplicates_world.h"

#include "duplicates/merged_cards.h"
#include "interactions/interaction.h"
#include "purchases/purchase.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::duplicates;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

class Unmerge : public DuplicatesWorld {
protected:
    Id card(const QString &name, const QString &phone, const QString &city) {
        const Id id = add(name, {{u"phone"_s, phone}, {u"city"_s, city}});
        entry(id, u"Call of "_s + name);
        return id;
    }
    Id entry(Id customer, const QString &text) {
        Interaction made;
        made.customerId = customer;
        made.kind = u"call"_s;
        made.text = text;
        made.at = base->clock().now();
        return insert(made);
    }
    QStringList texts(Id customer) {
        QStringList texts;
        for (const Interaction &interaction : of<Interaction>(customer))
            texts << interaction.text;
        return texts;
    }
    Id anna = card(u"Anna Petrova"_s, u"+46701004512"_s, u"Malmö"_s);
    Id second = card(u"A. Petrowa"_s, u"+46405566771"_s, QString());
    Id third = card(u"Petrova"_s, u"+46405566772"_s, QString());
};

} // namespace

TEST_F(Unmerge, GivesBackWhatBelongedToTheOtherCard) {
    set(second, "job_title", u"Buyer"_s);
    const QByteArray before = cards({anna, second});
    const qint64 operation = merge(anna, second);
    EXPECT_EQ(value(anna, "job_title"), u"Buyer"_s);
    const UnmergeOutcome outcome = unmerge(operation);
    EXPECT_EQ(cards({anna, second}), before);
    EXPECT_EQ(outcome.kept, anna);
    EXPECT_EQ(outcome.other, second);
    EXPECT_TRUE(outcome.keptEdits.isEmpty());
    EXPECT_GT(outcome.restored, 0);
    EXPECT_EQ(problems(), QStringList());
}

TEST_F(Unmerge, KeepsAndTellsWhatWasEditedSince) {
    set(second, "job_title", u"Buyer"_s);
    const qint64 operation = merge(anna, second);
    set(anna, "job_title", u"Director"_s);
    set(anna, "city", u"Lund"_s);
    const ContactPoint moved = of<ContactPoint>(anna).last();
    expectDone(base->write({u"edit"_s, "customer", anna},
                           [&](Recorder &recorder) { return changeContactPoint(recorder, moved, u"+46405566779"_s); }));
    const UnmergeOutcome outcome = unmerge(operation);
    ASSERT_EQ(outcome.keptEdits.size(), 1);
    EXPECT_EQ(outcome.keptEdits.first().field, "job_title");
    EXPECT_EQ(value(anna, "job_title"), u"Director"_s);
    EXPECT_EQ(value(anna, "city"), u"Lund"_s);
    EXPECT_EQ(value(second, "job_title"), u"Buyer"_s);
    EXPECT_EQ(of<ContactPoint>(second).first().value, u"+46405566779"_s); // its own number, as it is now
}

TEST_F(Unmerge, LeavesWhatWasAddedSinceWithTheKeptCardAndTellsWhatIsGone) {
    const qint64 operation = merge(anna, second);
    entry(anna, u"After the merge"_s);
    const Id number = of<ContactPoint>(anna).last().id;
    expectDone(
        base->write({u"edit"_s, "customer", anna}, [&](Recorder &recorder) { return recorder.remove<ContactPoint>(number); }));
    const UnmergeOutcome outcome = unmerge(operation);
    EXPECT_EQ(texts(anna), (QStringList{u"Call of Anna Petrova"_s, u"After the merge"_s}));
    EXPECT_EQ(texts(second), QStringList{u"Call of A. Petrowa"_s});
    ASSERT_EQ(outcome.keptEdits.size(), 1);
    EXPECT_EQ(outcome.keptEdits.first().record, "contact_point");
    EXPECT_EQ(outcome.keptEdits.first().id, number);
}

TEST_F(Unmerge, SplitsTheMiddleOneOfThreeMerges) {
    const Id fourth = card(u"Petrova Anna"_s, u"+46405566773"_s, QString());
    const QByteArray before = cards({anna, second, third, fourth}), ofThird = cards({third});
    const qint64 first = merge(anna, second), middle = merge(anna, third), last = merge(anna, fourth);
    EXPECT_TRUE(unmerge(middle).keptEdits.isEmpty());
    EXPECT_EQ(cards({third}), ofThird);
    EXPECT_EQ(texts(anna).size(), 3);
    unmerge(first);
    unmerge(last);
    EXPECT_EQ(cards({anna, second, third, fourth}), before);
}

TEST_F(Unmerge, SplitsAMergeWhoseKeptCardBecamePartOfAnother) {
    const QByteArray before = cards({anna, second, third}), ofSecond = cards({second});
    const qint64 first = merge(anna, second), last = merge(third, anna);
    EXPECT_EQ(texts(third).size(), 3);
    EXPECT_EQ(valueOf(mergedCards(base->database(), third)).size(), 2);
    EXPECT_TRUE(unmerge(first).keptEdits.isEmpty());
    EXPECT_EQ(cards({second}), ofSecond);
    EXPECT_EQ(texts(third).size(), 2);
    unmerge(last);
    EXPECT_EQ(cards({anna, second, third}), before);
    EXPECT_EQ(problems(), QStringList());
}

TEST_F(Unmerge, BringsBackTheValueThatStoodBeforeAMergeThatWasSplitToo) {
    set(anna, "job_title", u"Buyer"_s);
    set(second, "job_title", u"Head buyer"_s);
    set(third, "job_title", u"Deputy head buyer"_s);
    const qint64 first = merge(anna, second), last = merge(anna, third);
    EXPECT_EQ(value(anna, "job_title"), u"Deputy head buyer"_s);
    unmerge(first);
    EXPECT_EQ(value(anna, "job_title"), u"Deputy head buyer"_s);
    unmerge(last);
    EXPECT_EQ(value(anna, "job_title"), u"Buyer"_s);
}

TEST_F(Unmerge, IsItselfAnActThatCanBeTakenBackAndDoneOnceOnly) {
    const qint64 operation = merge(anna, second);
    const QByteArray merged = cards({anna, second});
    unmerge(operation);
    const auto again = base->write({u"unmerge"_s, "customer", anna},
                                   [&](Recorder &recorder) { return duplicates::unmerge(recorder, operation); });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, Code::Invalid);
    ASSERT_TRUE(workspace::undo(*base, valueOf(base->lastOperationId())));
    EXPECT_EQ(cards({anna, second}), merged);
    unmerge(operation);
    EXPECT_EQ(texts(second), QStringList{u"Call of A. Petrowa"_s});
}

TEST_F(Unmerge, OfACardThatWasMergedAgainBelongsToTheNewerMerge) {
    const qint64 first = merge(anna, second);
    unmerge(first);
    const qint64 later = merge(third, second);
    EXPECT_EQ(valueOf(standingMerge(base->database(), second)), later);
    EXPECT_FALSE(
        base->write({u"unmerge"_s, "customer", anna}, [&](Recorder &recorder) { return duplicates::unmerge(recorder, first); }));
    unmerge(later);
    EXPECT_EQ(texts(second), QStringList{u"Call of A. Petrowa"_s});
}

TEST_F(Unmerge, WorksAfterTheBaseWasClosedAndByAnotherPerson) {
    const QByteArray before = cards({anna, second});
    const qint64 operation = merge(anna, second);
    base.reopen();
    const auto other = base.openAs(u"pc-2"_s, u"Olga"_s);
    ASSERT_TRUE(other->write(valueOf(unmergeInfo(other->database(), operation)),
                             [&](Recorder &recorder) { return duplicates::unmerge(recorder, operation); }));
    EXPECT_EQ(cards({anna, second}), before);
}

TEST_F(Unmerge, KnowsNoOtherActs) {
    const auto unknown = unmergeInfo(base->database(), valueOf(base->lastOperationId()));
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, Code::NotFound);
}
