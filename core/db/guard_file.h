// A file of the guard VFS: passes every request on to the file of the VFS below, unless the guard of its base forbids it.
#pragma once

#include "db/kept_blocks.h"

#include <sqlite3.h>

#include <vector>

namespace kontor::db {

class Guard;

// Of more bytes in one request SQLite's own VFS for Unix writes none, and says that the disk is full.
constexpr int kMostInRequest = 0x1FFFF;

// What was written to a file one piece after the other, and waits to be sent as one.
struct WrittenPieces {
    std::vector<char> bytes;
    sqlite3_int64 offset = 0;
};

// Lies in the memory that SQLite gives; the file of the VFS below follows it there.
struct GuardFile {
    sqlite3_file base;
    Guard *guard; // none for temporary files
    bool ownsGuard;
    WrittenPieces *pieces; // of a base or a journal
    KeptBlocks *ahead;     // of a base on a network drive

    sqlite3_file *below() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

// What SQLite shall call for a file whose file below has methods of that version.
const sqlite3_io_methods *guardMethods(int versionBelow);

// File controls of our own.
constexpr int kIsPoisonedControl = 0x4B4E'5401; // int *: 1 or 0
constexpr int kSetFenceControl = 0x4B4E'5402;   // const int *: 1 or 0
constexpr int kHasLostLockControl = 0x4B4E'5403; // int *: 1 or 0

} // namespace kontor::db
