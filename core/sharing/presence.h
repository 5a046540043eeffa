// Who has a base open, on all computers: a small file beside it, NAME.kontor-presence, with one slot for each, and a lock on one byte for each slot.
// At the same time the proof that locks are seen by the others: whoever can take the lock of a slot whose owner goes on counting, is lied to.
// No clocks are compared, only counters. Used by one thread.
//
// A drive that was cut off may have lost the lock honestly, and somebody else may have taken it. So an owner asks for its lock anew before it counts, and
// goes to another slot when it does not get it: who counts twice while another one holds the lock was told that it has it too.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "sharing/byte_lock.h"

#include <QHash>
#include <QList>

namespace kontor::sharing {

constexpr qint64 kPresenceSlotsSize = 64 * 256; // bytes of the file; damage_notice.h has what stands behind
constexpr int kBeatMs = 5'000;
constexpr int kLookMs = 2'000;

struct Person {
    QString host;
    QString user;
    QString version;      // of the program
    QString place;        // placeWord() as that computer sees it
    qint64 startedAt = 0; // UTC milliseconds, by that computer's clock
    quint32 beat = 0;
    bool sawLyingLocks = false;
    qint64 newestChange = 0; // the last that this program committed: a hint that there is something to read
    bool isSaving = false;   // it holds the lock for writing
    Id card;                 // of the customer that it shows; invalid: none
    QByteArray field;        // of that card, being edited: the first kLongestField bytes of its key

    friend bool operator==(const Person &, const Person &) = default;
};
constexpr int kLongestField = 24;

class Presence {
public:
    // Takes a free slot. Errors: ReadOnly (the file cannot be written), Full (no slot is free).
    static Result<std::unique_ptr<Presence>> join(const QString &basePath, const Person &self);
    ~Presence(); // gives the slot back

    static QString pathFor(const QString &basePath) { return basePath + QStringLiteral("-presence"); }

    void beat(); // every kBeatMs
    void loseLock() { m_file->unlock(lockOf(m_slot)); } // for tests: as a drive does that forgets
    // What the others shall know; written at once where it is news.
    void tell(qint64 newestChange, bool isSaving, Id card, const QByteArray &field);
    // Every kLookMs: reads what the others wrote. `nowMs`: of a clock that counts sleep.
    // False: the file could not be read; what was known stays.
    bool look(qint64 nowMs);

    const QList<Person> &others() const { return m_others; }
    // Of all that are here we have the lowest slot: whoever has it does what one is to do for all.
    bool isFirst() const { return m_isFirst; }
    // Proven, here or by another computer: nothing may be written any more.
    bool locksLie() const { return m_self.sawLyingLocks || m_othersSawIt; }

private:
    struct Seen {
        Person person;
        qint64 lastBeatAt = 0;
        bool isHeldByUs = false; // its lock could be taken: dead, or a lie
        int countedMeanwhile = 0;
    };

    Presence(std::unique_ptr<LockableFile> file, const Person &self) : m_file(std::move(file)), m_self(self) {}
    Result<void> takeSlot();
    void writeSlot();
    void judge(int slot, Seen &seen, const Person &person, qint64 nowMs);
    void forget(int slot);
    void tryToHold(int slot, Seen &seen);
    bool clearSlot(int slot);
    static qint64 lockOf(int slot);

    std::unique_ptr<LockableFile> m_file;
    Person m_self;
    int m_slot = -1;
    QHash<int, Seen> m_seen;
    QList<Person> m_others;
    bool m_othersSawIt = false;
    bool m_isFirst = true;
};

} // namespace kontor::sharing
