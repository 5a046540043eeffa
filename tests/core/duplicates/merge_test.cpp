#include "core/duplicates/duplicates_world.h"

#include "attachments/attachment.h"
#include "cases/support_case.h"
#include "custom_fields/custom_field_repository.h"
#include "deals/deal.h"
#include "duplicates/merged_cards.h"
#include "exchange/importer.h"
#include "interactions/interaction_repository.h"
#include "offers/offer.h"
#include "purchases/purchase.h"
#include "search/index.h"
#include "segments/rule_json.h"
#include "segments/segment_query.h"
#include "tasks/task.h"
#include "workspace/undo.h"

#include <QFile>

using namespace kontor;
using namespace kontor::duplicates;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

class Merge : public DuplicatesWorld {
protected:
    Id anna = add(
        u"Anna Petrova"_s,
        {{u"phone"_s, u"+46701004512"_s}, {u"email"_s, u"anna@volga.se"_s}, {u"city"_s, u"Malmö"_s}, {u"tag"_s, u"garden"_s}});
    Id again = add(u"A. Petrowa"_s, {{u"phone"_s, u"040 55 66 77"_s},
                                     {u"phone"_s, u"070-100 45 12"_s},
                                     {u"email"_s, u"ANNA@volga.se"_s},
                                     {u"tag"_s, u"garden"_s},
                                     {u"tag"_s, u"vip"_s}});
    Id lars = add(u"Lars Berg"_s);

    template <class R, class Fill>
    Id on(Id customer, Fill fill) {
        R record;
        record.customerId = customer;
        fill(record);
        return insert(record);
    }
    Id entry(Id customer, const QString &text) {
        return on<Interaction>(customer, [&](Interaction &made) {
            made.kind = u"call"_s;
            made.text = text;
            made.at = base->clock().now();
        });
    }
    Error refusal(Id keep, Id other) {
        const auto result = base->write(mergeInfo(keep, other), [&](Recorder &recorder) {
            return merge(recorder, {keep, other});
        });
        EXPECT_FALSE(result);
        return result ? Error{} : result.error();
    }
    using DuplicatesWorld::merge;
    static Result<MergeOutcome> merge(Recorder &recorder, const MergeRequest &request) {
        return duplicates::merge(recorder, request);
    }
};

QStringList valuesOf(const QList<ContactPoint> &points) {
    QStringList values;
    for (const ContactPoint &point : points)
        values << point.value;
    return values;
}

} // namespace

TEST_F(Merge, UnitesNumbersAddressesAndTagsWithoutDoubling) {
    merge(anna, again);
    EXPECT_EQ(valuesOf(of<ContactPoint>(anna)), (QStringList{u"+46701004512"_s, u"anna@volga.se"_s, u"040 55 66 77"_s}));
    EXPECT_EQ(of<CustomerTag>(anna).size(), 2);
    const Card card = valueOf(loadCard(base->database(), anna));
    EXPECT_EQ(card.contactPoints.first().value, u"+46701004512"_s);
    EXPECT_EQ(problems(), QStringList());
}

TEST_F(Merge, MovesEveryKindOfRecordThatStandsOnACard) {
    entry(again, u"She calls back"_s);
    on<Task>(again, [](Task &task) { task.title = u"Call"_s; });
    on<Purchase>(again, [](Purchase &purchase) { purchase.purchasedOn = u"2026-01-02"_s, purchase.amount = 4'500; });
    on<Deal>(again, [](Deal &deal) { deal.title = u"Garden"_s; });
    on<Offer>(again, [](Offer &offer) { offer.offeredOn = u"2026-01-02"_s; });
    on<SupportCase>(again, [](SupportCase &made) { made.title = u"Broken"_s; });
    on<Attachment>(again, [](Attachment &file) { file.name = u"a.pdf"_s; });
    on<Address>(again, [](Address &address) { address.city = u"Lund"_s; });
    on<ImportantDate>(again, [](ImportantDate &date) { date.label = u"Wedding"_s, date.dateOn = u"2010-05-06"_s; });
    on<Consent>(again, [](Consent &consent) { consent.state = u"given"_s, consent.channel = u"email"_s; });
    on<Relation>(again, [](Relation &relation) { relation.kind = u"pet"_s, relation.otherName = u"Rex"_s; });
    expectDone(base->write({u"edit"_s, "customer", again},
                           [&](Recorder &recorder) { return setCustomValue(recorder, again, u"boots"_s, u"38"_s); }));
    on<Participant>(again, [&](Participant &participant) { participant.interactionId = entry(lars, u"Meeting"_s); });

    QHash<QByteArray, qint64> before;
    QSet<QByteArray> kinds;
    for (const workspace::RecordEntry *record : base->catalogue().entries())
        if (record->type->aboutColumn == "customer_id" && record->type->table != "not_duplicate")
            kinds << record->type->table;
    const auto count = [&](const QByteArray &table, Id customer) {
        return valueOf(base->database().single(u"SELECT count(*) FROM %1 WHERE customer_id = ?"_s.arg(QString::fromLatin1(table)),
                                               {customer}))
            .integer();
    };
    for (const QByteArray &kind : std::as_const(kinds)) {
        EXPECT_GT(count(kind, again), 0) << kind.constData(); // a new kind of record needs its line above
        before.insert(kind, count(kind, anna));
    }
    merge(anna, again);
    for (const QByteArray &kind : std::as_const(kinds))
        EXPECT_GT(count(kind, anna), before.value(kind)) << kind.constData();
    const auto kept = valueOf(db::find<Customer>(base->database(), anna));
    EXPECT_EQ(kept->boughtTotal, 4'500);
    EXPECT_TRUE(kept->lastContactAt);
    EXPECT_EQ(problems(), QStringList());
}

TEST_F(Merge, RepointsEveryColumnThatNamesACustomer) {
    auto columns = base->database().query(
        u"SELECT m.name, f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.\"table\" = 'customer'"_s);
    const QSet<QString> known{u"customer_id"_s, u"other_id"_s, u"merged_into"_s};
    while (columns && valueOf(columns->next()))
        EXPECT_TRUE(known.contains(columns->text(1))) << qPrintable(columns->text(0)) << '.' << qPrintable(columns->text(1));
}

TEST_F(Merge, KeepsRelationsOfBothDirectionsAndRelatesNobodyToThemselves) {
    const Id firm = add(u"Volga AB"_s, {{u"kind"_s, u"organisation"_s}});
    const auto relate = [&](Id from, Id to, const QString &kind) {
        on<Relation>(from, [&](Relation &relation) { relation.otherId = to, relation.kind = kind; });
    };
    relate(anna, firm, u"works_at"_s);
    relate(again, firm, u"works_at"_s);
    relate(lars, again, u"spouse"_s);
    relate(anna, again, u"partner"_s);
    relate(again, anna, u"partner"_s);
    merge(anna, again);
    const Card card = valueOf(loadCard(base->database(), anna));
    QStringList related;
    for (const Card::Related &relation : card.relations)
        related << relation.relation.kind + u' ' + relation.otherName;
    related.sort();
    EXPECT_EQ(related, (QStringList{u"spouse Lars Berg"_s, u"works_at Volga AB"_s}));
    EXPECT_EQ(valueOf(loadCard(base->database(), firm)).relations.size(), 1);
}

TEST_F(Merge, LetsNobodyTakePartTwice) {
    const Id meeting = entry(lars, u"Meeting"_s), call = entry(again, u"Call of both"_s);
    for (const Id customer : {anna, again})
        on<Participant>(customer, [&](Participant &participant) { participant.interactionId = meeting; });
    on<Participant>(anna, [&](Participant &participant) { participant.interactionId = call; });
    merge(anna, again);
    const auto participants = of<Participant>(anna);
    ASSERT_EQ(participants.size(), 1);
    EXPECT_EQ(participants.first().interactionId, meeting);
    EXPECT_EQ(valueOf(interactionsOf(base->database(), anna)).size(), 2);
}

TEST_F(Merge, LetsTheStricterDecisionWinAgainstANewerPermission) {
    on<Consent>(again, [](Consent &consent) { consent.state = u"refused"_s, consent.decidedAt = {1'000}; });
    on<Consent>(anna,
                [](Consent &consent) { consent.state = u"given"_s, consent.channel = u"phone"_s, consent.decidedAt = {2'000}; });
    merge(anna, again);
    const Card card = valueOf(loadCard(base->database(), anna));
    ASSERT_EQ(card.consents.size(), 3);
    EXPECT_EQ(card.consents.first().state, u"refused"_s);
    EXPECT_EQ(card.consents.first().channel, u"phone"_s);
}

TEST_F(Merge, LetsOneWhoOptedOutOfANumberStayOptedOut) {
    ContactPoint point = of<ContactPoint>(again).at(1);
    ContactPoint optedOut = point;
    optedOut.optedOut = true;
    expectDone(base->write({u"contact_point"_s, "customer", again},
                           [&](Recorder &recorder) { return recorder.update(point, optedOut); }));
    merge(anna, again);
    EXPECT_TRUE(of<ContactPoint>(anna).first().optedOut);
}

TEST_F(Merge, TakesThePersonsChoicesElseTheMoreCompleteValue) {
    set(again, "city", u"Lund"_s);
    set(again, "note", u"Has a dog"_s);
    set(anna, "note", u"Likes roses"_s);
    set(again, "birthday", u"1980-04-03"_s);
    merge(anna, again, {{"city", Take::Keep}});
    EXPECT_EQ(value(anna, "name"), u"Anna Petrova"_s);
    EXPECT_EQ(value(anna, "city"), u"Malmö"_s);
    EXPECT_EQ(value(anna, "birthday_on"), u"1980-04-03"_s);
    EXPECT_EQ(value(anna, "note"), u"Likes roses\n\nHas a dog"_s);
}

TEST_F(Merge, TakesTheOtherCardOutOfListsSegmentsAndFind) {
    const auto context = segments::contextOf(*base);
    const segments::Rule everybody = valueOf(segments::parseRule(R"({"version": 1, "match": "all", "rules": []})"));
    EXPECT_EQ(valueOf(segments::list(base->database(), everybody, context)).size(), 3);
    merge(anna, again);
    EXPECT_EQ(valueOf(segments::list(base->database(), everybody, context)).size(), 2);
    auto index = valueOf(search::Index::open(base.folder() + u"/cache"_s, base->id()));
    ASSERT_TRUE(index->catchUp(base->database(), u"SE"_s));
    for (const search::Hit &hit : valueOf(index->find(base->database(), search::parseQuery(u"Petrowa"_s), 10)).hits)
        EXPECT_NE(hit.customerId, again);
    const auto hits = valueOf(index->find(base->database(), search::parseQuery(u"556677"_s), 10)).hits;
    ASSERT_EQ(hits.size(), 1);
    EXPECT_EQ(hits.first().customerId, anna);
}

TEST_F(Merge, LeadsTheOldIdAndTheExternalIdToTheKeptCard) {
    const Id third = add(u"Anna P."_s, {{u"external_id"_s, u"crm:7"_s}});
    merge(anna, again);
    merge(lars, anna);
    EXPECT_EQ(valueOf(keptCustomer(base->database(), again)), lars);
    merge(lars, third);
    const QString path = base.folder() + u"/again.csv"_s;
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("id,name,city\ncrm:7,Anna P.,Umea\n");
    file.close();
    ASSERT_TRUE(exchange::importFiles(*base, {path}, {}));
    EXPECT_EQ(value(lars, "external_id"), u"crm:7"_s);
    EXPECT_EQ(valueOf(base->database().single(u"SELECT count(*) FROM customer WHERE merged_into IS NULL"_s)).integer(), 1);
}

TEST_F(Merge, TellsFromWhomTheCardWasMerged) {
    const qint64 operation = merge(anna, again);
    const auto cards = valueOf(mergedCards(base->database(), anna));
    ASSERT_EQ(cards.size(), 1);
    EXPECT_EQ(cards.first().name, u"A. Petrowa"_s);
    EXPECT_EQ(cards.first().operation, operation);
    EXPECT_EQ(cards.first().author, u"Maria"_s);
}

TEST_F(Merge, IsOneActThatUndoTakesBackAndRedoDoesAgain) {
    entry(again, u"She calls back"_s);
    const QByteArray before = cards({anna, again, lars}), beforeExport = exported();
    const qint64 operation = merge(anna, again);
    const QByteArray merged = cards({anna, again, lars});
    EXPECT_EQ(valueOf(base->lastOperationId()), operation);
    ASSERT_TRUE(workspace::undo(*base, operation));
    EXPECT_EQ(cards({anna, again, lars}), before);
    EXPECT_EQ(exported(), beforeExport);
    ASSERT_TRUE(workspace::redo(*base, operation));
    EXPECT_EQ(cards({anna, again, lars}), merged);
    EXPECT_EQ(valueOf(standingMerge(base->database(), again)), operation);
    unmerge(operation);
    EXPECT_EQ(cards({anna, again, lars}), before);
}

TEST_F(Merge, IsUndoneAlsoWhenThousandsOfEntriesMoved) {
    for (int i = 0; i < 700; ++i)
        entry(again, u"Call %1"_s.arg(i));
    const QByteArray before = cards({anna, again});
    const qint64 operation = merge(anna, again);
    EXPECT_EQ(of<Interaction>(anna).size(), 700);
    ASSERT_TRUE(workspace::undo(*base, operation));
    EXPECT_EQ(cards({anna, again}), before);
}

TEST_F(Merge, RefusesWhatCannotBeOne) {
    EXPECT_EQ(refusal(anna, anna).code, Code::Invalid);
    EXPECT_EQ(refusal(anna, Id{99'999}).code, Code::NotFound);
    expectDone(base->write({u"trash"_s, "customer", lars}, [&](Recorder &recorder) { return trashCustomer(recorder, lars); }));
    EXPECT_EQ(refusal(anna, lars).code, Code::Refused);
    merge(anna, again);
    EXPECT_EQ(refusal(anna, again).code, Code::Invalid);
    EXPECT_EQ(refusal(again, anna).code, Code::Invalid);
}

TEST_F(Merge, RefusesChoicesThatWereMadeOnAnOlderCard) {
    const qint64 version = valueOf(db::find<Customer>(base->database(), anna))->version;
    set(anna, "city", u"Lund"_s);
    const auto result = base->write(mergeInfo(anna, again), [&](Recorder &recorder) {
        return merge(recorder, {anna, again, {}, version, 0});
    });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, Code::Conflict);
}
