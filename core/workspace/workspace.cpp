#include "workspace/workspace.h"

#include "workspace/undo_state.h"

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWatchMs = 2'000;
constexpr int kProbeMs = 1'000;

} // namespace

Workspace::Workspace(QString path, OpenOptions options) : m_path(std::move(path)), m_options(std::move(options)) {
    m_watch.setInterval(kWatchMs);
    connect(this, &Workspace::deliveryCame, this, &Workspace::takeDelivery, Qt::QueuedConnection);
    connect(&m_watch, &QTimer::timeout, this, &Workspace::tick);
    connect(&m_watch, &QTimer::timeout, this, &Workspace::backUpWhenIdle);
    m_probe.setInterval(kProbeMs);
    connect(&m_probe, &QTimer::timeout, this, &Workspace::tryDrive);
}

// The watch goes first: the writer tells it of the lock, and it delivers to this object.
Workspace::~Workspace() {
    if (m_backup.number != 0) // closing does not wait for it
        cancel(m_backup);
    m_writer.reset();
    m_personReader.reset();
    m_backgroundReader.reset();
    m_presence.reset();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, const OpenOptions &options) {
    std::unique_ptr<Workspace> workspace(new Workspace(path, options));
    TRY_VOID(workspace->start());
    return workspace;
}

Result<void> Workspace::start() {
    m_writer = std::make_unique<DatabaseThread>(m_path, m_options);
    m_writer->setPatience(patience(true, true));
    TRY_VOID(m_writer->start()); // first: it recovers and migrates
    OpenOptions readerOptions = m_options;
    readerOptions.readOnly = true;
    m_personReader = std::make_unique<DatabaseThread>(m_path, readerOptions);
    m_personReader->setPatience(patience(false, true));
    TRY_VOID(m_personReader->start());
    m_backgroundReader = std::make_unique<DatabaseThread>(m_path, readerOptions);
    TRY_VOID(m_backgroundReader->start());

    std::promise<void> ready;
    m_writer->post([this, &ready](Base &base) {
        m_settings = base.settings();
        m_baseId = base.id();
        m_clock = base.clock();
        m_isReadOnly = base.isReadOnly();
        m_whyReadOnly = base.whyReadOnly();
        m_isDamaged = base.isDamaged();
        m_place = base.place();
        m_recovery = base.recovery();
        m_undoState = readUndoState(base);
        noteUndoStateOnThisThread();
        if (auto seq = lastChangeSeq(base.database()))
            m_seenSeq = *seq;
        ready.set_value();
    });
    ready.get_future().wait();
    m_lastReached = m_clock.now();
    joinOthers();
    planBackup();
    m_watch.start();
    return {};
}

void Workspace::deliver(std::function<void()> continuation) {
    {
        const std::lock_guard lock(m_deliveryMutex);
        m_deliveries.push_back(std::move(continuation));
    }
    emit deliveryCame(QPrivateSignal());
}

void Workspace::takeDelivery() {
    std::function<void()> continuation;
    {
        const std::lock_guard lock(m_deliveryMutex);
        continuation = std::move(m_deliveries.front());
        m_deliveries.pop_front();
    }
    continuation();
}

void Workspace::deliverWritten(Base &base, std::function<void()> continuation) {
    const ChangeSet changes = base.takeChanges();
    const UndoState undoState = undoStateAfterAct(base);
    if (base.isDamaged())
        deliver([this] { showDamage(); });
    if (m_presence && !changes.isEmpty())
        m_presence->noteChange(changes.lastSeq);
    deliver([this, changes, undoState, continuation = std::move(continuation)] {
        m_ownOperations.unite(changes.operations); // before anybody asks
        if (--m_pendingWrites == 0)
            emit savingChanged(false);
        announce(changes, undoState);
        continuation();
    });
}

void Workspace::announce(const ChangeSet &changes, const UndoState &undoState) {
    m_undoState = undoState;
    emit undoStateChanged();
    if (changes.isEmpty())
        return;
    noteActivity();
    // What another PC committed in between has lower numbers: the next look at the feed must not skip it.
    if (changes.firstSeq <= m_seenSeq + 1)
        m_seenSeq = qMax(m_seenSeq, changes.lastSeq);
    emit changed(changes);
}

void Workspace::checkForChanges() {
    if (m_isChecking)
        return;
    m_isChecking = true;
    read(
        this, [seq = m_seenSeq](db::Database &database) { return changesAfter(database, seq); },
        [this](Result<ChangeSet> changes) {
            m_isChecking = false;
            if (!changes || changes->isEmpty())
                return;
            m_seenSeq = qMax(m_seenSeq, changes->lastSeq);
            noteActivity();
            emit changed(*changes);
        },
        Urgency::Background);
}

void Workspace::cancel(Ticket ticket) { reader(ticket.urgency).cancel(ticket.number); }

void Workspace::undo(QObject *context, std::function<void(Result<UndoOutcome>)> done) {
    undoOperation(m_undoState.undoOperation, context, std::move(done));
}

void Workspace::undoOperation(qint64 operation, QObject *context, std::function<void(Result<UndoOutcome>)> done) {
    writeWith([operation](Base &base) { return workspace::undo(base, operation); }, context, std::move(done));
}

void Workspace::redo(QObject *context, std::function<void(Result<UndoOutcome>)> done) {
    writeWith([operation = m_undoState.redoOperation](Base &base) { return workspace::redo(base, operation); }, context,
              std::move(done));
}

} // namespace kontor::workspace
