#include "communication/mail_list.h"

#include "customers/customer_repository.h"
#include "support/temporary_base.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::communication;
using namespace kontor::tests;

namespace {

class ListOfAddresses : public testing::Test {
protected:
    Id add(const QString &name, const QStringList &emails) {
        NewCustomer draft;
        draft.customer.name = name;
        draft.emails = emails;
        const Id id = valueOf(base->write({u"add"_s, "customer", {}},
                                          [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
        ids << id;
        return id;
    }
    void refuse(Id customer) {
        expectDone(base->write({u"consent"_s, "customer", customer}, [&](workspace::Recorder &recorder) -> Result<void> {
            Consent consent;
            consent.customerId = customer;
            consent.channel = u"email"_s;
            consent.state = u"withdrawn"_s;
            consent.decidedAt = recorder.now();
            TRY_VOID(recorder.insert(consent));
            return {};
        }));
    }
    TemporaryBase base;
    QList<Id> ids;
};

} // namespace

TEST_F(ListOfAddresses, TakesOneOfEachAndNamesThoseLeftOut) {
    add(u"Petrova, Anna"_s, {u"anna@volga.example"_s, u"second@volga.example"_s});
    refuse(add(u"Lars"_s, {u"lars@bygg.example"_s}));
    add(u"Sian"_s, {});
    const MailList list = valueOf(mailList(base->database(), ids));
    EXPECT_EQ(list.addresses, (QStringList{u"\"Petrova, Anna\" <anna@volga.example>"_s}));
    EXPECT_EQ(list.plain, (QStringList{u"anna@volga.example"_s}));
    EXPECT_EQ(list.optedOut, (QStringList{u"Lars"_s}));
    EXPECT_EQ(list.without, (QStringList{u"Sian"_s}));
}

TEST(HiddenReceivers, AreNoHeadersOfTheirOwnAndNoneWhereThereAreTooMany) {
    EXPECT_EQ(hiddenMailtoLink({u"a+b@x.example"_s, u"c@x.example"_s}), QByteArray("mailto:?bcc=a%2Bb@x.example,c@x.example"));
    EXPECT_FALSE(hiddenMailtoLink({}));
    EXPECT_FALSE(hiddenMailtoLink(QStringList(200, u"somebody@somewhere.example"_s)));
}
