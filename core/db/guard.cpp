#include "db/guard.h"

#include "db/continuous_clock.h"
#include "db/share_system_calls.h"

#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

namespace kontor::db {

namespace {

std::atomic<qint64 (*)()> clockInUse{&continuousMs};

// All that are open in this process. SQLite deletes a journal by its name alone.
struct OpenGuards {
    std::mutex mutex;
    std::vector<Guard *> guards;
};

OpenGuards &openGuards() {
    static OpenGuards open;
    return open;
}

bool isJournalOf(const Guard &guard, const char *path) { return guard.path() + "-journal" == path; }

} // namespace

Guard::Guard(QByteArray path, Drive drive) : m_path(std::move(path)), m_drive(drive) {
    const std::lock_guard lock(openGuards().mutex);
    openGuards().guards.push_back(this);
}

Guard::~Guard() {
    const std::lock_guard lock(openGuards().mutex);
    std::erase(openGuards().guards, this);
}

qint64 Guard::now() { return clockInUse.load()(); }

void Guard::setClock(qint64 (*clock)()) { clockInUse = clock ? clock : &continuousMs; }

void Guard::lockGranted(qint64 askedAt, bool isRollback) {
    if (holdsWriteLock())
        return;
    m_lockedAt = askedAt;
    m_isRollback = isRollback;
}

void Guard::lockReleased(bool isReadingToo) {
    m_lockedAt = -1;
    if (!isReadingToo)
        return;
    m_version.truncate(0);
    m_isReading = false;
}

void Guard::noteVersion(const void *bytes, qint64 size, qint64 offset) {
    if (offset <= kVersionOffset && offset + size >= kVersionOffset + kVersionSize)
        m_version = QByteArray(static_cast<const char *>(bytes) + (kVersionOffset - offset), kVersionSize);
}

bool Guard::isVersion(const char *bytes) const { return m_version.isEmpty() || m_version == QByteArrayView(bytes, kVersionSize); }

qint64 Guard::connectionForReading() const {
    if (m_drive != Drive::Smb)
        return -1;
    qint64 oldest = smbReconnects();
    const std::lock_guard lock(openGuards().mutex);
    for (const Guard *guard : openGuards().guards)
        if (guard->m_isReading && guard->path() == path())
            oldest = qMin(oldest, guard->m_connection.load());
    return oldest;
}

void Guard::readingGranted(qint64 askedAt) {
    m_connection = askedAt;
    m_isReading = true;
}

bool Guard::isStillConnected() const { return m_drive != Drive::Smb || !m_isReading || m_connection == smbReconnects(); }

bool Guard::isPastFence() const {
    return m_hasFence && m_drive != Drive::Local && holdsWriteLock() && now() - m_lockedAt > kFenceMs;
}

bool Guard::mayWrite() {
    if (isPastFence())
        poison();
    return !m_isPoisoned;
}

int Guard::checked(int code, bool isWrite) {
    const int primary = code & 0xff;
    const bool isHarmless =
        code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ || primary == SQLITE_BUSY || primary == SQLITE_NOTFOUND;
    if (!isHarmless && (isWrite || holdsWriteLock()))
        poison();
    else if (m_isRollback && holdsWriteLock() && mayWrite())
        m_lockedAt = now();
    return code;
}

bool Guard::mayDelete(const char *journalPath) {
    const std::lock_guard lock(openGuards().mutex);
    for (Guard *guard : openGuards().guards)
        if (isJournalOf(*guard, journalPath) && (guard->isPoisoned() || guard->isPastFence()))
            return false;
    return true;
}

bool Guard::isJournalOnNetwork(const char *journalPath) {
    const std::lock_guard lock(openGuards().mutex);
    return std::any_of(openGuards().guards.cbegin(), openGuards().guards.cend(), [journalPath](const Guard *guard) {
        return guard->drive() != Drive::Local && isJournalOf(*guard, journalPath);
    });
}

bool Guard::isWalOnNetwork(const char *walPath) {
    const std::lock_guard lock(openGuards().mutex);
    return std::any_of(openGuards().guards.cbegin(), openGuards().guards.cend(), [walPath](const Guard *guard) {
        return guard->drive() != Drive::Local && guard->path() + "-wal" == walPath;
    });
}

} // namespace kontor::db
