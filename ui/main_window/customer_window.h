// The card of one customer in a window of its own, beside the main one: to compare two people, or on a second screen. It follows what changes
// anywhere, has the same keys, and lets the main window do what is not about its customer.
#pragma once

#include "base/id.h"
#include "main_window/shell.h"
#include "workspace/workspace.h"

#include <QMainWindow>

namespace kontor::ui {

class CardView;
class SpokenStatus;

class CustomerWindow : public QMainWindow, public Shell {
    Q_OBJECT

public:
    CustomerWindow(workspace::Workspace &workspace, Shell &mainWindow, Id customer);
    ~CustomerWindow() override;

    Id customer() const { return m_customer; }
    CardView *card() const { return m_card; }
    void onChanged(const workspace::ChangeSet &changes);
    void retranslate();
    void updateUndo(); // the names of what can be taken back, as the main window has them

    // Shell
    void go(const Place &place) override;
    void goBack() override { close(); }
    void showToast(const ToastText &text) override;
    void showUndoToast(const QString &text) override;
    void showError(const Error &error) override;
    void announce(const QString &sentence) override;
    void perform(QLatin1StringView action) override;
    const Formats &formats() const override { return m_main.formats(); }
    ActionRegistry &actions() override { return *m_actions; }
    Preferences &preferences() override { return m_main.preferences(); }

signals:
    void mainWindowWanted(); // what was asked for is shown there

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void updateActions();
    bool isForMainWindow(QLatin1StringView action) const;
    void moveToTrash();
    void cyclePanes(int by);

    workspace::Workspace &m_workspace;
    Shell &m_main;
    Id m_customer;
    ActionRegistry *m_actions;
    Banner *m_banner;
    CardView *m_card;
    ToastArea *m_toasts;
    SpokenStatus *m_spoken;
};

} // namespace kontor::ui
