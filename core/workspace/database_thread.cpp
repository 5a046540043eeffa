#include "workspace/database_thread.h"

#include <QSemaphore>
#include <QWaitCondition>

namespace kontor::workspace {

class DatabaseThread::Signal {
public:
    QWaitCondition hasWork;
    QSemaphore isOpen;
};

DatabaseThread::DatabaseThread(QString name, QString path, OpenOptions options)
    : m_path(std::move(path)), m_options(std::move(options)), m_name(std::move(name)), m_signal(std::make_unique<Signal>()) {}

DatabaseThread::~DatabaseThread() {
    if (!m_thread)
        return;
    {
        const QMutexLocker lock(&m_mutex);
        m_isStopping = true;
        m_jobs.clear();
        m_signal->hasWork.wakeAll();
    }
    m_thread->wait();
}

Result<void> DatabaseThread::start() {
    Result<void> opened;
    m_thread.reset(QThread::create([this, &opened] { run(&opened); }));
    m_thread->setObjectName(m_name);
    m_thread->start();
    m_signal->isOpen.acquire();
    return opened;
}

void DatabaseThread::run(Result<void> *opened) {
    auto base = Base::open(m_path, m_options);
    if (!base)
        *opened = base.error();
    {
        const QMutexLocker lock(&m_mutex);
        m_base = base ? base->get() : nullptr;
    }
    m_signal->isOpen.release();
    if (!base)
        return;
    while (true) {
        Job job;
        {
            QMutexLocker lock(&m_mutex);
            while (m_jobs.empty() && !m_isStopping)
                m_signal->hasWork.wait(&m_mutex);
            if (m_isStopping)
                break;
            m_runningTicket = m_jobs.front().first;
            job = std::move(m_jobs.front().second);
            m_jobs.pop_front();
        }
        job(**base);
        const QMutexLocker lock(&m_mutex);
        m_runningTicket = 0;
    }
    const QMutexLocker lock(&m_mutex);
    for (const auto &cleanUp : m_cleanUps)
        cleanUp();
    m_base = nullptr;
}

void DatabaseThread::atEnd(std::function<void()> cleanUp) {
    const QMutexLocker lock(&m_mutex);
    m_cleanUps.push_back(std::move(cleanUp));
}

quint64 DatabaseThread::post(Job job) {
    const QMutexLocker lock(&m_mutex);
    m_jobs.emplace_back(++m_lastTicket, std::move(job));
    m_signal->hasWork.wakeOne();
    return m_lastTicket;
}

void DatabaseThread::cancel(quint64 ticket) {
    const QMutexLocker lock(&m_mutex);
    if (m_runningTicket == ticket && m_base) {
        m_base->database().interrupt();
        return;
    }
    std::erase_if(m_jobs, [ticket](const auto &job) { return job.first == ticket; });
}

} // namespace kontor::workspace
