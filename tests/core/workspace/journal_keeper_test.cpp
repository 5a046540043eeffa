#include "attachments/attachment_repository.h"
#include "customers/customer_repository.h"
#include "support/temporary_base.h"
#include "workspace/bulk_operation.h"
#include "workspace/journal_keeper.h"
#include "workspace/undo.h"

#include <QDir>
#include <QFile>

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::workspace;
using namespace Qt::StringLiterals;

namespace {

class AJournalledBase : public testing::Test {
protected:
    AJournalledBase() { m_base = open(); }

    OpenOptions options(const QString &pc = u"pc-1"_s) const {
        OpenOptions options = m_temporary.options(pc, u"Maria"_s);
        options.dataFolder = m_temporary.folder() + u"/data"_s;
        return options;
    }
    std::unique_ptr<Base> open(const QString &pc = u"pc-1"_s) const { return valueOf(Base::open(m_temporary.path(), options(pc))); }

    static Id add(Base &base, const QString &name) {
        return valueOf(base.write({u"add"_s, "customer", {}}, [&](Recorder &recorder) {
            NewCustomer draft;
            draft.customer.name = name;
            return addCustomer(recorder, draft);
        }));
    }
    static void rename(Base &base, Id id, const QString &name) {
        expectDone(base.write({u"edit"_s, "customer", id}, [&](Recorder &recorder) -> Result<void> {
            TRY(before, db::find<Customer>(recorder.database(), id));
            Customer after = *before;
            after.name = name;
            return recorder.update(*before, after);
        }));
    }

    QStringList files() const { return sharing::journalFilesIn(localFolderOf(options().dataFolder, m_base->id())); }
    QList<JournalEntry> entries() const {
        QList<JournalEntry> entries;
        for (const QString &file : files())
            for (const sharing::JournalPlace &place : readJournal(file, sharing::JournalCheck::Everything).records)
                if (place.head.kind == sharing::JournalKind::Act)
                    entries << valueOf(unpackEntry(valueOf(payloadAt(place))));
        return entries;
    }
    static QString nameIn(const JournalEntry &entry) {
        for (const JournalRows &rows : entry.rows)
            if (rows.table == "customer")
                return rows.rows.value(0).value(rows.columns.indexOf("name")).text();
        return {};
    }
    // As after a kill between COMMIT and the journal: the base has what the journal lacks.
    void cutJournalTo(qint64 size) const {
        QFile file(files().value(0));
        ASSERT_TRUE(file.resize(size));
    }
    qint64 journalSize() const { return QFileInfo(files().value(0)).size(); }

    TemporaryBase m_temporary;
    std::unique_ptr<Base> m_base;
};

} // namespace

TEST_F(AJournalledBase, WritesDownAnInsertWithItsValues) {
    const Id id = add(*m_base, u"Анна Петрова"_s);
    const QList<JournalEntry> all = entries();
    ASSERT_EQ(all.size(), 1);
    EXPECT_EQ(all[0].operation.info.kind, u"add"_s);
    EXPECT_EQ(all[0].operation.author, u"Maria"_s);
    EXPECT_EQ(all[0].pc, u"pc-1"_s);
    EXPECT_GT(all[0].nextCounter, id.value);
    EXPECT_EQ(nameIn(all[0]), u"Анна Петрова"_s);
}

TEST_F(AJournalledBase, WritesDownBothValuesOfAChange) {
    const Id id = add(*m_base, u"Anna"_s);
    rename(*m_base, id, u"Anna Berg"_s);
    const JournalEntry entry = entries().value(1);
    ASSERT_EQ(entry.changes.size(), 1);
    EXPECT_EQ(entry.changes[0].field, "name");
    EXPECT_EQ(entry.changes[0].before.text(), u"Anna"_s);
    EXPECT_EQ(entry.changes[0].after.text(), u"Anna Berg"_s);
    EXPECT_EQ(entry.changes[0].version, 2);
}

TEST_F(AJournalledBase, CopiesAtTheNextOpenWhatACrashLeftOut) {
    add(*m_base, u"Anna"_s);
    const qint64 before = journalSize();
    add(*m_base, u"Boris"_s);
    cutJournalTo(before);
    ASSERT_EQ(entries().size(), 1);
    m_base = open();
    EXPECT_EQ(m_base->recovery().journalled, 1);
    ASSERT_EQ(entries().size(), 2);
    EXPECT_EQ(nameIn(entries()[1]), u"Boris"_s);
    m_base = open();
    EXPECT_EQ(m_base->recovery().journalled, 0) << "once is enough";
}

TEST_F(AJournalledBase, CopiesWhatATornRecordWasToSay) {
    add(*m_base, u"Anna"_s);
    add(*m_base, u"Boris"_s);
    cutJournalTo(journalSize() - 5);
    m_base = open();
    EXPECT_EQ(m_base->recovery().journalled, 1);
    EXPECT_EQ(nameIn(entries().value(1)), u"Boris"_s);
}

TEST_F(AJournalledBase, CopiesTheStepOfABulkOperationThatIsMissingBehindAnotherAct) {
    auto bulk = valueOf(BulkOperation::begin(*m_base, {u"bulk"_s, {}, {}}));
    auto other = open(); // another program of this PC, while the operation runs
    const qint64 before = journalSize();
    const Id inStep = valueOf(bulk->step([](Recorder &recorder) {
        NewCustomer draft;
        draft.customer.name = u"In the step"_s;
        return addCustomer(recorder, draft);
    }));
    cutJournalTo(before);
    add(*other, u"Anna"_s);
    bulk->leaveRunning();
    bulk.reset();
    m_base = open();
    QStringList names;
    for (const JournalEntry &entry : entries())
        names << nameIn(entry);
    EXPECT_TRUE(names.contains(u"In the step"_s));
    EXPECT_TRUE(inStep.isValid());
}

TEST_F(AJournalledBase, LeavesWhatOtherComputersDidToThem) {
    add(*m_base, u"Anna"_s);
    OpenOptions elsewhere = m_temporary.options(u"pc-2"_s, u"Ivan"_s);
    add(*valueOf(Base::open(m_temporary.path(), elsewhere)), u"Boris"_s);
    m_base = open();
    EXPECT_EQ(entries().size(), 1);
}

TEST_F(AJournalledBase, BeginsWhereItIsOpenedForTheFirstTime) {
    TemporaryBase old;
    OpenOptions journalled = old.options(u"pc-1"_s, u"Maria"_s);
    add(*old, u"Anna"_s);
    journalled.dataFolder = old.folder() + u"/data"_s;
    auto base = valueOf(Base::open(old.path(), journalled));
    EXPECT_EQ(base->recovery().journalled, 0);
    EXPECT_EQ(sharing::journalFilesIn(base->localFolder()).size(), 1);
}

TEST_F(AJournalledBase, SavesAlthoughTheJournalCannotBeWritten) {
    const QString folder = m_base->localFolder();
    m_base.reset();
    ASSERT_TRUE(QDir(folder).removeRecursively());
    QFile blocked(folder);
    ASSERT_TRUE(blocked.open(QIODevice::WriteOnly));
    m_base = open();
    const Id id = add(*m_base, u"Anna"_s);
    EXPECT_TRUE(m_base->isJournalBehind());
    EXPECT_TRUE(valueOf(db::find<Customer>(m_base->database(), id)));
    blocked.close();
    ASSERT_TRUE(QFile::remove(folder));
    m_base = open();
    EXPECT_FALSE(m_base->isJournalBehind());
}

TEST_F(AJournalledBase, KeepsThePiecesOfAFile) {
    const Id customer = add(*m_base, u"Anna"_s);
    const QString path = m_temporary.folder() + u"/plan.bin"_s;
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(600'000, 'p'));
    file.close();
    CopyProgress progress;
    valueOf(storeFile(*m_base, customer, path, progress));
    qint64 bytes = 0;
    for (const sharing::JournalPlace &place : readJournal(files().value(0), sharing::JournalCheck::Everything).records)
        if (place.head.kind == sharing::JournalKind::Piece)
            bytes += place.size;
    EXPECT_EQ(bytes, 600'000);
}
