// What the accesses tell of the drive: whether it answers, whether somebody else holds the lock, whether another file was put in the base's place.
#include "db/continuous_clock.h"
#include "workspace/workspace.h"

#include <QCoreApplication>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTellAfterMs = 2'000;
constexpr int kLongAfterMs = 10'000;

// What tells one base from another, and an older copy from a newer one.
struct Stand {
    QString id;
    qint64 seq = 0;
    qint64 schema = 0;
};

Result<Stand> standOf(db::Database &database) {
    TRY(id, database.single(u"SELECT value FROM setting WHERE name = 'base_id'"_s));
    TRY(seq, lastChangeSeq(database));
    TRY(schema, database.single(u"PRAGMA user_version"_s));
    return Stand{id.text(), seq, schema.integer()};
}

} // namespace

// Runs on the thread that waits. The person decides how long: leaving the place or closing the file ends it.
std::function<bool(int)> Workspace::patience(bool isWrite, bool isEndless) {
    return [this, isWrite, isEndless, told = 0](int waitedMs) mutable {
        const int step = waitedMs >= kLongAfterMs ? 2 : waitedMs >= kTellAfterMs ? 1 : 0;
        if (step > told)
            deliver([this, isWrite, waitedMs] { showWait(isWrite, waitedMs); });
        told = step;
        return isEndless || waitedMs < kLongAfterMs;
    };
}

void Workspace::showWait(bool isWrite, int waitedMs) {
    if (!m_busy) {
        m_busy = Busy{Instant{m_clock.now().milliseconds - waitedMs}};
        for (const sharing::Person &person : std::as_const(m_others))
            if (person.isSaving)
                m_busy->holders << person;
        m_presence->lookNow();
    }
    m_busy->isWrite = m_busy->isWrite || isWrite;
    m_busy->isLong = m_busy->isLong || waitedMs >= kLongAfterMs;
    emit busyChanged();
}

// Every answer of a thread comes by here before anybody else sees it.
void Workspace::noteAccess(const Error *error, bool isPersons, bool isWrite) {
    const bool isWaitOver = m_busy && (isWrite || (isPersons && !m_busy->isWrite)); // who writes does not hinder those who read
    if (isWaitOver) {
        m_busy.reset();
        emit busyChanged();
    }
    if (const bool isFull = error && error->code == Code::Full; isWrite && isFull != m_isFull) {
        m_isFull = isFull;
        emit driveStateChanged();
    }
    if (error && error->code == Code::Gone)
        return failed();
    if (error && error->code != Code::Conflict && error->code != Code::Invalid && error->code != Code::NotFound)
        return; // says nothing of the drive
    if (m_isMissing)
        return;
    m_lastReached = m_clock.now();
    if (m_driveState == DriveState::Checking || m_driveState == DriveState::Offline)
        setDriveState(DriveState::Fine);
}

void Workspace::fallAsleep(std::function<void()> closed) {
    m_watch.stop(); // it would open them again
    m_probe.stop();
    const auto open = std::make_shared<int>(3);
    for (DatabaseThread *thread : {m_writer.get(), m_personReader.get(), m_backgroundReader.get()})
        thread->post([this, open, closed](Base &base) {
            base.database().close();
            deliver([open, closed] {
                if (--*open == 0)
                    closed();
            });
        });
}

void Workspace::wakeUp() {
    if (m_driveState == DriveState::Replaced)
        return;
    m_watch.start();
    tryDrive();
}

void Workspace::failed() {
    if (m_driveState == DriveState::Fine) {
        m_failedAt = db::continuousMs();
        setDriveState(DriveState::Checking);
    } else if (m_driveState == DriveState::Checking && db::continuousMs() - m_failedAt >= kOfflineAfterMs) {
        setDriveState(DriveState::Offline);
    }
}

void Workspace::setDriveState(DriveState state) {
    m_driveState = state;
    if (state == DriveState::Checking || state == DriveState::Offline)
        m_probe.start();
    else
        m_probe.stop();
    emit driveStateChanged();
}

void Workspace::tryDrive() {
    m_presence->lookNow();
    if (m_isChecking) {
        if (db::continuousMs() - m_failedAt >= kOfflineAfterMs)
            failed(); // it does not even say no
        return;
    }
    checkForChanges();
}

// The name leads to another file. Where a drive merely gave the same one another number, it is opened anew; else nothing is done any more,
// also where a repaired one took the place of a damaged one.
void Workspace::compareFile() {
    if (m_isComparing || m_driveState == DriveState::Replaced)
        return;
    m_isComparing = true;
    m_backgroundReader->post([this, seen = m_seenSeq, id = m_baseId, wasDamaged = m_isDamaged](Base &base) {
        const Result<void> opened = base.database().reopen();
        const Result<Stand> stand = opened ? base.read(&standOf) : Result<Stand>(opened.error());
        const bool isGone = !stand && stand.error().code != Code::Corrupt;
        const bool isSame =
            !wasDamaged && stand && stand->id == id && stand->seq >= seen && stand->schema == migrationPlan({}).newestVersion();
        if (!isGone && !isSame)
            base.database().close(); // nothing of the other file is shown as if it were this one
        deliver([this, isGone, isSame] {
            m_isComparing = false;
            if (isGone)
                return failed();
            if (!isSame)
                return stopAsReplaced();
            m_file.clear(); // as the next look finds it
            for (DatabaseThread *thread : {m_writer.get(), m_personReader.get()})
                thread->post([](Base &other) { (void)other.database().reopen(); });
        });
    });
}

// The connections that are open lead to the file of before; SQLite itself refuses to write to one that has lost its name.
void Workspace::stopAsReplaced() {
    m_watch.stop();
    m_isReadOnly = true;
    m_whyReadOnly = QCoreApplication::translate(
        "kontor::workspace", "The file was replaced by another one while it was open. Nothing is written to it; open it again.");
    setDriveState(DriveState::Replaced);
}

} // namespace kontor::workspace
