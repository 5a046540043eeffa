#include "customers/customer_repository.h"
#include "sharing/damage_notice.h"
#include "support/temporary_base.h"
#include "workspace/bulk_operation.h"

#include <QFile>

#if defined(__linux__)
#include <fcntl.h>
#endif

using namespace kontor;
using namespace kontor::tests;
using namespace kontor::workspace;
using namespace Qt::StringLiterals;

namespace {

#if defined(__linux__)
// Lets nobody begin to read, as somebody who waits to commit.
class OtherComputer {
public:
    explicit OtherComputer(const QString &path) : m_file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC)) {}
    ~OtherComputer() { unlock(); }
    void lock() const { ask(F_WRLCK); }
    void unlock() const { ask(F_UNLCK); }

private:
    void ask(short type) const {
        struct flock lock {};
        lock.l_type = type;
        lock.l_whence = SEEK_SET;
        lock.l_start = 0x40000000;
        lock.l_len = 1;
        EXPECT_EQ(::fcntl(m_file, F_OFD_SETLK, &lock), 0);
    }
    int m_file; // never closed: that would give back the locks of this program too
};
#endif

class ADamagedBase : public testing::Test {
protected:
    ADamagedBase() {
        m_base = open(u"pc-1"_s);
        expectDone(m_base->write({u"add"_s, "customer", {}}, [](Recorder &recorder) -> Result<void> {
            for (int i = 0; i < 300; ++i) {
                NewCustomer draft;
                draft.customer.name = u"Customer %1 %2"_s.arg(i).arg(QString(200, u'x'));
                TRY(id, addCustomer(recorder, draft));
                Q_UNUSED(id)
            }
            return {};
        }));
    }

    std::unique_ptr<Base> open(const QString &pc) const {
        OpenOptions options = m_temporary.options(pc, u"Maria"_s);
        options.dataFolder = m_temporary.folder() + u"/data-"_s + pc;
        return valueOf(Base::open(m_temporary.path(), options));
    }
    // Behind the first pages, so that the file can still be opened.
    void damage() const {
        QFile file(m_temporary.path());
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        const qint64 from = file.size() / 2;
        ASSERT_TRUE(file.seek(from));
        file.write(QByteArray(file.size() - from, '\xEE'));
    }
    static Result<qint64> readAll(Base &base) {
        return base.read([](db::Database &database) -> Result<qint64> {
            TRY(length, database.single(u"SELECT sum(length(name) + length(note)) FROM customer NOT INDEXED"_s));
            return length.integer();
        });
    }

    TemporaryBase m_temporary;
    std::unique_ptr<Base> m_base;
};

} // namespace

TEST_F(ADamagedBase, IsWrittenByNobodyOnceSomebodyMetTheDamage) {
    auto other = open(u"pc-2"_s);
    damage();
    const auto read = readAll(*other);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, Code::Corrupt);
    EXPECT_TRUE(other->isDamaged());
    const auto notice = sharing::damageNotice(m_temporary.path());
    ASSERT_TRUE(notice);
    EXPECT_EQ(notice->host, u"pc-2"_s);
    const auto third = Base::open(m_temporary.path(), m_temporary.options(u"pc-3"_s, u"Ivan"_s));
    if (third) { // whether it can still be opened depends on what was hit
        EXPECT_TRUE((*third)->isReadOnly());
        EXPECT_TRUE((*third)->isDamaged());
    }
}

TEST_F(ADamagedBase, HasTheJournalsOfAllBesideItForWhoeverRepairsIt) {
    auto other = open(u"pc-2"_s);
    damage();
    EXPECT_FALSE(readAll(*other));
    m_base->declareDamaged(); // as the window does when it sees the notice
    EXPECT_TRUE(m_base->isReadOnly());
    EXPECT_EQ(sharing::journalFilesIn(sharedJournalFolder(m_temporary.path())).size(), 2);
}

#if defined(__linux__)
// A drive that was connected anew may show old and new pages side by side. The second look decides, and it may have to wait for another computer.
TEST_F(ADamagedBase, IsNotTakenForDamagedWhileAnotherComputerHoldsUpTheSecondLook) {
    const Error once{Code::Corrupt, u"x"_s, u"sqlite 11: as a drive may answer once"_s, QByteArray()};
    OtherComputer other(m_temporary.path());
    m_base->database().setBusyWait([](int) { return false; });
    const auto written = m_base->write({u"edit"_s, "customer", {}}, [&](Recorder &) -> Result<void> {
        other.lock();
        return once;
    });
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, Code::Busy);

    other.unlock();
    int waits = 0;
    m_base->database().setBusyWait([&](int) {
        if (++waits == 2)
            other.unlock();
        return waits >= 2;
    });
    int looks = 0;
    const auto read = m_base->read([&](db::Database &) -> Result<int> {
        if (++looks > 1)
            return looks;
        other.lock();
        return once;
    });
    EXPECT_EQ(valueOf(read), 2);
    EXPECT_FALSE(m_base->isDamaged());
}
#endif

TEST_F(ADamagedBase, IsNotDeclaredDamagedForAnErrorThatIsNone) {
    const auto read = m_base->read([](db::Database &) -> Result<int> {
        return Error{Code::Corrupt, u"x"_s, u"sqlite 11: as a drive may answer once"_s, QByteArray()};
    });
    EXPECT_FALSE(read);
    EXPECT_FALSE(m_base->isDamaged());
    EXPECT_FALSE(sharing::damageNotice(m_temporary.path()));
}
