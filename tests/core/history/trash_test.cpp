#include "attachments/attachment_repository.h"
#include "customers/customer_repository.h"
#include "history/trash_acts.h"
#include "interactions/interaction_repository.h"
#include "records/check.h"
#include "segments/rule_json.h"
#include "segments/segment_repository.h"
#include "support/temporary_base.h"
#include "tasks/task_repository.h"
#include "workspace/undo.h"

#include <QFile>

using namespace kontor;
using namespace kontor::history;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

constexpr qint64 kDayMs = 86'400'000;

class TrashOfABase : public testing::Test {
protected:
    Id add(const QString &name) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.phones = {u"+46701004512"_s};
        draft.tags = {u"garden"_s};
        return valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    Id log(Id customer, const QString &text, const QList<Id> &others = {}) {
        LogDraft draft;
        draft.interaction.customerId = customer;
        draft.interaction.kind = u"note"_s;
        draft.interaction.text = text;
        draft.otherParticipants = others;
        draft.nextStep = NextStep{u"call"_s, u"Call back"_s, QDate(2026, 3, 10), std::nullopt};
        return valueOf(base->write({u"log"_s, "customer", customer},
                                   [&](Recorder &recorder) { return logInteraction(recorder, draft); }))
            .interaction;
    }
    void trash(Id customer) {
        EXPECT_TRUE(base->write({u"trash"_s, "customer", customer},
                                [&](Recorder &recorder) { return trashCustomer(recorder, customer); }));
    }
    QList<TrashKey> keys() { return valueOf(trashKeys(base->database(), base->catalogue())); }
    QList<TrashLine> lines() { return valueOf(trashLines(base->database(), base->catalogue(), keys())); }
    Result<void> restore(const QList<TrashKey> &some) {
        return base->write({u"restore"_s, {}, {}}, [&](Recorder &recorder) { return restoreFromTrash(recorder, some); });
    }
    std::optional<Customer> read(Id customer) { return valueOf(db::find<Customer>(base->database(), customer)); }
    qint64 count(const QString &from) { return valueOf(base->database().single(u"SELECT count(*) FROM "_s + from)).integer(); }

    TemporaryBase base;
};

} // namespace

TEST_F(TrashOfABase, TellsWhatLiesInItWhoPutItThereAndWhatGoesWithIt) {
    EXPECT_TRUE(keys().isEmpty());
    const Id anna = add(u"Anna Petrova"_s);
    log(anna, u"Wants 40 units"_s);
    trash(anna);
    const QList<TrashLine> found = lines();
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().key.record, "customer");
    EXPECT_EQ(found.first().author, u"Maria"_s);
    const QList<std::pair<QByteArray, qint64>> goes{{"interaction", 1}, {"task", 1}};
    EXPECT_EQ(found.first().goesWith, goes);
    EXPECT_EQ(valueOf(trashCount(base->database(), base->catalogue())), 1);
}

TEST_F(TrashOfABase, GivesBackWhatItHoldsAndThatCanBeUndone) {
    const Id anna = add(u"Anna"_s);
    trash(anna);
    expectDone(restore(keys()));
    EXPECT_FALSE(read(anna)->trashedAt);
    EXPECT_TRUE(workspace::undo(*base, valueOf(base->lastOperationId())));
    EXPECT_TRUE(read(anna)->trashedAt);
}

TEST_F(TrashOfABase, AnEntryComesBackWithItsCustomer) {
    const Id anna = add(u"Anna"_s);
    const Id entry = log(anna, u"Wants 40 units"_s);
    EXPECT_TRUE(
        base->write({u"trash"_s, "interaction", entry}, [&](Recorder &recorder) { return trashInteraction(recorder, entry); }));
    trash(anna);
    const QList<TrashLine> found = lines();
    ASSERT_EQ(found.size(), 2);
    const auto line =
        std::find_if(found.begin(), found.end(), [](const TrashLine &one) { return one.key.record == "interaction"; });
    EXPECT_TRUE(line->isCustomerTrashed);
    EXPECT_EQ(line->customerName, u"Anna"_s);
    expectDone(restore({line->key}));
    EXPECT_TRUE(keys().isEmpty());
}

TEST_F(TrashOfABase, ASegmentWhoseNameIsTakenComesBackWithANumber) {
    const auto save = [&] {
        return base->write({u"segment"_s, "segment", {}}, [&](Recorder &recorder) {
            return segments::saveSegment(recorder, u"Sleeping"_s, segments::Rule(), segments::contextOf(*base));
        });
    };
    const Id first = valueOf(save());
    EXPECT_TRUE(
        base->write({u"trash"_s, "segment", first}, [&](Recorder &recorder) { return segments::trashSegment(recorder, first); }));
    EXPECT_TRUE(save());
    expectDone(restore(keys()));
    const QList<segments::SavedSegment> all = valueOf(segments::allSegments(base->database()));
    ASSERT_EQ(all.size(), 2);
    EXPECT_EQ(all.last().name, u"Sleeping 2"_s);
}

TEST_F(TrashOfABase, WhatIsDeletedForGoodLeavesNoWordOfItBehind) {
    const Id anna = add(u"Anna Petrova"_s);
    const Id lars = add(u"Lars"_s);
    log(anna, u"Secret of Anna"_s, {lars});
    log(lars, u"Talked about the weather"_s, {anna});
    trash(anna);
    EXPECT_EQ(valueOf(deleteForGood(*base, keys())), 1);
    EXPECT_FALSE(read(anna));
    EXPECT_TRUE(read(lars));
    EXPECT_EQ(count(u"contact_point"_s), 1);
    EXPECT_EQ(count(u"interaction"_s), 1);
    EXPECT_EQ(count(u"task"_s), 1);
    EXPECT_EQ(count(u"participant"_s), 0);
    EXPECT_EQ(count(u"change WHERE instr(coalesce(old, ''), 'Anna') > 0 OR instr(coalesce(new, ''), 'Anna') > 0"_s), 0);
    EXPECT_EQ(valueOf(records::problems(*base, true)), QStringList());
}

TEST_F(TrashOfABase, TheFilesOfACardGoForGoodWithIt) {
    const Id anna = add(u"Anna"_s);
    const QString path = base.folder() + u"/contract.txt"_s;
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("between us");
    file.close();
    CopyProgress progress;
    valueOf(storeFile(*base, anna, path, progress));
    ASSERT_EQ(count(u"attachment_piece"_s), 1);
    trash(anna);
    EXPECT_EQ(valueOf(deleteForGood(*base, keys())), 1);
    EXPECT_EQ(count(u"attachment"_s), 0);
    EXPECT_EQ(count(u"attachment_piece"_s), 0);
}

TEST_F(TrashOfABase, DeletingForGoodIsNotUndoneAndDoesNotStandInTheWayOfUndo) {
    const Id lars = add(u"Lars"_s);
    const Id anna = add(u"Anna"_s);
    trash(anna);
    EXPECT_TRUE(deleteForGood(*base, keys()));
    const qint64 deletion = valueOf(base->database().single(u"SELECT id FROM operation ORDER BY seq DESC LIMIT 1"_s)).integer();
    const auto undone = workspace::undo(*base, deletion);
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code, Code::Refused);
    for (int i = 0; i < 3; ++i) // the trashing, Anna, Lars
        EXPECT_TRUE(workspace::undo(*base, valueOf(base->lastOperationId())));
    EXPECT_FALSE(read(anna));
    EXPECT_FALSE(read(lars));
}

TEST_F(TrashOfABase, OnlyWhatLiesInItCanBeDeletedForGood) {
    const Id anna = add(u"Anna"_s);
    EXPECT_EQ(valueOf(deleteForGood(*base, {{"customer", anna, {}}})), 0);
    EXPECT_TRUE(read(anna));
}

TEST_F(TrashOfABase, ManyAreDeletedInShortSteps) {
    for (int i = 0; i < 45; ++i)
        trash(add(u"Customer %1"_s.arg(i)));
    EXPECT_EQ(valueOf(deleteForGood(*base, keys())), 45);
    EXPECT_EQ(count(u"customer"_s), 0);
    EXPECT_EQ(count(u"operation WHERE state = 'running'"_s), 0);
}

TEST_F(TrashOfABase, KeepsEverythingForNinetyDaysInWhichSomebodyWorked) {
    const Id anna = add(u"Anna"_s);
    trash(anna);
    const Instant now = base->clock().now();
    const auto expired = [&](int days) {
        return valueOf(expiredTrash(base->database(), base->catalogue(), Instant{now.milliseconds + days * kDayMs})).size();
    };
    EXPECT_EQ(expired(91), 0) << "a clock that runs ahead is not believed by itself";
    Clock later = base->clock();
    later.fixedNow = Instant{now.milliseconds + 91 * kDayMs};
    base->setClock(later);
    add(u"Lars"_s);
    EXPECT_EQ(expired(89), 0);
    EXPECT_EQ(expired(91), 1);
}
