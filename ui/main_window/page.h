// One page of the window. It lays out, wires and shows, and decides nothing.
#pragma once

#include "main_window/place.h"
#include "main_window/shell.h"
#include "workspace/workspace.h"

#include <QWidget>

namespace kontor::ui {

class Page : public QWidget {
    Q_OBJECT

public:
    Page(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
        : QWidget(parent), m_workspace(workspace), m_shell(shell) {}

    virtual QString title() const = 0;
    // Shows the place: its subject and, where it has one, its view.
    virtual void open(const Place &place) = 0;
    // The place as it stands now, with the view to come back to.
    virtual Place place() const = 0;

    // The one that is open or chosen here: what "this customer" means in the window's commands. Invalid: none.
    virtual Id currentCustomer() const { return {}; }

    // Commands of the action table whose owner is the page.
    virtual bool canPerform(QLatin1StringView action) const {
        Q_UNUSED(action)
        return false;
    }
    virtual void perform(QLatin1StringView action) { Q_UNUSED(action) }
    // Esc that nothing else took. False: there is nothing to leave.
    virtual bool escape() { return false; }
    virtual void onChanged(const workspace::ChangeSet &changes) { Q_UNUSED(changes) }
    // For F6, in reading order.
    virtual QList<QWidget *> panes() const { return {}; }
    virtual bool wantsNarrowNavigation() const { return false; }
    // Pixels at the lower edge that toasts leave free: bars, a field that is typed in.
    virtual int foot() const { return 0; }
    virtual void retranslate() {}

signals:
    // What can be performed, or the title, is another one.
    void stateChanged();

protected:
    workspace::Workspace &m_workspace;
    Shell &m_shell;
};

} // namespace kontor::ui
