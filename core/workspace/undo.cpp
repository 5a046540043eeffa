#include "workspace/undo.h"

#include "db/cache_memory.h"
#include "workspace/bulk_operation.h"
#include "workspace/inverse.h"
#include "workspace/refresh_steps.h"
#include "workspace/undo_kept.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSmallOperation = 500; // changes; more, or a range, is undone in many transactions
constexpr int kChangesPerStep = 4'000;
constexpr int kIdsAtOnce = 500;         // of a range; as many such parts make a transaction as the pace allows
constexpr int kPiecesAtOnce = 16;       // of files, 256 KB each
constexpr auto kStopped = "stopped"_L1; // in the detail of what takes back an act that was never done: nobody does it again

QString tr(const char *text) { return QCoreApplication::translate("kontor::workspace", text); }

OperationInfo inverseInfo(const Operation &operation, const QString &kind) {
    OperationInfo info = operation.info;
    info.kind = kind;
    info.detail = {{u"of"_s, operation.info.kind}, {u"of_detail"_s, operation.info.detail}};
    info.reverses = operation.id;
    return info;
}

// Which operation's changes are inverted, and what states stand at the end.
struct Job {
    qint64 source = 0;
    OperationInfo info;
    QList<std::pair<qint64, QString>> statesAfter;
    OnEdited onEdited = OnEdited::Refuse;
};

Result<bool> isSmall(Base &base, qint64 source) {
    TRY(size,
        base.database().query(u"SELECT count(*), count(last_id) FROM (SELECT last_id FROM change WHERE operation = ? LIMIT ?)"_s,
                              {source, kSmallOperation + 1}));
    TRY(row, size.next());
    return row && size.integer(0) <= kSmallOperation && size.integer(1) == 0;
}

Result<UndoneKeeping> runSmall(Base &base, const Job &job) {
    return base.write(job.info, [&](Recorder &recorder) -> Result<UndoneKeeping> {
        Inverse inverse(base.catalogue(), job.source, job.onEdited);
        TRY_VOID(inverse.findEditedCustomers(recorder.database()));
        TRY(changes, changesOf(recorder.database(), job.source, 0, kSmallOperation));
        for (const Change &change : changes)
            TRY_VOID(inverse.invert(recorder, change));
        for (const auto &[operation, state] : job.statesAfter)
            TRY_VOID(setOperationState(recorder, operation, state));
        UndoOutcome outcome = inverse.outcome();
        outcome.operation = recorder.operationId();
        return UndoneKeeping{outcome, inverse.kept()};
    });
}

// How far a large undo came: everything from change `beforeSeq` on is done, and of the range just below it the ids from `idBelow` on.
struct Progress {
    qint64 beforeSeq = 0; // 0: from the newest
    qint64 idBelow = 0;   // 0: the range has not been begun
    bool isDone = false;
};

Result<Progress> invertRangePart(Recorder &recorder, Inverse &inverse, const Change &range, const Progress &progress) {
    const qint64 high = progress.idBelow ? progress.idBelow - 1 : range.lastId.value;
    const qint64 low = qMax(range.recordId.value, high - kIdsAtOnce + 1);
    TRY_VOID(inverse.removeRange(recorder, range, Id{low}, Id{high}));
    return low == range.recordId.value ? Progress{range.seq, 0} : Progress{progress.beforeSeq, low};
}

Result<Progress> invertRange(Recorder &recorder, Inverse &inverse, const Change &change, const Progress &progress) {
    if (change.what != What::Delete)
        return invertRangePart(recorder, inverse, change, progress);
    TRY_VOID(inverse.restoreBlock(recorder, change));
    return Progress{change.seq, 0};
}

Result<Progress> invertNext(Recorder &recorder, Inverse &inverse, qint64 source, const Progress &progress, qint64 milliseconds) {
    // A block carries its rows, and is one step: only the newest change is read until it is known to be none.
    TRY(newest, changesOf(recorder.database(), source, progress.beforeSeq, 1));
    if (newest.isEmpty())
        return Progress{0, 0, true};
    if (newest.first().lastId.isValid())
        return invertRange(recorder, inverse, newest.first(), progress);
    TRY(changes, changesOf(recorder.database(), source, progress.beforeSeq, kChangesPerStep));
    Progress next = progress;
    QElapsedTimer time;
    time.start();
    for (const Change &change : std::as_const(changes)) {
        if (change.lastId.isValid() || time.elapsed() >= milliseconds)
            break;
        TRY_VOID(inverse.invert(recorder, change));
        next.beforeSeq = change.seq;
    }
    return next;
}

// Whoever finds the undo interrupted goes on from the progress that its own row carries.
Result<void> storeProgress(Recorder &recorder, const Progress &progress) {
    return recorder.database().execute(
        u"UPDATE operation SET detail = json_set(detail, '$.before_seq', ?, '$.id_below', ?) WHERE id = ?"_s,
        {progress.beforeSeq, progress.idBelow, recorder.operationId()});
}

Result<Progress> invertStep(Recorder &recorder, Inverse &inverse, qint64 source, const Progress &progress, qint64 milliseconds) {
    QElapsedTimer time;
    time.start();
    Progress reached = progress;
    do {
        TRY(next, invertNext(recorder, inverse, source, reached, milliseconds));
        reached = next;
    } while (!reached.isDone && time.elapsed() < milliseconds && !db::isCacheFull(recorder.database()));
    TRY_VOID(inverse.endStep(recorder));
    TRY_VOID(storeProgress(recorder, reached));
    return reached;
}

// The pieces of files outlive the undoing of their act, so that it can be done again; those of a stopped one nobody wants any more.
Result<void> removePieces(BulkOperation &bulk, qint64 source) {
    bool isMore = true;
    while (isMore) {
        TRY(more, bulk.step([&](Recorder &recorder) -> Result<bool> {
            db::Database &database = recorder.database();
            QElapsedTimer time;
            time.start();
            do {
                TRY_VOID(database.execute(
                    u"DELETE FROM attachment_piece WHERE rowid IN (SELECT p.rowid FROM change c JOIN attachment_piece p "
                    "ON p.attachment_id BETWEEN c.record_id AND ifnull(c.last_id, c.record_id) WHERE c.operation = ? "
                    "AND c.record = 'attachment' AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.id = p.attachment_id) LIMIT ?)"_s,
                    {source, kPiecesAtOnce}));
                TRY(gone, database.single(u"SELECT changes()"_s));
                if (gone.integer() < kPiecesAtOnce)
                    return false;
            } while (time.elapsed() < bulk.millisecondsOfStep() && !db::isCacheFull(database));
            return true;
        }));
        isMore = more;
    }
    return {};
}

Result<UndoneKeeping> runLarge(Base &base, BulkOperation &bulk, const Job &job, Progress progress) {
    Inverse inverse(base.catalogue(), job.source, job.onEdited);
    TRY_VOID(inverse.findEditedCustomers(base.database()));
    if (progress.beforeSeq != 0 || progress.idBelow != 0)
        TRY_VOID(inverse.touchEverybody(base.database()));
    while (!progress.isDone) {
        TRY(next, bulk.step([&](Recorder &recorder) {
            return invertStep(recorder, inverse, job.source, progress, bulk.millisecondsOfStep());
        }));
        progress = next;
    }
    TRY_VOID(refreshInSteps(bulk, inverse.touched()));
    if (job.info.detail.contains(kStopped))
        TRY_VOID(removePieces(bulk, job.source));
    TRY_VOID(bulk.step([&](Recorder &recorder) -> Result<void> {
        for (const auto &[operation, state] : job.statesAfter)
            TRY_VOID(setOperationState(recorder, operation, state));
        return {};
    }));
    TRY_VOID(bulk.finish());
    UndoOutcome outcome = inverse.outcome();
    outcome.operation = bulk.id();
    return UndoneKeeping{outcome, inverse.kept()};
}

// What a file brought is taken back without what people did since, however few its rows were.
bool keepsEdited(const Operation &operation) { return operation.info.kind == "import"_L1; }

Result<UndoneKeeping> run(Base &base, const Operation &operation, Job job, bool evenIfChanged) {
    TRY(small, isSmall(base, job.source));
    const bool refuses = small && !keepsEdited(operation);
    job.onEdited = evenIfChanged ? OnEdited::Overwrite : refuses ? OnEdited::Refuse : OnEdited::Keep;
    if (small)
        return runSmall(base, job);
    TRY(bulk, BulkOperation::begin(base, job.info));
    auto outcome = runLarge(base, *bulk, job, {});
    if (!outcome)
        bulk->leaveRunning();
    return outcome;
}

Result<Operation> operationInState(Base &base, qint64 operationId, const QString &state, const char *otherwise) {
    TRY(operation, findOperation(base.database(), operationId));
    if (!operation || operation->info.reverses != 0)
        return Error{Code::NotFound, tr("There is no such act in the history."), QString(), QByteArrayLiteral("operation")};
    if (operation->state != state)
        return Error{Code::Invalid, tr(otherwise), u"state "_s + operation->state, QByteArrayLiteral("operation")};
    return *operation;
}

Job undoJob(const Operation &operation) {
    return {operation.id, inverseInfo(operation, u"undo"_s), {{operation.id, u"undone"_s}}, OnEdited::Keep};
}

// A redo inverts the undo: what that removed comes back, what it restored is changed again.
Result<Job> redoJob(Base &base, const Operation &operation) {
    TRY(id, base.database().single(
                u"SELECT id FROM operation WHERE reverses = ? AND kind = 'undo' AND state = 'done' ORDER BY seq DESC LIMIT 1"_s,
                {operation.id}));
    TRY(undone, findOperation(base.database(), id.integer()));
    if (undone && undone->info.detail.contains(kStopped))
        return Error{Code::Refused, tr("This act was stopped before it was done. Begin it anew."), QString(),
                     QByteArrayLiteral("operation")};
    return Job{id.integer(),
               inverseInfo(operation, u"redo"_s),
               {{id.integer(), u"undone"_s}, {operation.id, u"done"_s}},
               OnEdited::Keep};
}

Result<UndoneKeeping> takeBack(Base &base, qint64 operationId, bool evenIfChanged) {
    TRY(operation, operationInState(base, operationId, u"done"_s,
                                    QT_TRANSLATE_NOOP("kontor::workspace", "This act was already taken back.")));
    if (operation.info.kind == "delete_for_good"_L1)
        return Error{Code::Refused, tr("What was deleted for good cannot be brought back."), QString(),
                     QByteArrayLiteral("operation")};
    return run(base, operation, undoJob(operation), evenIfChanged);
}

} // namespace

Result<UndoneKeeping> undoKeeping(Base &base, qint64 operationId) { return takeBack(base, operationId, false); }

Result<UndoOutcome> undo(Base &base, qint64 operationId, bool evenIfChanged) {
    TRY(undone, takeBack(base, operationId, evenIfChanged));
    return undone.outcome;
}

Result<UndoOutcome> redo(Base &base, qint64 operationId, bool evenIfChanged) {
    TRY(operation, operationInState(
                       base, operationId, u"undone"_s,
                       QT_TRANSLATE_NOOP("kontor::workspace", "This act was not taken back, so there is nothing to do again.")));
    TRY(job, redoJob(base, operation));
    TRY(again, run(base, operation, job, evenIfChanged));
    return again.outcome;
}

Result<UndoOutcome> undoRunning(Base &base, qint64 operationId) {
    TRY(operation, findOperation(base.database(), operationId));
    if (!operation)
        return UndoOutcome{}; // nothing of it was ever committed
    Job job = undoJob(*operation);
    job.info.detail.insert(kStopped, true);
    TRY(bulk, BulkOperation::begin(base, job.info));
    const auto undone = runLarge(base, *bulk, job, {});
    if (undone)
        return undone->outcome;
    bulk->leaveRunning();
    return undone.error();
}

Result<int> resumeInterrupted(Base &base, qint64 operationId) {
    TRY(operation, findOperation(base.database(), operationId));
    if (!operation || operation->state != "running"_L1)
        return 0; // ended together with another one
    auto bulk = BulkOperation::resume(base, operationId);
    if (!bulk)
        return bulk.error().code == Code::Busy ? Result<int>(0) : Result<int>(bulk.error());
    (*bulk)->leaveRunning(); // an error here leaves it for the next open
    if (operation->info.reverses == 0) {
        TRY(outcome, undoRunning(base, operationId));
        Q_UNUSED(outcome)
        return 1;
    }
    TRY(first, findOperation(base.database(), operation->info.reverses));
    if (!first)
        return 0;
    Job job = undoJob(*first);
    if (operation->info.kind == "redo"_L1) {
        TRY(again, redoJob(base, *first));
        job = again;
    }
    const QJsonObject detail = operation->info.detail;
    if (detail.contains(kStopped))
        job.info.detail.insert(kStopped, true);
    TRY(outcome,
        runLarge(base, **bulk, job, {detail.value(u"before_seq"_s).toInteger(), detail.value(u"id_below"_s).toInteger()}));
    Q_UNUSED(outcome)
    return 1;
}

} // namespace kontor::workspace
