// One act of an import on a thread and with a connection of its own: the window goes on reading and saving meanwhile.
#pragma once

#include "exchange/importer.h"
#include "workspace/workspace.h"

class QThread;

namespace kontor::ui {

class ImportThread : public QObject {
    Q_OBJECT

public:
    using Act = std::function<Result<exchange::ImportReport>(workspace::Base &)>;
    using Done = std::function<void(Result<exchange::ImportReport>)>;

    // Begins at once, with the base open for reading. `done` is called in this object's thread, and not when the object has gone.
    ImportThread(const workspace::Workspace &workspace, Act act, Done done, QObject *parent);
    ~ImportThread() override; // waits for the act: whoever lets the object go stops it before

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace kontor::ui
