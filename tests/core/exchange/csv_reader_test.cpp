#include "exchange/csv_dialect.h"
#include "exchange/csv_reader.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

using Rows = QList<QStringList>;

Rows drain(CsvReader &reader) {
    Rows rows;
    TableRecord record;
    while (true) {
        auto more = reader.next(record);
        if (!more || !*more)
            return rows;
        QStringList cells;
        for (QStringView cell : record.cells)
            cells << cell.toString();
        if (record.broken)
            cells.prepend(u"<broken>"_s);
        rows << cells;
    }
}

Rows read(const QString &text, CsvDialect dialect = {}) {
    CsvReader whole(dialect, text);
    const Rows rows = drain(whole);
    // The same text in pieces of three characters gives the same rows.
    qsizetype given = 0;
    CsvReader pieces(dialect, [&](QString &target) -> Result<bool> {
        target += QStringView(text).mid(given, 3);
        given += 3;
        return given - 3 < text.size();
    });
    EXPECT_EQ(drain(pieces), rows);
    return rows;
}

QChar delimiterOf(const QString &text) { return detectDialect(text, true).delimiter; }

} // namespace

TEST(CsvReader, ReadsEveryKindOfLineBreak) {
    const Rows expected{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, {u"3"_s, u""_s}};
    EXPECT_EQ(read(u"a,b\n1,2\n3,\n"_s), expected);
    EXPECT_EQ(read(u"a,b\r\n1,2\r\n3,"_s), expected);
    EXPECT_EQ(read(u"a,b\r1,2\r3,\r"_s), expected);
}

TEST(CsvReader, KeepsDelimitersLineBreaksAndDoubledQuotesInsideQuotes) {
    const Rows expected{{u"1"_s, u"ha \n\"ha\" \nha"_s, u"x,y"_s}, {u"3"_s, u""_s, u"\"all\""_s}};
    EXPECT_EQ(read(u"1,\"ha \n\"\"ha\"\" \nha\",\"x,y\"\n3,\"\",\"\"\"all\"\"\"\n"_s), expected);
}

TEST(CsvReader, TakesAStrayQuoteAsText) {
    EXPECT_EQ(read(u"1,\"Hey, I missed \" it\",3\n2,5\" pipe,4\n"_s),
              (Rows{{u"1"_s, u"Hey, I missed \" it"_s, u"3"_s}, {u"2"_s, u"5\" pipe"_s, u"4"_s}}));
}

TEST(CsvReader, PassesOverBlankLinesOnly) {
    EXPECT_EQ(read(u"\n  \na,b\n\n\r\n,\n\"\"\n1,2\n\n"_s), (Rows{{u"a"_s, u"b"_s}, {u""_s, u""_s}, {u""_s}, {u"1"_s, u"2"_s}}));
}

TEST(CsvReader, RecoversFromAQuoteThatIsNeverClosed) {
    EXPECT_EQ(read(u"1,\"abc\n2,\"def\"\n3,\"ghi\"\n"_s),
              (Rows{{u"<broken>"_s, u"1,\"abc"_s}, {u"2"_s, u"def"_s}, {u"3"_s, u"ghi"_s}}));
    EXPECT_EQ(read(u"1,\"abc\n2,def\n3,ghi"_s), (Rows{{u"<broken>"_s, u"1,\"abc"_s}, {u"2"_s, u"def"_s}, {u"3"_s, u"ghi"_s}}));
    EXPECT_EQ(read(u"1,\"abc\n2,\"\",x\n3,\"ghi\",y\n"_s),
              (Rows{{u"<broken>"_s, u"1,\"abc"_s}, {u"2"_s, u""_s, u"x"_s}, {u"3"_s, u"ghi"_s, u"y"_s}}));
}

TEST(CsvReader, StaysFastInAFileFullOfUnclosedQuotes) {
    QString text;
    for (int i = 0; i < 20'000; ++i)
        text += u"1,\"\"abc\"\",x\n"_s;
    CsvReader reader({}, text);
    QElapsedTimer timer;
    timer.start();
    EXPECT_EQ(drain(reader).size(), 20'000);
    EXPECT_LT(timer.elapsed(), 20'000);
}

TEST(CsvReader, CountsTheLinesThatRecordsBeginOn) {
    CsvReader reader({}, u"a,b\n\n\"x\ny\",1\r\nlast,2"_s);
    TableRecord record;
    QList<qint64> lines;
    while (*reader.next(record))
        lines << record.line;
    EXPECT_EQ(lines, (QList<qint64>{1, 3, 5}));
}

TEST(CsvReader, ReadsBackslashedQuotesWhereTheFileWritesThem) {
    const QString text = u"\"foo\",\"bar\"\n\"123\",\"say \\\"hi\\\" now\"\n"_s;
    const CsvDialect dialect = detectDialect(text, true);
    EXPECT_TRUE(dialect.backslashEscapes);
    EXPECT_EQ(read(text, dialect).last(), (QStringList{u"123"_s, u"say \"hi\" now"_s}));
    EXPECT_FALSE(detectDialect(u"path,x\n\"C:\\dir\\\",1\n\"D:\\\",2\n"_s, true).backslashEscapes);
}

TEST(CsvReader, GivesTheSameRowsWhateverTheTextAndHoweverItIsCut) {
    const QString alphabet = u"ab,,;\"\"\"\n\n\r\\ \t|é"_s;
    QRandomGenerator random(20260101);
    for (int round = 0; round < 3'000; ++round) {
        QString text;
        for (quint32 length = random.bounded(60u); length > 0; --length)
            text += alphabet.at(random.bounded(int(alphabet.size())));
        read(text, {u',', round % 3 == 0, false});
        const CsvDialect dialect = detectDialect(text, round % 2 == 0);
        EXPECT_FALSE(read(text, dialect).isEmpty() && text.contains(u'a')) << text.toStdString();
    }
}

TEST(CsvDialect, FindsTheDelimiterByConstancy) {
    EXPECT_EQ(delimiterOf(u"a,b,c\n1,2,3\n"_s), u',');
    EXPECT_EQ(delimiterOf(u"A|B\n1|5,5\n2|5;5\n3|5\n4|5;555\n5|5.5"_s), u'|');
    EXPECT_EQ(delimiterOf(u"name;amount\nBerg, Anna;1,50\nDahl, Nils;2,75\n"_s), u';');
    EXPECT_EQ(delimiterOf(u"name\tnote\nA\tone, two, three; four\nB\tfive\n"_s), u'\t');
    EXPECT_EQ(delimiterOf(u"a;b\n\"x,y,z\";\"p,q\nr,s\"\n\"x,y,z\";1\n"_s), u';');
    EXPECT_EQ(delimiterOf(u"name\nAnna\nNils\n"_s), u',');
}

TEST(CsvDialect, ObeysExcelsMarkerLineWhichIsNoRecord) {
    const QString text = u"sep=;\r\nA;1,1\r\n2;3,3\r\n"_s;
    const CsvDialect dialect = detectDialect(text, true);
    EXPECT_EQ(QChar(dialect.delimiter), u';');
    EXPECT_EQ(read(text, dialect), (Rows{{u"A"_s, u"1,1"_s}, {u"2"_s, u"3,3"_s}}));
}
