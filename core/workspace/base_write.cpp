// How a write gets through, or fails without anybody believing it did: one transaction, and after an error of the drive a second look.
#include "db/sqlite_error.h"
#include "workspace/base.h"
#include "workspace/undo_state.h"

#include <QCoreApplication>
#include <QThread>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::workspace", text); }

// A drive that was cut off is mostly back before anybody would have read a message.
constexpr int kDriveWaitMs = 5'000;
constexpr int kDrivePauseMs = 250;

// A drive may answer wrongly once, above all when it was just connected anew, and be busy or away at the moment of the second look.
constexpr int kSecondLooks = 4;

bool isAway(const Result<void> &opened) { return !opened && opened.error().code == Code::Gone; }

bool isUndecided(const Result<void> &opened) { return isAway(opened) || (!opened && opened.error().code == Code::Busy); }

bool isOfTheDrive(const Error &error) { return error.code == Code::Gone || error.code == Code::Corrupt; }

Error unknownOutcome(const Error &cause) {
    return Error{
        Code::Gone,
        tr("The drive went away while this was being saved, so it is not known whether it was. Look whether it is there before "
           "you enter it again."),
        cause.detail, cause.field};
}

Error readOnly(const QString &why) {
    const QString rights =
        tr("This file is open for reading only. Nothing was changed; check the rights of the file and its folder.");
    return Error{Code::ReadOnly,
                 why.isEmpty() ? rights : tr("Nothing was changed: the file is open for reading only.") + u' ' + why, QString(),
                 QByteArray()};
}

// Two acts of one millisecond may have drawn the same random bits. Asked under the write lock: what is free stays so. Drawn again instead of counted on,
// since others would count on to the same number.
Result<qint64> freeOperationId(Base &base, qint64 drawn) {
    while (true) {
        TRY(taken, base.database().single(u"SELECT 1 FROM operation WHERE id = ?"_s, {drawn}));
        if (taken.isNull())
            return drawn;
        drawn = base.newOperationId();
    }
}

// Said after the base was opened anew and does not have the operation.
Error notSaved(const Error &cause) {
    if (cause.code != Code::Gone)
        return cause;
    return Error{Code::Gone, tr("The drive did not answer, so this was not saved. Check the connection and try again."),
                 cause.detail, cause.field};
}

} // namespace

Result<void> Base::makeUsable() { return m_database->mustReopen() ? reopen() : Result<void>(); }

// Somebody may have put another file there, for example a backup of another base.
Result<void> Base::checkIdentity() {
    TRY(id, m_database->single(u"SELECT value FROM setting WHERE name = 'base_id'"_s));
    if (id.text() == m_id)
        return {};
    return Error{Code::Refused,
                 tr("Another file lies in the place of this one now. Nothing was changed there; close this window and open the file "
                    "that you want."),
                 QString(), QByteArrayLiteral("base")};
}

Result<void> Base::reopen() {
    auto opened = m_database->reopen();
    for (int waited = 0; isAway(opened) && m_place.isNetwork() && waited < kDriveWaitMs; waited += kDrivePauseMs) {
        QThread::msleep(kDrivePauseMs);
        opened = m_database->reopen();
    }
    TRY_VOID(opened);
    auto same = checkIdentity();
    if (!same)
        m_database->close();
    return same;
}

bool Base::reopenAfter(const Error &error) {
    if (!m_database->mustReopen() && !isOfTheDrive(error))
        return false;
    auto reopened = reopen();
    for (int looks = 1; db::isDamage(error) && isUndecided(reopened) && looks < kSecondLooks; ++looks)
        reopened = reopen();
    if (!reopened)
        lookForDamage(reopened.error());
    return reopened.has_value();
}

// Another computer may have upgraded the file while it was open here.
Result<void> Base::checkVersion() {
    TRY(version, m_database->single(u"PRAGMA user_version"_s));
    if (version.integer() == m_schemaVersion)
        return {};
    return Error{Code::Newer,
                 tr("A newer version of Kontor on another computer has upgraded this file. Nothing was changed; update Kontor on this "
                    "computer, then open the file again."),
                 u"user_version %1"_s.arg(version.integer()), QByteArrayLiteral("base")};
}

Base::Try Base::tryOnce(const OperationInfo &info, qint64 &operation, bool exists, IdRange leftOver, const Closure &closure) {
    Try attempt;
    attempt.done = [&]() -> Result<void> {
        TRY_VOID(makeUsable());
        TRY(transaction, db::WriteTransaction::begin(*m_database));
        TRY_VOID(checkVersion());
        TRY_VOID(join());
        if (!exists) {
            TRY(free, freeOperationId(*this, operation));
            operation = free;
        }
        const Recorder::Identity identity{*m_writer, m_user, operation, m_context.clock.now()};
        Recorder recorder(*m_database, catalogue(), m_context, identity, info, exists);
        recorder.renewIds(leftOver);
        Result<void> acted = closure(recorder);
        attempt.newIds = recorder.givenIds();
        if (!acted)
            return acted;
        TRY(hasChanges, recorder.finish());
        attempt.hasChanges = hasChanges;
        attempt.changes = recorder.changes();
        attempt.noted = recorder.noted();
        if (m_journal && hasChanges) {
            TRY(record, m_journal->pack(*m_database, operation, attempt.noted));
            attempt.record = record;
        }
        noteUndoStateBeforeCommit(*this);
        attempt.isCommitting = true;
        if (exists) // bulk work
            transaction->syncJournal();
        return transaction->commit();
    }();
    if (!attempt.done)
        forgetNotedUndoState();
    return attempt;
}

void Base::noteCommitted(const Try &attempt) {
    m_hasJoined = true;
    if (attempt.hasChanges)
        m_changes.unite(attempt.changes);
    m_changes.isOwn = true;
    // The act is done, whether the journal takes it or not: see isJournalBehind().
    if (attempt.record)
        (void)m_journal->append(*m_database, *attempt.record, attempt.noted);
}

// The operation's row is written with its first change; of a further transaction its last change tells.
Result<bool> Base::wasCommitted(qint64 operation, bool exists, const Try &attempt) {
    if (!attempt.isCommitting)
        return false;
    if (!attempt.hasChanges)
        return unknownOutcome(attempt.done.error());
    TRY(found, exists ? m_database->single(u"SELECT 1 FROM change WHERE seq = ? AND operation = ?"_s,
                                           {attempt.changes.lastSeq, operation})
                      : m_database->single(u"SELECT 1 FROM operation WHERE id = ?"_s, {operation}));
    return !found.isNull();
}

Result<void> Base::run(const OperationInfo &info, qint64 existingOperation, const Closure &closure) {
    if (isReadOnly())
        return readOnly(m_whyReadOnly);
    const bool exists = existingOperation != 0;
    qint64 operation = exists ? existingOperation : newOperationId();
    IdRange leftOver;
    for (bool isLast = exists;; isLast = true) {
        const Try attempt = tryOnce(info, operation, exists, leftOver, closure);
        if (attempt.done) {
            noteCommitted(attempt);
            return {};
        }
        const Error &error = attempt.done.error();
        if (m_database->mustReopen() || isOfTheDrive(error)) {
            if (auto again = reopen(); !again) {
                lookForDamage(again.error());
                if (again.error().code != Code::Refused && attempt.isCommitting)
                    return unknownOutcome(error);
                return again.error().code == Code::Refused || db::isDamage(error) ? again.error() : error;
            }
            auto committed = wasCommitted(operation, exists, attempt);
            if (!committed) {
                lookForDamage(committed.error());
                return attempt.isCommitting ? unknownOutcome(committed.error()) : error;
            }
            if (*committed) {
                noteCommitted(attempt);
                return {};
            }
            if (isLast || error.code == Code::Full) {
                lookForDamage(error);
                return notSaved(error);
            }
        } else if (!(error.code == Code::Busy && attempt.isCommitting)) {
            return error;
        }
        if (isLast)
            return error;
        leftOver = attempt.newIds;
    }
}

} // namespace kontor::workspace
