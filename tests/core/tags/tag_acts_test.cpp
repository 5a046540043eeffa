#include "tags/tag_acts.h"

#include "customers/customer_repository.h"
#include "support/temporary_base.h"
#include "tags/tag_repository.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

class TagsOfABase : public testing::Test {
protected:
    Id add(const QString &name, const QStringList &tags) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.tags = tags;
        return valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    template <class F>
    auto act(F act) {
        return base->write({u"tags"_s, "tag", {}}, act);
    }
    Id tag(const QString &name) {
        for (const Tag &one : valueOf(allTags(base->database())))
            if (one.name == name)
                return one.id;
        return {};
    }
    QStringList tagsOfCustomer(Id customer) {
        QStringList names;
        for (const Tag &one : valueOf(tagsOf(base->database(), customer)))
            names << one.name;
        return names;
    }
    void undoLast() { EXPECT_TRUE(workspace::undo(*base, valueOf(base->lastOperationId()))); }

    TemporaryBase base;
};

} // namespace

TEST_F(TagsOfABase, AreCountedByTheCustomersWhoCarryThem) {
    add(u"Anna"_s, {u"garden"_s, u"vip"_s});
    const Id lars = add(u"Lars"_s, {u"garden"_s});
    EXPECT_TRUE(act([&](Recorder &recorder) { return trashCustomer(recorder, lars); }));
    const QList<TagUse> uses = valueOf(tagUses(base->database()));
    ASSERT_EQ(uses.size(), 2);
    EXPECT_EQ(uses.first().tag.name, u"garden"_s);
    EXPECT_EQ(uses.first().customers, 1);
}

TEST_F(TagsOfABase, CanBeRenamedButNotToAnotherOnesName) {
    const Id anna = add(u"Anna"_s, {u"garden"_s, u"vip"_s});
    EXPECT_TRUE(act([&](Recorder &recorder) { return renameTag(recorder, tag(u"garden"_s), u"Gardens"_s); }));
    EXPECT_EQ(tagsOfCustomer(anna), (QStringList{u"Gardens"_s, u"vip"_s}));
    const auto taken = act([&](Recorder &recorder) { return renameTag(recorder, tag(u"Gardens"_s), u"VIP"_s); });
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, Code::Invalid);
    undoLast();
    EXPECT_EQ(tagsOfCustomer(anna), (QStringList{u"garden"_s, u"vip"_s}));
}

TEST_F(TagsOfABase, MergeSoThatEverybodyHasTheOtherOnceAndUndoPartsThemAgain) {
    const Id anna = add(u"Anna"_s, {u"garden"_s, u"gardens"_s});
    const Id lars = add(u"Lars"_s, {u"garden"_s});
    EXPECT_TRUE(act([&](Recorder &recorder) { return mergeTags(recorder, tag(u"garden"_s), tag(u"gardens"_s)); }));
    EXPECT_EQ(tagsOfCustomer(anna), QStringList{u"gardens"_s});
    EXPECT_EQ(tagsOfCustomer(lars), QStringList{u"gardens"_s});
    EXPECT_FALSE(tag(u"garden"_s).isValid());
    undoLast();
    EXPECT_EQ(tagsOfCustomer(anna), (QStringList{u"garden"_s, u"gardens"_s}));
    EXPECT_EQ(tagsOfCustomer(lars), QStringList{u"garden"_s});
}

TEST_F(TagsOfABase, GoFromEverybodyWhenDeletedAndComeBackWithUndo) {
    const Id anna = add(u"Anna"_s, {u"garden"_s});
    EXPECT_TRUE(act([&](Recorder &recorder) { return recolourTag(recorder, tag(u"garden"_s), 5); }));
    EXPECT_TRUE(act([&](Recorder &recorder) { return deleteTag(recorder, tag(u"garden"_s)); }));
    EXPECT_TRUE(tagsOfCustomer(anna).isEmpty());
    undoLast();
    EXPECT_EQ(tagsOfCustomer(anna), QStringList{u"garden"_s});
    EXPECT_EQ(valueOf(allTags(base->database())).first().colour, 5);
}
