#include "history/version.h"

#include "custom_fields/custom_field_repository.h"
#include "customers/card.h"
#include "customers/customer_repository.h"
#include "interactions/interaction_repository.h"
#include "support/temporary_base.h"
#include "tags/tag_repository.h"
#include "workspace/feed.h"
#include "workspace/undo.h"

using namespace kontor;
using namespace kontor::history;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;
using workspace::What;

namespace {

class VersionOfACustomer : public testing::Test {
protected:
    void SetUp() override {
        NewCustomer draft;
        draft.customer.name = u"Anna"_s;
        draft.customer.city = u"Malmö"_s;
        draft.phones = {u"+46701004512"_s};
        draft.tags = {u"garden"_s};
        anna = valueOf(
            base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
        first = valueOf(base->lastOperationId());
    }
    template <class F>
    void act(F act) {
        EXPECT_TRUE(base->write({u"edit"_s, "customer", anna}, act));
    }
    void set(const QByteArray &column, const QString &text) {
        act([&](Recorder &recorder) { return setCustomerFields(recorder, anna, customer().version, {{column, text}}); });
    }
    Customer customer() { return *valueOf(db::find<Customer>(base->database(), anna)); }
    Card card() { return valueOf(loadCard(base->database(), anna)); }
    QList<ChangeLine> differences(qint64 operation) {
        return valueOf(differencesTo(base->database(), base->catalogue(), anna, operation));
    }
    int restore(qint64 operation) {
        return valueOf(base->write(restoreVersionInfo(anna),
                                   [&](Recorder &recorder) { return restoreVersion(recorder, anna, operation); }));
    }
    QStringList tags() {
        QStringList names;
        for (const Tag &tag : card().tags)
            names << tag.name;
        return names;
    }

    TemporaryBase base;
    Id anna;
    qint64 first = 0;
};

} // namespace

TEST_F(VersionOfACustomer, ShowsEachDifferenceOnceFromNowToThen) {
    set("city", u"Lund"_s);
    set("city", u"Ystad"_s);
    const QList<ChangeLine> lines = differences(first);
    ASSERT_EQ(lines.size(), 1);
    EXPECT_EQ(lines.first().change.before.text(), u"Ystad"_s);
    EXPECT_EQ(lines.first().change.after.text(), u"Malmö"_s);
    EXPECT_STREQ(lines.first().field()->label, "City");
}

TEST_F(VersionOfACustomer, HasNoDifferenceWhereAValueCameBackByItself) {
    set("city", u"Lund"_s);
    set("city", u"Malmö"_s);
    EXPECT_TRUE(differences(first).isEmpty());
    EXPECT_EQ(restore(first), 0);
}

TEST_F(VersionOfACustomer, ComesBackWithItsNumbersAndTagsInOneAct) {
    set("city", u"Lund"_s);
    const ContactPoint phone = card().contactPoints.first();
    act([&](Recorder &recorder) { return changeContactPoint(recorder, phone, u"+46709994512"_s); });
    act([&](Recorder &recorder) { return untagCustomer(recorder, anna, card().tags.first().id); });
    act([&](Recorder &recorder) { return tagCustomer(recorder, anna, u"net30"_s); });
    EXPECT_EQ(differences(first).size(), 4);

    EXPECT_EQ(restore(first), 4);
    EXPECT_EQ(customer().city, u"Malmö"_s);
    EXPECT_EQ(card().contactPoints.first().value, u"+46701004512"_s);
    EXPECT_EQ(card().contactPoints.first().normalised, u"+46701004512"_s);
    EXPECT_EQ(tags(), QStringList{u"garden"_s});
    EXPECT_TRUE(differences(first).isEmpty());

    EXPECT_TRUE(workspace::undo(*base, valueOf(base->lastOperationId())));
    EXPECT_EQ(customer().city, u"Lund"_s);
    EXPECT_EQ(card().contactPoints.first().value, u"+46709994512"_s);
    EXPECT_EQ(tags(), QStringList{u"net30"_s});
}

TEST_F(VersionOfACustomer, IsTheOneAfterThatActAndNotBefore) {
    set("city", u"Lund"_s);
    const qint64 second = valueOf(base->lastOperationId());
    set("city", u"Ystad"_s);
    set("company", u"Volga AB"_s);
    EXPECT_EQ(restore(second), 2);
    EXPECT_EQ(customer().city, u"Lund"_s);
    EXPECT_EQ(customer().company, QString());
}

TEST_F(VersionOfACustomer, LeavesWhatHappenedAndTheTrashAlone) {
    LogDraft entry;
    entry.interaction.customerId = anna;
    entry.interaction.kind = u"note"_s;
    entry.interaction.text = u"Wants 40 units"_s;
    act([&](Recorder &recorder) { return logInteraction(recorder, entry); });
    act([&](Recorder &recorder) { return trashCustomer(recorder, anna); });
    set("city", u"Lund"_s);
    EXPECT_EQ(restore(first), 1);
    EXPECT_EQ(valueOf(interactionsOf(base->database(), anna)).size(), 1);
    EXPECT_TRUE(customer().trashedAt);
}

TEST_F(VersionOfACustomer, BringsAnOwnFieldBackButNoTagThatIsGone) {
    act([&](Recorder &recorder) { return setCustomValue(recorder, anna, u"Shoe size"_s, u"41"_s); });
    const qint64 then = valueOf(base->lastOperationId());
    act([&](Recorder &recorder) { return setCustomValue(recorder, anna, u"Shoe size"_s, QString()); });
    const Tag garden = card().tags.first();
    act([&](Recorder &recorder) { return untagCustomer(recorder, anna, garden.id); });
    act([&](Recorder &recorder) { return recorder.remove<Tag>(garden.id); });
    const QList<ChangeLine> lines = differences(then);
    ASSERT_EQ(lines.size(), 1);
    EXPECT_EQ(lines.first().change.what, What::Insert);
    EXPECT_EQ(lines.first().names.value("custom_field_id"), u"Shoe size"_s);
    EXPECT_EQ(restore(then), 1);
    EXPECT_EQ(card().ownFields.value(0).value.text, u"41"_s);
}

TEST_F(VersionOfACustomer, DoesNotExistBeforeTheCustomerDoes) {
    NewCustomer draft;
    draft.customer.name = u"Lars"_s;
    const Id lars =
        valueOf(base->write({u"add"_s, "customer", {}}, [&](Recorder &recorder) { return addCustomer(recorder, draft); }));
    const auto lines = differencesTo(base->database(), base->catalogue(), lars, first);
    ASSERT_FALSE(lines);
    EXPECT_EQ(lines.error().code, Code::NotFound);
    EXPECT_FALSE(lines.error().message.isEmpty());
}
