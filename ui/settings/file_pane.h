// Where the file lies, and copies of it.
#pragma once

#include "settings/settings_pane.h"

class QPushButton;

namespace kontor::ui {

class Shell;

class FilePane : public SettingsPane {
    Q_OBJECT

public:
    FilePane(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("File and backup"); }
    void refresh() override;
    void retranslate() override;

    // A checked copy beside the file, named after the day. Called by the button.
    void backupNow();

signals:
    void backedUp(const QString &path);

private:
    QString backupPath() const;

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    QLabel *m_place;
    QLabel *m_placeLabel;
    QLabel *m_user;
    QLabel *m_userLabel;
    QLabel *m_newest;
    QLabel *m_newestLabel;
    PaletteLabel *m_hint;
    QPushButton *m_open;
    QPushButton *m_backup;
    QPushButton *m_bringBack;
};

} // namespace kontor::ui
