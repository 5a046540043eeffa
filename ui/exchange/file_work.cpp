#include "exchange/file_work.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>

namespace kontor::ui {

namespace {

constexpr int kLookEvery = 100; // milliseconds

} // namespace

FileWork::FileWork(QObject *parent) : QObject(parent), m_state(std::make_shared<State>()) {
    m_look.setInterval(kLookEvery);
    connect(&m_look, &QTimer::timeout, this, &FileWork::progressed);
}

void FileWork::start(Job job) {
    if (m_thread.isAtWork())
        return;
    m_state = std::make_shared<State>();
    m_look.start();
    m_thread.start(
        this,
        [job = std::move(job), state = m_state] {
            return job([state](qint64 done) {
                state->done = done;
                return !state->isStopped;
            });
        },
        [this](const Result<exchange::ExportReport> &report) { end(report); });
}

void FileWork::stop() { m_state->isStopped = true; }

void FileWork::end(const Result<exchange::ExportReport> &report) {
    m_look.stop();
    if (report)
        emit finished(*report);
    else if (report.error().code == Code::Cancelled)
        emit stopped(report.error().message);
    else
        emit failed(report.error());
}

Result<std::unique_ptr<workspace::Base>> openForReading(const QString &path, workspace::OpenOptions options) {
    options.readOnly = true;
    return workspace::Base::open(path, options);
}

void showInFolder(const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); }

} // namespace kontor::ui
