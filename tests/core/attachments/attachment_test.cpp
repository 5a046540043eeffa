#include "attachments/attachment_repository.h"

#include "customers/customer_repository.h"
#include "support/temporary_base.h"
#include "workspace/undo.h"

#include <QDir>
#include <QFile>

using namespace kontor;
using namespace kontor::tests;
using namespace Qt::StringLiterals;

namespace {

class Attachments : public testing::Test {
protected:
    void SetUp() override {
        NewCustomer draft;
        draft.customer.name = u"Anna Petrova"_s;
        m_customer = valueOf(
            base->write({u"add"_s, "customer", {}}, [&](workspace::Recorder &recorder) { return addCustomer(recorder, draft); }));
    }
    QString fileOf(const QByteArray &content, const QString &name = u"contract.pdf"_s) {
        const QString path = base.folder() + u'/' + name;
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return path;
    }
    QList<Attachment> all() { return valueOf(attachmentsOf(base->database(), m_customer)); }
    qint64 pieces() { return valueOf(base->database().single(u"SELECT count(*) FROM attachment_piece"_s)).integer(); }

    TemporaryBase base;
    Id m_customer;
    CopyProgress m_progress;
};

QByteArray someBytes(qint64 size) {
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 1;
    for (char &byte : bytes)
        byte = char((state = state * 1'664'525 + 1'013'904'223) >> 24);
    return bytes;
}

} // namespace

TEST_F(Attachments, ComeOutAsTheyWentIn) {
    const QByteArray content = someBytes(3 * kPieceSize + 17);
    const Id id = valueOf(storeFile(*base, m_customer, fileOf(content), m_progress));
    EXPECT_EQ(pieces(), 4);
    EXPECT_EQ(m_progress.done, content.size());
    ASSERT_EQ(all().size(), 1);
    EXPECT_EQ(all()[0].name, u"contract.pdf"_s);
    QTemporaryDir folder;
    QFile out(valueOf(extractFile(base->database(), id, folder.path())));
    ASSERT_TRUE(out.open(QIODevice::ReadOnly));
    EXPECT_TRUE(out.readAll() == content);
    EXPECT_FALSE(out.permissions().testFlag(QFile::WriteOwner));
    EXPECT_FALSE(out.permissions().testFlag(QFile::ReadOther));
    // Again, over the one of before.
    EXPECT_TRUE(bool(extractFile(base->database(), id, folder.path())));
}

TEST_F(Attachments, UndoTakesTheFileFromTheCardAndRedoBringsItBack) {
    const Id id = valueOf(storeFile(*base, m_customer, fileOf("text"), m_progress));
    const qint64 operation = valueOf(base->lastOperationId());
    ASSERT_TRUE(bool(workspace::undo(*base, operation)));
    EXPECT_TRUE(all().isEmpty());
    ASSERT_TRUE(bool(workspace::redo(*base, operation)));
    QTemporaryDir folder;
    EXPECT_TRUE(bool(extractFile(base->database(), id, folder.path())));
}

TEST_F(Attachments, TooLargeIsSaidWithBothSizes) {
    QFile file(fileOf({}, u"film.avi"_s));
    ASSERT_TRUE(file.resize(kLargestFile + 1));
    const auto stored = storeFile(*base, m_customer, file.fileName(), m_progress);
    ASSERT_FALSE(bool(stored));
    EXPECT_EQ(stored.error().code, Code::Invalid);
    EXPECT_TRUE(stored.error().message.contains(u"film.avi"_s));
    EXPECT_EQ(pieces(), 0);
}

TEST_F(Attachments, CancelledLeavesNothing) {
    m_progress.isCancelled = true;
    EXPECT_EQ(storeFile(*base, m_customer, fileOf("text"), m_progress).error().code, Code::Cancelled);
    EXPECT_EQ(pieces(), 0);
    EXPECT_TRUE(all().isEmpty());
}

TEST_F(Attachments, AChangedContentIsNotOpened) {
    const Id id = valueOf(storeFile(*base, m_customer, fileOf("text"), m_progress));
    expectDone(base->database().execute(u"UPDATE attachment_piece SET content = x'00'"_s));
    QTemporaryDir folder;
    EXPECT_EQ(extractFile(base->database(), id, folder.path()).error().code, Code::Corrupt);
    EXPECT_TRUE(QDir(folder.path()).isEmpty());
}

TEST_F(Attachments, ALinkKeepsThePath) {
    const QString path = fileOf("text");
    valueOf(base->write({u"file"_s, "customer", m_customer},
                        [&](workspace::Recorder &recorder) { return linkFile(recorder, m_customer, path); }));
    ASSERT_EQ(all().size(), 1);
    EXPECT_EQ(all()[0].path, path);
    EXPECT_EQ(pieces(), 0);
}

TEST(FileNames, AreOnlyNames) {
    EXPECT_EQ(plainFileName(u"../../etc/passwd"_s), u"_.._etc_passwd"_s);
    EXPECT_EQ(plainFileName(u"invoice\u202efdp.exe"_s), u"invoicefdp.exe"_s);
    EXPECT_EQ(plainFileName(u"a\nb.txt"_s), u"ab.txt"_s);
    EXPECT_EQ(plainFileName(u"..."_s), u"file"_s);
    EXPECT_EQ(plainFileName(u"قرارداد.pdf"_s), u"قرارداد.pdf"_s);
}

TEST(FileNames, ProgramsAreKnownByTheirEnd) {
    for (const QString &name : {u"a.exe"_s, u"a.pdf.EXE"_s, u"a.sh"_s, u"a.desktop"_s, u"a.lnk "_s, u"a.docm"_s})
        EXPECT_TRUE(isProgramName(name)) << qPrintable(name);
    for (const QString &name : {u"a.pdf"_s, u"a.docx"_s, u"exe"_s, u"a.jpg"_s, u"a.txt"_s})
        EXPECT_FALSE(isProgramName(name)) << qPrintable(name);
}
