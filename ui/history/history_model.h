// The history as a tree: days, the acts of each, and under an act of several changes what each of them did. It comes a page at a time, and
// what happens meanwhile is put on top without moving what is looked at.
#pragma once

#include "history/history_list.h"
#include "workspace/workspace.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace kontor::ui {

class Formats;

class HistoryModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Kind { Day, Act, Change, More };

    HistoryModel(workspace::Workspace &workspace, const Formats &formats, QObject *parent);
    ~HistoryModel() override;

    void setQuery(const history::HistoryQuery &query); // begins anew
    const history::HistoryQuery &query() const { return m_query; }
    void onChanged(const workspace::ChangeSet &changes);
    void retranslate();

    Kind kindOf(const QModelIndex &index) const;
    const history::Act *actAt(const QModelIndex &index) const;         // also of a line under it; nullptr: a day
    const history::ChangeLine *lineAt(const QModelIndex &index) const; // of a line, or of an act with a single change
    // Whether the lines say whose they are: not where the whole act is about one.
    bool namesCustomer(const QModelIndex &index) const;
    void loadMore(const QModelIndex &more); // the lines that one stands for
    bool isLoading() const { return m_isReading; }
    const Formats &formats() const { return m_formats; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex & = {}) const override { return 1; }
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded(); // a page is here, or it is known that there is none
    void problem(const kontor::Error &error);

private:
    struct Node;
    using Nodes = std::vector<std::unique_ptr<Node>>;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    std::unique_ptr<Node> actNode(const history::Act &act) const;
    void readOlder();
    void readNewer();
    void readStates();
    void append(const history::HistoryPage &page);
    void prepend(const QList<history::Act> &acts);
    void addLines(qint64 operation, const QList<history::ChangeLine> &lines);
    void takeMoreLine(Node *act);
    Node *findAct(qint64 operation) const;

    workspace::Workspace &m_workspace;
    const Formats &m_formats;
    std::shared_ptr<const workspace::RecordCatalogue> m_catalogue;
    history::HistoryQuery m_query;
    Nodes m_nodes; // days and acts, in their order
    qint64 m_before = 0;
    qint64 m_newest = 0; // seq of the newest act that is shown or was looked for
    quint64 m_number = 0;
    bool m_isReading = false;
    bool m_isReadingNewer = false;
    bool m_isNewerDue = false;
    bool m_isEnd = false;
};

} // namespace kontor::ui
