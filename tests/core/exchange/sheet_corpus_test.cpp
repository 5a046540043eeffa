// Every workbook of the corpora that others wrote, where the folder is given. They are not part of the project.
#include "exchange/xlsx_workbook.h"
#include "import_fixture.h"
#include "sheet_corpus_counts.h"

#include <QDirIterator>

#include <iostream>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class SheetCorpus : public ImportFixture {
protected:
    void SetUp() override {
        if (qEnvironmentVariableIsEmpty("KONTOR_CORPORA"))
            GTEST_SKIP() << "KONTOR_CORPORA does not name the folder of the corpora";
    }
    static QString root() { return QDir(qEnvironmentVariable("KONTOR_CORPORA")).filePath(u"xlsx"_s); }
    static QStringList files(const QStringList &patterns) {
        QStringList paths;
        QDirIterator iterator(root(), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext())
            paths << iterator.next();
        paths.sort();
        return paths;
    }
};

int lettersOf(const QString &cell) {
    if (cell == u"true"_s || cell == u"false"_s)
        return 0;
    return int(std::count_if(cell.cbegin(), cell.cend(), [](QChar c) { return c.isLetter(); }));
}

SheetCounts counted(const QString &path) {
    SheetCounts counts;
    auto archive = ZipArchive::open(path);
    EXPECT_TRUE(archive) << path.toStdString() << archive.error().message.toStdString();
    if (!archive)
        return counts;
    auto workbook = openXlsx(*archive);
    EXPECT_TRUE(workbook) << path.toStdString() << workbook.error().message.toStdString();
    for (int i = 0; workbook && i < (*workbook)->sheets().size(); ++i) {
        ++counts.sheets;
        auto rows = (*workbook)->rows(i);
        SheetRow row;
        while (rows) {
            auto more = (*rows)->next(row);
            EXPECT_TRUE(more) << path.toStdString() << more.error().message.toStdString();
            if (!more || !*more)
                break;
            ++counts.rows;
            for (const QString &cell : std::as_const(row.cells)) {
                counts.cells += !cell.isEmpty();
                counts.letters += lettersOf(cell);
            }
        }
    }
    return counts;
}

} // namespace

TEST_F(SheetCorpus, HasTheRowsCellsAndLettersThatAnotherReaderFinds) {
    for (const SheetCounts &expected : kSheetCounts) {
        const SheetCounts found = counted(root() + u'/' + QString::fromUtf16(expected.file));
        const std::string name = QString::fromUtf16(expected.file).toStdString();
        EXPECT_EQ(found.sheets, expected.sheets) << name;
        EXPECT_EQ(found.rows, expected.rows) << name;
        EXPECT_EQ(found.cells, expected.cells) << name;
        EXPECT_EQ(found.letters, expected.letters) << name;
    }
}

TEST_F(SheetCorpus, IsTakenInWithEveryRowAccountedForOrRefusedWithAReason) {
    // Cut off in its directory; a workbook.xml that is no XML; a sheet that repeats a filled row a thousand million times; two with a password.
    const QStringList refused{u"crash-274d6342e4842d61be0fb48eaadad6208ae767ae.xlsx"_s, u"invalid-xml.xlsx"_s,
                              u"issue_594_dos.ods"_s, u"pass_protected.ods"_s, u"pass_protected.xlsx"_s};
    const QStringList paths = files({u"*.xlsx"_s, u"*.ods"_s, u"*.xls"_s, u"*.XLS"_s});
    int read = 0, notRead = 0;
    for (const QString &path : paths) {
        const QString name = path.section(u'/', -1);
        auto report = importFiles(*base, {path});
        const bool isOld = name.endsWith(u".xls"_s, Qt::CaseInsensitive);
        if (!report) {
            ++notRead;
            EXPECT_TRUE(isOld || refused.contains(name)) << path.toStdString() << ": " << report.error().message.toStdString();
            EXPECT_EQ(report.error().code, Code::Invalid) << path.toStdString();
            EXPECT_TRUE(report.error().message.contains(name)) << path.toStdString();
            continue;
        }
        ++read;
        EXPECT_FALSE(refused.contains(name)) << path.toStdString();
        const ImportCounts total = report->total();
        EXPECT_EQ(total.read, total.added + total.filled + total.changed + total.unchanged + total.rejected)
            << path.toStdString();
    }
    std::cout << read << " workbooks read, " << notRead << " refused\n";
    EXPECT_EQ(read, 132);
    EXPECT_EQ(notRead, 37); // 32 of them old workbooks
}
