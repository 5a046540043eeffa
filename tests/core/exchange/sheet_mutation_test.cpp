// Workbooks and archives with broken bytes: read or refused, never worse, and bounded in what they cost.
#include "mutations.h"
#include "sheet_fixture.h"

#include "exchange/header_aliases.h"
#include "exchange/table_file.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class SheetMutations : public ImportFixture {
protected:
    // The records of all tables in it, read twice; -1: refused. A refusal is a sentence.
    qint64 recordsIn(const QByteArray &bytes) {
        const QString path = write(u"mutant"_s, bytes);
        auto file = openTables(path, {u"en"_s}, m_aliases);
        if (!file) {
            EXPECT_EQ(file.error().code, Code::Invalid);
            EXPECT_TRUE(file.error().message.endsWith(u'.')) << file.error().message.toStdString();
            return -1;
        }
        qint64 records = 0;
        for (auto &table : file->tables) {
            const qint64 first = recordsOf(*table);
            EXPECT_TRUE(table->rewind());
            EXPECT_EQ(recordsOf(*table), first);
            records += std::max<qint64>(0, first);
        }
        return records;
    }

    static qint64 recordsOf(Table &table) {
        TableRecord record;
        qint64 records = 0;
        while (true) {
            const auto more = table.next(record);
            if (!more)
                return -1;
            if (!*more)
                return records;
            ++records;
        }
    }

    HeaderAliases m_aliases;
};

TestWorkbook sample() {
    return {
        {{"People", xlsxRow(1, {"Name", "Email", "Birthday"}) +
                        "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"inlineStr\"><is><t>a@b.example</t></is></c>"
                        "<c r=\"C2\" s=\"1\"><v>32964</v></c></row>" +
                        xlsxRow(3, {"Nils", "", "12.5"})}},
        "<si><r><t>Anna</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>",
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-407]d/ mmm\\ yy;@\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
        "numFmtId=\"164\"/></cellXfs>"};
}

} // namespace

TEST_F(SheetMutations, BrokenPartsOfAWorkbookAreReadOrRefused) {
    const ZipFiles whole = xlsxFiles(sample());
    ASSERT_EQ(recordsIn(zipOf(whole)), 2);
    Mutations mutations(20261);
    int refused = 0, read = 0;
    for (int round = 0; round < 1'500; ++round) {
        ZipFiles files = whole;
        QByteArray &part = files[size_t(round) % files.size()].second;
        part = mutations.of(part);
        ++(recordsIn(zipOf(files)) < 0 ? refused : read);
    }
    EXPECT_GT(refused, 300);
    EXPECT_GT(read, 100);
}

TEST_F(SheetMutations, BrokenArchivesAreReadOrRefused) {
    const QByteArray whole =
        zipOf({{"people.csv", "name,email\nAnna,a@b.example\n"}, {"book.xlsx", zipOf(xlsxFiles(sample()))}, {"x.png", "y"}});
    ASSERT_EQ(recordsIn(whole), 3);
    Mutations mutations(20262);
    int refused = 0;
    for (int round = 0; round < 1'500; ++round)
        refused += recordsIn(mutations.of(whole)) < 0;
    EXPECT_GT(refused, 500);
}

TEST_F(SheetMutations, BrokenWorkbooksOfTheCorporaAreReadOrRefused) {
    if (qEnvironmentVariableIsEmpty("KONTOR_CORPORA"))
        GTEST_SKIP() << "KONTOR_CORPORA does not name the folder of the corpora";
    QStringList paths;
    QDirIterator iterator(qEnvironmentVariable("KONTOR_CORPORA") + u"/xlsx"_s, {u"*.xlsx"_s, u"*.ods"_s}, QDir::Files,
                          QDirIterator::Subdirectories);
    while (iterator.hasNext())
        paths << iterator.next();
    paths.sort();
    Mutations mutations(20263);
    int broken = 0;
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        if (whole.size() > 200'000)
            continue;
        for (int round = 0; round < 6; ++round)
            broken += recordsIn(mutations.of(whole)) < 0;
    }
    EXPECT_GT(broken, 100);
}
