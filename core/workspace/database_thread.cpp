#include "workspace/database_thread.h"

namespace kontor::workspace {

namespace {

thread_local DatabaseThread *currentThread = nullptr;

} // namespace

DatabaseThread::DatabaseThread(QString path, OpenOptions options) : m_path(std::move(path)), m_options(std::move(options)) {}

DatabaseThread::~DatabaseThread() {
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_jobs.clear();
        m_hasWork.notify_all();
    }
    m_thread.join();
}

Result<void> DatabaseThread::start() {
    std::promise<Result<void>> opened;
    std::future<Result<void>> result = opened.get_future();
    m_thread = std::thread([this, promise = std::move(opened)]() mutable { run(std::move(promise)); });
    return result.get();
}

void DatabaseThread::run(std::promise<Result<void>> opened) {
    auto base = Base::open(m_path, m_options);
    {
        const std::lock_guard lock(m_mutex);
        m_base = base ? base->get() : nullptr;
    }
    opened.set_value(base ? Result<void>() : Result<void>(base.error()));
    if (!base)
        return;
    if (m_patience)
        (*base)->database().setBusyWait([this](int waitedMs) { return !m_isStopping && !m_isCancelled && m_patience(waitedMs); });
    currentThread = this;
    while (true) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_hasWork.wait(lock, [this] { return !m_jobs.empty() || m_isStopping; });
            if (m_isStopping)
                break;
            m_runningTicket = m_jobs.front().ticket;
            job = std::move(m_jobs.front().job);
            m_jobs.pop_front();
            m_isCancelled = false;
        }
        job(**base);
        const std::lock_guard lock(m_mutex);
        m_runningTicket = 0;
    }
    const std::lock_guard lock(m_mutex);
    for (const auto &cleanUp : m_cleanUps)
        cleanUp();
    m_base = nullptr;
}

void DatabaseThread::atEnd(std::function<void()> cleanUp) {
    const std::lock_guard lock(m_mutex);
    m_cleanUps.push_back(std::move(cleanUp));
}

void DatabaseThread::runShortJobs() {
    if (currentThread)
        currentThread->runNestedJobs();
}

std::optional<DatabaseThread::Job> DatabaseThread::takeShortJob() {
    const std::lock_guard lock(m_mutex);
    if (m_isStopping || m_isCancelled || m_jobs.empty() || m_jobs.front().length != Length::Short)
        return {};
    m_interruptedTicket = std::exchange(m_runningTicket, m_jobs.front().ticket);
    Job job = std::move(m_jobs.front().job);
    m_jobs.pop_front();
    return job;
}

void DatabaseThread::runNestedJobs() {
    if (m_interruptedTicket != 0)
        return; // a short job that itself works in steps
    while (auto job = takeShortJob()) {
        (*job)(*m_base);
        const std::lock_guard lock(m_mutex);
        m_runningTicket = std::exchange(m_interruptedTicket, 0);
        m_isCancelled = std::exchange(m_isInterruptedCancelled, false);
    }
}

quint64 DatabaseThread::post(Job job, Length length) {
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back({++m_lastTicket, std::move(job), length});
    m_hasWork.notify_one();
    return m_lastTicket;
}

void DatabaseThread::cancel(quint64 ticket) {
    const std::lock_guard lock(m_mutex);
    if (m_runningTicket == ticket && m_base) {
        m_isCancelled = true;
        m_base->database().interrupt();
        return;
    }
    if (m_interruptedTicket == ticket && ticket != 0)
        m_isInterruptedCancelled = true;
    std::erase_if(m_jobs, [ticket](const Waiting &waiting) { return waiting.ticket == ticket; });
}

} // namespace kontor::workspace
