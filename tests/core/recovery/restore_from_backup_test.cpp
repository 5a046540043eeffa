#include "customers/customer_repository.h"
#include "db/backup.h"
#include "history/trash_acts.h"
#include "interactions/interaction_repository.h"
#include "records/check.h"
#include "recovery/backup_list.h"
#include "recovery/restore_from_backup.h"
#include "support/temporary_base.h"
#include "tags/tag_repository.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::recovery;
using namespace kontor::tests;
using namespace kontor::workspace;
using namespace Qt::StringLiterals;

namespace {

class ABaseWithABackup : public testing::Test {
protected:
    Id add(const QString &name) {
        return valueOf(m_base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) {
            NewCustomer draft;
            draft.customer.name = name;
            return addCustomer(recorder, draft);
        }));
    }
    void change(Id id, const std::function<void(Customer &)> &edit) {
        expectDone(m_base->write({u"edit"_s, "customer", id}, [&](Recorder &recorder) -> Result<void> {
            TRY(before, db::find<Customer>(recorder.database(), id));
            Customer after = *before;
            edit(after);
            return recorder.update(*before, after);
        }));
    }
    Id log(Id customer, const QString &text) {
        return valueOf(m_base->write({u"log"_s, "customer", customer}, [&](Recorder &recorder) -> Result<Id> {
            LogDraft draft;
            draft.interaction.customerId = customer;
            draft.interaction.kind = u"call"_s;
            draft.interaction.text = text;
            TRY(logged, logInteraction(recorder, draft));
            return logged.interaction;
        }));
    }
    void deleteForGood(Id customer) {
        change(customer, [this](Customer &c) { c.trashedAt = m_base->clock().now(); });
        valueOf(history::deleteForGood(*m_base, {{"customer", customer, {}}}));
    }
    QString backUp() {
        const QString path = m_base.folder() + u"/backup.kontor"_s;
        expectDone(db::backup(m_base->database(), path));
        return path;
    }
    Customer customer(Id id) { return valueOf(db::find<Customer>(m_base->database(), id)).value_or(Customer()); }
    void setTime(const QString &iso) {
        Clock clock = m_base->clock();
        clock.fixedNow = clock.fromIso(iso);
        m_base->setClock(clock);
    }
    void expectSound() {
        const QStringList problems = valueOf(records::problems(*m_base, true));
        EXPECT_TRUE(problems.isEmpty()) << qPrintable(problems.join(u'\n'));
    }

    TemporaryBase m_base;
};

} // namespace

TEST_F(ABaseWithABackup, GetsACardBackThatWasDeletedForGood) {
    const Id anna = add(u"Anna"_s);
    const Id call = log(anna, u"Wants an offer"_s);
    const QString backup = backUp();
    deleteForGood(anna);
    ASSERT_FALSE(valueOf(db::find<Customer>(m_base->database(), anna)));
    const RestoreOutcome outcome = valueOf(restoreCard(*m_base, backup, anna));
    EXPECT_EQ(outcome.records, 2);
    EXPECT_EQ(customer(anna).name, u"Anna"_s);
    EXPECT_EQ(valueOf(db::find<Interaction>(m_base->database(), call))->text, u"Wants an offer"_s);
    EXPECT_TRUE(customer(anna).lastContactAt);
    expectSound();
}

TEST_F(ABaseWithABackup, TakesACardBackAsOneAct) {
    const Id anna = add(u"Anna"_s);
    change(anna, [](Customer &c) { c.city = u"Lund"_s; });
    const QString backup = backUp();
    change(anna, [](Customer &c) { c.city = u"Kiel"_s, c.note = u"New"_s; });
    const RestoreOutcome outcome = valueOf(restoreCard(*m_base, backup, anna));
    EXPECT_EQ(outcome.values, 2);
    EXPECT_EQ(customer(anna).city, u"Lund"_s);
    EXPECT_EQ(valueOf(m_base->lastOperationId()), outcome.operation);
    valueOf(workspace::undo(*m_base, outcome.operation));
    EXPECT_EQ(customer(anna).city, u"Kiel"_s);
    EXPECT_EQ(customer(anna).note, u"New"_s);
}

TEST_F(ABaseWithABackup, LeavesWhatWasAddedToACardSince) {
    const Id anna = add(u"Anna"_s);
    const QString backup = backUp();
    const Id call = log(anna, u"Newer"_s);
    const RestoreOutcome outcome = valueOf(restoreCard(*m_base, backup, anna));
    EXPECT_EQ(outcome.operation, 0) << "there was nothing to do";
    EXPECT_TRUE(valueOf(db::find<Interaction>(m_base->database(), call)));
}

TEST_F(ABaseWithABackup, SaysThatACardIsNotInTheBackup) {
    add(u"Anna"_s);
    const QString backup = backUp();
    const Id boris = add(u"Boris"_s);
    const auto restored = restoreCard(*m_base, backup, boris);
    ASSERT_FALSE(restored);
    EXPECT_EQ(restored.error().code, Code::NotFound);
}

TEST_F(ABaseWithABackup, GetsOneDayBackAndNoOther) {
    setTime(u"2026-03-01T12:00:00Z"_s);
    const Id anna = add(u"Anna"_s);
    setTime(u"2026-03-02T12:00:00Z"_s);
    const Id boris = add(u"Boris"_s);
    change(anna, [](Customer &c) { c.city = u"Lund"_s; });
    setTime(u"2026-03-03T12:00:00Z"_s);
    change(anna, [](Customer &c) { c.note = u"Third"_s; });
    const QString backup = backUp();
    change(anna, [](Customer &c) { c.city = u"Kiel"_s, c.note = u"Newest"_s; });
    deleteForGood(boris);
    const RestoreOutcome outcome = valueOf(restoreDay(*m_base, backup, QDate(2026, 3, 2)));
    EXPECT_EQ(outcome.records, 1);
    EXPECT_EQ(outcome.values, 1);
    EXPECT_EQ(customer(boris).name, u"Boris"_s);
    EXPECT_EQ(customer(anna).city, u"Lund"_s);
    EXPECT_EQ(customer(anna).note, u"Newest"_s) << "of another day";
    valueOf(workspace::undo(*m_base, outcome.operation));
    EXPECT_EQ(customer(anna).city, u"Kiel"_s);
    expectSound();
}

TEST_F(ABaseWithABackup, SaysThatNothingIsKnownOfADay) {
    add(u"Anna"_s);
    const auto restored = restoreDay(*m_base, backUp(), QDate(2001, 1, 1));
    ASSERT_FALSE(restored);
    EXPECT_EQ(restored.error().code, Code::NotFound);
}

TEST_F(ABaseWithABackup, NamesTheCopiesOfThisBaseAloneNewestFirst) {
    add(u"Anna"_s);
    expectDone(db::backup(m_base->database(), m_base.folder() + u"/test.20260301-120000.import.kontor"_s));
    add(u"Boris"_s);
    expectDone(db::backup(m_base->database(), m_base.folder() + u"/test.20260302-120000.regular.kontor"_s));
    TemporaryBase other;
    expectDone(db::backup(other->database(), m_base.folder() + u"/other.20260303-120000.regular.kontor"_s));
    const QList<KnownBackup> known = knownBackups({m_base.path(), m_base->id(), {}, {}, {m_base.folder()}});
    QStringList reasons;
    for (const KnownBackup &backup : known)
        if (backup.path != m_base.path())
            reasons << u"%1 %2"_s.arg(backup.reason).arg(backup.customers);
    EXPECT_EQ(reasons, (QStringList{u"regular 2"_s, u"import 1"_s}));
}

TEST_F(ABaseWithABackup, FindsWhoIsInABackupByAnyPartOfTheNameOrCompany) {
    const Id anna = add(u"Anna Petrová"_s);
    add(u"Boris"_s);
    change(anna, [](Customer &c) { c.company = u"Blumen Groß"_s, c.city = u"Lund"_s; });
    const QString backup = backUp();
    deleteForGood(anna);
    for (const QString &text : {u"petrova"_s, u"GROSS"_s, u"na pet"_s}) {
        const QList<BackedUpCustomer> found = valueOf(customersIn(backup, text, 10));
        ASSERT_EQ(found.size(), 1) << qPrintable(text);
        EXPECT_EQ(found.first().id, anna);
        EXPECT_EQ(found.first().city, u"Lund"_s);
    }
    EXPECT_EQ(valueOf(customersIn(backup, {}, 10)).size(), 2);
    EXPECT_EQ(valueOf(customersIn(backup, {}, 1)).size(), 1);
}
