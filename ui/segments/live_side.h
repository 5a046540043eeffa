// What stands beside a rule that is being built: how many, who first, what each line does, and why a given customer is in it or not.
#pragma once

#include "segments/live_answer.h"

#include <QWidget>

class QLabel;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kontor::ui {

struct BuilderContext;
class PairList;
class PaletteLabel;

class LiveSide : public QWidget {
    Q_OBJECT

public:
    LiveSide(workspace::Workspace &workspace, const BuilderContext &context, QWidget *parent);

    // The ready part of the rule.
    void setRule(const segments::Rule &rule, bool atOnce = false);
    void stop() { m_answer->stop(); }
    qint64 shownCount() const { return m_count; } // -1: not counted yet
    QLineEdit *testField() const { return m_test; }
    QWidget *explanation() const;

signals:
    void counted(qint64 customers);
    void customerChosen(kontor::Id customer);
    void listWanted();
    void explained();

private:
    void build();
    QLabel *addTitle(const QString &text);
    void showCount(qint64 customers, qint64 ofAll);
    void showMembers(const QList<segments::MemberPreview> &members);
    void showWithout(const QList<qint64> &counts);
    void findCustomers();
    void explain(Id customer, const QString &name);

    workspace::Workspace &m_workspace;
    const BuilderContext &m_context;
    LiveAnswer *m_answer;
    segments::Rule m_rule;
    qint64 m_count = -1;
    PaletteLabel *m_figure;
    PaletteLabel *m_caption;
    PaletteLabel *m_bought;
    PaletteLabel *m_decidedBy;
    PairList *m_members;
    QPushButton *m_openList;
    QLabel *m_withoutTitle;
    PairList *m_without;
    QLineEdit *m_test;
    PaletteLabel *m_verdict;
    PairList *m_testResult;
    QTimer m_findPause;
    Id m_tested;
    QString m_testedName;
};

} // namespace kontor::ui
