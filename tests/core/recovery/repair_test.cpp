#include "attachments/attachment_repository.h"
#include "customers/customer_repository.h"
#include "db/backup.h"
#include "exchange/importer.h"
#include "history/trash_acts.h"
#include "interactions/interaction_repository.h"
#include "records/check.h"
#include "recovery/repair.h"
#include "sharing/backup_store.h"
#include "sharing/damage_notice.h"
#include "support/temporary_base.h"
#include "workspace/undo.h"

#include <QDir>
#include <QFile>

using namespace kontor;
using namespace kontor::recovery;
using namespace kontor::tests;
using namespace kontor::workspace;
using namespace Qt::StringLiterals;

namespace {

// A base on two PCs, each with its own disk.
class ABaseToRepair : public testing::Test {
protected:
    ABaseToRepair() {
        m_maria = open(u"pc-1"_s, u"Maria"_s);
        m_ivan = open(u"pc-2"_s, u"Ivan"_s);
    }

    QString dataOf(const QString &pc) const { return m_temporary.folder() + u"/data-"_s + pc; }
    std::unique_ptr<Base> open(const QString &pc, const QString &user) const {
        OpenOptions options = m_temporary.options(pc, user);
        options.dataFolder = dataOf(pc);
        return valueOf(Base::open(m_temporary.path(), options));
    }
    static Id add(Base &base, const QString &name) {
        return valueOf(base.write({u"add"_s, "customer", {}}, [&](Recorder &recorder) {
            NewCustomer draft;
            draft.customer.name = name;
            return addCustomer(recorder, draft);
        }));
    }
    static void change(Base &base, Id id, const std::function<void(Customer &)> &edit) {
        expectDone(base.write({u"edit"_s, "customer", id}, [&](Recorder &recorder) -> Result<void> {
            TRY(before, db::find<Customer>(recorder.database(), id));
            Customer after = *before;
            edit(after);
            return recorder.update(*before, after);
        }));
    }
    static Id log(Base &base, Id customer, const QString &text) {
        return valueOf(base.write({u"log"_s, "customer", customer}, [&](Recorder &recorder) -> Result<Id> {
            LogDraft draft;
            draft.interaction.customerId = customer;
            draft.interaction.kind = u"call"_s;
            draft.interaction.text = text;
            TRY(logged, logInteraction(recorder, draft));
            return logged.interaction;
        }));
    }
    void importFile(const QByteArray &content) {
        QFile file(m_temporary.folder() + u"/import.csv"_s);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        valueOf(exchange::importFiles(*m_maria, {file.fileName()}));
    }
    QString backup() {
        const QString path = m_temporary.folder() + u"/backup.kontor"_s;
        expectDone(db::backup(m_maria->database(), path));
        return path;
    }
    void destroy() {
        QFile file(m_temporary.path());
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(file.size(), '\x5A'));
    }
    // Those that this PC keeps: an import makes one before it begins.
    void loseBackups() const { EXPECT_TRUE(QDir(sharing::localBackupFolder(m_maria->localFolder())).removeRecursively()); }
    void close() {
        m_maria.reset();
        m_ivan.reset();
    }

    // With the journals of both.
    RepairRequest request(const QString &backup = {}) const {
        RepairRequest request;
        request.basePath = m_temporary.path();
        request.filePath = m_temporary.folder() + u"/repaired.kontor"_s;
        request.dataFolder = dataOf(u"pc-1"_s);
        request.journals = QStringList{m_ivan ? m_ivan->localFolder() : m_ivansFolder};
        request.backups = backup.isEmpty() ? QStringList() : QStringList{backup};
        request.catalogue = records::catalogue();
        return request;
    }
    // Every table, row by row, but for counters of ids, which go up.
    static QStringList dump(const QString &path) {
        auto database = valueOf(db::Database::open(path, db::Purpose::Reader));
        QStringList lines;
        auto tables = database->query(u"SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"_s);
        EXPECT_TRUE(tables);
        QStringList names;
        while (tables && valueOf(tables->next()))
            names << tables->text(0);
        for (const QString &name : names) {
            const QString columns = name == u"writer"_s ? u"number, pc, name"_s : u"*"_s;
            auto rows = database->query(u"SELECT %1 FROM %2 ORDER BY rowid"_s.arg(columns, name));
            EXPECT_TRUE(rows);
            while (rows && valueOf(rows->next())) {
                QStringList cells;
                for (int i = 0; i < rows->columnCount(); ++i)
                    if (rows->columnName(i) != u"changed_at"_s) // when it was done, to the millisecond
                        cells << rows->columnName(i) + u'=' + rows->value(i).text();
                lines << name + u": "_s + cells.join(u' ');
            }
        }
        return lines;
    }
    // What both did, of every kind.
    void work() {
        const Id anna = add(*m_maria, u"Anna"_s);
        const Id boris = add(*m_ivan, u"Boris"_s);
        change(*m_ivan, anna, [](Customer &customer) { customer.city = u"Malmö"_s; });
        change(*m_maria, anna, [](Customer &customer) { customer.city = u"Lund"_s; });
        log(*m_maria, boris, u"Wants an offer"_s);
        importFile("name,email,city,phone\nCarla,carla@example.org,Ystad,+46 40 123456\nDora,,Lund,\nAnna,,Kiel,\n");
        const Id gone = add(*m_ivan, u"Gone"_s);
        valueOf(workspace::undo(*m_ivan, valueOf(m_ivan->lastOperationId())));
        EXPECT_FALSE(valueOf(db::find<Customer>(m_ivan->database(), gone)));
        valueOf(workspace::undo(*m_maria, valueOf(m_maria->lastOperationId()))); // the import
        valueOf(workspace::redo(*m_maria, valueOf(m_maria->lastUndoneId())));
        change(*m_maria, boris, [](Customer &customer) { customer.note = u"Quiet"_s; });
    }

    TemporaryBase m_temporary;
    std::unique_ptr<Base> m_maria;
    std::unique_ptr<Base> m_ivan;
    QString m_ivansFolder = dataOf(u"pc-2"_s);
};

} // namespace

TEST_F(ABaseToRepair, ComesBackRowForRowFromAnOldBackupAndTheJournals) {
    add(*m_maria, u"First"_s);
    const QString old = backup();
    work();
    const QStringList before = dump(m_temporary.path());
    destroy();
    loseBackups();
    const RepairReport report = valueOf(repair(request(old)));
    EXPECT_EQ(report.backup, old);
    EXPECT_FALSE(report.isFileReadable);
    EXPECT_EQ(report.lostOperations, 0);
    EXPECT_TRUE(report.problems.isEmpty()) << qPrintable(report.problems.join(u'\n'));
    EXPECT_EQ(dump(report.file).join(u'\n'), before.join(u'\n'));
}

TEST_F(ABaseToRepair, BeginsWithTheBackupThatHoldsMost) {
    const QString old = backup();
    work();
    const QStringList before = dump(m_temporary.path());
    destroy();
    const RepairReport report = valueOf(repair(request(old)));
    EXPECT_EQ(report.backup, sharing::backupsIn(sharing::localBackupFolder(m_maria->localFolder())).first().path);
    EXPECT_EQ(dump(report.file).join(u'\n'), before.join(u'\n'));
}

TEST_F(ABaseToRepair, ComesBackRowForRowFromTheJournalsAlone) {
    work();
    QStringList before = dump(m_temporary.path());
    destroy();
    RepairRequest wanted = request();
    wanted.useBackups = false;
    const RepairReport report = valueOf(repair(wanted));
    EXPECT_TRUE(report.backup.isEmpty());
    EXPECT_TRUE(report.problems.isEmpty()) << qPrintable(report.problems.join(u'\n'));
    EXPECT_EQ(report.baseId, m_maria->id()) << "this PC noted where the base lay";
    EXPECT_EQ(dump(report.file).join(u'\n'), before.join(u'\n'));
}

TEST_F(ABaseToRepair, GivesNewNumbersToWhatIsAddedLater) {
    const Id anna = add(*m_maria, u"Anna"_s);
    destroy();
    const RepairReport report = valueOf(repair(request()));
    auto repaired = valueOf(Base::open(report.file, m_temporary.options(u"pc-1"_s, u"Maria"_s)));
    EXPECT_GT(add(*repaired, u"Boris"_s), anna);
}

TEST_F(ABaseToRepair, TakesWhatOnlyTheFileTellsWhenAJournalIsMissing) {
    const QString old = backup();
    const Id anna = add(*m_ivan, u"Anna"_s);
    change(*m_maria, anna, [](Customer &customer) { customer.city = u"Lund"_s; });
    const QStringList before = dump(m_temporary.path());
    RepairRequest wanted = request(old);
    wanted.journals.clear();
    const RepairReport report = valueOf(repair(wanted));
    EXPECT_TRUE(report.isFileReadable);
    EXPECT_EQ(report.fromJournals, 1);
    EXPECT_EQ(report.fromFile, 1);
    EXPECT_EQ(dump(report.file).join(u'\n'), before.join(u'\n'));
}

TEST_F(ABaseToRepair, SaysHowManyActsNothingTellsOf) {
    const QString old = backup();
    const Id anna = add(*m_maria, u"Anna"_s);
    add(*m_ivan, u"Boris"_s);
    log(*m_maria, anna, u"Called"_s);
    destroy();
    RepairRequest wanted = request(old);
    wanted.journals.clear(); // Ivan's computer is away
    const RepairReport report = valueOf(repair(wanted));
    EXPECT_EQ(report.lostOperations, 1);
    EXPECT_EQ(report.fromJournals, 2);
    EXPECT_TRUE(report.problems.isEmpty());
}

TEST_F(ABaseToRepair, KeepsWhatBelongedToALostCustomer) {
    const QString old = backup();
    const Id boris = add(*m_ivan, u"Boris"_s);
    log(*m_maria, boris, u"Wants an offer"_s);
    destroy();
    RepairRequest wanted = request(old);
    wanted.journals.clear();
    const RepairReport report = valueOf(repair(wanted));
    EXPECT_EQ(report.replay.links.placeholders, 1);
    EXPECT_TRUE(report.problems.isEmpty()) << qPrintable(report.problems.join(u'\n'));
    auto repaired = valueOf(Base::open(report.file, m_temporary.options(u"pc-1"_s, u"Maria"_s)));
    EXPECT_EQ(valueOf(db::select<Interaction>(repaired->database(), u"customer_id = ?"_s, {boris})).size(), 1);
}

TEST_F(ABaseToRepair, KeepsWhatWasDeletedForGoodAway) {
    const QString old = backup();
    const Id anna = add(*m_maria, u"Anna"_s);
    change(*m_maria, anna, [this](Customer &customer) { customer.trashedAt = m_maria->clock().now(); });
    valueOf(history::deleteForGood(*m_maria, {{"customer", anna, {}}}));
    const QStringList before = dump(m_temporary.path());
    destroy();
    const RepairReport report = valueOf(repair(request(old)));
    EXPECT_EQ(dump(report.file).join(u'\n'), before.join(u'\n'));
}

TEST_F(ABaseToRepair, BringsFilesOnCardsBack) {
    const QString old = backup();
    const Id anna = add(*m_maria, u"Anna"_s);
    QFile file(m_temporary.folder() + u"/plan.bin"_s);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(600'000, 'p'));
    file.close();
    CopyProgress progress;
    const Id attachment = valueOf(storeFile(*m_maria, anna, file.fileName(), progress));
    destroy();
    const RepairReport report = valueOf(repair(request(old)));
    auto repaired = valueOf(Base::open(report.file, m_temporary.options(u"pc-1"_s, u"Maria"_s)));
    const QString copy = valueOf(extractFile(repaired->database(), attachment, m_temporary.folder() + u"/"_s));
    EXPECT_EQ(QFileInfo(copy).size(), 600'000);
}

TEST_F(ABaseToRepair, BringsTheFilesOfAnImportBack) {
    const QString old = backup();
    const QByteArray picture = QByteArray("\xFF\xD8\xFF", 3) + QByteArray(400'000, 'p');
    QByteArray cards;
    for (int number = 1; number <= 60; ++number) // more bytes than one transaction takes
        cards += "BEGIN:VCARD\nVERSION:3.0\nFN:Anna " + QByteArray::number(number) + "\nUID:" + QByteArray::number(number) +
                 "\nPHOTO;ENCODING=b:" + (picture + QByteArray::number(number)).toBase64() + "\nEND:VCARD\n";
    QFile file(m_temporary.folder() + u"/contacts.vcf"_s);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(cards) == cards.size());
    file.close();
    EXPECT_EQ(valueOf(exchange::importFiles(*m_maria, {file.fileName()})).total().added, 60);
    loseBackups();
    destroy();
    const RepairReport report = valueOf(repair(request(old)));
    auto repaired = valueOf(Base::open(report.file, m_temporary.options(u"pc-1"_s, u"Maria"_s)));
    auto files = repaired->database().query(u"SELECT id FROM attachment"_s);
    int found = 0;
    while (files && valueOf(files->next())) {
        EXPECT_TRUE(bool(extractFile(repaired->database(), Id{files->integer(0)}, m_temporary.folder())));
        ++found;
    }
    EXPECT_EQ(found, 60);
}

TEST_F(ABaseToRepair, IsLeftAloneWhenThereIsNothingToRepairFrom) {
    destroy();
    RepairRequest wanted = request();
    wanted.dataFolder = m_temporary.folder() + u"/nothing"_s;
    wanted.journals.clear();
    const auto repaired = repair(wanted);
    ASSERT_FALSE(repaired);
    EXPECT_EQ(repaired.error().code, Code::NotFound);
    EXPECT_FALSE(QFileInfo::exists(wanted.filePath));
}

TEST_F(ABaseToRepair, OverwritesNothing) {
    RepairRequest wanted = request();
    QFile there(wanted.filePath);
    ASSERT_TRUE(there.open(QIODevice::WriteOnly));
    const auto repaired = repair(wanted);
    ASSERT_FALSE(repaired);
    EXPECT_EQ(repaired.error().code, Code::Invalid);
}

TEST_F(ABaseToRepair, IsReadTableByTableWhenThereIsNeitherBackupNorJournal) {
    work();
    const QStringList before = dump(m_temporary.path());
    RepairRequest wanted = request();
    wanted.dataFolder = m_temporary.folder() + u"/nothing"_s;
    wanted.journals.clear();
    const RepairReport report = valueOf(repair(wanted));
    EXPECT_GT(report.salvage.rows, 0);
    EXPECT_TRUE(report.salvage.holes.isEmpty());
    EXPECT_TRUE(report.problems.isEmpty()) << qPrintable(report.problems.join(u'\n'));
    EXPECT_EQ(dump(report.file).join(u'\n'), before.join(u'\n'));
}

// Noise that ends in the middle of a row leaves the row readable.
TEST_F(ABaseToRepair, MakesKeysAgainThatNoiseReachedInto) {
    work();
    const QStringList before = dump(m_temporary.path());
    expectDone(m_maria->database().execute(
        u"UPDATE contact_point SET normalised = CAST(x'2B34368FFE0901' AS TEXT) WHERE kind = 'phone'"_s));
    ASSERT_NE(dump(m_temporary.path()), before);
    RepairRequest wanted = request();
    wanted.dataFolder = m_temporary.folder() + u"/nothing"_s; // a journal would bring the row back as it was
    wanted.journals.clear();
    const RepairReport report = valueOf(repair(wanted));
    EXPECT_EQ(report.valuesMadeAgain, 1);
    EXPECT_TRUE(report.problems.isEmpty()) << qPrintable(report.problems.join(u'\n'));
    EXPECT_EQ(dump(report.file).join(u'\n'), before.join(u'\n'));
}

TEST_F(ABaseToRepair, StandsInItsPlaceAgainWithTheDamagedFileBesideIt) {
    const Id anna = add(*m_maria, u"Anna"_s);
    sharing::raiseDamageNotice(m_temporary.path(), {1, u"pc-1"_s, u"Maria"_s});
    const RepairRequest wanted = request();
    close();
    destroy();
    const RepairReport report = valueOf(repair(wanted));
    const QString aside = valueOf(putInPlace(report.file, m_temporary.path()));
    EXPECT_TRUE(QFileInfo::exists(aside));
    m_maria = open(u"pc-1"_s, u"Maria"_s);
    EXPECT_FALSE(m_maria->isReadOnly());
    EXPECT_TRUE(valueOf(db::find<Customer>(m_maria->database(), anna)));
    add(*m_maria, u"Boris"_s);
}
