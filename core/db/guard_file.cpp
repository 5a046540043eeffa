#include "db/guard_file.h"

#include "db/guard.h"

#include <array>
#include <utility>

namespace kontor::db {

namespace {

GuardFile *own(sqlite3_file *file) { return reinterpret_cast<GuardFile *>(file); }

template <auto Method, class... Arguments>
int pass(sqlite3_file *file, Arguments... arguments) {
    sqlite3_file *below = own(file)->below();
    return (below->pMethods->*Method)(below, arguments...);
}

bool mayWrite(sqlite3_file *file) { return !own(file)->guard || own(file)->guard->mayWrite(); }

int checked(sqlite3_file *file, int code, bool isWrite) {
    return own(file)->guard ? own(file)->guard->checked(code, isWrite) : code;
}

// SQLite writes a page to the journal in three pieces, and pages of the base one by one, also those that lie side by side; each would be a request to
// the server, and on a disk they are a fifth of an import. Nothing is lost by waiting: it counts on what it wrote only after a sync.
int sendPieces(sqlite3_file *file) {
    WrittenPieces *pieces = own(file)->pieces;
    if (!pieces || pieces->bytes.empty())
        return SQLITE_OK;
    std::vector<char> bytes = std::exchange(pieces->bytes, {});
    if (!mayWrite(file))
        return SQLITE_IOERR_WRITE;
    const auto all = static_cast<const void *>(bytes.data());
    const int code = checked(file, pass<&sqlite3_io_methods::xWrite>(file, all, int(bytes.size()), pieces->offset), true);
    bytes.clear();
    pieces->bytes = std::move(bytes); // its memory is used again
    return code;
}

int keepPiece(sqlite3_file *file, const void *buffer, int size, sqlite3_int64 offset) {
    WrittenPieces &pieces = *own(file)->pieces;
    const bool follows = offset == pieces.offset + sqlite3_int64(pieces.bytes.size());
    if (!follows || pieces.bytes.size() + size_t(size) > kMostInRequest)
        if (const int code = sendPieces(file); code != SQLITE_OK)
            return code;
    if (pieces.bytes.empty())
        pieces.offset = offset;
    const auto bytes = static_cast<const char *>(buffer);
    pieces.bytes.insert(pieces.bytes.end(), bytes, bytes + size);
    return SQLITE_OK;
}

// What SQLite takes for damage of the disk is on a network drive mostly a lock that was lost: NFS then refuses to read (EIO).
int readBelow(sqlite3_file *file, void *buffer, int size, sqlite3_int64 offset) {
    const int code = pass<&sqlite3_io_methods::xRead>(file, buffer, size, offset);
    const Guard *guard = own(file)->guard;
    return code == SQLITE_IOERR_CORRUPTFS && guard && guard->drive() != Drive::Local ? SQLITE_IOERR_READ : code;
}

// The version in the header is asked of the server each time.
bool mayReadAhead(sqlite3_file *file, int size) { return own(file)->ahead && size > kVersionSize; }

// A block that cannot be read is an answer as any other: the page in it was asked for.
int readAhead(sqlite3_file *file, void *buffer, int size, sqlite3_int64 offset) {
    KeptBlocks &ahead = *own(file)->ahead;
    if (ahead.take(buffer, size, offset))
        return SQLITE_OK;
    if (!ahead.wantsBlock(size, offset))
        return readBelow(file, buffer, size, offset);
    std::vector<char> &block = ahead.block(offset);
    const int code = readBelow(file, block.data(), int(block.size()), KeptBlocks::beginOf(offset));
    if (code != SQLITE_OK)
        ahead.drop(offset);
    else
        ahead.take(buffer, size, offset);
    return code == SQLITE_IOERR_SHORT_READ ? readBelow(file, buffer, size, offset) : code;
}

void forgetAhead(sqlite3_file *file) {
    if (own(file)->ahead)
        own(file)->ahead->forget();
}

int closeFile(sqlite3_file *file) {
    (void)sendPieces(file);
    delete std::exchange(own(file)->pieces, nullptr);
    delete std::exchange(own(file)->ahead, nullptr);
    const int code = pass<&sqlite3_io_methods::xClose>(file);
    if (own(file)->ownsGuard)
        delete own(file)->guard;
    return code;
}

int readFile(sqlite3_file *file, void *buffer, int size, sqlite3_int64 offset) {
    if (const int code = sendPieces(file); code != SQLITE_OK)
        return code;
    const int code = checked(
        file, mayReadAhead(file, size) ? readAhead(file, buffer, size, offset) : readBelow(file, buffer, size, offset), false);
    if (code == SQLITE_OK && own(file)->ownsGuard)
        own(file)->guard->noteVersion(buffer, size, offset);
    return code;
}

int writeFile(sqlite3_file *file, const void *buffer, int size, sqlite3_int64 offset) {
    if (!mayWrite(file))
        return SQLITE_IOERR_WRITE;
    forgetAhead(file);
    const int code = own(file)->pieces ? keepPiece(file, buffer, size, offset)
                                       : checked(file, pass<&sqlite3_io_methods::xWrite>(file, buffer, size, offset), true);
    if (code == SQLITE_OK && own(file)->ownsGuard)
        own(file)->guard->noteVersion(buffer, size, offset);
    return code;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size) {
    if (!mayWrite(file))
        return SQLITE_IOERR_TRUNCATE;
    forgetAhead(file);
    if (const int code = sendPieces(file); code != SQLITE_OK)
        return code;
    return checked(file, pass<&sqlite3_io_methods::xTruncate>(file, size), true);
}

int syncFile(sqlite3_file *file, int flags) {
    if (!mayWrite(file))
        return SQLITE_IOERR_FSYNC;
    if (const int code = sendPieces(file); code != SQLITE_OK)
        return code;
    return checked(file, pass<&sqlite3_io_methods::xSync>(file, flags), true);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size) {
    if (const int code = sendPieces(file); code != SQLITE_OK)
        return code;
    const int code = checked(file, pass<&sqlite3_io_methods::xFileSize>(file, size), false);
    if (own(file)->ahead)
        own(file)->ahead->setFileSize(code == SQLITE_OK ? *size : 0);
    return code;
}

// Asked of the file below, now that nobody else can write. On SMB the server answers, and connecting anew for its answer counts.
bool isAsItWasRead(sqlite3_file *file) {
    char version[kVersionSize];
    Guard *guard = own(file)->guard;
    const int code =
        pass<&sqlite3_io_methods::xRead>(file, static_cast<void *>(version), kVersionSize, sqlite3_int64(kVersionOffset));
    const bool isSame = code == SQLITE_IOERR_SHORT_READ || (code == SQLITE_OK && guard->isVersion(version));
    return isSame && guard->isStillConnected();
}

// The lock that another connection of this program got long ago may be lost: then nothing is read until that one has given it back.
int lockForReading(sqlite3_file *file, Guard &guard) {
    const qint64 connection = guard.connectionForReading();
    const int code = pass<&sqlite3_io_methods::xLock>(file, SQLITE_LOCK_SHARED);
    if (code != SQLITE_OK)
        return code;
    guard.readingGranted(connection);
    forgetAhead(file);
    if (!guard.isStillConnected()) {
        guard.lockReleased(true);
        pass<&sqlite3_io_methods::xUnlock>(file, SQLITE_LOCK_NONE);
        return SQLITE_BUSY;
    }
    return SQLITE_OK;
}

int lockFile(sqlite3_file *file, int level) {
    Guard *guard = own(file)->guard;
    if (!guard || level < SQLITE_LOCK_SHARED)
        return pass<&sqlite3_io_methods::xLock>(file, level);
    if (level == SQLITE_LOCK_SHARED)
        return lockForReading(file, *guard);
    if (!guard->mayWrite())
        return SQLITE_IOERR_LOCK;
    const qint64 askedAt = Guard::now();
    const int code = guard->checked(pass<&sqlite3_io_methods::xLock>(file, level), false);
    if (code != SQLITE_OK)
        return code;
    guard->lockGranted(askedAt, level > SQLITE_LOCK_RESERVED);
    if (level != SQLITE_LOCK_EXCLUSIVE || guard->isRollback() || isAsItWasRead(file))
        return SQLITE_OK;
    guard->poison();
    return SQLITE_IOERR_LOCK;
}

// A lock that could not be given back is in an unknown state.
int unlockFile(sqlite3_file *file, int level) {
    (void)sendPieces(file); // an error poisons
    if (level == SQLITE_LOCK_NONE)
        forgetAhead(file);
    const int code = pass<&sqlite3_io_methods::xUnlock>(file, level);
    if (Guard *guard = own(file)->guard; guard && level <= SQLITE_LOCK_SHARED) {
        guard->checked(code, false);
        guard->lockReleased(level == SQLITE_LOCK_NONE);
    }
    return code;
}

int checkReservedLock(sqlite3_file *file, int *isReserved) {
    return pass<&sqlite3_io_methods::xCheckReservedLock>(file, isReserved);
}

int fileControl(sqlite3_file *file, int operation, void *argument) {
    Guard *guard = own(file)->guard;
    if (guard && operation == kIsPoisonedControl) {
        *static_cast<int *>(argument) = guard->isPoisoned();
        return SQLITE_OK;
    }
    if (guard && operation == kHasLostLockControl) {
        *static_cast<int *>(argument) = !guard->isStillConnected();
        return SQLITE_OK;
    }
    if (guard && operation == kSetFenceControl) {
        guard->setFence(*static_cast<const int *>(argument) != 0);
        return SQLITE_OK;
    }
    return pass<&sqlite3_io_methods::xFileControl>(file, operation, argument);
}

int sectorSize(sqlite3_file *file) { return pass<&sqlite3_io_methods::xSectorSize>(file); }
int characteristics(sqlite3_file *file) { return pass<&sqlite3_io_methods::xDeviceCharacteristics>(file); }

int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
    return pass<&sqlite3_io_methods::xShmMap>(file, page, size, extend, memory);
}
int lockShared(sqlite3_file *file, int offset, int count, int flags) {
    return pass<&sqlite3_io_methods::xShmLock>(file, offset, count, flags);
}
void barShared(sqlite3_file *file) { own(file)->below()->pMethods->xShmBarrier(own(file)->below()); }
int unmapShared(sqlite3_file *file, int isDeleted) { return pass<&sqlite3_io_methods::xShmUnmap>(file, isDeleted); }
int fetch(sqlite3_file *file, sqlite3_int64 offset, int size, void **memory) {
    return pass<&sqlite3_io_methods::xFetch>(file, offset, size, memory);
}
int unfetch(sqlite3_file *file, sqlite3_int64 offset, void *memory) {
    return pass<&sqlite3_io_methods::xUnfetch>(file, offset, memory);
}

constexpr int kNewestVersion = 3;

constexpr sqlite3_io_methods methodsOf(int version) {
    return {version,     &closeFile,  &readFile,          &writeFile,   &truncateFile, &syncFile,        &fileSize,
            &lockFile,   &unlockFile, &checkReservedLock, &fileControl, &sectorSize,   &characteristics, &mapShared,
            &lockShared, &barShared,  &unmapShared,       &fetch,       &unfetch};
}

} // namespace

const sqlite3_io_methods *guardMethods(int versionBelow) {
    static constexpr std::array<sqlite3_io_methods, kNewestVersion> methods{methodsOf(1), methodsOf(2), methodsOf(3)};
    return &methods[size_t(versionBelow < kNewestVersion ? versionBelow : kNewestVersion) - 1];
}

} // namespace kontor::db
