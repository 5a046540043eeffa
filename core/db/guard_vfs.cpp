#include "db/guard_vfs.h"

#include "db/guard.h"
#include "db/guard_file.h"
#include "db/share_system_calls.h"

#include <QUrl>

#include <sqlite3.h>

#include <array>
#include <cstring>
#include <mutex>
#include <vector>

namespace kontor::db {

namespace {

constexpr auto kFenceParameter = "fence";

sqlite3_vfs *below(sqlite3_vfs *vfs) { return static_cast<sqlite3_vfs *>(vfs->pAppData); }

bool endsWith(const char *path, const char *suffix) {
    const size_t length = std::strlen(path);
    const size_t end = std::strlen(suffix);
    return length > end && std::strcmp(path + length - end, suffix) == 0;
}

bool isJournalName(const char *path) { return endsWith(path, "-journal"); }

// The journal is under the guard of its base.
void attachGuard(GuardFile *file, const char *path, int flags) {
    if (path && flags & SQLITE_OPEN_MAIN_DB) {
        file->guard = new Guard(path, driveOf(path));
        file->guard->setFence(sqlite3_uri_boolean(path, kFenceParameter, 0) != 0);
        file->ownsGuard = true;
        if (file->guard->drive() != Drive::Local)
            file->ahead = new KeptBlocks;
    } else if (path && flags & SQLITE_OPEN_MAIN_JOURNAL) {
        if (sqlite3_file *base = sqlite3_database_file_object(path); base && base->pMethods)
            file->guard = reinterpret_cast<GuardFile *>(base)->guard;
    }
    if (file->guard)
        file->pieces = new WrittenPieces;
}

void detachGuard(GuardFile *file) {
    if (file->ownsGuard)
        delete file->guard;
    delete file->pieces;
    delete file->ahead;
    *file = GuardFile{};
}

int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *opened, int flags, int *flagsGiven) {
    auto file = reinterpret_cast<GuardFile *>(opened);
    *file = GuardFile{};
    attachGuard(file, path, flags);
    const OpeningPastCache past(file->guard && file->guard->drive() == Drive::Smb);
    const int code = below(vfs)->xOpen(below(vfs), path, file->below(), flags, flagsGiven);
    if (code != SQLITE_OK)
        detachGuard(file);
    if (file->below()->pMethods)
        file->base.pMethods = guardMethods(file->below()->pMethods->iVersion);
    return code;
}

// What SQLite itself does to a journal that stays after a commit. Other computers may know for a while longer that a file which was deleted is not there,
// also when the next writer has made it again and left it hot.
int emptyJournal(sqlite3_vfs *vfs, const char *path) {
    constexpr std::array<char, 28> header{};
    std::vector<char> memory(size_t(vfs->szOsFile));
    const auto file = reinterpret_cast<sqlite3_file *>(memory.data());
    const OpeningPastCache past(driveOf(path) == Drive::Smb);
    int code = vfs->xOpen(vfs, path, file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_JOURNAL, nullptr);
    if (code == SQLITE_OK)
        code = file->pMethods->xWrite(file, header.data(), int(header.size()), 0);
    if (code == SQLITE_OK)
        code = file->pMethods->xSync(file, SQLITE_SYNC_FULL);
    if (file->pMethods)
        file->pMethods->xClose(file);
    return code == SQLITE_OK || code == SQLITE_CANTOPEN ? code : SQLITE_IOERR_DELETE;
}

int deleteFile(sqlite3_vfs *vfs, const char *path, int syncFolder) {
    if (isJournalName(path) && !Guard::mayDelete(path))
        return SQLITE_IOERR_DELETE;
    if (isJournalName(path) && Guard::isJournalOnNetwork(path))
        return emptyJournal(below(vfs), path);
    return below(vfs)->xDelete(below(vfs), path, syncFolder);
}

// "No such file" and "empty" may come from the cache of the drive's client, while another PC left a hot journal a moment ago. Opening it asks the server.
// A journal that begins with a zero has nothing to roll back: SQLite finds that out too, but only after three times as many requests.
// A base is never in WAL mode, and its header says so: that there is no such file needs no request with every look.
int accessFile(sqlite3_vfs *vfs, const char *path, int flags, int *result) {
    if (flags == SQLITE_ACCESS_EXISTS && endsWith(path, "-wal") && Guard::isWalOnNetwork(path)) {
        *result = 0;
        return SQLITE_OK;
    }
    const bool isJournal = flags == SQLITE_ACCESS_EXISTS && isJournalName(path) && Guard::isJournalOnNetwork(path);
    if (isJournal && isSurelyCold(path)) {
        *result = 0;
        return SQLITE_OK;
    }
    const int code = below(vfs)->xAccess(below(vfs), path, flags, result);
    if (code == SQLITE_OK && *result == 0 && isJournal)
        *result = hasContent(path);
    return code;
}

int fullPath(sqlite3_vfs *vfs, const char *path, int size, char *full) {
    return below(vfs)->xFullPathname(below(vfs), path, size, full);
}
void *openLibrary(sqlite3_vfs *vfs, const char *path) { return below(vfs)->xDlOpen(below(vfs), path); }
void libraryError(sqlite3_vfs *vfs, int size, char *message) { below(vfs)->xDlError(below(vfs), size, message); }
void (*librarySymbol(sqlite3_vfs *vfs, void *library, const char *symbol))(void) {
    return below(vfs)->xDlSym(below(vfs), library, symbol);
}
void closeLibrary(sqlite3_vfs *vfs, void *library) { below(vfs)->xDlClose(below(vfs), library); }
int randomness(sqlite3_vfs *vfs, int size, char *bytes) { return below(vfs)->xRandomness(below(vfs), size, bytes); }
int sleepFor(sqlite3_vfs *vfs, int microseconds) { return below(vfs)->xSleep(below(vfs), microseconds); }
int currentTime(sqlite3_vfs *vfs, double *now) { return below(vfs)->xCurrentTime(below(vfs), now); }
int lastError(sqlite3_vfs *vfs, int size, char *message) { return below(vfs)->xGetLastError(below(vfs), size, message); }
int currentTime64(sqlite3_vfs *vfs, sqlite3_int64 *now) { return below(vfs)->xCurrentTimeInt64(below(vfs), now); }

sqlite3_vfs guardOver(sqlite3_vfs *base) {
    sqlite3_vfs guard{};
    guard.iVersion = base->iVersion < 2 ? 1 : 2;
    guard.szOsFile = int(sizeof(GuardFile)) + base->szOsFile;
    guard.mxPathname = base->mxPathname;
    guard.zName = kGuardVfs;
    guard.pAppData = base;
    guard.xOpen = &openFile;
    guard.xDelete = &deleteFile;
    guard.xAccess = &accessFile;
    guard.xFullPathname = &fullPath;
    guard.xDlOpen = &openLibrary;
    guard.xDlError = &libraryError;
    guard.xDlSym = &librarySymbol;
    guard.xDlClose = &closeLibrary;
    guard.xRandomness = &randomness;
    guard.xSleep = &sleepFor;
    guard.xCurrentTime = &currentTime;
    guard.xGetLastError = &lastError;
    guard.xCurrentTimeInt64 = &currentTime64;
    return guard;
}

} // namespace

void registerGuardVfs() {
    static std::once_flag once;
    static sqlite3_vfs guard;
    std::call_once(once, [] {
        sqlite3_initialize();
        installShareSystemCalls();
        guard = guardOver(sqlite3_vfs_find(nullptr));
        sqlite3_vfs_register(&guard, 0);
    });
}

QString guardedUri(const QString &path, Access access) {
    const QByteArray encoded = QUrl::toPercentEncoding(path, "/:");
    const char *prefix = path.startsWith(QLatin1Char('/'))      ? "file://"
                         : path.mid(1, 1) == QLatin1String(":") ? "file:///"
                                                                : "file:";
    const char *mode = access == Access::Create ? "rwc" : access == Access::ReadOnly ? "ro" : "rw";
    return QString::fromLatin1(prefix + encoded + "?vfs=" + kGuardVfs + '&' + kFenceParameter + "=1&mode=" + mode);
}

bool isGuarded(sqlite3 *connection) {
    sqlite3_vfs *vfs = nullptr;
    return sqlite3_file_control(connection, "main", SQLITE_FCNTL_VFS_POINTER, &vfs) == SQLITE_OK && vfs &&
           std::strcmp(vfs->zName, kGuardVfs) == 0;
}

bool isPoisoned(sqlite3 *connection) {
    int poisoned = 0;
    return sqlite3_file_control(connection, "main", kIsPoisonedControl, &poisoned) == SQLITE_OK && poisoned != 0;
}

bool hasLostLock(sqlite3 *connection) {
    int lost = 0;
    return sqlite3_file_control(connection, "main", kHasLostLockControl, &lost) == SQLITE_OK && lost != 0;
}

void setFence(sqlite3 *connection, bool isOn) {
    int on = isOn;
    sqlite3_file_control(connection, "main", kSetFenceControl, &on);
}

} // namespace kontor::db
