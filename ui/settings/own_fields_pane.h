// The user's own fields: add, rename, order, choices, to the trash.
#pragma once

#include "custom_fields/custom_field.h"
#include "settings/list_pane.h"

class QComboBox;
class QLineEdit;

namespace kontor::ui {

class OwnFieldsPane : public ListPane {
    Q_OBJECT

public:
    OwnFieldsPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("My fields"); }
    void refresh() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    void retranslate() override;

    QLineEdit *name() const { return m_name; }
    QComboBox *kind() const { return m_kind; }
    QPushButton *addButton() const { return m_add; }
    QLineEdit *choices() const { return m_choices; }
    QComboBox *group() const { return m_group; }

protected:
    void rename(const QString &label) override;
    void move(int row) override;
    void remove() override;
    void showState() override;

private:
    void build();
    void show(const QList<CustomField> &fields);
    const CustomField *current() const;
    workspace::OperationInfo info() const;
    void add();
    void keepChoices();
    void showGroup(const CustomField &field);
    void keepGroup();

    QList<CustomField> m_fields;
    QLineEdit *m_choices;
    QLabel *m_choicesLabel;
    QComboBox *m_group;
    QLabel *m_groupLabel;
    QLineEdit *m_name;
    QLabel *m_nameLabel;
    QComboBox *m_kind;
    QLabel *m_kindLabel;
    QLineEdit *m_newChoices;
    QLabel *m_newChoicesLabel;
    QPushButton *m_add;
};

} // namespace kontor::ui
