// What lies in the trash: the order as keys, the lines themselves a page at a time when they are looked at.
#pragma once

#include "history/trash_list.h"
#include "workspace/workspace.h"

#include <QAbstractListModel>

namespace kontor::ui {

class Formats;

struct TrashWords {
    QString name;
    QString detail;      // who, when, what goes with it
    QString left;        // "87 days left"
    bool isSoon = false; // it goes within a week
};

class TrashModel : public QAbstractListModel {
    Q_OBJECT

public:
    TrashModel(workspace::Workspace &workspace, const Formats &formats, QObject *parent);

    void setRecord(const QByteArray &record); // only that table; empty: everything
    void reload();
    void retranslate();
    const QList<history::TrashKey> &keys() const { return m_keys; }
    const history::TrashLine *lineAt(int row) const; // nullptr while it is on its way
    TrashWords wordsOf(const history::TrashLine &line) const;
    bool isLoaded() const { return m_isLoaded; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_keys.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    void aboutToReload(); // the rows are about to be others
    void loaded();
    void problem(const kontor::Error &error);

private:
    void ask(int page) const;
    QString goesWith(const history::TrashLine &line) const;

    workspace::Workspace &m_workspace;
    const Formats &m_formats;
    std::shared_ptr<const workspace::RecordCatalogue> m_catalogue;
    QByteArray m_record;
    QList<history::TrashKey> m_keys;
    mutable QHash<int, history::TrashLine> m_lines; // by row
    mutable QSet<int> m_asked;                      // pages
    quint64 m_number = 0;
    bool m_isLoaded = false;
};

} // namespace kontor::ui
