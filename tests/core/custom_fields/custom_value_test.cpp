#include "custom_fields/custom_field_repository.h"
#include "customers/customer_repository.h"
#include "support/temporary_base.h"

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

class OwnValuesOfTwoPeople : public testing::Test {
protected:
    void SetUp() override {
        NewCustomer draft;
        draft.customer.name = u"Anna"_s;
        anna = valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    void addField(const QString &label, const QString &kind, const QStringList &choices = {}) {
        EXPECT_TRUE(bool(base->write({u"custom_field"_s, "custom_field", {}},
                                     [&](Recorder &recorder) { return addCustomField(recorder, label, kind, choices); })));
    }
    Result<void> set(const QString &name, const QString &text, const std::optional<QString> &before = {}) {
        return base->write({u"edit"_s, "customer", anna},
                           [&](Recorder &recorder) { return setCustomValue(recorder, anna, name, text, before); });
    }
    QStringList values() {
        QStringList texts;
        for (const CustomValue &value : valueOf(db::select<CustomValue>(base->database(), u"customer_id = ? ORDER BY id"_s, {anna})))
            texts << (value.number ? QString::number(*value.number) : value.text);
        return texts;
    }

    TemporaryBase base;
    Id anna;
};

} // namespace

TEST_F(OwnValuesOfTwoPeople, AreNotOverwritten) {
    addField(u"Shoe size"_s, u"text"_s);
    expectDone(set(u"Shoe size"_s, u"40"_s));
    const auto refused = set(u"Shoe size"_s, u"42"_s, u"39"_s);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::Conflict);
    EXPECT_EQ(refused.error().field, "custom.Shoe size");
    EXPECT_TRUE(refused.error().message.contains(u"40"_s) && refused.error().message.contains(u"42"_s));
    EXPECT_EQ(values(), QStringList{u"40"_s});
}

TEST_F(OwnValuesOfTwoPeople, AreSetWhereNobodyElseWasFaster) {
    addField(u"Score"_s, u"number"_s);
    expectDone(set(u"Score"_s, u"1.5"_s, u""_s));
    expectDone(set(u"Score"_s, u"2.5"_s, u"1.50"_s));
    expectDone(set(u"Score"_s, u"2.5"_s, u"7"_s)); // both entered the same
    EXPECT_EQ(values(), QStringList{u"2.5"_s});
    expectDone(set(u"Score"_s, u""_s, u"2.5"_s));
    EXPECT_TRUE(values().isEmpty());
    EXPECT_FALSE(set(u"Score"_s, u"3"_s, u"2.5"_s)) << "somebody removed what was read";
}

TEST_F(OwnValuesOfTwoPeople, OfSeveralChoicesBothSidesStay) {
    addField(u"Plants"_s, u"choices"_s, {u"rose"_s, u"oak"_s, u"ash"_s, u"elm"_s});
    expectDone(set(u"Plants"_s, u"rose; oak; ash"_s)); // somebody put ash on since "rose; oak" was read
    expectDone(set(u"Plants"_s, u"oak; elm"_s, u"rose; oak"_s));
    QStringList now = values();
    now.sort();
    EXPECT_EQ(now, (QStringList{u"ash"_s, u"elm"_s, u"oak"_s}));
}
