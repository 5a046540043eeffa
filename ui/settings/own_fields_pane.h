// The user's own fields: add, rename, order, choices, to the trash.
#pragma once

#include "custom_fields/custom_field.h"
#include "settings/settings_pane.h"

#include <functional>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace kontor::ui {

class Shell;

class OwnFieldsPane : public SettingsPane {
    Q_OBJECT

public:
    OwnFieldsPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("My fields"); }
    void refresh() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    void retranslate() override;

    QListWidget *list() const { return m_list; }
    QLineEdit *name() const { return m_name; }
    QComboBox *kind() const { return m_kind; }
    QPushButton *addButton() const { return m_add; }
    QLineEdit *choices() const { return m_choices; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void show(const QList<CustomField> &fields);
    void showState();
    const CustomField *current() const;
    void add();
    void rename(const QString &label);
    void keepChoices();
    void move(int by);
    void trash();
    template <class Act>
    void act(Act act, const QString &toast, std::function<void()> done = {});

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    QList<CustomField> m_fields;
    PaletteLabel *m_hint;
    QListWidget *m_list;
    QPushButton *m_rename;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_trash;
    QLineEdit *m_choices;
    QLabel *m_choicesLabel;
    QLineEdit *m_name;
    QLabel *m_nameLabel;
    QComboBox *m_kind;
    QLabel *m_kindLabel;
    QLineEdit *m_newChoices;
    QLabel *m_newChoicesLabel;
    QPushButton *m_add;
    Id m_toSelect;
    bool m_isFilling = false;
    bool m_isDue = false; // news came while a name was typed
};

} // namespace kontor::ui
