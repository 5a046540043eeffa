// What bulk work costs, counted: it grows as the rows do, and not faster.
#include "core/costs/costs_world.h"

#include "customers/bulk_change.h"
#include "customers/customer_list.h"
#include "customers/customer_repository.h"
#include "records/check.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int kFew = 400;
constexpr int kTimes = 4;
constexpr double kMostGrowth = kTimes * 1.5; // trees grow a little deeper

struct Undoing {
    qint64 statements = 0;
    qint64 steps = 0;
    qint64 changes = 0;
};

Undoing takeBack(CostsWorld &world) {
    const qint64 before = valueOf(world.base->database().single(u"SELECT count(*) FROM change"_s)).integer();
    Undoing undoing;
    const auto files = world.report().files;
    for (auto file = files.crbegin(); file != files.crend(); ++file) {
        const WorkCounter counter(world.base->database());
        EXPECT_GT(valueOf(exchange::undoImport(*world.base, file->batch)).removed, 0);
        undoing.statements += counter.statements();
        undoing.steps += counter.steps();
    }
    undoing.changes = valueOf(world.base->database().single(u"SELECT count(*) FROM change"_s)).integer() - before;
    return undoing;
}

// Every record of the base, with its id; not when it was changed.
QStringList contentOf(CostsWorld &world) {
    QStringList content;
    for (const QString &sql :
         {u"SELECT id || name || external_id || coalesce(last_contact_at, '') || bought_total || hex(sort_key) FROM customer"_s,
          u"SELECT id || customer_id || kind || value || normalised || position FROM contact_point"_s,
          u"SELECT id || customer_id || at || text || external_id || direction FROM interaction"_s,
          u"SELECT id || customer_id || amount || purchased_on || product_id || quantity FROM purchase"_s,
          u"SELECT id || customer_id || tag_id FROM customer_tag"_s, u"SELECT id || name || name_folded FROM tag"_s,
          u"SELECT id || name || name_folded FROM product"_s}) {
        auto rows = world.base->database().query(sql + u" ORDER BY id"_s);
        EXPECT_TRUE(rows) << (rows ? "" : qPrintable(rows.error().detail));
        while (rows && valueOf(rows->next()))
            content << rows->text(0);
    }
    return content;
}

} // namespace

TEST(ImportCosts, AreAFewStatementsARow) {
    CostsWorld few(kFew), many(kFew * kTimes);
    const qint64 rows = many.report().total().read;
    EXPECT_EQ(many.report().total().added, rows);
    EXPECT_LE(double(many.importStatements()) / double(rows), 3.2);
    EXPECT_LE(double(many.importStatements()), kMostGrowth * double(few.importStatements()));
}

TEST(UndoOfAnImport, CostsNoMoreForARowAmongManyAndNotesBlocks) {
    CostsWorld few(kFew), many(kFew * kTimes);
    const qint64 rows = many.report().total().read;
    const Undoing ofFew = takeBack(few), ofMany = takeBack(many);
    EXPECT_LE(double(ofMany.steps), kMostGrowth * double(ofFew.steps));
    EXPECT_LE(double(ofMany.statements) / double(rows), 3.0);
    EXPECT_LE(ofMany.changes, rows / 100) << "removed rows are kept in blocks";
}

TEST(UndoOfAnImport, IsDoneAgainToTheLastRecord) {
    CostsWorld world(kFew);
    const QStringList before = contentOf(world);
    takeBack(world);
    EXPECT_EQ(contentOf(world), QStringList());
    for (int file = 0; file < 3; ++file)
        EXPECT_GT(valueOf(workspace::redo(*world.base, valueOf(world.base->lastUndoneId()))).restored, 0);
    EXPECT_EQ(contentOf(world), before);
    EXPECT_EQ(valueOf(records::problems(*world.base, true)), QStringList());
    takeBack(world);
    EXPECT_EQ(contentOf(world), QStringList());
}

TEST(UndoOfOneCustomer, CostsTheSameAmongManyThatWereImported) {
    const auto steps = [](int customers) {
        CostsWorld world(customers);
        expectDone(world.base->write({u"add"_s, "customer", {}}, [](workspace::Recorder &recorder) -> Result<void> {
            NewCustomer draft;
            draft.customer.name = u"Ida Berg"_s;
            TRY(id, addCustomer(recorder, draft));
            Q_UNUSED(id)
            return {};
        }));
        const qint64 operation = valueOf(world.base->lastOperationId());
        const WorkCounter counter(world.base->database());
        EXPECT_EQ(valueOf(workspace::undo(*world.base, operation)).removed, 1);
        return counter.steps();
    };
    EXPECT_LE(double(steps(kFew * kTimes)), 1.6 * double(steps(kFew)));
}

TEST(BulkChange, IsAFewStatementsACustomerAndSoIsItsUndo) {
    CostsWorld world(kFew * kTimes);
    const QList<Id> everybody = valueOf(customerIds(world.base->database(), {}));
    for (const BulkChange &change :
         {BulkChange{BulkChange::Kind::SetField, "owner", u"Maria"_s}, BulkChange{BulkChange::Kind::AddTag, {}, u"spring"_s}}) {
        const WorkCounter counter(world.base->database());
        EXPECT_EQ(valueOf(applyBulkChange(*world.base, everybody, {change})), everybody.size());
        const qint64 ofChange = counter.statements();
        EXPECT_LE(double(ofChange) / double(everybody.size()), 4.5);
        valueOf(workspace::undo(*world.base, valueOf(world.base->lastOperationId())));
        EXPECT_LE(double(counter.statements() - ofChange) / double(everybody.size()), 5.5);
    }
}
