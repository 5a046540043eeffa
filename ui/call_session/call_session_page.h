// A call session from its preparation to its summary; it goes on where it was left, also after a restart.
#pragma once

#include "call_session/call_session.h"
#include "communication/call_plan.h"
#include "communication/link_opener.h"
#include "customers/card_content.h"
#include "main_window/page.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

class QStackedWidget;

namespace kontor::ui {

class CallDesk;
class CallPreparation;
class CallQueueModel;
class CallSummary;
class EmptyState;

class CallSessionPage : public Page {
    Q_OBJECT

public:
    CallSessionPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent);
    ~CallSessionPage() override;

    QString title() const override;
    void open(const Place &place) override;
    Place place() const override;
    bool canPerform(QLatin1StringView action) const override;
    void perform(QLatin1StringView action) override;
    bool escape() override;
    void onChanged(const workspace::ChangeSet &changes) override;
    QList<QWidget *> panes() const override;
    int foot() const override;
    void retranslate() override;

    const std::optional<CallSession> &session() const { return m_session; }
    CallPreparation *preparation() const { return m_preparation; }
    CallDesk *desk() const { return m_desk; }
    CallSummary *summary() const { return m_summary; }
    bool isCalling() const;
    void setOpener(std::unique_ptr<LinkOpener> opener) { m_opener = std::move(opener); }
    void tellProgress(); // emits progressed

signals:
    void progressed(bool isRunning, int current, int customers);

protected:
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void wire();
    void start(const QString &name, const QString &goal, const communication::CallPlan &plan);
    void showCustomer();
    void goTo(int row);
    void skip(int by);
    void logOutcome(const QString &outcome);
    void saveNote();
    void returnTo(const QString &note, Id customer);
    void dial();
    void pause();
    void end();
    void keep();
    bool mayLeaveCustomer();
    qint64 secondsSpent() const;

    struct LastCall {
        qint64 operation = 0;
        Id customer;
        QString note;
    };

    CallSessionStore m_store;
    std::optional<CallSession> m_session;
    CallSession m_shown; // what the queue reads; of the session as long as there is one
    std::unique_ptr<LinkOpener> m_opener;
    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    CallPreparation *m_preparation;
    CallQueueModel *m_queue;
    CallDesk *m_desk;
    CallSummary *m_summary;
    CardContent m_content; // of the customer who is shown
    quint64 m_number = 0;
    LastCall m_last;
    QElapsedTimer m_running;
    QTimer m_minute;
};

} // namespace kontor::ui
