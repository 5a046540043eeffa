// How many customers a rule has while it is being built: asked after a pause, stopped by the next edit, answered in parts as they come.
#pragma once

#include "segments/builder.h"
#include "workspace/workspace.h"

#include <QTimer>

namespace kontor::ui {

class LiveAnswer : public QObject {
    Q_OBJECT

public:
    LiveAnswer(workspace::Workspace &workspace, segments::Context context, QObject *parent);

    void setContext(const segments::Context &context) { m_context = context; }
    // `rule`: its ready part. Asks after a pause.
    void ask(const segments::Rule &rule);
    void askNow(const segments::Rule &rule);
    void stop();

signals:
    void slow(); // no answer yet: say so
    void counted(qint64 customers, qint64 ofAll);
    void membersKnown(const QList<kontor::segments::MemberPreview> &members);
    void boughtKnown(qint64 minorUnits); // in twelve months
    void withoutLinesKnown(const QList<qint64> &counts);
    void failed(const kontor::Error &error);

private:
    void start();
    void readCount();
    void readMembers();
    void readDetails();

    workspace::Workspace &m_workspace;
    segments::Context m_context;
    segments::Rule m_rule;
    QTimer m_pause;
    QTimer m_slow;
    QList<workspace::Workspace::Ticket> m_tickets;
    quint64 m_number = 0; // of the newest question; late answers are dropped
};

} // namespace kontor::ui
