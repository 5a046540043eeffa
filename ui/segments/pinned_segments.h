// The pinned segments of an open base with how many are in each: counted once after a change, for all who show them.
#pragma once

#include "segments/context.h"
#include "workspace/workspace.h"

#include <QTimer>

namespace kontor::ui {

class Formats;

struct PinnedCount {
    Id id;
    QString name;
    QByteArray rule;
    std::optional<qint64> count; // nothing where its rule cannot be asked
};

class PinnedSegments : public QObject {
    Q_OBJECT

public:
    PinnedSegments(workspace::Workspace &workspace, const Formats &formats); // a child of the workspace

    const QList<PinnedCount> &counts() const { return m_counts; }

    void count(); // anew

signals:
    void counted();

private:
    workspace::Workspace &m_workspace;
    const Formats &m_formats;
    QList<PinnedCount> m_counts;
    QTimer m_later;
    workspace::Workspace::Ticket m_ticket;
    quint64 m_number = 0;
};

} // namespace kontor::ui
