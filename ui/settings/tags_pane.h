// The tags of the base: rename, colour, merge, delete.
#pragma once

#include "settings/settings_pane.h"
#include "tags/tag_acts.h"

class QComboBox;
class QListWidget;
class QPushButton;

namespace kontor::ui {

class Shell;

class TagsPane : public SettingsPane {
    Q_OBJECT

public:
    TagsPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Tags"); }
    void refresh() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    void retranslate() override;

    QListWidget *list() const { return m_list; }
    QComboBox *colour() const { return m_colour; }
    QComboBox *into() const { return m_into; }
    QPushButton *mergeButton() const { return m_merge; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void show(const QList<TagUse> &tags);
    void showState();
    void showColours();
    const TagUse *current() const;
    void rename(const QString &name);
    void merge();
    void remove();
    template <class Act>
    void act(Act act, const QString &toast);

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    QList<TagUse> m_tags;
    PaletteLabel *m_hint;
    QListWidget *m_list;
    QPushButton *m_rename;
    QPushButton *m_delete;
    QComboBox *m_colour;
    QLabel *m_colourLabel;
    QComboBox *m_into;
    QLabel *m_intoLabel;
    QPushButton *m_merge;
    bool m_isFilling = false;
    bool m_isDue = false; // news came while a name was typed
};

} // namespace kontor::ui
