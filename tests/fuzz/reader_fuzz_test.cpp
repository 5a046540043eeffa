// Every reader, fed with its seeds and with changed ones, the same in every run. What libFuzzer found stands among the seeds.
#include "target.h"

#include <QDirIterator>
#include <QFile>

#include <gtest/gtest.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace kontor::fuzz;

namespace {

constexpr int kRounds = 1500;
constexpr qsizetype kLargestSeed = 16 * 1024; // rounds stay short

QByteArray contentOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArrayList filesIn(const QString &folder, const QStringList &names = {}) {
    QStringList paths;
    QDirIterator iterator(folder, names, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        paths << iterator.next();
    paths.sort();
    QByteArrayList contents;
    for (const QString &path : std::as_const(paths))
        contents << contentOf(path);
    return contents;
}

QByteArrayList seedsOf(const Target &target) {
    return filesIn(QStringLiteral(KONTOR_FUZZ_SEEDS "/") + QLatin1StringView(target.name));
}

using Random = std::mt19937;

qsizetype placeIn(const QByteArray &bytes, Random &random) {
    return bytes.isEmpty() ? 0 : qsizetype(random() % size_t(bytes.size()));
}

// One change of the kinds that break parsers: bits, bytes that mean something, pieces lost, doubled, and of another file.
QByteArray changed(QByteArray bytes, const QByteArray &other, const QByteArray &telling, Random &random) {
    const qsizetype place = placeIn(bytes, random);
    const qsizetype length = qsizetype(random() % 64);
    switch (random() % 6) {
    case 0:
        if (!bytes.isEmpty())
            bytes[place] = char(uchar(bytes.at(place)) ^ (1U << random() % 8));
        break;
    case 1: bytes.insert(place, telling.at(qsizetype(random() % size_t(telling.size())))); break;
    case 2: bytes.remove(place, length); break;
    case 3: bytes.insert(place, bytes.mid(placeIn(bytes, random), length)); break;
    case 4: bytes.insert(place, other.mid(placeIn(other, random), length * 4)); break;
    default: bytes.insert(place, bytes.mid(place, 16).repeated(qsizetype(random() % 200))); break;
    }
    return bytes;
}

class Readers : public testing::TestWithParam<Target> {};

} // namespace

TEST_P(Readers, ReadEverySeedToItsEnd) {
    const QByteArrayList seeds = seedsOf(GetParam());
    ASSERT_FALSE(seeds.isEmpty());
    qint64 records = 0;
    for (const QByteArray &seed : seeds) {
        const Outcome outcome = GetParam().read(seed);
        EXPECT_EQ(outcome.broken, QString()) << seed.left(200).toStdString();
        records += outcome.records;
    }
    EXPECT_GE(records, 2); // they are what the reader is for
}

TEST_P(Readers, KeepTheirPromisesForChangedSeeds) {
    QByteArrayList seeds = seedsOf(GetParam());
    ASSERT_FALSE(seeds.isEmpty());
    for (QByteArray &seed : seeds)
        seed.truncate(kLargestSeed);
    const QByteArray telling = QByteArray(GetParam().telling) + QByteArray("\0\xFF\xC3", 3);
    Random random(20'260'309);
    qint64 records = 0;
    for (int round = 0; round < kRounds; ++round) {
        QByteArray bytes = seeds.at(round % seeds.size());
        for (unsigned change = 0; change <= random() % 8; ++change)
            bytes = changed(bytes, seeds.at(qsizetype(random() % size_t(seeds.size()))), telling, random);
        const Outcome outcome = GetParam().read(bytes);
        ASSERT_EQ(outcome.broken, QString()) << "round " << round << ": " << bytes.left(2000).toStdString();
        records += outcome.records;
    }
    EXPECT_GT(records, kRounds / 100); // the changes leave enough to read
}

INSTANTIATE_TEST_SUITE_P(All, Readers, testing::ValuesIn(targets()),
                         [](const auto &info) { return std::string(info.param.name); });

TEST(AddressBooks, OfTheCorporaAreReadToTheirEnds) {
    if (qEnvironmentVariableIsEmpty("KONTOR_CORPORA"))
        GTEST_SKIP() << "KONTOR_CORPORA does not name the folder of the corpora";
    const QByteArrayList files = filesIn(qEnvironmentVariable("KONTOR_CORPORA"), {u"*.vcf"_s, u"*.ldif"_s});
    ASSERT_FALSE(files.isEmpty());
    for (const QByteArray &file : files)
        EXPECT_EQ(readAddressBook(file).broken, QString()) << file.left(80).toStdString();
}
