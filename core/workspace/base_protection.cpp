// What guards a base against the loss of its drive: the journal and the backups on this PC, and the word to all that it is damaged.
#include "db/sqlite_error.h"
#include "sharing/damage_notice.h"
#include "workspace/base.h"

#include <QCoreApplication>
#include <QDateTime>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::workspace", text); }

} // namespace

QString Base::localFolder() const {
    return m_options.dataFolder.isEmpty() ? QString() : localFolderOf(m_options.dataFolder, m_id);
}

// A base whose journal cannot be kept is still opened: isJournalBehind().
void Base::openJournal() {
    if (m_options.dataFolder.isEmpty())
        return;
    m_journal = std::make_unique<JournalKeeper>(localFolder(), m_path, m_options.pcId, catalogue());
    m_recovery.journalled = m_journal->catchUp(*m_database).value_or(0);
}

Result<std::optional<sharing::Backup>> Base::backUp(const QString &reason) {
    if (m_options.dataFolder.isEmpty())
        return std::optional<sharing::Backup>();
    TRY_VOID(makeUsable());
    auto made =
        sharing::makeBackup(*m_database, sharing::localBackupFolder(localFolder()), reason, QDateTime::currentDateTimeUtc());
    if (!made)
        lookForDamage(made.error());
    return made;
}

void Base::declareDamaged() {
    m_isDamaged = true;
    forbidWriting(
        tr("The file is damaged. Nothing is written to it any more, so that everything can be brought back; repair it."));
    if (!m_id.isEmpty() && !m_options.dataFolder.isEmpty())
        JournalKeeper(localFolder(), m_path, m_options.pcId, catalogue()).share(sharedJournalFolder(m_path));
}

// The whole file is looked through before everybody is stopped: a drive may give a wrong answer once.
void Base::lookForDamage(const Error &error) {
    if (m_isDamaged || !db::isDamage(error))
        return;
    const Result<void> usable = makeUsable();
    const auto answer = usable ? m_database->single(u"PRAGMA quick_check(1)"_s) : Result<db::Value>(usable.error());
    if (answer ? answer->text() == "ok"_L1 : !db::isDamage(answer.error()))
        return;
    sharing::raiseDamageNotice(m_path, {QDateTime::currentMSecsSinceEpoch(), m_options.pcName, m_options.userName});
    declareDamaged();
}

} // namespace kontor::workspace
