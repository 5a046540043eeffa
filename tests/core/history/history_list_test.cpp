#include "customers/customer_repository.h"
#include "history/history_list.h"
#include "history/restore.h"
#include "interactions/interaction_repository.h"
#include "support/temporary_base.h"
#include "workspace/feed.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::history;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

class HistoryOfABase : public testing::Test {
protected:
    Id add(const QString &name) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.phones = {u"+46701004512"_s};
        return valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    qint64 setCity(Id customer, const QString &city) {
        const qint64 version = valueOf(db::find<Customer>(base->database(), customer))->version;
        EXPECT_TRUE(base->write({u"edit"_s, "customer", customer, {{u"field"_s, u"City"_s}}}, [&](Recorder &recorder) {
            return setCustomerFields(recorder, customer, version, {{"city", city}});
        }));
        return valueOf(base->lastOperationId());
    }
    HistoryPage read(const HistoryQuery &query = {}, qint64 before = 0, int limit = 100, qint64 after = 0) {
        return valueOf(readHistory(base->database(), base->catalogue(), query, before, limit, after));
    }
    QString city(Id customer) { return valueOf(db::find<Customer>(base->database(), customer))->city; }

    TemporaryBase base;
};

} // namespace

TEST_F(HistoryOfABase, TellsWhoChangedWhatFromWhatToWhatTheNewestFirst) {
    const Id anna = add(u"Anna Petrova"_s);
    setCity(anna, u"Malmö"_s);
    setCity(anna, u"Lund"_s);
    const HistoryPage page = read();
    ASSERT_EQ(page.acts.size(), 3);
    EXPECT_TRUE(page.isEnd);
    const Act &act = page.acts.first();
    EXPECT_EQ(act.operation.author, u"Maria"_s);
    EXPECT_EQ(act.customer, anna);
    EXPECT_EQ(act.customerName, u"Anna Petrova"_s);
    ASSERT_EQ(act.first.size(), 1);
    EXPECT_EQ(act.first.first().change.before.text(), u"Malmö"_s);
    EXPECT_EQ(act.first.first().change.after.text(), u"Lund"_s);
    ASSERT_NE(act.first.first().field(), nullptr);
    EXPECT_STREQ(act.first.first().field()->label, "City");
}

TEST_F(HistoryOfABase, ComesInPagesThatMissNothing) {
    const Id anna = add(u"Anna"_s);
    for (int i = 0; i < 25; ++i)
        setCity(anna, u"City %1"_s.arg(i));
    QSet<qint64> seen;
    qint64 before = 0;
    for (int pages = 0; pages < 10; ++pages) {
        const HistoryPage page = read({}, before, 10);
        for (const Act &act : page.acts)
            seen.insert(act.operation.id);
        before = page.nextBefore;
        if (page.isEnd)
            break;
    }
    EXPECT_EQ(seen.size(), 26);
    const qint64 newest = read({}, 0, 1).acts.first().operation.seq;
    setCity(anna, u"Ystad"_s);
    EXPECT_EQ(read({}, 0, 100, newest).acts.size(), 1) << "what came since";
}

TEST_F(HistoryOfABase, FindsByPersonKindTextAndField) {
    const Id anna = add(u"Anna Petrova"_s);
    const Id lars = add(u"Lars Åkesson"_s);
    setCity(anna, u"Malmö"_s);
    setCity(lars, u"Lund"_s);
    EXPECT_EQ(read({.text = u"petrova"_s}).acts.size(), 2);
    EXPECT_EQ(read({.text = u"malmo"_s}).acts.size(), 1) << "values are compared without accents";
    EXPECT_EQ(read({.text = u"nothing of this"_s}).acts.size(), 0);
    EXPECT_EQ(read({.text = u"xyz"_s, .fields = {"city"}}).acts.size(), 2);
    EXPECT_EQ(read({.kinds = {u"edit"_s}}).acts.size(), 2);
    const QList<Author> people = valueOf(authors(base->database()));
    ASSERT_EQ(people.size(), 1);
    EXPECT_EQ(read({.author = people.first().id}).acts.size(), 4);
    EXPECT_EQ(read({.author = Id{999}}).acts.size(), 0);
}

TEST_F(HistoryOfABase, GivesTheThreadBackWhileAFilterFindsNothingInALongHistory) {
    const Id anna = add(u"Anna Petrova"_s);
    const auto maria = valueOf(authors(base->database())).first();
    // A quarter of a million acts of somebody else.
    expectDone(base->database().execute(u"INSERT INTO user (id, name) VALUES (999, 'Lars')"_s));
    expectDone(base->database().execute(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 250000) "
        "INSERT INTO operation (id, writer, user_id, at, kind) SELECT i, 0, 999, i, 'edit' FROM n"_s));
    HistoryQuery query;
    query.author = maria.id;
    const HistoryPage first = read(query);
    EXPECT_TRUE(first.acts.isEmpty());
    EXPECT_FALSE(first.isEnd);
    const HistoryPage second = read(query, first.nextBefore);
    ASSERT_EQ(second.acts.size(), 1);
    EXPECT_EQ(second.acts.first().customer, anna);
    EXPECT_TRUE(second.isEnd);
    HistoryQuery own;
    own.customer = anna;
    EXPECT_EQ(read(own).acts.size(), 1) << "found by the customer at once";
}

TEST_F(HistoryOfABase, OfOneCustomerHoldsOnlyWhatTouchedThatOne) {
    const Id anna = add(u"Anna"_s);
    const Id lars = add(u"Lars"_s);
    EXPECT_TRUE(base->write({u"bulk"_s, "customer", {}}, [&](Recorder &recorder) -> Result<void> {
        for (const Id id : {anna, lars}) {
            TRY(version, setCustomerFields(recorder, id, 1, {{"city", u"Lund"_s}}));
            Q_UNUSED(version)
        }
        return {};
    }));
    const HistoryPage page = read({.customer = anna});
    ASSERT_EQ(page.acts.size(), 2);
    ASSERT_EQ(page.acts.first().first.size(), 1) << "and not the change of the other one";
    EXPECT_EQ(page.acts.first().first.first().customerName, u"Anna"_s);
    EXPECT_EQ(read().acts.first().customers, 2);
}

TEST_F(HistoryOfABase, NamesTheRecordsOfAnActAndWhatTheyReferTo) {
    const Id anna = add(u"Anna"_s);
    LogDraft draft;
    draft.interaction.customerId = anna;
    draft.interaction.kind = u"call"_s;
    draft.interaction.text = u"Wants 40 units"_s;
    draft.nextStep = NextStep{u"call"_s, u"Call back"_s, QDate(2026, 3, 10), std::nullopt};
    EXPECT_TRUE(base->write({u"log"_s, "customer", anna}, [&](Recorder &recorder) { return logInteraction(recorder, draft); }));
    const Act act = read().acts.first();
    ASSERT_EQ(act.first.size(), 2);
    ASSERT_TRUE(act.first.first().row);
    EXPECT_EQ(db::fromRow<Interaction>(*act.first.first().row).text, u"Wants 40 units"_s);
    EXPECT_EQ(act.first.first().names.value("customer_id"), u"Anna"_s);
    EXPECT_EQ(act.customerName, u"Anna"_s);
}

TEST_F(HistoryOfABase, RestoresAnOlderValueWhateverStandsThereNow) {
    const Id anna = add(u"Anna"_s);
    setCity(anna, u"Malmö"_s);
    setCity(anna, u"Lund"_s);
    setCity(anna, u"Ystad"_s);
    const ChangeLine line = read().acts.at(1).first.first(); // Malmö -> Lund
    ASSERT_TRUE(line.canRestore());
    EXPECT_TRUE(base->write(restoreInfo(line), [&](Recorder &recorder) { return restore(recorder, line.change); }));
    EXPECT_EQ(city(anna), u"Malmö"_s);
    EXPECT_EQ(workspace::historySentence(read().acts.first().operation.info), u"Older value of City restored"_s);
    EXPECT_TRUE(workspace::undo(*base, valueOf(base->lastOperationId())));
    EXPECT_EQ(city(anna), u"Ystad"_s);
}

TEST_F(HistoryOfABase, KnowsWhichActsDoNotStand) {
    const Id anna = add(u"Anna"_s);
    const qint64 edit = setCity(anna, u"Malmö"_s);
    EXPECT_TRUE(valueOf(otherStates(base->database(), 0)).isEmpty());
    EXPECT_TRUE(workspace::undo(*base, edit));
    EXPECT_EQ(valueOf(otherStates(base->database(), 0)).value(edit), u"undone"_s);
    EXPECT_TRUE(read().acts.at(1).isTakenBack());
}
