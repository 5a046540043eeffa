#include "customers/source_uses.h"

#include "customers/customer_repository.h"
#include "support/temporary_base.h"
#include "workspace/feed.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

class SourcesOfABase : public testing::Test {
protected:
    void SetUp() override {
        for (int i = 0; i < 5; ++i)
            add(u"fair 2024"_s);
        add(u"Fair 2024"_s);
        add(u"Web"_s);
        add(u"Web"_s);
    }
    Id add(const QString &source) {
        NewCustomer draft;
        draft.customer.name = u"Anna"_s;
        draft.customer.source = source;
        return valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    QStringList shown() {
        QStringList lines;
        for (const SourceUse &use : valueOf(sourceUses(base->database())))
            lines << u"%1: %2"_s.arg(use.source).arg(use.customers);
        return lines;
    }
    SourcePreview preview(const QString &source, const QString &into) {
        return valueOf(previewSource(base->database(), source, into));
    }
    TemporaryBase base;
};

} // namespace

TEST_F(SourcesOfABase, AreCountedTheMostFrequentFirst) {
    const Id gone = add(u"Web"_s);
    expectDone(base->write({u"trash"_s, "customer", gone}, [&](Recorder &recorder) { return trashCustomer(recorder, gone); }));
    EXPECT_EQ(shown(), (QStringList{u"fair 2024: 5"_s, u"Web: 2"_s, u"Fair 2024: 1"_s}));
}

TEST_F(SourcesOfABase, SayBeforehandHowManyChangeAndHowManyHaveTheNewSpelling) {
    EXPECT_EQ(preview(u"fair 2024"_s, u" Fair  2024 "_s).willChange, 5);
    EXPECT_EQ(preview(u"fair 2024"_s, u"Fair 2024"_s).haveItAlready, 1);
    EXPECT_EQ(preview(u"fair 2024"_s, u"fair 2024"_s).willChange, 0);
    EXPECT_EQ(preview(u"Web"_s, {}).haveItAlready, 0);
}

TEST_F(SourcesOfABase, BecomeOneAndTwoAgainInOneStep) {
    const QStringList before = shown();
    EXPECT_EQ(valueOf(replaceSource(*base, u"fair 2024"_s, u"Fair 2024"_s)), 5);
    EXPECT_EQ(shown(), (QStringList{u"Fair 2024: 6"_s, u"Web: 2"_s}));
    const qint64 last = valueOf(workspace::history(base->database(), {})).first().id;
    EXPECT_TRUE(workspace::undo(*base, last));
    EXPECT_EQ(shown(), before);
}

TEST_F(SourcesOfABase, AreTakenAwayFromEverybody) {
    EXPECT_EQ(valueOf(replaceSource(*base, u"Web"_s, {})), 2);
    EXPECT_EQ(shown(), (QStringList{u"fair 2024: 5"_s, u"Fair 2024: 1"_s}));
}

TEST_F(SourcesOfABase, StandInTheOrderThatPeopleGiveThem) {
    const auto move = [&](const QString &source, int place) {
        return base->write({u"settings"_s, "setting", {}}, [&](Recorder &recorder) { return moveSource(recorder, source, place); });
    };
    expectDone(move(u"Fair 2024"_s, 0));
    EXPECT_EQ(shown(), (QStringList{u"Fair 2024: 1"_s, u"fair 2024: 5"_s, u"Web: 2"_s}));
    for (int i = 0; i < 9; ++i)
        add(u"Letter"_s);
    EXPECT_EQ(shown().last(), u"Letter: 9"_s) << "a new one has no place yet, however many have it";
    expectDone(move(u"Letter"_s, 1));
    EXPECT_EQ(shown().at(1), u"Letter: 9"_s);
    valueOf(workspace::undo(*base, valueOf(base->lastOperationId())));
    EXPECT_EQ(shown().last(), u"Letter: 9"_s);
    EXPECT_FALSE(move(u"Nowhere"_s, 0));
}
