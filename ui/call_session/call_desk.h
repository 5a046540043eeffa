// The call that is made now: who it is, what was last, a note, and the outcomes. One outcome key saves and moves on; nothing else does.
#pragma once

#include "call_session/call_session.h"
#include "customers/card_content.h"
#include "customers/customer_list.h"

#include <QTimer>
#include <QWidget>

class QGridLayout;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace kontor::ui {

class CallQueueModel;
class CallQueueView;
class Formats;
class GrowingTextEdit;
class MiniCard;
class PageTitle;
class PaletteLabel;
class QuickChip;
class TimelineView;

class CallDesk : public QWidget {
    Q_OBJECT

public:
    CallDesk(CallQueueModel *queue, const Formats &formats, QWidget *parent);

    // The line over everything: name, "12 of 40 · reached 5 · 26 min".
    void showProgress(const CallSession &session, qint64 seconds);
    void showSession(const CallSession &session); // another one, or another customer
    void showCustomer(const CustomerRow &row, const CardContent &content);
    void showGone();                           // the customer is not there any more
    void setDialReason(const QString &reason); // empty: can be dialled
    const QString &preferredTime() const { return m_preferredTime; } // of the customer who is called
    QString note() const;
    void setNote(const QString &note);
    void setProblem(const QString &sentence);
    void setSaving(bool isSaving);
    bool isSaving() const { return m_isSaving; }
    void focusNote();
    QScrollArea *cardArea() const { return m_cardArea; }
    TimelineView *timelineView() const { return m_timeline; }
    int foot() const; // what one acts with, and what stands below it
    QList<QWidget *> panes() const;
    CallQueueView *queueView() const { return m_queue; }
    GrowingTextEdit *noteEdit() const { return m_note; }
    void retranslate();

signals:
    void outcomeChosen(const QString &outcome);
    void noteWanted(); // Ctrl+Enter: the note alone
    void noteEdited();
    void jumpWanted(int row);
    void dialWanted();
    void cardWanted();
    void skipWanted();
    void backWanted();
    void pauseWanted();
    void endWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildCentre();
    QWidget *buildOutcomes();
    void fillOutcomes();
    QPushButton *button(void (CallDesk::*wanted)());
    void press(int number);
    void describeButtons();
    void showSteps();
    // call_desk_layout.cpp
    bool hasRoomForSteps() const;
    void arrange();       // what has no room gives way
    void arrangeHeight(); // the card is whole, or scrolls; the timeline takes what is left

    const Formats &m_formats;
    PageTitle *m_title;
    CallQueueView *m_queue;
    PaletteLabel *m_leftOut;
    MiniCard *m_card;
    QScrollArea *m_cardArea;
    PaletteLabel *m_hours;
    PaletteLabel *m_goal;
    GrowingTextEdit *m_note;
    PaletteLabel *m_problem;
    TimelineView *m_timeline;
    QWidget *m_queuePane;
    QVBoxLayout *m_centre = nullptr;
    QGridLayout *m_outcomeGrid = nullptr;
    QString m_preferredTime;
    QStringList m_names; // of the outcomes, in their order
    QList<QuickChip *> m_outcomes;
    QList<PaletteLabel *> m_steps;
    QPushButton *m_dial;
    QPushButton *m_open;
    QPushButton *m_skip;
    QPushButton *m_back;
    QPushButton *m_pause;
    QPushButton *m_end;
    QTimer m_pauseInTyping;
    bool m_isSaving = false;
};

} // namespace kontor::ui
