// Files that come with a row: photos of contacts and attachments of mails.
#include "attachments/attachment_repository.h"
#include "exchange/exporter.h"
#include "exchange/grouped_table.h"
#include "import_fixture.h"
#include "support/temporary_base.h"
#include "workspace/undo.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace kontor;
using namespace kontor::exchange;
using kontor::tests::expectDone;
using kontor::tests::valueOf;

namespace {

QByteArray png(int number = 0) {
    return QByteArray("\x89PNG\r\n\x1A\n", 8) + QByteArray(3'000, 'p') + QByteArray::number(number);
}
QByteArray jpeg() { return QByteArray("\xFF\xD8\xFF\xE0\0\x10JFIF\0", 11) + QByteArray(400, '\0') + "end"; }

QByteArray card(const QByteArray &name, const QByteArray &lines, const QByteArray &version = "3.0") {
    return "BEGIN:VCARD\r\nVERSION:" + version + "\r\nUID:" + name + "\r\nFN:" + name + "\r\n" + lines + "END:VCARD\r\n";
}
QByteArray withPhoto(const QByteArray &name, const QByteArray &content) {
    return card(name, "PHOTO;ENCODING=b;TYPE=PNG:" + content.toBase64() + "\r\n");
}

class RowFiles : public ImportFixture {
protected:
    // Name and content of the files on the cards, oldest first.
    QList<std::pair<QString, QByteArray>> files() {
        QList<std::pair<QString, QByteArray>> all;
        auto rows = base->database().query(u"SELECT id FROM attachment WHERE trashed_at IS NULL ORDER BY id"_s);
        while (rows && valueOf(rows->next())) {
            const QString path = valueOf(extractFile(base->database(), Id{rows->integer(0)}, folder.path()));
            QFile file(path);
            EXPECT_TRUE(file.open(QIODevice::ReadOnly));
            all.append({QFileInfo(path).fileName(), file.readAll()});
        }
        return all;
    }
    ImportReport importCards(const QByteArray &cards, const ImportOptions &importOptions = {}) {
        return import(cards, importOptions, u"contacts.vcf"_s);
    }
    QString exported(const QString &preset) {
        ExportOptions wanted;
        wanted.preset = preset;
        return valueOf(exportCustomers(*base, folder.filePath(preset + u".vcf"_s), wanted)).file;
    }
    using Files = QList<std::pair<QString, QByteArray>>;
};

} // namespace

TEST_F(RowFiles, ThePhotoOfAVCardOfEveryVersionIsAFileOnTheCard) {
    const QByteArray content = png().toBase64();
    QByteArray folded;
    for (qsizetype at = 0; at < content.size(); at += 70)
        folded += " " + content.mid(at, 70) + "\r\n";
    const auto report = importCards(card("Anna", "PHOTO;PNG;ENCODING=BASE64:\r\n" + folded + "\r\n", "2.1") +
                                    card("Bert", "PHOTO;ENCODING=b;TYPE=PNG:\r\n" + folded) +
                                    card("Carl", "PHOTO:data:image/jpeg;base64," + jpeg().toBase64() + "\r\n", "4.0"));
    EXPECT_EQ(inWords(report.total()), u"added 3"_s);
    EXPECT_EQ(report.files.first().leftOut, QStringList());
    EXPECT_EQ(files(), (Files{{u"photo.png"_s, png()}, {u"photo.png"_s, png()}, {u"photo.jpg"_s, jpeg()}}));
    EXPECT_EQ(values(u"SELECT c.name FROM attachment a JOIN customer c ON c.id = a.customer_id ORDER BY a.id"_s),
              u"Anna | Bert | Carl"_s);
}

TEST_F(RowFiles, WhatIsNoPictureOrTooLargeIsRefusedWithASentenceAndTheContactIsTaken) {
    const auto report =
        importCards(card("Anna", "PHOTO;ENCODING=b;TYPE=JPEG:" + QByteArray("MZ no picture").toBase64() + "\r\n") +
                    withPhoto("Bert", png() + QByteArray(1'000'000, 'x')));
    EXPECT_EQ(inWords(report.total()), u"added 2"_s);
    EXPECT_EQ(report.files.first().leftOut, QStringList{u"photo"_s});
    EXPECT_EQ(
        values(u"SELECT reason FROM import_row ORDER BY first_row"_s),
        u"The photo was left out: it is no picture of a kind that is known. | The photo was left out: it is larger than 768 kB."_s);
    EXPECT_EQ(count(u"attachment"_s) + count(u"attachment_piece"_s), 0);
}

TEST_F(RowFiles, APhotoThatIsThereDoesNotComeAgainAndAnotherOneOnlyWhereTheFileGoesFirst) {
    importCards(withPhoto("Anna", png(1)));
    EXPECT_EQ(inWords(importCards(withPhoto("Anna", png(1)) + "\r\n").total()), u"unchanged 1"_s);
    EXPECT_EQ(inWords(importCards(withPhoto("Anna", png(2))).total()), u"unchanged 1"_s);
    EXPECT_EQ(values(u"SELECT reason FROM import_row ORDER BY id DESC LIMIT 1"_s), u"kept photo"_s);
    EXPECT_EQ(files(), (Files{{u"photo.png"_s, png(1)}}));
    ImportOptions overwrite;
    overwrite.onMatch = OnMatch::Overwrite;
    EXPECT_EQ(inWords(importCards(withPhoto("Anna", png(2)), overwrite).total()), u"changed 1"_s);
    EXPECT_EQ(files(), (Files{{u"photo.png"_s, png(2)}}));
    EXPECT_EQ(values(u"SELECT count(*) FROM attachment WHERE trashed_at IS NOT NULL"_s), u"1"_s);
    // Who was there without a photo gets it.
    import("id,name\nNils,Nils\n");
    EXPECT_EQ(inWords(importCards(card("Nils", "EMAIL:nils@fritz.example\r\n") + withPhoto("Nils", png(3))).total()),
              u"filled 2"_s);
}

TEST_F(RowFiles, OfAnImportThatWasTakenBackComeBackWholeWhenItIsDoneAgain) {
    const ImportReport report = importCards(withPhoto("Anna", png(1)) + withPhoto("Bert", png(2)));
    ASSERT_TRUE(undoImport(*base, report.files.first().batch));
    EXPECT_EQ(files(), Files());
    ASSERT_TRUE(workspace::redo(*base, report.files.first().operation));
    EXPECT_EQ(files(), (Files{{u"photo.png"_s, png(1)}, {u"photo.png"_s, png(2)}}));
}

TEST_F(RowFiles, OfAnImportThatWasStoppedNothingStaysAndNobodyCanDoItAgain) {
    importCards(withPhoto("Carl", png(1)));
    QByteArray cards;
    for (int i = 0; i < 2'500; ++i)
        cards += withPhoto("Anna" + QByteArray::number(i), png(i));
    ImportOptions stopping;
    stopping.progress = [](const ImportProgress &progress) { return progress.rows < 2'000; };
    ASSERT_FALSE(importFiles(*base, {write(u"many.vcf"_s, cards)}, stopping));
    EXPECT_EQ(count(u"attachment"_s), 1);
    EXPECT_EQ(count(u"attachment_piece"_s), 1);
    EXPECT_EQ(files(), (Files{{u"photo.png"_s, png(1)}}));
    EXPECT_EQ(valueOf(base->lastUndoneId()), 0);
    const qint64 stopped = values(u"SELECT id FROM operation WHERE state = 'undone'"_s).toLongLong();
    const auto again = workspace::redo(*base, stopped);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, Code::Refused);
}

TEST_F(RowFiles, PhotosGoOutWithVCardsAndComeBackTheSame) {
    importCards(withPhoto("Anna", png(1)) + card("Bert", "PHOTO;ENCODING=b:" + jpeg().toBase64() + "\r\n") + card("Carl", ""));
    const Files before = files();
    for (const QString &preset : {u"vcard3"_s, u"vcard4"_s}) {
        const QString path = exported(preset);
        EXPECT_EQ(inWords(importPaths({path}).total()), u"unchanged 3"_s) << preset.toStdString();
        EXPECT_EQ(readFile(path).count(u"PHOTO"_s), 2);
        QFile::remove(folder.filePath(u"other.kontor"_s));
        auto other = valueOf(workspace::Base::create(folder.filePath(u"other.kontor"_s), {}, options));
        std::swap(base, other);
        importPaths({path});
        EXPECT_EQ(files(), before) << preset.toStdString();
        std::swap(base, other);
    }
}

TEST_F(RowFiles, ThePhotosOfADirectoryComeToo) {
    const auto report =
        import("dn: cn=Anna\nobjectclass: person\ncn: Anna\njpegphoto:: " + jpeg().toBase64() +
                   "\nuserpassword: secret\n\ndn: cn=Bert\nobjectclass: person\ncn: Bert\nthumbnailPhoto:: QUJD\n",
               {}, u"people.ldif"_s);
    EXPECT_EQ(files(), (Files{{u"photo.jpg"_s, jpeg()}}));
    EXPECT_EQ(report.files.first().leftOut, (QStringList{u"userpassword"_s, u"photo"_s}));
}

TEST_F(RowFiles, AnImportThatIsTakenBackTakesItsFilesAlong) {
    const auto report = importCards(withPhoto("Anna", png()));
    ASSERT_TRUE(undoImport(*base, report.files.first().batch));
    EXPECT_EQ(count(u"attachment"_s) + count(u"customer"_s), 0);
}

TEST_F(RowFiles, RowsOfALargeFileKeepTheirFilesWhenTheyAreTakenInAnotherOrder) {
    QByteArray cards;
    constexpr int kEvery = 500;
    for (int number = 1; number <= GroupedTable::kFewestRows + 10; ++number) {
        const QByteArray name = "N" + QByteArray::number((number * 7919) % 100'000);
        cards += number % kEvery == 0 ? withPhoto(name, png(number)) : card(name, "");
    }
    const auto report = importCards(cards);
    EXPECT_EQ(report.total().added, GroupedTable::kFewestRows + 10);
    EXPECT_EQ(count(u"attachment"_s), GroupedTable::kFewestRows / kEvery);
    for (int number : {kEvery, 7 * kEvery, 40 * kEvery}) {
        EXPECT_EQ(values(u"SELECT a.sha256 FROM attachment a JOIN customer c ON c.id = a.customer_id WHERE c.name = 'N%1'"_s.arg(
                      (number * 7919) % 100'000)),
                  QString::fromLatin1(QCryptographicHash::hash(png(number), QCryptographicHash::Sha256).toHex()))
            << number;
    }
}

TEST(RecordSpoolWithFiles, GivesThemBackWithTheirRecords) {
    const QTemporaryDir folder;
    for (const qsizetype bytes : {qsizetype(1) << 20, qsizetype(2'000)}) {
        RecordSpool spool(folder.path(), bytes);
        for (int i = 0; i < 50; ++i) {
            TableRecord record;
            record.row = i + 1;
            record.cells.emplace_back(u"Zoë");
            if (i % 3 == 0)
                record.files = {{u"a%1.png"_s.arg(i), png(i)}, {u"b"_s, {}, u"No."_s}};
            expectDone(spool.add(RecordSpool::orderOf(50 - i), record));
        }
        expectDone(spool.rewind());
        TableRecord record;
        while (valueOf(spool.next(record))) {
            const int i = int(record.row - 1);
            ASSERT_EQ(record.files.size(), i % 3 == 0 ? 2 : 0);
            EXPECT_EQ(record.cells.at(0), u"Zoë");
            if (i % 3 == 0) {
                EXPECT_EQ(record.files.at(0).name, u"a%1.png"_s.arg(i));
                EXPECT_EQ(record.files.at(0).content, png(i));
                EXPECT_EQ(record.files.at(1).problem, u"No."_s);
            }
        }
    }
}
