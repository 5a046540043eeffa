// Columns whose dates can be read in two ways: what is asked, what is assumed, and what an answer does.
#include "exchange/import_preview.h"
#include "import_fixture.h"

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class DateColumnsOfFiles : public ImportFixture {
protected:
    QList<DateQuestion> questions(const QByteArray &content, const ImportOptions &chosen = {}) {
        const auto tables = previewFile(write(u"file.csv"_s, content), base->settings(), chosen);
        EXPECT_TRUE(tables);
        return tables ? tables->first().dateQuestions : QList<DateQuestion>();
    }
};

const QByteArray kEither =
    "name,email,birthday\nAnna,anna@x.example,03/04/1980\nNils,nils@x.example,05/05/1981\nUwe,uwe@x.example,12/01/1982\n";

} // namespace

TEST_F(DateColumnsOfFiles, AskWhereNoRowTellsDayFromMonthAndShowBothReadings) {
    const auto asked = questions(kEither);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.first().title, u"birthday"_s);
    EXPECT_EQ(asked.first().column, 2);
    EXPECT_EQ(asked.first().assumed, DateOrder::DayMonth);
    EXPECT_FALSE(asked.first().isAnswered);
    EXPECT_EQ(asked.first().ambiguous, 2); // the fifth of May is the fifth of May
    ASSERT_EQ(asked.first().examples.size(), 2);
    EXPECT_EQ(asked.first().examples.first().row, 1);
    EXPECT_EQ(asked.first().examples.first().text, u"03/04/1980"_s);
    EXPECT_EQ(asked.first().examples.first().asDayMonth, u"1980-04-03"_s);
    EXPECT_EQ(asked.first().examples.first().asMonthDay, u"1980-03-04"_s);
}

TEST_F(DateColumnsOfFiles, DoNotAskWhereARowFurtherDownTells) {
    QByteArray long_ = "name,birthday\n";
    for (int i = 0; i < 1'000; ++i)
        long_ += "Anna,03/04/1980\n";
    EXPECT_TRUE(questions(long_ + "Nils,25/12/1980\n").isEmpty());
    EXPECT_TRUE(questions("name,birthday\nAnna,1980-04-03\nNils,3.4.1980\n").isEmpty());
}

TEST_F(DateColumnsOfFiles, AskWithTheRowsThatContradictEachOther) {
    const auto asked = questions("name,birthday\nAnna,03/04/1980\nNils,25/12/1980\nUwe,12/25/1980\n");
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.first().dayFirst, 1);
    EXPECT_EQ(asked.first().monthFirst, 1);
    EXPECT_EQ(asked.first().examples.at(0).text, u"25/12/1980"_s);
    EXPECT_EQ(asked.first().examples.at(0).asMonthDay, QString());
    EXPECT_EQ(asked.first().examples.at(1).row, 3);
}

TEST_F(DateColumnsOfFiles, AreReadAsThePersonSaysAndElseAsTheReportSays) {
    const FileReport assumed = import(kEither).files.first();
    ASSERT_EQ(assumed.dateQuestions.size(), 1);
    EXPECT_EQ(values(u"SELECT birthday_on FROM customer WHERE name = 'Anna'"_s), u"1980-04-03"_s);
    ImportOptions american;
    american.dateOrders.insert(u"birthday"_s, DateOrder::MonthDay);
    american.onMatch = OnMatch::Overwrite;
    const FileReport answered = import(kEither, american).files.first();
    EXPECT_EQ(inWords(answered.counts), u"changed 2, unchanged 1"_s);
    EXPECT_TRUE(answered.dateQuestions.first().isAnswered);
    EXPECT_EQ(values(u"SELECT birthday_on FROM customer ORDER BY name"_s), u"1980-03-04 | 1981-05-05 | 1982-12-01"_s);
    EXPECT_TRUE(questions(kEither, american).first().isAnswered);
}

TEST_F(DateColumnsOfFiles, ThePreviewOfACustomerReadsThemTheSameWay) {
    ImportOptions american;
    american.dateOrders.insert(u"birthday"_s, DateOrder::MonthDay);
    const auto tables = previewFile(write(u"file.csv"_s, kEither), base->settings(), american);
    ASSERT_TRUE(tables);
    EXPECT_TRUE(previewRow(tables->first(), 0, base->settings(), base->clock()).contains(u"1980-03-04"_s));
}
