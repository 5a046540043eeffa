#include "workspace/bulk_operation.h"

#include "workspace/undo.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QLockFile>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<QLockFile>> lockOperation(const Base &base, qint64 operationId) {
    QDir().mkpath(base.options().cacheFolder);
    auto lock = std::make_unique<QLockFile>(QDir(base.options().cacheFolder).filePath(u"running-%1.lock"_s.arg(operationId)));
    lock->setStaleLockTime(0); // never by age: only a dead process makes it stale
    if (!lock->tryLock(0))
        return Error{Code::Busy,
                     QCoreApplication::translate(
                         "kontor::workspace",
                         "Another window of Kontor on this computer is still working on this file. Wait until it is done."),
                     u"operation %1"_s.arg(operationId), QByteArray()};
    return lock;
}

QString toText(const QJsonObject &object) { return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)); }

} // namespace

BulkOperation::BulkOperation(Base &base, qint64 id, std::unique_ptr<QLockFile> lock)
    : m_base(base), m_id(id), m_lock(std::move(lock)), m_cache(std::in_place, base.database()) {}

Result<std::unique_ptr<BulkOperation>> BulkOperation::begin(Base &base, const OperationInfo &info) {
    // The lock comes before the row: whoever sees "running" without a lock knows that the program died.
    std::unique_ptr<QLockFile> lock;
    qint64 locked = 0;
    auto id = base.write(info, [&](Recorder &recorder) -> Result<qint64> {
        if (locked != recorder.operationId()) { // it is there already when the act is repeated under its number
            TRY(taken, lockOperation(base, recorder.operationId()));
            lock = std::move(taken);
            locked = recorder.operationId();
        }
        TRY_VOID(setOperationState(recorder, recorder.operationId(), u"running"_s));
        return recorder.operationId();
    });
    if (!id)
        return id.error();
    return std::unique_ptr<BulkOperation>(new BulkOperation(base, *id, std::move(lock)));
}

Result<std::unique_ptr<BulkOperation>> BulkOperation::resume(Base &base, qint64 operationId) {
    TRY(lock, lockOperation(base, operationId));
    return std::unique_ptr<BulkOperation>(new BulkOperation(base, operationId, std::move(lock)));
}

BulkOperation::~BulkOperation() {
    if (m_isOpen)
        (void)cancel();
}

Result<void> BulkOperation::setDetail(const QJsonObject &detail) {
    return step([&](Recorder &recorder) -> Result<void> {
        return recorder.database().execute(u"UPDATE operation SET detail = ? WHERE id = ?"_s, {toText(detail), m_id});
    });
}

Result<void> BulkOperation::finish() {
    TRY_VOID(step([&](Recorder &recorder) { return setOperationState(recorder, m_id, u"done"_s); }));
    end();
    m_lock->unlock();
    return {};
}

void BulkOperation::end() {
    m_isOpen = false;
    m_cache.reset();
}

Result<void> BulkOperation::cancel() {
    end();
    TRY(outcome, undoRunning(m_base, m_id));
    m_lock->unlock();
    Q_UNUSED(outcome)
    return {};
}

Result<void> setOperationState(Recorder &recorder, qint64 operationId, const QString &state) {
    Change change;
    change.record = QByteArrayLiteral("operation");
    change.recordId = Id{operationId};
    change.aboutId = Id{operationId};
    change.field = QByteArrayLiteral("state");
    change.after = db::Value(state);
    TRY_VOID(recorder.noteChange(change));
    return recorder.database().execute(u"UPDATE operation SET state = ? WHERE id = ?"_s, {state, operationId});
}

} // namespace kontor::workspace
