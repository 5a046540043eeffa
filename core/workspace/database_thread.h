// A thread with one open base. Jobs run in order; what is queued can be dropped, what runs can be interrupted. Short ones need not wait for the end of
// a bulk operation: they run between its transactions.
#pragma once

#include "workspace/base.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace kontor::workspace {

class DatabaseThread {
public:
    using Job = std::function<void(Base &)>;

    DatabaseThread(QString path, OpenOptions options);
    ~DatabaseThread(); // lets the running job end and drops the others

    // Opens the base there; returns when it is open. Called once, before the window is shown.
    Result<void> start();
    enum class Length { Short, Any };
    quint64 post(Job job, Length length = Length::Any);
    // A queued job is dropped, a running one interrupted: its result is an error Cancelled.
    void cancel(quint64 ticket);
    // Run on the thread when it ends: closes what its jobs have opened there.
    void atEnd(std::function<void()> cleanUp);
    // On such a thread, within a job and outside of a transaction: runs the short jobs that wait, up to the first that is not. Elsewhere nothing.
    static void runShortJobs();
    // Asked on the thread between the waits for a lock, with the milliseconds waited so far; false gives up. Without it the base's own limit holds.
    // A wait ends in any case when the job is cancelled or the thread is to stop. Called before start().
    void setPatience(std::function<bool(int waitedMs)> patience) { m_patience = std::move(patience); }

private:
    struct Waiting {
        quint64 ticket = 0;
        Job job;
        Length length = Length::Any;
    };

    void run(std::promise<Result<void>> opened);
    void runNestedJobs();
    std::optional<Job> takeShortJob();

    QString m_path;
    OpenOptions m_options;
    // Those of the standard library: the thread sanitizer sees what they guard and what comes before a join, which it does not of Qt's.
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_hasWork;
    std::deque<Waiting> m_jobs;
    std::vector<std::function<void()>> m_cleanUps;
    quint64 m_lastTicket = 0;
    quint64 m_runningTicket = 0;
    quint64 m_interruptedTicket = 0; // of the long job, while short ones run within it
    bool m_isInterruptedCancelled = false;
    std::function<bool(int)> m_patience;
    std::atomic<bool> m_isStopping = false;
    std::atomic<bool> m_isCancelled = false; // the job that runs
    Base *m_base = nullptr;
};

} // namespace kontor::workspace
