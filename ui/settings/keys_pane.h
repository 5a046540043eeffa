// All keys in a list that the search of the settings looks through.
#pragma once

#include "settings/settings_pane.h"

class QTreeWidget;

namespace kontor::ui {

class ActionRegistry;

class KeysPane : public SettingsPane {
    Q_OBJECT

public:
    KeysPane(const ActionRegistry &actions, QWidget *parent);

    QString title() const override { return tr("Keys"); }
    void retranslate() override;
    QString words() const override;
    void mark(const QString &word) override; // leaves the lines with it

private:
    const ActionRegistry &m_actions;
    QTreeWidget *m_list;
};

} // namespace kontor::ui
