// The start side of the card: the fields that are filled, and a way to the others. Saves each field when it is left.
#pragma once

#include "customers/card_conflict.h"
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
class OriginPopover;
class Shell;
struct CardAct;
struct CardForm;
struct CardFormContext;

class CardFieldsPane : public QWidget {
    Q_OBJECT

public:
    // `draftFile`: for what was typed and could not be saved.
    CardFieldsPane(workspace::Workspace &workspace, Shell &shell, const QString &draftFile, QWidget *page);

    void setCard(const Card &card, qint64 newestChange = 0, bool byOthers = false); // as of CardFieldsModel
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
    void showKept();              // the values that wait, after they were tried elsewhere
    bool hasOrigin() const;       // a line with a value is current
    void showOrigin();            // of that line
    void decideAll();             // between two values, in all lines that wait for it
    void retranslate();

signals:
    void reloadWanted(); // a save is done, or somebody else was faster
    void launchWanted(const kontor::ui::CardField &field);
    void customerWanted(kontor::Id customer);
    void editingChanged(const QByteArray &key); // the line whose editor is open; empty: none

private:
    // card_fields_saving.cpp
    void save(const FieldEdit &edit);
    void onSaved(const FieldEdit &edit);
    void onRefused(const FieldEdit &edit, const FieldDraft &draft, const Error &error);
    void tellTogether(const QList<workspace::AuthoredChange> &changes);
    void keep(FieldDraft draft, FieldDraft::Why why);
    void decide(const QList<FieldDraft> &drafts);
    void askWhich(const QList<FieldConflict> &conflicts);
    void writeDecided(const QList<FieldDecision> &decisions);
    void askAboutTrashed(const FieldEdit &edit, const FieldDraft &draft);
    void restoreAndSave(const FieldEdit &edit, const FieldDraft &draft);
    void tellLocked();
    void showLock();
    // card_fields_acts.cpp
    CardFormContext formContext() const;
    void openFieldForm(const CardField &field);
    void openOwnFieldForm(const QString &name);
    void openOrigin(const CardField &field);
    void showMenu(const CardField &field, const QPoint &global);
    void removeField(const CardField &field);
    void submit(FormPopover *popover, const CardAct &act, const QByteArray &thenEdit);
    QRect anchorOf(const QByteArray &key) const;

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    QWidget *m_page;
    FieldDraftStore m_drafts;
    QPointer<ConflictDialog> m_question;
    CardFieldsModel *m_model;
    CardFieldsView *m_view;
    QPushButton *m_add;
    CardFieldChooser *m_chooser = nullptr; // made when it is first opened
    QPointer<FormPopover> m_form;
    OriginPopover *m_origin = nullptr; // likewise
    QByteArray m_thenEdit; // as soon as the card is read again
    bool m_isSubmitting = false;
    QByteArray m_lastKey; // the line of the customer before: next and previous stay in it
    FieldGroup m_lastGroup = FieldGroup::Reach;
};

} // namespace kontor::ui
