#include "core/duplicates/duplicates_world.h"

using namespace kontor;
using namespace kontor::duplicates;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class MergePreviewOf : public DuplicatesWorld {
protected:
    MergePreview preview(Id keep, Id other) {
        return mergePreview(valueOf(loadMergeSide(base->database(), keep)), valueOf(loadMergeSide(base->database(), other)));
    }
    static const FieldDifference *field(const MergePreview &preview, const QByteArray &column) {
        for (const FieldDifference &difference : preview.fields)
            if (difference.column == column)
                return &difference;
        return nullptr;
    }
    void at(qint64 milliseconds) {
        Clock clock = base->clock();
        clock.fixedNow = Instant{milliseconds};
        base->setClock(clock);
    }
};

} // namespace

TEST_F(MergePreviewOf, TwoCardsNamesOnlyWhatDiffers) {
    const Id a = add(u"Anna Petrova"_s, {{u"city"_s, u"Lund"_s}, {u"company"_s, u"Volga"_s}});
    const Id b = add(u"Anna Petrova"_s, {{u"city"_s, u"Lund"_s}, {u"company"_s, u"Volga AB"_s}, {u"source"_s, u"Fair"_s}});
    const MergePreview result = preview(a, b);
    ASSERT_EQ(result.fields.size(), 2);
    EXPECT_EQ(result.conflicts(), 1);
    EXPECT_EQ(result.fields.first().label, u"Company"_s);
    EXPECT_EQ(result.fields.first().suggestion, Take::Other);
    EXPECT_EQ(result.fields.first().reason, TakeReason::MoreComplete);
    EXPECT_EQ(field(result, "source")->suggestion, Take::Other);
    EXPECT_EQ(field(result, "source")->reason, TakeReason::OnlyValue);
}

TEST_F(MergePreviewOf, SuggestsTheMoreCompleteNameWithItsParts) {
    const Id a = add(u"A. PETROVA"_s, {{u"given_name"_s, u"A."_s}, {u"family_name"_s, u"PETROVA"_s}});
    const Id b = add(u"Anna Petrova"_s, {{u"given_name"_s, u"Anna"_s}, {u"family_name"_s, u"Petrova"_s}});
    const MergePreview result = preview(a, b);
    for (const QByteArray column : {"name", "given_name", "family_name"})
        EXPECT_EQ(field(result, column)->suggestion, Take::Other) << column.constData();
    EXPECT_EQ(choiceFor(*field(result, "family_name"), {{"name", Take::Keep}}), Take::Keep);
}

TEST_F(MergePreviewOf, SuggestsTheNewerOfTwoEqualValues) {
    at(1'000);
    const Id a = add(u"Anna Petrova"_s, {{u"job_title"_s, u"Buyer"_s}});
    at(2'000);
    const Id b = add(u"Anna Petrova"_s, {{u"job_title"_s, u"Director"_s}});
    EXPECT_EQ(field(preview(a, b), "job_title")->suggestion, Take::Other);
    at(3'000);
    set(a, "job_title", u"Owner"_s);
    const MergePreview result = preview(a, b);
    EXPECT_EQ(field(result, "job_title")->suggestion, Take::Keep);
    EXPECT_EQ(field(result, "job_title")->reason, TakeReason::Newer);
    EXPECT_EQ(field(result, "job_title")->newerAt, Instant{3'000});
}

TEST_F(MergePreviewOf, NeverPutsOneAddressTogetherOfTwo) {
    const Id a = add(u"Anna Petrova"_s, {{u"city"_s, u"Malmö"_s}, {u"street"_s, u"Storgatan 1"_s}});
    const Id b =
        add(u"Anna Petrova"_s, {{u"city"_s, u"Lund"_s}, {u"street"_s, u"Lilla vägen 2"_s}, {u"postal_code"_s, u"22350"_s}});
    const MergePreview result = preview(a, b);
    for (const QByteArray column : {"city", "street", "postal_code"})
        EXPECT_EQ(field(result, column)->suggestion, Take::Other) << column.constData();
    for (const QByteArray column : {"city", "street", "postal_code"})
        EXPECT_EQ(field(preview(b, a), column)->suggestion, Take::Keep) << column.constData();
}

TEST_F(MergePreviewOf, JoinsNotesAndTakesTheLaterStep) {
    const Id a = add(u"Anna Petrova"_s, {{u"note"_s, u"Likes roses"_s}, {u"lifecycle"_s, u"lead"_s}});
    const Id b = add(u"Anna Petrova"_s, {{u"note"_s, u"Has a dog"_s}, {u"lifecycle"_s, u"customer"_s}});
    const MergePreview result = preview(a, b);
    EXPECT_EQ(field(result, "note")->suggestion, Take::Both);
    EXPECT_EQ(field(result, "note")->result(Take::Both).text(), u"Likes roses\n\nHas a dog"_s);
    EXPECT_EQ(field(result, "lifecycle")->suggestion, Take::Other);
    EXPECT_EQ(field(result, "lifecycle")->reason, TakeReason::FurtherType);
}

TEST_F(MergePreviewOf, CountsWhatIsJoinedAndMarksTheStricterConsent) {
    const Id a = add(u"Anna Petrova"_s, {{u"phone"_s, u"+46701004512"_s}, {u"tag"_s, u"garden"_s}});
    const Id b = add(u"Anna Petrova"_s, {{u"phone"_s, u"070 100 45 12"_s}, {u"phone"_s, u"+46405566"_s}, {u"tag"_s, u"vip"_s}});
    Consent given, refused;
    given.customerId = a, given.state = u"given"_s, given.channel = u"phone"_s, given.decidedAt = {2'000};
    refused.customerId = b, refused.state = u"withdrawn"_s, refused.channel = u"phone"_s, refused.decidedAt = {1'000};
    insert(given);
    insert(refused);
    const MergePreview result = preview(a, b);
    ASSERT_EQ(result.points.size(), 2);
    EXPECT_TRUE(result.points.first().isInBoth);
    EXPECT_TRUE(result.points.last().isOfOther);
    EXPECT_EQ(result.addedTags, QStringList{u"vip"_s});
    ASSERT_EQ(result.stricterConsents.size(), 1);
    EXPECT_TRUE(result.stricterConsents.first().isOfOther);
    EXPECT_EQ(result.stricterConsents.first().decision.state, u"withdrawn"_s);
}
