#include "fault_vfs.h"

#include "db/guard.h"
#include "db/share_system_calls.h"

#include <sqlite3.h>

#include <atomic>
#include <cstring>

namespace kontor::tests {

namespace {

struct State {
    Fault fault = Fault::None;
    int request = 0;
    int seen = 0;
    bool hasStruck = false;
    qint64 stalledMs = 0;
};
State state;
std::atomic<bool> isAway = false;
std::atomic<bool> isRefusing = false;

struct FaultFile {
    sqlite3_file base;
    bool isLost;
    sqlite3_file *below() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

FaultFile *own(sqlite3_file *file) { return reinterpret_cast<FaultFile *>(file); }
const sqlite3_io_methods *methodsBelow(sqlite3_file *file) { return own(file)->below()->pMethods; }

qint64 stalledClock() { return 1'000'000 + state.stalledMs; }

bool countsWritesOnly() { return state.fault == Fault::ShortWrite || state.fault == Fault::FullDisk; }

// True: this very request meets the fault.
bool strikes(bool isWrite) {
    if (countsWritesOnly() && !isWrite)
        return false;
    if (++state.seen != state.request)
        return false;
    state.hasStruck = true;
    return true;
}

// What happens to a request that is not a write. SQLITE_OK: it goes through.
int meet(sqlite3_file *file, int error) {
    FaultFile *mine = own(file);
    if (mine->isLost || isAway)
        return error;
    if (!strikes(false))
        return SQLITE_OK;
    if (state.fault == Fault::Stall)
        state.stalledMs += 9'000;
    if (state.fault == Fault::LostLock) {
        mine->isLost = true;
        mine->below()->pMethods->xUnlock(mine->below(), SQLITE_LOCK_NONE);
    }
    return state.fault == Fault::IoError || state.fault == Fault::LostLock ? error : SQLITE_OK;
}

int closeFile(sqlite3_file *file) { return methodsBelow(file)->xClose(own(file)->below()); }

int readFile(sqlite3_file *file, void *buffer, int size, sqlite3_int64 offset) {
    if (isRefusing)
        return SQLITE_IOERR_CORRUPTFS;
    const int code = meet(file, SQLITE_IOERR_READ);
    return code == SQLITE_OK ? methodsBelow(file)->xRead(own(file)->below(), buffer, size, offset) : code;
}

bool wouldGrow(sqlite3_file *file, int size, sqlite3_int64 offset) {
    sqlite3_int64 now = 0;
    return methodsBelow(file)->xFileSize(own(file)->below(), &now) != SQLITE_OK || offset + size > now;
}

int writeFile(sqlite3_file *file, const void *buffer, int size, sqlite3_int64 offset) {
    FaultFile *mine = own(file);
    const auto through = [&](int bytes) { return methodsBelow(file)->xWrite(mine->below(), buffer, bytes, offset); };
    if (!countsWritesOnly()) {
        const int code = meet(file, SQLITE_IOERR_WRITE);
        return code == SQLITE_OK ? through(size) : code;
    }
    const bool isNow = strikes(true);
    if (state.fault == Fault::FullDisk)
        return state.hasStruck && wouldGrow(file, size, offset) ? SQLITE_FULL : through(size);
    if (!isNow)
        return through(size);
    (void)through(size / 2);
    return SQLITE_IOERR_WRITE;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size) {
    const int code = meet(file, SQLITE_IOERR_TRUNCATE);
    return code == SQLITE_OK ? methodsBelow(file)->xTruncate(own(file)->below(), size) : code;
}

int syncFile(sqlite3_file *file, int flags) {
    const int code = meet(file, SQLITE_IOERR_FSYNC);
    return code == SQLITE_OK ? methodsBelow(file)->xSync(own(file)->below(), flags) : code;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size) {
    const int code = meet(file, SQLITE_IOERR_FSTAT);
    return code == SQLITE_OK ? methodsBelow(file)->xFileSize(own(file)->below(), size) : code;
}

int lockFile(sqlite3_file *file, int level) {
    const int code = meet(file, SQLITE_IOERR_LOCK);
    return code == SQLITE_OK ? methodsBelow(file)->xLock(own(file)->below(), level) : code;
}

int unlockFile(sqlite3_file *file, int level) {
    const int code = meet(file, SQLITE_IOERR_UNLOCK);
    const int below = methodsBelow(file)->xUnlock(own(file)->below(), level);
    return code == SQLITE_OK ? below : code;
}

int checkReservedLock(sqlite3_file *file, int *isReserved) {
    const int code = meet(file, SQLITE_IOERR_CHECKRESERVEDLOCK);
    return code == SQLITE_OK ? methodsBelow(file)->xCheckReservedLock(own(file)->below(), isReserved) : code;
}

int fileControl(sqlite3_file *file, int operation, void *argument) {
    return methodsBelow(file)->xFileControl(own(file)->below(), operation, argument);
}
int sectorSize(sqlite3_file *file) { return methodsBelow(file)->xSectorSize(own(file)->below()); }
int characteristics(sqlite3_file *file) { return methodsBelow(file)->xDeviceCharacteristics(own(file)->below()); }

constexpr sqlite3_io_methods kMethods{1,
                                      &closeFile,
                                      &readFile,
                                      &writeFile,
                                      &truncateFile,
                                      &syncFile,
                                      &fileSize,
                                      &lockFile,
                                      &unlockFile,
                                      &checkReservedLock,
                                      &fileControl,
                                      &sectorSize,
                                      &characteristics,
                                      nullptr,
                                      nullptr,
                                      nullptr,
                                      nullptr,
                                      nullptr,
                                      nullptr};

sqlite3_vfs *below(sqlite3_vfs *vfs) { return static_cast<sqlite3_vfs *>(vfs->pAppData); }

bool isOfBase(const char *path) { return path && std::strstr(path, ".kontor"); }

int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *opened, int flags, int *flagsGiven) {
    if (!isOfBase(path))
        return below(vfs)->xOpen(below(vfs), path, opened, flags, flagsGiven);
    auto file = reinterpret_cast<FaultFile *>(opened);
    *file = FaultFile{};
    if (isAway)
        return SQLITE_CANTOPEN;
    if (strikes(false) && state.fault != Fault::Stall)
        return SQLITE_CANTOPEN;
    const int code = below(vfs)->xOpen(below(vfs), path, file->below(), flags, flagsGiven);
    if (file->below()->pMethods)
        file->base.pMethods = &kMethods;
    return code;
}

} // namespace

void FaultVfs::install() {
    static sqlite3_vfs vfs;
    if (vfs.zName)
        return;
    sqlite3_initialize();
    sqlite3_vfs *base = sqlite3_vfs_find(nullptr);
    vfs = *base; // what is not replaced goes straight to the one below, which looks at nothing but its own static data
    vfs.pNext = nullptr;
    vfs.iVersion = 2;
    vfs.zName = "kontor-faults";
    vfs.szOsFile = int(sizeof(FaultFile)) + base->szOsFile;
    vfs.pAppData = base;
    vfs.xOpen = &openFile;
    vfs.xDelete = [](sqlite3_vfs *self, const char *path, int sync) { return below(self)->xDelete(below(self), path, sync); };
    vfs.xAccess = [](sqlite3_vfs *self, const char *path, int flags, int *result) {
        return below(self)->xAccess(below(self), path, flags, result);
    };
    sqlite3_vfs_register(&vfs, 1);
    db::Guard::setClock(&stalledClock);
    db::setDriveEverywhere(db::Drive::Network);
}

void FaultVfs::arm(Fault fault, int request) {
    const qint64 stalledMs = state.stalledMs;
    state = State{};
    state.fault = fault;
    state.request = request;
    state.stalledMs = stalledMs;
}

void FaultVfs::setAway(bool away) { isAway = away; }
void FaultVfs::setRefusing(bool isRefusingNow) { isRefusing = isRefusingNow; }
int FaultVfs::requests() { return state.seen; }
bool FaultVfs::hasStruck() { return state.hasStruck; }

} // namespace kontor::tests
