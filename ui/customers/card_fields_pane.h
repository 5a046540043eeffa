// The start side of the card: the fields that are filled, and a way to the others. Saves each field when it is left.
#pragma once

#include "customers/card_field.h"

#include <QWidget>

class QPushButton;

namespace kontor::workspace {
class Workspace;
}

namespace kontor::ui {

class CardFieldChooser;
class CardFieldsModel;
class CardFieldsView;
class Shell;

class CardFieldsPane : public QWidget {
    Q_OBJECT

public:
    CardFieldsPane(workspace::Workspace &workspace, Shell &shell, QWidget *page);

    void setCard(const Card &card);
    void clear();
    CardFieldsView *view() const { return m_view; }
    CardFieldsModel *model() const { return m_model; }
    void editField(const QByteArray &key); // shows it first, where it is empty
    bool escape();                         // true: something here took it
    void retranslate();

signals:
    void reloadWanted(); // a save is done, or somebody else was faster
    void launchWanted(const kontor::ui::CardField &field);

private:
    void save(const FieldEdit &edit);
    void onSaved(const FieldEdit &edit, const Result<void> &result);
    void chooseField();

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    QWidget *m_page;
    CardFieldsModel *m_model;
    CardFieldsView *m_view;
    QPushButton *m_add;
    CardFieldChooser *m_chooser = nullptr; // made when it is first opened
};

} // namespace kontor::ui
