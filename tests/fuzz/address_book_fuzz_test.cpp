#include "address_book_target.h"

#include <QDirIterator>
#include <QFile>

#include <gtest/gtest.h>

#include <random>

using namespace Qt::StringLiterals;
using namespace kontor::fuzz;

namespace {

constexpr int kRounds = 3000;
constexpr qsizetype kLargestSeed = 16 * 1024; // rounds stay short

const QByteArrayList kSeeds{
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Berg;Anna;;Dr.;\r\nFN:Anna Berg\r\nitem1.TEL;TYPE=work,pref:+46 "
    "70\r\nitem1.X-ABLabel:_$!<Work>!$_\r\n"
    "ADR;TYPE=home:;;Storgatan 1;Lund;;22350;SE\r\nBDAY:--0517\r\nCATEGORIES:a,b\\,c\r\nPHOTO;ENCODING=b:QUFBQQ==\r\n "
    "QUFB\r\nEND:VCARD\r\n",
    "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C0=\n=ED;=ED\nTEL;HOME;CELL:1\nAGENT:\nBEGIN:"
    "VCARD\nFN:x\nEND:VCARD\n"
    "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;N;1\nEND:VCARD\n",
    "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:G\nMEMBER:urn:uuid:1\nRELATED;TYPE=spouse;VALUE=text:N\nIMPP:xmpp:a%40b\nUID:urn:"
    "uuid:2\n"
    "X-KONTOR;COLUMN=\"custom.a^'b\":1\nEND:VCARD\n",
    "version: 1\ndn: cn=Anna,o=Dahl\nobjectclass: person\ncn:: QW5uw6k=\nmail: a@x.example\n description: x\njpegphoto:< "
    "file:///x\n\n"
    "dn: cn=list\nobjectclass: groupOfNames\nmember: cn=Anna,o=Dahl\n\ndn: cn=x\nchangetype: modify\n-\n"};

QByteArrayList seeds() {
    QByteArrayList all = kSeeds;
    const QString root = qEnvironmentVariable("KONTOR_CORPORA");
    if (root.isEmpty())
        return all;
    QStringList paths;
    QDirIterator iterator(root, {u"*.vcf"_s, u"*.ldif"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext())
        paths << iterator.next();
    paths.sort();
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            all << file.readAll();
    }
    return all;
}

using Random = std::mt19937;

qsizetype placeIn(const QByteArray &bytes, Random &random) {
    return bytes.isEmpty() ? 0 : qsizetype(random() % size_t(bytes.size()));
}

// One change of the kinds that break parsers: bits, bytes that mean something, pieces lost, doubled, and of another file.
QByteArray changed(QByteArray bytes, const QByteArray &other, Random &random) {
    static const QByteArray telling(":;,=\\\"\r\n \t.^%<\0\xFF\xC3", 17);
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

} // namespace

TEST(AddressBookFuzz, ReadsEveryKnownFileToItsEnd) {
    for (const QByteArray &seed : seeds()) {
        EXPECT_EQ(readVCards(seed).broken, QString()) << seed.left(80).toStdString();
        EXPECT_EQ(readLdif(seed).broken, QString()) << seed.left(80).toStdString();
    }
}

TEST(AddressBookFuzz, KeepsItsPromisesForChangedFiles) {
    QByteArrayList known = seeds();
    for (QByteArray &seed : known)
        seed.truncate(kLargestSeed);
    Random random(20'260'309);
    qint64 cards = 0;
    for (int round = 0; round < kRounds; ++round) {
        QByteArray bytes = known.at(round % known.size());
        for (unsigned change = 0; change <= random() % 8; ++change)
            bytes = changed(bytes, known.at(qsizetype(random() % size_t(known.size()))), random);
        const Outcome vcards = readVCards(bytes), ldif = readLdif(bytes);
        ASSERT_EQ(vcards.broken, QString()) << "round " << round;
        ASSERT_EQ(ldif.broken, QString()) << "round " << round;
        cards += vcards.cards + ldif.cards;
    }
    EXPECT_GT(cards, kRounds / 2); // the changes leave enough to read
}
