// A line that names a customer: typing finds, Down and Enter choose out of the list below.
#pragma once

#include "base/id.h"
#include "workspace/workspace.h"

#include <QLineEdit>
#include <QTimer>

class QListWidget;

namespace kontor::ui {

class CustomerChooser : public QWidget {
    Q_OBJECT

public:
    CustomerChooser(workspace::Workspace &workspace, QWidget *parent = nullptr);

    void setCustomer(Id customer, const QString &name); // invalid: nobody
    Id customer() const { return m_customer; }
    // Nothing was typed, or what was typed is a customer.
    bool isChosen() const { return m_customer.isValid() || m_line->text().trimmed().isEmpty(); }
    QLineEdit *line() const { return m_line; }
    QListWidget *list() const { return m_list; }

signals:
    void sizeChanged();
    void chosen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Found {
        Id id;
        QString name;
        QString company;
    };
    void search();
    void show(quint64 number, const Result<QList<Found>> &found);
    void choose(int row);
    void hideList();

    workspace::Workspace &m_workspace;
    QLineEdit *m_line;
    QListWidget *m_list;
    QTimer m_pause;
    Id m_customer;
    quint64 m_number = 0;
    workspace::Workspace::Ticket m_ticket;
};

} // namespace kontor::ui
