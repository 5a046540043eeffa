// The history as a table for spreadsheets, to be kept as evidence: a line for each change, written by pages, so that nobody waits.
#pragma once

#include "history/history_list.h"
#include "workspace/workspace.h"

namespace kontor::ui {

class Shell;

class HistoryExport : public QObject {
    Q_OBJECT

public:
    HistoryExport(workspace::Workspace &workspace, Shell &shell, QWidget *page);

    void askForFile(const history::HistoryQuery &query, const QString &name);
    void write(const history::HistoryQuery &query, const QString &path);

signals:
    void done();

private:
    struct Work;
    void writeNext(const std::shared_ptr<Work> &work);

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    QWidget *m_page;
};

} // namespace kontor::ui
