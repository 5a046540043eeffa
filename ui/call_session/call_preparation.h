// Before the first call: what they are for, in which order, and who is left out. Enter begins.
#pragma once

#include "communication/call_plan.h"
#include "segments/context.h"
#include "workspace/workspace.h"

#include <QVariantMap>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace kontor::ui {

class Formats;
class PageTitle;
class DecisionButtons;
class PaletteLabel;

// Whom to call, as a page asks for it: ids or the rule of a segment.
struct CallList {
    QString name;
    QList<Id> ids;
    QByteArray rule;

    QVariantMap toView() const; // for Place::view
    static CallList fromView(const QVariantMap &view);
    bool isEmpty() const { return ids.isEmpty() && rule.isEmpty(); }
};

QString leftOutWords(const communication::LeftOut &leftOut); // "Lars Åkesson (do not call)"

class CallPreparation : public QWidget {
    Q_OBJECT

public:
    CallPreparation(workspace::Workspace &workspace, const Formats &formats, QWidget *parent);

    void begin(const CallList &list, const QString &endedSession); // the session that this one takes the place of; empty: none
    QLineEdit *goalLine() const { return m_goal; }
    const communication::CallPlan &plan() const { return m_plan; }
    bool isReady() const { return m_isReady; }
    void retranslate();

signals:
    void planned();
    void startWanted(const QString &name, const QString &goal, const kontor::communication::CallPlan &plan);
    void cancelled();
    void failed(const kontor::Error &error);

private:
    void build();
    void replan();
    void showPlan();
    void start();

    workspace::Workspace &m_workspace;
    const Formats &m_formats;
    PageTitle *m_title;
    QLineEdit *m_goal;
    QComboBox *m_order;
    QComboBox *m_quiet;
    PaletteLabel *m_goalLabel;
    PaletteLabel *m_orderLabel;
    PaletteLabel *m_quietLabel;
    PaletteLabel *m_summary;
    PaletteLabel *m_leftOut;
    PaletteLabel *m_warning;
    DecisionButtons *m_buttons;
    CallList m_list;
    communication::CallPlan m_plan;
    bool m_isReady = false;
    bool m_startWhenReady = false; // Enter came before the answer
    quint64 m_number = 0;
};

} // namespace kontor::ui
