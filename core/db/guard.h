// What the guard VFS knows about one connection's base: whether it may still write. Shared by the base's file and its journal.
//
// The fence: a writer that was asleep or cut off from a network drive may have lost its lock without knowing. Later than kFenceMs after the lock was granted nothing
// is written any more: the journal stays hot, and whoever opens next with a true lock rolls back.
// The version: a cut connection may cost the lock too, and the system asks for it again without a word. Once the file is locked for writing it must still
// be as it was read when the transaction began; SQLite counts every commit in its header. On SMB the connection must also be the same.
// The poison: after a failed write or sync, or any failed request while the lock was held, this connection writes nothing more, not even its own
// rollback. The way on is to close and to open again.
#pragma once

#include <QByteArray>

#include <atomic>

namespace kontor::db {

constexpr qint64 kFenceMs = 8'000;
// Where the counter of commits stands in the header, with what SQLite itself compares when it reads.
constexpr int kVersionOffset = 24;
constexpr int kVersionSize = 16;

enum class Drive { Local, Network, Smb };

class Guard {
public:
    Guard(QByteArray path, Drive drive);
    ~Guard();
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;

    const QByteArray &path() const { return m_path; }
    Drive drive() const { return m_drive; }
    bool isPoisoned() const { return m_isPoisoned; }
    void poison() { m_isPoisoned = true; }

    // Off for what is long on purpose, while nobody else is in (an upgrade of the schema).
    void setFence(bool isOn) { m_hasFence = isOn; }

    bool holdsWriteLock() const { return m_lockedAt >= 0; }
    // `askedAt`: when the lock was asked for, by now(): the time that the answer took counts too. `isRollback`: taken to roll a hot journal back,
    // which may be long: the fence then counts from the last answer.
    void lockGranted(qint64 askedAt, bool isRollback);
    bool isRollback() const { return m_isRollback; }
    void lockReleased(bool isReadingToo);
    // Bytes of the base that were read or written; those of the header say which commit it stands at.
    void noteVersion(const void *bytes, qint64 size, qint64 offset);
    // What stands there now that the lock for writing is held; false: somebody else wrote in between.
    bool isVersion(const char *bytes) const;

    // SMB: whether no connection to a server was made anew since this program's locks on the file were granted. A connection may begin to read under a
    // lock that another one of this program holds already. `askedAt`: from connectionForReading(), before the lock was asked for.
    qint64 connectionForReading() const;
    void readingGranted(qint64 askedAt);
    bool isStillConnected() const;

    // Whether a write may begin; false poisons.
    bool mayWrite();
    // Takes the result of a write, a sync or another request: an error while the lock is held poisons. Returns it.
    int checked(int code, bool isWrite);

    static qint64 now();
    // For tests: another clock. nullptr: the true one.
    static void setClock(qint64 (*clock)());
    // Whether a journal of a base that is open in this process may be deleted: not when one of its connections is past its fence or poisoned.
    static bool mayDelete(const char *journalPath);
    // Whether a base on a network drive with that journal is open in this process.
    static bool isJournalOnNetwork(const char *journalPath);
    static bool isWalOnNetwork(const char *walPath); // the same for the file that SQLite would have beside it in WAL mode

private:
    bool isPastFence() const;

    QByteArray m_path;
    Drive m_drive;
    QByteArray m_version; // empty: not read since the file was locked
    // Also read by other connections.
    std::atomic<qint64> m_connection = -1;
    std::atomic<bool> m_isReading = false;
    std::atomic<bool> m_hasFence = true;
    std::atomic<bool> m_isRollback = false;
    std::atomic<bool> m_isPoisoned = false;
    std::atomic<qint64> m_lockedAt = -1;
};

} // namespace kontor::db
