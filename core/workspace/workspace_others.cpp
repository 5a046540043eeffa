// The others who have the base open, and what they tell: a hint that there is something to read, where they are, that the drive lies about locks, that
// the base is damaged. And the backups, which one makes for all.
#include "workspace/workspace.h"

#include "db/continuous_clock.h"

#include <QCoreApplication>
#include <QDateTime>

namespace kontor::workspace {

namespace {
constexpr int kTicksBetweenLooks = 5; // where hints tell of changes; programs without a window tell nothing
constexpr qint64 kFirstBackupAfterMs = 5 * 60'000;
constexpr qint64 kIdleMs = 60'000;
} // namespace

void Workspace::joinOthers() {
    const sharing::Person self{m_options.pcName, m_options.userName, QCoreApplication::applicationVersion(),
                               sharing::placeWord(m_place.kind), QDateTime::currentMSecsSinceEpoch()};
    m_presence = std::make_unique<sharing::PresenceWatch>(
        m_path, self, m_place.isNetwork(), !m_isReadOnly,
        [this](const sharing::Sight &sight) { deliver([this, sight] { takeSight(sight); }); });
    m_writer->post([presence = m_presence.get()](Base &base) {
        base.database().setLockNote([presence](bool hasLock) { presence->setSaving(hasLock); });
    });
}

void Workspace::tellWhere(Id card, const QByteArray &field) { m_presence->setWhere(card, field); }

// On a disk of this computer a look at the base itself costs nothing.
bool Workspace::hears() const { return m_place.isNetwork() && !m_isReadOnly; }

void Workspace::tick() {
    if (m_presence->pendingMs() > kOfflineAfterMs)
        failed();
    if (!hears() || ++m_ticks % kTicksBetweenLooks == 0)
        checkForChanges();
}

void Workspace::takeSight(const sharing::Sight &sight) {
    m_isMissing = sight.base.isEmpty();
    if (m_isMissing)
        return failed();
    if (m_file.isEmpty())
        m_file = sight.base;
    else if (m_file != sight.base)
        compareFile();
    qint64 newest = 0;
    for (const sharing::Person &person : sight.others)
        newest = qMax(newest, person.newestChange);
    if (newest > m_hintedSeq && newest > m_seenSeq)
        checkForChanges();
    m_hintedSeq = qMax(m_hintedSeq, newest);

    const auto stands = [](const sharing::Person &a, const sharing::Person &b) {
        return a.startedAt == b.startedAt && a.host == b.host && a.user == b.user && a.card == b.card && a.field == b.field &&
               a.isSaving == b.isSaving;
    };
    const bool isSame = std::equal(sight.others.begin(), sight.others.end(), m_others.begin(), m_others.end(), stands);
    m_others = sight.others;
    m_isFirst = sight.isFirst;
    if (m_busy && m_busy->holders.isEmpty()) {
        for (const sharing::Person &person : std::as_const(m_others))
            if (person.isSaving)
                m_busy->holders << person;
        if (!m_busy->holders.isEmpty())
            emit busyChanged();
    }
    if (!isSame)
        emit othersChanged();
    if (sight.locksLie && !m_isReadOnly)
        stopWriting();
    if (sight.isDamaged)
        showDamage();
}

void Workspace::stopWriting() {
    m_isReadOnly = true;
    m_whyReadOnly = QCoreApplication::translate(
        "kontor::workspace",
        "The computers that have this file open do not see each other's locks, so it could be destroyed. Nothing is "
        "written any more. Mount the drive on all of them with locks, then open the file again.");
    for (DatabaseThread *thread : {m_writer.get(), m_personReader.get(), m_backgroundReader.get()})
        thread->post([why = m_whyReadOnly](Base &base) { base.forbidWriting(why); });
    emit becameReadOnly();
}

void Workspace::showDamage() {
    if (m_isDamaged)
        return;
    m_isDamaged = m_isReadOnly = true;
    m_writer->post([this](Base &base) {
        base.declareDamaged();
        deliver([this, why = base.whyReadOnly()] {
            m_whyReadOnly = why;
            emit becameReadOnly();
        });
    });
}

void Workspace::noteActivity() { m_lastChangeAt = db::continuousMs(); }

void Workspace::planBackup() {
    m_lastChangeAt = db::continuousMs();
    m_nextBackupAt = m_lastChangeAt + kFirstBackupAfterMs;
}

// Of those who have the base open one makes the backups, when nobody has just changed something: everybody waits for it with saving. What is copied
// beside the base goes there from the copy on this PC.
void Workspace::backUpWhenIdle() {
    const qint64 now = db::continuousMs();
    const bool isTime = now >= m_nextBackupAt && now - m_lastChangeAt >= kIdleMs && m_pendingWrites == 0;
    if (!isTime || !m_isFirst || m_isReadOnly || m_driveState != DriveState::Fine || m_options.dataFolder.isEmpty())
        return;
    m_nextBackupAt = now + sharing::kBackupEveryMs;
    m_backup.urgency = Urgency::Background;
    m_backup.number = m_backgroundReader->post([this](Base &base) {
        const auto made = base.backUp(sharing::kRegularBackup);
        if (made && *made && base.place().isNetwork())
            (void)sharing::shareBackup(**made, sharing::sharedBackupFolder(base.path()));
        if (!made)
            deliver([this, error = made.error()] { emit backupFailed(error); });
        else if (*made)
            deliver([this] { emit backupMade(); });
    });
}

// Not as a write: its errors are of the disk of this computer and say nothing of the drive.
void Workspace::backUp(QObject *context, std::function<void(Result<std::optional<sharing::Backup>>)> done) {
    m_writer->post([this, context = QPointer<QObject>(context), done = std::move(done)](Base &base) {
        deliver([context, done, made = base.backUp(sharing::kWantedBackup)] {
            if (context)
                done(made);
        });
    });
}

} // namespace kontor::workspace
