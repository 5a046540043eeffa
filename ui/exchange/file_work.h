// One long job with a file, away from the GUI thread: an export, or the making of a base out of one. With progress, and stopped when asked.
#pragma once

#include "exchange/exporter.h"
#include "widgets/side_thread.h"

#include <QObject>
#include <QTimer>

#include <atomic>

namespace kontor::ui {

class FileWork : public QObject {
    Q_OBJECT

public:
    using Progress = std::function<bool(qint64 done)>; // false: stop
    using Job = std::function<Result<exchange::ExportReport>(const Progress &progress)>;

    explicit FileWork(QObject *parent);
    ~FileWork() override { stop(); } // and waits

    // Reads the base on a connection of its own, so that what is entered meanwhile is saved without waiting. Does nothing while another job runs.
    void start(Job job);
    void stop();
    bool isAtWork() const { return m_thread.isAtWork(); }
    bool isStopping() const { return m_state->isStopped; }
    qint64 done() const { return m_state->done; }

signals:
    void progressed();
    void finished(const kontor::exchange::ExportReport &report);
    void stopped(const QString &sentence);
    void failed(const kontor::Error &error);

private:
    // Shared with the thread that works.
    struct State {
        std::atomic<qint64> done{0};
        std::atomic<bool> isStopped{false};
    };

    void end(const Result<exchange::ExportReport> &report);

    std::shared_ptr<State> m_state;
    QTimer m_look; // at the progress
    SideThread m_thread;
};

// The base as somebody else on this computer would read it.
Result<std::unique_ptr<workspace::Base>> openForReading(const QString &path, workspace::OpenOptions options);

// The file's folder in the program that shows folders.
void showInFolder(const QString &path);

} // namespace kontor::ui
