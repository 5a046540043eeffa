// Writes down what happened: kind, words, outcome, next step. Always open above the timeline, one line high until it is used. It saves nothing
// itself; the page does, and the draft is the page's to keep.
#pragma once

#include "forms/suggest_edit.h"
#include "interactions/draft_store.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QLabel;
class QPushButton;

namespace kontor::ui {

class EntryDetails;
class Formats;
class GrowingTextEdit;
class NextStepLine;
class OutcomeBar;
class PaletteLabel;
class QuickChip;

class Composer : public QWidget {
    Q_OBJECT

public:
    // `people`: whom the details of an entry offer as having taken part.
    Composer(const Formats &formats, SuggestEdit::Provider people, QWidget *parent = nullptr);

    void setDraft(const EntryDraft &draft); // an empty one clears the composer
    EntryDraft draft() const;
    // When the customer likes to be reached, as people wrote it: next steps are proposed then.
    void setPreferredTime(const QString &preferred) { m_preferredTime = preferred; }
    // F7, F8 ...: the kind is chosen and the words have the focus; what was typed stays.
    void begin(const QString &kind);
    // After a click on a number or an address.
    void beginOutgoing(const QString &kind, Id contactPoint);
    // Back from the program that the click opened: how did it go?
    void askOutcome();
    QString outcomeQuestion() const;
    // The entry is about this task, and saving it finishes the task unless the person unticks it. Gone with the draft.
    void setTask(Id task, const QString &title);
    Id finishedTask() const; // invalid: none
    void focusText();
    QWidget *textWidget() const;

    void setSaving(bool isSaving);
    void setProblem(const QString &sentence);
    // Empty: entries can be written. Otherwise only what was begun before can be read and copied.
    void setReadOnlyReason(const QString &reason);
    void retranslate();

signals:
    void submitted();   // Ctrl+Enter or the button, when there is something to save and nothing wrong with it
    void draftToKeep(); // after a pause in typing, and when the composer is left

protected:
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct KindButton {
        QString kind;
        QuickChip *button;
    };

    void buildKinds();
    void buildShortcuts();
    bool isReadOnly() const { return !m_readOnlyReason.isEmpty(); }
    void setQuestion();
    void setKind(const QString &kind);
    void applyOutcome(const QString &outcome);
    void onEdited();
    void arrange();
    void submit();

    const Formats &m_formats;
    QString m_preferredTime;
    QList<KindButton> m_kinds;
    QWidget *m_kindRow;
    GrowingTextEdit *m_text;
    OutcomeBar *m_outcomes;
    NextStepLine *m_next;
    EntryDetails *m_details;
    QPushButton *m_more;
    QCheckBox *m_finish;
    PaletteLabel *m_draftNote;
    PaletteLabel *m_problem;
    QPushButton *m_save;
    QWidget *m_saveRow;
    QTimer m_pause;
    QString m_kind;
    QString m_direction;
    Id m_contactPoint;
    Id m_task;
    bool m_isSaving = false;
    QString m_readOnlyReason;
};

// "Call logged.", by the kind of entry.
QString loggedSentence(const QString &kind);

} // namespace kontor::ui
