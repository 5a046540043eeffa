// The customers of a call session in their order, with what came of each call.
#pragma once

#include "call_session/call_session.h"
#include "customers/customer_list.h"
#include "lists/id_rows.h"
#include "workspace/workspace.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace kontor::ui {

class Formats;

class CallQueueModel : public QAbstractListModel {
    Q_OBJECT

public:
    CallQueueModel(workspace::Workspace &workspace, const CallSession &session, const Formats &formats, QObject *parent);

    void reset();       // another session
    void showResults(); // of the same
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const CustomerRow *customer(int row) const;
    QLatin1StringView icon(int row) const;
    QString status(int row) const; // "Reached", "Skipped"; empty: still to be called
    bool isCurrent(int row) const { return row == m_session.current; }

private:
    void fetch(int page, const QList<Id> &ids);

    workspace::Workspace &m_workspace;
    const CallSession &m_session;
    const Formats &m_formats;
    mutable IdRows<CustomerRow> m_rows;
    quint64 m_number = 0;
};

class CallQueueView : public QListView {
    Q_OBJECT

public:
    CallQueueView(CallQueueModel *model, QWidget *parent);
    CallQueueModel *queue() const { return m_model; }

signals:
    void chosen(int row); // Enter or double click

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    CallQueueModel *m_model;
};

class CallQueueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CallQueueDelegate(CallQueueView &view) : QStyledItemDelegate(&view), m_view(view) {}
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    CallQueueView &m_view;
};

} // namespace kontor::ui
