#include "custom_fields/custom_field_acts.h"

#include "custom_fields/custom_field_repository.h"
#include "support/temporary_base.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

class OwnFieldsOfABase : public testing::Test {
protected:
    template <class F>
    auto act(F act) {
        return base->write({u"custom_field"_s, "custom_field", {}}, act);
    }
    Id add(const QString &label, const QString &kind = u"text"_s, const QStringList &choices = {}) {
        return valueOf(act([&](Recorder &recorder) { return addCustomField(recorder, label, kind, choices); })).id;
    }
    QStringList labels() {
        QStringList list;
        for (const CustomField &field : valueOf(customFields(base->database())))
            list << field.label;
        return list;
    }
    CustomField read(Id id) { return *valueOf(db::find<CustomField>(base->database(), id)); }

    TemporaryBase base;
};

} // namespace

TEST_F(OwnFieldsOfABase, KeepTheirChoicesEachOnceWithoutBlanks) {
    const Id size = add(u"Shoe size"_s, u"choice"_s, {u"40"_s});
    EXPECT_TRUE(act([&](Recorder &recorder) {
        return setCustomFieldChoices(recorder, size, {u"41"_s, u" 42 "_s, u""_s, u"41"_s});
    }));
    EXPECT_EQ(choicesOf(read(size)), (QStringList{u"41"_s, u"42"_s}));
    const auto none = act([&](Recorder &recorder) { return setCustomFieldChoices(recorder, size, {u" "_s}); });
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, Code::Invalid);
}

TEST_F(OwnFieldsOfABase, KeepTheNameThatRulesUseWhenTheyAreRenamed) {
    const Id size = add(u"Size"_s);
    EXPECT_TRUE(act([&](Recorder &recorder) { return renameCustomField(recorder, size, u"Shoe size"_s); }));
    EXPECT_EQ(read(size).label, u"Shoe size"_s);
    EXPECT_EQ(read(size).name, u"Size"_s);
    add(u"Colour"_s);
    const auto taken = act([&](Recorder &recorder) { return renameCustomField(recorder, size, u"COLOUR"_s); });
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, Code::Invalid);
}

TEST_F(OwnFieldsOfABase, MoveInTheirOrderAsOneAct) {
    add(u"A"_s);
    add(u"B"_s);
    const Id c = add(u"C"_s);
    EXPECT_TRUE(act([&](Recorder &recorder) { return moveCustomField(recorder, c, 0); }));
    EXPECT_EQ(labels(), (QStringList{u"C"_s, u"A"_s, u"B"_s}));
    EXPECT_TRUE(workspace::undo(*base, valueOf(base->lastOperationId())));
    EXPECT_EQ(labels(), (QStringList{u"A"_s, u"B"_s, u"C"_s}));
}

TEST_F(OwnFieldsOfABase, GoToTheTrashAndComeBack) {
    const Id a = add(u"A"_s);
    add(u"B"_s);
    EXPECT_TRUE(act([&](Recorder &recorder) { return trashCustomField(recorder, a); }));
    EXPECT_EQ(labels(), QStringList{u"B"_s});
    EXPECT_TRUE(workspace::undo(*base, valueOf(base->lastOperationId())));
    EXPECT_EQ(labels(), (QStringList{u"A"_s, u"B"_s}));
}

TEST_F(OwnFieldsOfABase, NameTheGroupOfTheCardThatTheyStandIn) {
    const Id size = add(u"Shoe size"_s);
    EXPECT_EQ(read(size).group, QString());
    EXPECT_TRUE(act([&](Recorder &recorder) { return setCustomFieldGroup(recorder, size, u"  Shoes  and boots "_s); }));
    EXPECT_EQ(read(size).group, u"Shoes and boots"_s);
    EXPECT_TRUE(workspace::undo(*base, valueOf(base->lastOperationId())));
    EXPECT_EQ(read(size).group, QString());
}
