#include "core/duplicates/duplicates_world.h"
#include "support/work_counter.h"

using namespace kontor;
using namespace kontor::duplicates;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class DraftOfACustomer : public DuplicatesWorld {
protected:
    QStringList matches(const QString &name, const QString &phone = {}, const QString &email = {}, const QList<Id> &also = {}) {
        NewCustomer draft;
        draft.customer.name = name;
        if (!phone.isEmpty())
            draft.phones << phone;
        if (!email.isEmpty())
            draft.emails << email;
        QStringList lines;
        for (const Match &match : valueOf(findDuplicatesOf(base->database(), draft, u"SE"_s, also)))
            lines << u"%1, %2: %3"_s.arg(certaintyWord(match.judgement.certainty), reasonWord(match.judgement.reason),
                                         match.name);
        return lines;
    }
};

} // namespace

TEST_F(DraftOfACustomer, IsFoundByNumberAddressAndNameInEitherOrder) {
    add(u"Anna Petrova"_s, {{u"phone"_s, u"+46701004512"_s}, {u"email"_s, u"anna@volga.se"_s}});
    EXPECT_EQ(matches(u"Petrova"_s, u"070-100 45 12"_s), QStringList{u"likely, same phone: Anna Petrova"_s});
    EXPECT_EQ(matches({}, {}, u"ANNA@volga.se"_s), QStringList{u"certain, same e-mail: Anna Petrova"_s});
    EXPECT_EQ(matches(u"petrova anna"_s), QStringList{u"possible, same name: Anna Petrova"_s});
    EXPECT_EQ(matches(u"Lars Berg"_s, u"070-100 45 12"_s), QStringList());
}

TEST_F(DraftOfACustomer, IsFoundInAnotherScriptWhereTheSearchNamesTheCard) {
    const Id anna = add(u"Анна Петрова"_s);
    EXPECT_EQ(matches(u"Anna Petrova"_s), QStringList());
    EXPECT_EQ(matches(u"Anna Petrova"_s, {}, {}, {anna}), QStringList{u"possible, same name: Анна Петрова"_s});
}

TEST_F(DraftOfACustomer, IsLookedForByIndexesAlone) {
    for (int i = 0; i < 200; ++i)
        add(u"Kund %1"_s.arg(i), {{u"phone"_s, u"+4670100%1"_s.arg(4000 + i)}});
    const WorkCounter counter(base->database());
    EXPECT_EQ(matches(u"Kund 7"_s, u"070-100 40 07"_s).size(), 1);
    EXPECT_LE(counter.statements(), 12);
    EXPECT_EQ(counter.scans(), QStringList());
}
