#include "exchange/import_thread.h"

#include <QThread>

namespace kontor::ui {

using exchange::ImportReport;

ImportThread::ImportThread(const workspace::Workspace &workspace, Act act, Done done, QObject *parent) : QObject(parent) {
    workspace::OpenOptions options = workspace.options();
    options.readOnly = true;
    auto outcome = std::make_shared<Result<ImportReport>>(ImportReport());
    m_thread.reset(QThread::create([outcome, path = workspace.path(), options, clock = workspace.clock(), act = std::move(act)] {
        *outcome = [&]() -> Result<ImportReport> {
            TRY(base, workspace::Base::open(path, options));
            base->setClock(clock);
            return act(*base);
        }();
    }));
    connect(m_thread.get(), &QThread::finished, this, [this, outcome, done = std::move(done)] {
        m_thread->wait();
        deleteLater();
        done(std::move(*outcome));
    });
    m_thread->start();
}

ImportThread::~ImportThread() {
    if (m_thread)
        m_thread->wait();
}

} // namespace kontor::ui
