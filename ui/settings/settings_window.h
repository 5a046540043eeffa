// The settings: a window beside the others, with its pages at the start side and a search over their words. What is chosen holds at once.
#pragma once

#include "settings/settings_pane.h"

class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace kontor {
class Preferences;
}

namespace kontor::ui {

class GeneralPane;
class PaletteLabel;
class Shell;

class SettingsWindow : public QWidget {
    Q_OBJECT

public:
    // `workspace`: null while no file is open; its pages are then left out.
    SettingsWindow(workspace::Workspace *workspace, Shell &shell, Preferences &preferences, QWidget *parent);

    GeneralPane *general() const { return m_general; }
    QListWidget *list() const { return m_list; }
    QLineEdit *searchField() const { return m_search; }
    SettingsPane *current() const;
    template <class P>
    P *pane() const {
        return findChild<P *>();
    }
    void open(SettingsPane *pane);
    void refresh();
    void onChanged(const workspace::ChangeSet &changes);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(SettingsPane *pane);
    int pageNamed(const QByteArray &className) const;
    void retranslate();
    void search();

    Preferences &m_preferences;
    QLineEdit *m_search;
    PaletteLabel *m_none; // says that nothing was found
    QListWidget *m_list;
    QStackedWidget *m_body;
    GeneralPane *m_general;
    QList<SettingsPane *> m_panes;
};

} // namespace kontor::ui
