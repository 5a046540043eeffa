// A job on a thread of its own, whose outcome comes back to the thread that asked for it. Going, it waits for the job: whoever lets it go stops the job
// before.
#pragma once

#include <QThread>

#include <memory>
#include <optional>

namespace kontor::ui {

class SideThread {
public:
    SideThread() = default;
    SideThread(const SideThread &) = delete;
    SideThread &operator=(const SideThread &) = delete;
    ~SideThread() {
        if (m_thread)
            m_thread->wait();
    }

    bool isAtWork() const { return m_thread != nullptr; }
    // `job`: T(), over there. `done`: void(T), in the thread of `owner`, which holds this object; a next job may begin in it. One at a time.
    template <class Job, class Done>
    void start(QObject *owner, Job job, Done done) {
        auto outcome = std::make_shared<std::optional<std::invoke_result_t<Job &>>>();
        m_thread.reset(QThread::create([outcome, job = std::move(job)]() mutable { outcome->emplace(job()); }));
        QObject::connect(m_thread.get(), &QThread::finished, owner, [this, outcome, done = std::move(done)]() mutable {
            m_thread.release()->deleteLater();
            done(std::move(**outcome));
        });
        m_thread->start();
    }

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace kontor::ui
