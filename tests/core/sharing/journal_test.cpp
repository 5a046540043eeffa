#include "sharing/journal.h"
#include "support/temporary_base.h"

#include <QFile>

using namespace kontor;
using namespace kontor::sharing;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class AJournal : public testing::Test {
protected:
    static JournalRecord record(qint64 seq, const QByteArray &payload) { return {{JournalKind::Act, 7, seq, seq}, payload}; }

    QString onlyFile() const {
        const QStringList files = journalFilesIn(m_folder.path());
        EXPECT_EQ(files.size(), 1);
        return files.value(0);
    }
    QByteArray content() const {
        QFile file(onlyFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void setContent(const QByteArray &bytes) const {
        QFile file(onlyFile());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QList<qint64> seqs(JournalCheck check) const {
        QList<qint64> seqs;
        for (const JournalPlace &place : readJournal(onlyFile(), check).records)
            seqs << place.head.lastSeq;
        return seqs;
    }

    QTemporaryDir m_folder;
    Journal m_journal{m_folder.path(), u"pc/1"_s};
};

} // namespace

TEST_F(AJournal, GivesBackWhatWasAppended) {
    expectDone(m_journal.append({record(1, "first"), record(2, "")}));
    expectDone(m_journal.append({record(3, QByteArray(100'000, 'x'))}));
    const JournalContents contents = readJournal(onlyFile(), JournalCheck::Everything);
    ASSERT_EQ(contents.records.size(), 3);
    EXPECT_EQ(contents.damagedBytes, 0);
    EXPECT_EQ(contents.records[0].head.operation, 7);
    EXPECT_EQ(valueOf(payloadAt(contents.records[0])), "first");
    EXPECT_EQ(valueOf(payloadAt(contents.records[2])).size(), 100'000);
}

TEST_F(AJournal, PassesOverARecordThatWasCutShort) {
    expectDone(m_journal.append({record(1, "first"), record(2, "the second one")}));
    const QByteArray whole = content();
    for (qsizetype missing : {1, 10, 40}) {
        setContent(whole.chopped(missing));
        EXPECT_EQ(seqs(JournalCheck::Heads), QList<qint64>{1});
        EXPECT_EQ(seqs(JournalCheck::Everything), QList<qint64>{1});
    }
}

TEST_F(AJournal, FindsWhatFollowsARecordThatWasCutShort) {
    expectDone(m_journal.append({record(1, "first"), record(2, QByteArray(3'000, 'y'))}));
    setContent(content().chopped(500));
    Journal again(m_folder.path(), u"pc/1"_s);
    expectDone(again.append({record(3, "third"), record(4, "fourth")}));
    EXPECT_EQ(seqs(JournalCheck::Heads), (QList<qint64>{1, 3, 4}));
    EXPECT_EQ(seqs(JournalCheck::Everything), (QList<qint64>{1, 3, 4}));
    EXPECT_GT(readJournal(onlyFile(), JournalCheck::Everything).damagedBytes, 2'000);
}

TEST_F(AJournal, DoesNotBelieveARecordWithAWrongByte) {
    expectDone(m_journal.append({record(1, "first"), record(2, "second"), record(3, "third")}));
    QByteArray bytes = content();
    bytes[bytes.indexOf("second") + 2] = 'X';
    setContent(bytes);
    EXPECT_EQ(seqs(JournalCheck::Everything), (QList<qint64>{1, 3}));
}

TEST_F(AJournal, BeginsAFileEachDayAndKeepsThirtyDays) {
    QDate today(2026, 1, 1);
    m_journal.setToday([&today] { return today; });
    for (int day = 0; day < 40; ++day, today = today.addDays(1))
        expectDone(m_journal.append({record(day, "x")}));
    EXPECT_EQ(m_journal.files().size(), kJournalDays + 1);
    today = today.addDays(100);
    expectDone(m_journal.append({record(40, "x")}));
    EXPECT_EQ(m_journal.files().size(), 1);
}

TEST_F(AJournal, LeavesOtherComputersFilesAlone) {
    Journal other(m_folder.path(), u"pc/2"_s);
    expectDone(other.append({record(1, "x")}));
    expectDone(m_journal.append({record(2, "x")}));
    EXPECT_EQ(m_journal.files().size(), 1);
    EXPECT_EQ(journalFilesIn(m_folder.path()).size(), 2);
}

TEST_F(AJournal, SaysThatItCannotBeWritten) {
    QFile blocked(m_folder.filePath(u"blocked"_s));
    ASSERT_TRUE(blocked.open(QIODevice::WriteOnly));
    Journal nowhere(m_folder.filePath(u"blocked/folder"_s), u"pc"_s);
    const auto written = nowhere.append({record(1, "x")});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, Code::Full);
}
