// Rows about customers who are there already: told by a dry run, and treated one by one.
#include "customers/customer_repository.h"
#include "import_fixture.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class MatchedRows : public ImportFixture {
protected:
    FileReport dry(const QByteArray &file, ImportOptions chosen = {}) {
        chosen.dryRun = true;
        return import(file, chosen).files.value(0);
    }
    static QString inWordsOf(const MatchedRow &match) {
        return u"%1 %2 %3=%4 %5"_s.arg(match.place.row).arg(match.name, match.key, match.value).arg(match.firstRow);
    }
};

const QByteArray kBase = "name,email,phone\nAnna Berg,anna@berg.example,+46701004512\n";
const QByteArray kFile = "name,email,phone,city\n"
                         "Anna Berg,anna@berg.example,,Lund\n"
                         "Nils Dahl,nils@dahl.example,,Ystad\n"
                         "Nils Dahl,NILS@dahl.example,,Malmö\n";

} // namespace

TEST_F(MatchedRows, AreToldWithWhomTheyMeetAndWhy) {
    import(kBase);
    const FileReport report = dry(kFile);
    ASSERT_EQ(report.matches.size(), 2);
    EXPECT_EQ(report.matched, 2);
    EXPECT_EQ(inWordsOf(report.matches.at(0)), u"1 Anna Berg email=anna@berg.example 0"_s);
    EXPECT_EQ(inWordsOf(report.matches.at(1)), u"3 Nils Dahl email=NILS@dahl.example 2"_s);
    EXPECT_EQ(report.matches.at(0).customer, Id{values(u"SELECT id FROM customer"_s).toLongLong()});
    EXPECT_EQ(report.matches.at(1).cells.value(3), u"Malmö"_s);
}

TEST_F(MatchedRows, AreNotToldByAnImportThatWrites) {
    import(kBase);
    EXPECT_TRUE(import(kFile).files.first().matches.isEmpty());
}

TEST_F(MatchedRows, ByAPhoneNumberAreToldByIt) {
    import(kBase);
    const FileReport report = dry("name,phone\nBerg Anna,+46 70 100 45 12\n", [] {
        ImportOptions options;
        options.matchBy = u"phone"_s;
        return options;
    }());
    ASSERT_EQ(report.matches.size(), 1);
    EXPECT_EQ(report.matches.first().key, u"phone"_s);
}

TEST_F(MatchedRows, ARowThatIsExceptedIsTreatedAsThePersonSays) {
    import(kBase);
    const QList<MatchedRow> matches = dry(kFile).matches;
    ASSERT_EQ(matches.size(), 2);
    ImportOptions excepted;
    excepted.exceptions.insert(matches.at(0).place, OnMatch::Keep);
    excepted.exceptions.insert(matches.at(1).place, OnMatch::Overwrite);
    EXPECT_EQ(inWords(import(kFile, excepted).total()), u"added 1, changed 1, unchanged 1"_s);
    EXPECT_EQ(values(u"SELECT name || ':' || city FROM customer ORDER BY name"_s), u"Anna Berg: | Nils Dahl:Malmö"_s);
}

TEST_F(MatchedRows, ARowThatIsToBeNewIsAddedAndStillTold) {
    import(kBase);
    ImportOptions excepted;
    excepted.exceptions.insert(dry(kFile).matches.at(0).place, OnMatch::Add);
    const FileReport report = dry(kFile, excepted);
    EXPECT_EQ(report.matches.size(), 2);
    EXPECT_EQ(report.counts.added, 2);
    import(kFile, excepted);
    EXPECT_EQ(values(u"SELECT count(*) FROM customer WHERE name = 'Anna Berg'"_s), u"2"_s);
}

TEST_F(MatchedRows, AnExceptionHoldsWhereAllOthersAreAdded) {
    import(kBase);
    ImportOptions added;
    added.onMatch = OnMatch::Add;
    const QList<MatchedRow> matches = dry(kFile, added).matches;
    ASSERT_EQ(matches.size(), 2);
    added.exceptions.insert(matches.at(0).place, OnMatch::Fill);
    EXPECT_EQ(inWords(import(kFile, added).total()), u"added 2, filled 1"_s);
}

TEST_F(MatchedRows, WhoWasEditedSinceIsKeptOrGoesToTheTrash) {
    const ImportReport report = import(kFile);
    EXPECT_TRUE(editedSince(*base, report)->isEmpty());
    const Id anna{values(u"SELECT id FROM customer WHERE name = 'Anna Berg'"_s).toLongLong()};
    ASSERT_TRUE(base->write({u"edit"_s, "customer", anna}, [anna](workspace::Recorder &recorder) {
        return setCustomerFields(recorder, anna, 1, {{"city", u"Kalmar"_s}});
    }));
    EXPECT_EQ(*editedSince(*base, report), QList<Id>{anna});
    const auto undone = undoImport(*base, report, OfEdited::ToTrash);
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->toTrash, 1);
    EXPECT_EQ(undone->keptBecauseEdited, 0);
    EXPECT_EQ(values(u"SELECT name || ':' || (trashed_at IS NOT NULL) FROM customer"_s), u"Anna Berg:1"_s);
}
