// An open base for a window: a writer thread and two reader threads with one connection each; the GUI thread has none and never waits.
// Lives in the GUI thread. Continuations run there, and are dropped when their context object is gone.
//
//   workspace.read(this, [id](db::Database &database) { return loadCard(database, id); }, [this](Result<Card> card) { show(card); });
//   workspace.write({u"edit"_s, "customer", id}, [=](Recorder &recorder) { return recorder.update(before, after); }, this, [this](Result<void> saved) { ... });
#pragma once

#include "sharing/presence_watch.h"
#include "workspace/database_thread.h"
#include "workspace/undo.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace kontor::workspace {

enum class Urgency { Person, Background }; // what the person waits for; counts, pinned segments, export

// What can be taken back or done again now; `operation` 0: nothing.
struct UndoState {
    qint64 undoOperation = 0;
    OperationInfo undoInfo;
    qint64 redoOperation = 0;
    OperationInfo redoInfo;
};

// Whether the base's drive can be reached.
enum class DriveState {
    Fine,
    Checking, // one access failed, or has not come back; nobody is disturbed yet
    Offline,  // for kOfflineAfterMs nothing went through
    Replaced, // another file stands in its place: nothing is read or written any more
};
constexpr int kOfflineAfterMs = 5'000;

// Somebody else holds the lock, and the person's act waits for it.
struct Busy {
    Instant since;       // by this computer's clock
    bool isLong = false; // for 10 s
    bool isWrite = false;
    QList<sharing::Person> holders; // who says so; empty: another program, or one that has died
};

class Workspace : public QObject {
    Q_OBJECT
public:
    static Result<std::unique_ptr<Workspace>> open(const QString &path, const OpenOptions &options);
    ~Workspace() override;

    struct Ticket {
        Urgency urgency = Urgency::Person;
        quint64 number = 0;
    };

    const QString &path() const { return m_path; }
    const BaseSettings &settings() const { return m_settings; }
    const QString &baseId() const { return m_baseId; }
    const Clock &clock() const { return m_clock; }
    const OpenOptions &options() const { return m_options; }
    bool isReadOnly() const { return m_isReadOnly; }
    const QString &whyReadOnly() const { return m_whyReadOnly; } // see Base::whyReadOnly
    // Found damaged, here or elsewhere: nothing is written any more, whyReadOnly() says so.
    bool isDamaged() const { return m_isDamaged; }
    QString localFolder() const { return localFolderOf(m_options.dataFolder, m_baseId); } // journal and backups of this PC
    const sharing::Place &place() const { return m_place; }
    // Who else has the base open, as far as known: other computers, and other programs of this one.
    const QList<sharing::Person> &others() const { return m_others; }
    // Tells them which card is shown here and which of its fields is being edited; invalid: none.
    void tellWhere(Id card, const QByteArray &field = {});
    // It was committed by this very program, not by another one of the same person.
    bool isOwnOperation(qint64 operation) const { return m_ownOperations.contains(operation); }
    DriveState driveState() const { return m_driveState; }
    bool isOffline() const { return m_driveState == DriveState::Offline || m_driveState == DriveState::Replaced; }
    bool isFull() const { return m_isFull; }                   // the last write found no room on the drive
    Instant lastReached() const { return m_lastReached; }      // the last access that went through
    void tryDrive();                                           // now, not at its next turn
    const std::optional<Busy> &busy() const { return m_busy; } // nothing: nobody waits
    const UndoState &undoState() const { return m_undoState; }
    const Recovery &recovery() const { return m_recovery; }

    // `query`: Result<T>(db::Database &) on a reader thread, all in one read transaction (Base::read). `done`: void(Result<T>) on the GUI thread.
    template <class Query, class Done>
    Ticket read(QObject *context, Query query, Done done, Urgency urgency = Urgency::Person) {
        return {urgency, reader(urgency).post([this, urgency, context = QPointer<QObject>(context), query = std::move(query),
                                               done = std::move(done)](Base &base) mutable {
                    auto result = std::make_shared<std::invoke_result_t<Query, db::Database &>>(base.read(query));
                    if (base.isDamaged())
                        deliver([this] { showDamage(); });
                    deliver([this, urgency, context = std::move(context), result, done = std::move(done)]() mutable {
                        noteAccess(*result ? nullptr : &result->error(), urgency == Urgency::Person, false);
                        if (context)
                            done(std::move(*result));
                    });
                })};
    }
    void cancel(Ticket ticket);
    // Run on that reader's thread when the workspace is closed.
    void atEnd(Urgency urgency, std::function<void()> cleanUp) { reader(urgency).atEnd(std::move(cleanUp)); }

    // `act`: Result<T>(Recorder &) on the writer thread, one operation. `done`: void(Result<T>).
    template <class Act, class Done>
    void write(const OperationInfo &info, Act act, QObject *context, Done done) {
        post([info, act = std::move(act)](Base &base) mutable { return base.write(info, act); }, DatabaseThread::Length::Short,
             context, std::move(done));
    }
    // The same with the whole base: bulk operations, imports. `act`: Result<T>(Base &). What write() is asked for meanwhile comes between its
    // transactions.
    template <class Act, class Done>
    void writeWith(Act act, QObject *context, Done done) {
        post(std::move(act), DatabaseThread::Length::Any, context, std::move(done));
    }

    void undo(QObject *context, std::function<void(Result<UndoOutcome>)> done);
    void redo(QObject *context, std::function<void(Result<UndoOutcome>)> done);
    void undoOperation(qint64 operation, QObject *context, std::function<void(Result<UndoOutcome>)> done);
    // Looks now whether others have changed the base (F5); it does so by itself every 2 s.
    void checkForChanges();
    // A copy in localFolder() because a person wants one.
    void backUp(QObject *context, std::function<void(Result<std::optional<sharing::Backup>>)> done);
    // Before the computer sleeps: what was asked is finished, then every connection is closed, so that no lock is left on the drive. `closed`: then, on
    // the GUI thread. Whatever is asked afterwards opens them again.
    void fallAsleep(std::function<void()> closed);
    void wakeUp();

signals:
    void changed(const kontor::workspace::ChangeSet &changes);
    void undoStateChanged();
    void savingChanged(bool isSaving);
    void othersChanged();
    void driveStateChanged(); // of driveState() or isFull()
    void busyChanged();
    // Nothing can be written any more: it was found that the drive does not keep locks, or that the file is damaged.
    void becameReadOnly();
    void backupMade();
    void backupFailed(const kontor::Error &error);
    void deliveryCame(QPrivateSignal); // of another thread

private:
    template <class Act, class Done>
    void post(Act act, DatabaseThread::Length length, QObject *context, Done done) {
        ++m_pendingWrites;
        emit savingChanged(true);
        m_writer->post(
            [this, context = QPointer<QObject>(context), act = std::move(act), done = std::move(done)](Base &base) mutable {
                auto result = std::make_shared<std::invoke_result_t<Act, Base &>>(act(base));
                deliverWritten(base, [this, context = std::move(context), result, done = std::move(done)]() mutable {
                    noteAccess(*result ? nullptr : &result->error(), true, true);
                    if (context)
                        done(std::move(*result));
                });
            },
            length);
    }

    Workspace(QString path, OpenOptions options);
    Result<void> start();
    DatabaseThread &reader(Urgency urgency) { return urgency == Urgency::Person ? *m_personReader : *m_backgroundReader; }
    // Answers come through a queue of our own, whose lock a thread sanitizer sees, not inside Qt's events.
    void deliver(std::function<void()> continuation);
    void takeDelivery();
    void deliverWritten(Base &base, std::function<void()> continuation);
    void announce(const ChangeSet &changes, const UndoState &undoState);
    // workspace_others.cpp
    void joinOthers();
    void takeSight(const sharing::Sight &sight);
    void stopWriting();
    bool hears() const; // of the others' commits by their hints
    void tick();
    void showDamage();
    void noteActivity();
    void planBackup();
    void backUpWhenIdle();
    // workspace_drive.cpp
    std::function<bool(int)> patience(bool isWrite, bool isEndless);
    void showWait(bool isWrite, int waitedMs);
    void noteAccess(const Error *error, bool isPersons, bool isWrite);
    void failed();
    void setDriveState(DriveState state);
    void compareFile();
    void stopAsReplaced();

    QString m_path;
    OpenOptions m_options;
    BaseSettings m_settings;
    QString m_baseId;
    Clock m_clock;
    bool m_isReadOnly = false;
    bool m_isDamaged = false;
    QString m_whyReadOnly;
    sharing::Place m_place;
    QList<sharing::Person> m_others;
    bool m_isFirst = true; // of all that are here
    std::unique_ptr<sharing::PresenceWatch> m_presence;
    qint64 m_hintedSeq = 0; // the newest change that others told of
    int m_ticks = 0;
    QSet<qint64> m_ownOperations;
    DriveState m_driveState = DriveState::Fine;
    QByteArray m_file; // its identity
    bool m_isComparing = false;
    bool m_isFull = false;
    bool m_isMissing = false; // no file stands under the name, though what was opened may still be read
    qint64 m_failedAt = 0;    // by a clock that counts sleep
    Instant m_lastReached;
    std::optional<Busy> m_busy;
    Recovery m_recovery;
    UndoState m_undoState;
    qint64 m_seenSeq = 0;
    int m_pendingWrites = 0;
    qint64 m_lastChangeAt = 0; // of the clock that counts sleep, as the next
    qint64 m_nextBackupAt = 0;
    Ticket m_backup; // that is being made, or was
    bool m_isChecking = false;
    QTimer m_watch;
    QTimer m_probe; // while the drive does not answer
    std::mutex m_deliveryMutex;
    std::deque<std::function<void()>> m_deliveries;
    std::unique_ptr<DatabaseThread> m_writer;
    std::unique_ptr<DatabaseThread> m_personReader;
    std::unique_ptr<DatabaseThread> m_backgroundReader;
};

} // namespace kontor::workspace
