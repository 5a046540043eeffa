// The start side of the card: the fields that are filled, and a way to the others. Saves each field when it is left.
#pragma once

#include "customers/card_field.h"

#include <QPointer>
#include <QWidget>

class QPushButton;

namespace kontor::workspace {
class Workspace;
}

namespace kontor::ui {

class CardFieldChooser;
class CardFieldsModel;
class CardFieldsView;
class FormPopover;
class Shell;
struct CardAct;
struct CardForm;
struct CardFormContext;

class CardFieldsPane : public QWidget {
    Q_OBJECT

public:
    CardFieldsPane(workspace::Workspace &workspace, Shell &shell, QWidget *page);

    void setCard(const Card &card);
    void clear();
    CardFieldsView *view() const { return m_view; }
    CardFieldsModel *model() const { return m_model; }
    void editField(const QByteArray &key); // shows it first, where it is empty
    void chooseField();                    // out of those that are empty
    bool escape();                         // true: something here took it
    // A form of the card; `anchor` in coordinates of the page.
    void openForm(const CardForm &form, const QRect &anchor);
    void openRelation(const Card::Related &related, const QRect &anchor);
    void run(const CardAct &act); // one act, with its toast
    void retranslate();

signals:
    void reloadWanted(); // a save is done, or somebody else was faster
    void launchWanted(const kontor::ui::CardField &field);
    void customerWanted(kontor::Id customer);

private:
    void save(const FieldEdit &edit);
    void onSaved(const FieldEdit &edit, const Result<void> &result);
    // card_fields_acts.cpp
    CardFormContext formContext() const;
    void openFieldForm(const CardField &field);
    void openOwnFieldForm(const QString &name);
    void showMenu(const CardField &field, const QPoint &global);
    void removeField(const CardField &field);
    void submit(FormPopover *popover, const CardAct &act, const QByteArray &thenEdit);
    QRect anchorOf(const QByteArray &key) const;

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    QWidget *m_page;
    CardFieldsModel *m_model;
    CardFieldsView *m_view;
    QPushButton *m_add;
    CardFieldChooser *m_chooser = nullptr; // made when it is first opened
    QPointer<FormPopover> m_form;
    QByteArray m_thenEdit; // as soon as the card is read again
    bool m_isSubmitting = false;
    QByteArray m_lastKey; // the line of the customer before: next and previous stay in it
    FieldGroup m_lastGroup = FieldGroup::Reach;
};

} // namespace kontor::ui
