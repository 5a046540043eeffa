// The card of one customer, as the customers page holds it beside its list.
#pragma once

#include "customers/customer_list.h"
#include "main_window/page.h"

#include <QSet>

namespace kontor::ui {

class CardView : public QWidget {
    Q_OBJECT

public:
    CardView(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
        : QWidget(parent), m_workspace(workspace), m_shell(shell) {}

    virtual void load(Id customer) = 0;
    // What a list knows of the customer who is being loaded: stands in the head until the card is read.
    virtual void preview(const CustomerRow &row) { Q_UNUSED(row) }
    // The next entry is about this task of the customer who is being loaded.
    virtual void beginTask(Id task) { Q_UNUSED(task) }
    virtual Id customer() const = 0;
    virtual QString title() const = 0; // the customer's name, empty while it is read
    virtual bool canPerform(QLatin1StringView action) const = 0;
    virtual void perform(QLatin1StringView action) = 0;
    virtual bool escape() { return false; } // true: something on the card took it
    virtual void onChanged(const workspace::ChangeSet &changes) = 0;
    virtual QList<QWidget *> panes() const = 0;
    virtual void retranslate() {}

signals:
    void stateChanged();
    void draftsChanged(const QSet<kontor::Id> &customers); // who have an entry that was begun and not saved

protected:
    workspace::Workspace &m_workspace;
    Shell &m_shell;
};

// Made by the card's own files. Null as long as there is none: the page then shows the small card.
QSet<Id> customersWithDrafts(const workspace::Workspace &workspace); // before there is a card
CardView *createCard(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

} // namespace kontor::ui
