// Answers the find box from the search index, and keeps the index up with the base in short pieces of background work.
#pragma once

#include "find/find_provider.h"
#include "workspace/workspace.h"

#include <QTimer>

namespace kontor {
class Preferences;
}

namespace kontor::search {
class Index;
}

namespace kontor::ui {

class CustomerFinder : public QObject, public FindProvider {
    Q_OBJECT

public:
    // What was opened last is remembered in the preferences of this PC, by ids.
    CustomerFinder(workspace::Workspace &workspace, Preferences &preferences);

    void find(const QString &text, QObject *context, Done done) override;
    void recent(QObject *context, Done done) override;
    void preview(Id customer, QObject *context, std::function<void(Result<std::optional<FindPreview>>)> done) override;
    void noteOpened(Id customer);
    int indexedPercent() const { return m_percent; }

signals:
    void caughtUp();
    void progressed(); // more can be found than before

private:
    struct Reader; // the index as one reader thread has it open
    void catchUp();

    workspace::Workspace &m_workspace;
    Preferences &m_preferences;
    std::shared_ptr<Reader> m_finding;  // used on the thread of what the person waits for
    std::shared_ptr<Reader> m_indexing; // used on the background thread
    QTimer m_catchUpLater;
    int m_percent = 0;
    bool m_isCatchingUp = false;
};

} // namespace kontor::ui
