// A thread with one open base. Jobs run in order; what is queued can be dropped, what runs can be interrupted.
#pragma once

#include "workspace/base.h"

#include <QThread>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <vector>

namespace kontor::workspace {

class DatabaseThread {
public:
    using Job = std::function<void(Base &)>;

    DatabaseThread(QString name, QString path, OpenOptions options);
    ~DatabaseThread(); // lets the running job end and drops the others

    // Opens the base there; returns when it is open. Called once, before the window is shown.
    Result<void> start();
    quint64 post(Job job);
    // A queued job is dropped, a running one interrupted: its result is an error Cancelled.
    void cancel(quint64 ticket);
    // Run on the thread when it ends: closes what its jobs have opened there.
    void atEnd(std::function<void()> cleanUp);
    // Asked on the thread between the waits for a lock, with the milliseconds waited so far; false gives up. Without it the base's own limit holds.
    // A wait ends in any case when the job is cancelled or the thread is to stop. Called before start().
    void setPatience(std::function<bool(int waitedMs)> patience) { m_patience = std::move(patience); }

private:
    void run(std::promise<Result<void>> opened);

    QString m_path;
    OpenOptions m_options;
    std::unique_ptr<QThread> m_thread;
    QString m_name;
    // Those of the standard library: the thread sanitizer sees what they guard, which it does not of Qt's.
    std::mutex m_mutex;
    std::condition_variable m_hasWork;
    std::deque<std::pair<quint64, Job>> m_jobs;
    std::vector<std::function<void()>> m_cleanUps;
    quint64 m_lastTicket = 0;
    quint64 m_runningTicket = 0;
    std::function<bool(int)> m_patience;
    std::atomic<bool> m_isStopping = false;
    std::atomic<bool> m_isCancelled = false; // the job that runs
    Base *m_base = nullptr;
};

} // namespace kontor::workspace
