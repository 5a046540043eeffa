// A page of the settings with a list of names and what can be done with the current one: rename, order, remove. Each act is one step to take back.
#pragma once

#include "main_window/shell.h"
#include "settings/settings_pane.h"

class QPushButton;

namespace kontor::ui {

class FlowLayout;
class NameList;

class ListPane : public SettingsPane {
    Q_OBJECT

public:
    enum Act { Rename = 1, Move = 2, Remove = 4 };

    NameList *list() const { return m_list; }

protected:
    ListPane(workspace::Workspace &workspace, Shell &shell, int acts, QWidget *parent);

    // Of the current line. Nothing is done where the base takes no changes.
    virtual void rename(const QString &name) { Q_UNUSED(name) }
    virtual void move(int row) { Q_UNUSED(row) }
    virtual void remove() {}
    virtual void showState() = 0; // another line is the current one, or it has changed

    bool canWrite() const { return !m_workspace.isReadOnly(); }
    void nameActs(const QString &removeText);     // texts, tool tips and names of the buttons
    void enableActs(bool isOn, bool canRemove);   // `isOn`: there is a current line that can be changed
    FlowLayout *actRow() const { return m_acts; } // for buttons of the pane's own

    // `query`: Result<T>(db::Database &). `show`: void(const T &).
    template <class Query, class Show>
    void read(Query query, Show show) {
        m_workspace.read(this, std::move(query), [this, show = std::move(show)](const auto &answer) {
            if (answer)
                show(*answer);
            else
                m_shell.showError(answer.error());
        });
    }
    // `act`: Result<T>(Recorder &). `done`: void(const Result<T> &), only when it was done. The list is read anew in both cases.
    template <class A, class Done>
    void write(const workspace::OperationInfo &info, A act, Done done) {
        m_workspace.write(info, std::move(act), this, [this, done = std::move(done)](const auto &result) {
            if (result)
                done(result);
            else
                m_shell.showError(result.error());
            refresh();
        });
    }
    template <class A>
    void write(const workspace::OperationInfo &info, A act, const QString &toast = {}) {
        write(info, std::move(act), [this, toast](const auto &) {
            if (!toast.isEmpty())
                m_shell.showUndoToast(toast);
        });
    }

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    PaletteLabel *m_hint;
    NameList *m_list;

private:
    int m_offered;
    FlowLayout *m_acts;
    QPushButton *m_rename;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_remove;
};

} // namespace kontor::ui
