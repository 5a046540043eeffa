// Every file of the corpora that others wrote, where the folder is given. They are not part of the project.
#include "import_fixture.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QStringDecoder>

#include <iostream>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;

namespace {

class Corpus : public ImportFixture {
protected:
    QStringList files(const QString &category) const {
        const QString root = qEnvironmentVariable("KONTOR_CORPORA");
        QStringList paths;
        QDirIterator iterator(QDir(root).filePath(category), {u"*.csv"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext())
            paths << iterator.next();
        paths.sort();
        return paths;
    }
};

// Records by the plain rule of RFC 4180, written apart from the reader: lines outside quotes that are not blank. -1 where the file is of another
// kind of text, or has a quote that the plain rule cannot close.
qint64 plainRecords(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    QByteArray bytes = file.readAll();
    if (bytes.contains('\0') || bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") || bytes.startsWith("sep="))
        return -1;
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    qint64 records = 0;
    bool quoted = false, filled = false;
    for (char c : bytes) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) {
            records += filled;
            filled = false;
        } else {
            filled = filled || (c != ' ' && c != '\t');
        }
    }
    return quoted ? -1 : records + filled;
}

qint64 rejectLines(const QString &path) {
    if (path.isEmpty())
        return 0;
    const qint64 records = plainRecords(path);
    return records < 0 ? -1 : records - 1;
}

} // namespace

TEST_F(Corpus, IsTakenInWithEveryRowAccountedFor) {
    if (qEnvironmentVariableIsEmpty("KONTOR_CORPORA"))
        GTEST_SKIP() << "KONTOR_CORPORA does not name the folder of the corpora";
    int compared = 0;
    const QStringList paths = files(u"csv-contacts"_s) + files(u"csv-torture"_s);
    EXPECT_GT(paths.size(), 90);
    for (const QString &path : paths) {
        QElapsedTimer timer;
        timer.start();
        const auto report = importPaths({path});
        ASSERT_EQ(report.files.size(), 1) << path.toStdString();
        const FileReport &file = report.files.first();
        EXPECT_LT(timer.elapsed(), 20'000) << path.toStdString();
        if (const qint64 records = plainRecords(path); records >= 0) {
            ++compared;
            const qint64 expected = records - (file.hasHeader ? 1 : 0);
            EXPECT_TRUE(file.counts.read == expected ||
                        (file.hasHeader && file.counts.read == expected - 1)) // a title row above the header
                << path.toStdString() << " read " << file.counts.read << " of " << expected;
        }
        if (const qint64 lines = rejectLines(file.rejects); lines >= 0) {
            EXPECT_EQ(lines, file.counts.rejected) << path.toStdString();
        }
        std::cout << inWords(file.counts).toStdString() << "  " << fileKindName(file.kind).toStdString() << "  "
                  << file.charset.constData() << "  " << path.section(u'/', -1).toStdString() << '\n';
    }
    EXPECT_GT(compared, 60);
    std::cout << paths.size() << " files, " << compared << " of them counted by the plain rule too\n";
}
