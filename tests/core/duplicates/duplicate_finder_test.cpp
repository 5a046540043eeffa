#include "core/duplicates/duplicates_world.h"

#include "duplicates/block_keys.h"
#include "duplicates/duplicate_finder.h"
#include "duplicates/not_duplicates.h"
#include "support/work_counter.h"
#include "workspace/undo.h"

#include <sqlite3.h>

using namespace kontor;
using namespace kontor::duplicates;
using namespace kontor::tests;
using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

class DuplicateFinder : public DuplicatesWorld {};

} // namespace

TEST_F(DuplicateFinder, FindsNothingInAnEmptyBase) { EXPECT_EQ(found(), QStringList()); }

// Of a million customers the pairs take seconds, in which nobody could save.
TEST_F(DuplicateFinder, WorksOutWhomToCompareAndWhoBelongsTogetherUnderNoLock) {
    add(u"Anna Petrova"_s, {{u"phone"_s, u"070-100 45 12"_s}});
    add(u"PETROVA ANNA"_s, {{u"phone"_s, u"+46 70 100 4512"_s}});
    DuplicateSearch search;
    int underALock = 0, underNone = 0;
    for (bool isDone = false; !isDone;) {
        isDone = valueOf(base->read([&](db::Database &database) -> Result<bool> {
            TRY(reached, search.step(database));
            const bool isFree = sqlite3_txn_state(database.handle(), "main") == SQLITE_TXN_NONE;
            ++(isFree ? underNone : underALock);
            return reached;
        }));
    }
    EXPECT_EQ(underNone, int(std::size(kKeyKinds)) + 1) << "the end of each run through all customers, and the grouping";
    EXPECT_GE(underALock, underNone);
    EXPECT_EQ(search.takeGroups().size(), 1);
}

TEST_F(DuplicateFinder, FindsOnePhoneInAllFormats) {
    add(u"Anna Petrova"_s, {{u"phone"_s, u"070-100 45 12"_s}});
    add(u"PETROVA ANNA"_s, {{u"phone"_s, u"+46 70 100 4512"_s}});
    add(u"Анна Петрова"_s, {{u"phone"_s, u"0046701004512"_s}});
    EXPECT_EQ(found(), QStringList{u"certain, same phone: Anna Petrova | PETROVA ANNA | Анна Петрова"_s});
}

TEST_F(DuplicateFinder, FindsOneAddressInAnyCaseAndAShortName) {
    add(u"Anna Petrova"_s, {{u"email"_s, u"Anna@Volga.se"_s}});
    add(u"A. Petrowa"_s, {{u"email"_s, u"anna@volga.se"_s}});
    EXPECT_EQ(found(), QStringList{u"likely, same e-mail: Anna Petrova | A. Petrowa"_s});
}

TEST_F(DuplicateFinder, FindsACardThatHasOnlyTheNumber) {
    add(u"Anna Petrova"_s, {{u"phone"_s, u"+46701004512"_s}});
    add(u"0701004512"_s, {{u"phone"_s, u"0701004512"_s}});
    EXPECT_EQ(found(), QStringList{u"certain, same phone: Anna Petrova | 0701004512"_s});
}

TEST_F(DuplicateFinder, FindsOneExternalIdAndOneCustomerNumber) {
    add(u"Anna Petrova"_s, {{u"external_id"_s, u"crm:A-4711"_s}});
    add(u"Petrova Anna"_s, {{u"external_id"_s, u"a-4711"_s}});
    add(u"Lars Berg"_s, {{u"customer_number"_s, u"K100"_s}});
    add(u"Lars Berg"_s, {{u"customer_number"_s, u"k100"_s}});
    EXPECT_EQ(found(), (QStringList{u"certain, same external id: Anna Petrova | Petrova Anna"_s,
                                    u"certain, same customer number: Lars Berg | Lars Berg"_s}));
}

TEST_F(DuplicateFinder, FindsNamesOfTwoScriptsInOneCity) {
    add(u"Jürgen Müller"_s, {{u"city"_s, u"Köln"_s}});
    add(u"Juergen Mueller"_s, {{u"city"_s, u"Koeln"_s}});
    add(u"Иванов Пётр"_s, {{u"city"_s, u"Москва"_s}});
    add(u"Petr Ivanov"_s, {{u"city"_s, u"Moskva"_s}});
    add(u"محمد احمدی"_s, {{u"city"_s, u"تهران"_s}});
    add(u"Mohammad Ahmadi"_s, {{u"city"_s, u"Tehran"_s}});
    add(u"王小明"_s, {{u"city"_s, u"上海"_s}});
    add(u"Wang Xiaoming"_s, {{u"city"_s, u"Shanghai"_s}});
    EXPECT_EQ(found(), (QStringList{u"likely, similar name + city: Jürgen Müller | Juergen Mueller"_s,
                                    u"likely, similar name + city: Иванов Пётр | Petr Ivanov"_s,
                                    u"likely, similar name + city: محمد احمدی | Mohammad Ahmadi"_s,
                                    u"likely, similar name + city: 王小明 | Wang Xiaoming"_s}));
}

TEST_F(DuplicateFinder, FindsASlipOfOneLetterWhereSomethingElseAgrees) {
    add(u"Katarina Lindström"_s, {{u"city"_s, u"Lund"_s}});
    add(u"Katarina Lindstöm"_s, {{u"city"_s, u"Lund"_s}});
    add(u"Margareta Sjöberg"_s, {{u"company"_s, u"Volga AB"_s}});
    add(u"Margaretta Sjoberg"_s, {{u"company"_s, u"VOLGA"_s}});
    add(u"Birgitta Nyström"_s, {{u"birthday"_s, u"1980-04-03"_s}});
    add(u"Brigitta Nyström"_s, {{u"birthday"_s, u"1980-04-03"_s}});
    add(u"Katarina Lindstrom"_s, {{u"city"_s, u"Umeå"_s}});
    EXPECT_EQ(found(), (QStringList{u"likely, similar name + birthday: Birgitta Nyström | Brigitta Nyström"_s,
                                    u"likely, same name + company: Margareta Sjöberg | Margaretta Sjoberg"_s,
                                    u"possible, similar name + city: Katarina Lindström | Katarina Lindstöm"_s}));
}

TEST_F(DuplicateFinder, TakesTwoNamesThatSeveralBearForTwoPeopleThoughOneLetterDiffers) {
    for (const QString &given : {u"Katarina"_s, u"Margareta"_s, u"Birgitta"_s}) {
        add(given + u" Hansen"_s, {{u"city"_s, given}});
        add(given + u" Jansen"_s, {{u"city"_s, given}, {u"company"_s, u"Volga AB"_s}});
    }
    add(u"Katarina Hansen"_s, {{u"company"_s, u"Volga AB"_s}});
    EXPECT_EQ(found(), QStringList());
}

TEST_F(DuplicateFinder, DoesNotTakeASlipInOneCityForOnePersonWhereTheNumbersDiffer) {
    add(u"Katarina Lindström"_s, {{u"city"_s, u"Lund"_s}, {u"phone"_s, u"+46701004512"_s}});
    add(u"Katarina Lindstöm"_s, {{u"city"_s, u"Lund"_s}, {u"phone"_s, u"+46707654321"_s}});
    EXPECT_EQ(found(), QStringList());
}

TEST_F(DuplicateFinder, AddsNobodyToAGroupForAMereLikenessWhomAnotherCardContradicts) {
    add(u"Katarina Lindström"_s, {{u"city"_s, u"Lund"_s}, {u"phone"_s, u"+46701004512"_s}, {u"email"_s, u"katarina@volga.se"_s}});
    add(u"Katarina Lindström"_s, {{u"city"_s, u"Lund"_s}, {u"phone"_s, u"+46701004512"_s}});
    add(u"Lindström Katarina"_s, {{u"city"_s, u"Lund"_s}, {u"phone"_s, u"+46707654321"_s}, {u"email"_s, u"k@ekdal.se"_s}});
    EXPECT_EQ(found(), QStringList{u"certain, same phone: Katarina Lindström | Katarina Lindström"_s});
}

TEST_F(DuplicateFinder, NeverTakesColleaguesOrAFamilyForOnePerson) {
    for (const QString &name : {u"Anna Petrova"_s, u"Lars Åkesson"_s, u"Maria Berg"_s, u"Petr Ivanov"_s, u"Eva Lind"_s})
        add(name, {{u"phone"_s, u"+46401234567"_s},
                   {u"email"_s, u"info@volga.se"_s},
                   {u"company"_s, u"Volga AB"_s},
                   {u"city"_s, u"Lund"_s}});
    add(u"Volga AB"_s, {{u"phone"_s, u"+46401234567"_s},
                        {u"email"_s, u"info@volga.se"_s},
                        {u"kind"_s, u"organisation"_s},
                        {u"city"_s, u"Lund"_s}});
    add(u"Sven Berg"_s, {{u"phone"_s, u"+46707654321"_s}, {u"city"_s, u"Malmö"_s}});
    add(u"Karin Berg"_s, {{u"phone"_s, u"+46707654321"_s}, {u"city"_s, u"Malmö"_s}});
    EXPECT_EQ(found(), QStringList());
}

TEST_F(DuplicateFinder, FindsTheOnePersonWhoIsThereTwiceBehindASwitchboard) {
    for (const QString &given : {u"Anna"_s, u"Sven"_s, u"Maria"_s, u"Petr"_s, u"Eva"_s, u"Olof"_s})
        for (const QString &family :
             {u"Berg"_s, u"Lind"_s, u"Ström"_s, u"Holm"_s, u"Nyman"_s, u"Fors"_s, u"Ekdal"_s, u"Sund"_s, u"Falk"_s})
            add(given + u' ' + family, {{u"phone"_s, u"+46401234567"_s}});
    const Id first = add(u"Lars Åkesson"_s, {{u"phone"_s, u"+46401234567"_s}});
    const Id second = add(u"Aakesson Lars"_s, {{u"phone"_s, u"040-123 45 67"_s}});
    const QList<FoundGroup> groups = find();
    ASSERT_EQ(groups.size(), 1);
    ASSERT_EQ(groups.first().customers.size(), 2);
    EXPECT_EQ(groups.first().customers.first().id, first);
    EXPECT_EQ(groups.first().customers.last().id, second);
}

TEST_F(DuplicateFinder, KeepsFatherAndSonApart) {
    add(u"Lars Berg"_s, {{u"phone"_s, u"+46707654321"_s}, {u"birthday"_s, u"1950-01-02"_s}});
    add(u"Lars Berg"_s, {{u"phone"_s, u"+46707654321"_s}, {u"birthday"_s, u"1980-05-06"_s}});
    EXPECT_EQ(found(), QStringList());
}

TEST_F(DuplicateFinder, DoesNotJoinTwoPeopleThroughAThirdCard) {
    add(u"Anna Petrova"_s, {{u"phone"_s, u"+46701004512"_s}});
    add(u"Petrova"_s, {{u"phone"_s, u"+46701004512"_s}});
    add(u"Maria Petrova"_s, {{u"phone"_s, u"+46701004512"_s}});
    const QList<FoundGroup> groups = find();
    ASSERT_EQ(groups.size(), 1);
    EXPECT_EQ(groups.first().customers.size(), 2);
}

TEST_F(DuplicateFinder, LeavesOutTheTrashAndWhatWasMerged) {
    const Id anna = add(u"Anna Petrova"_s, {{u"phone"_s, u"+46701004512"_s}});
    const Id again = add(u"Anna Petrova"_s, {{u"phone"_s, u"+46701004512"_s}});
    const Id third = add(u"Anna Petrova"_s, {{u"phone"_s, u"+46701004512"_s}});
    merge(anna, again);
    expectDone(base->write({u"trash"_s, "customer", third}, [&](Recorder &recorder) { return trashCustomer(recorder, third); }));
    EXPECT_EQ(found(), QStringList());
}

TEST_F(DuplicateFinder, RemembersWhatAPersonCalledNoDuplicatesUntilThatIsTakenBack) {
    const Id anna = add(u"Anna Petrova"_s, {{u"phone"_s, u"+46701004512"_s}});
    const Id again = add(u"Anna Petrova"_s, {{u"phone"_s, u"+46701004512"_s}});
    expectDone(base->write(notDuplicatesInfo(anna), [&](Recorder &recorder) {
        return markNotDuplicates(recorder, {again, anna});
    }));
    EXPECT_EQ(found(), QStringList());
    base.reopen();
    EXPECT_EQ(found(), QStringList());
    EXPECT_TRUE(workspace::undo(*base, valueOf(base->lastOperationId())));
    EXPECT_EQ(found().size(), 1);
}

TEST_F(DuplicateFinder, TellsHowFarItIsAndStopsWhenAsked) {
    for (int i = 0; i < 10; ++i)
        add(u"Anna Petrova"_s, {{u"phone"_s, u"+46701004512"_s}});
    qint64 last = 0;
    ASSERT_TRUE(findDuplicates(base->database(), [&](qint64 done, qint64 total) {
        EXPECT_GE(done, last);
        EXPECT_LE(done, total);
        last = done;
        return true;
    }));
    EXPECT_EQ(last, 10);
    const auto stopped = findDuplicates(base->database(), [](qint64, qint64) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, Code::Cancelled);
}
