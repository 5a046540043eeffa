// One operation of many short transactions: import, bulk change, and the undo of either. While it runs its state is "running"; it ends as
// done or, by cancel(), kill -9 or an error, as undone: what it wrote is taken back, at the latest when this PC opens the base again.
#pragma once

#include "db/cache_memory.h"
#include "workspace/base.h"
#include "workspace/database_thread.h"
#include "workspace/step_pace.h"

#include <QElapsedTimer>

class QLockFile;

namespace kontor::workspace {

class BulkOperation {
public:
    static Result<std::unique_ptr<BulkOperation>> begin(Base &base, const OperationInfo &info);
    // Goes on with one that was interrupted. Error Busy: another program on this PC is still at it.
    static Result<std::unique_ptr<BulkOperation>> resume(Base &base, qint64 operationId);
    ~BulkOperation(); // neither finished nor cancelled: cancels

    qint64 id() const { return m_id; }
    Base &base() { return m_base; }

    // One short transaction of it: of millisecondsOfStep() and a few thousand rows (its pages stay in memory). What else is to be written by this program comes
    // first, if it is short.
    template <class F>
    std::invoke_result_t<F, Recorder &> step(F &&closure) {
        DatabaseThread::runShortJobs();
        QElapsedTimer whole;
        whole.start();
        qint64 rows = 0;
        auto outcome = m_base.writeMore(m_id, [&](Recorder &recorder) {
            QElapsedTimer time;
            time.start();
            auto done = closure(recorder);
            rows = time.elapsed();
            return done;
        });
        m_pace.note(rows, whole.elapsed());
        return outcome;
    }
    // How long what the next step does may take before its COMMIT.
    qint64 millisecondsOfStep() const { return m_pace.milliseconds(); }

    Result<void> setDetail(const QJsonObject &detail);
    Result<void> finish();
    Result<void> cancel();
    // It stays "running" when this object goes: whoever opens the base next ends it.
    void leaveRunning() { end(); }

private:
    BulkOperation(Base &base, qint64 id, std::unique_ptr<QLockFile> lock);
    void end();

    Base &m_base;
    qint64 m_id;
    std::unique_ptr<QLockFile> m_lock; // says on this PC that somebody is at it
    std::optional<db::LargeCache> m_cache; // until it ends
    StepPace m_pace;
    bool m_isOpen = true;
};

// Sets an operation's state and notes it for the feed.
Result<void> setOperationState(Recorder &recorder, qint64 operationId, const QString &state);

} // namespace kontor::workspace
