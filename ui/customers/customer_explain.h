// Why a customer is in the list that is shown, or in any segment, or why not: the rule with what holds and the customer's own values (Ctrl+I).
// And the form that keeps a filter as a segment: a name, and nothing more.
#pragma once

#include "forms/popover.h"
#include "segments/explain.h"
#include "workspace/workspace.h"

class QComboBox;
class QLineEdit;

namespace kontor::ui {

class PairList;
class Shell;
struct Pair;

class ExplainPopover : public Popover {
    Q_OBJECT

public:
    // A rule that customers can be asked against: the list as it is filtered, a segment.
    struct Subject {
        QString name;
        segments::Rule rule;
    };

    ExplainPopover(workspace::Workspace &workspace, Shell &shell, QWidget *page);
    // The first one is explained at once.
    void open(const QRect &anchor, Id customer, const QString &name, const QList<Subject> &subjects);
    const PairList &lines() const { return *m_lines; }

signals:
    void explained();

private:
    void explain();
    void show(const segments::Rule &rule, const segments::Explanation &explanation);
    void addGroup(const segments::Group &group, const QString &path, int depth, const segments::Explanation &explanation,
                  QList<Pair> &pairs) const;

    workspace::Workspace &m_workspace;
    Shell &m_shell;
    QComboBox *m_subject;
    PaletteLabel *m_verdict;
    PairList *m_lines;
    QRect m_place;
    Id m_customer;
    QString m_name;
    QList<Subject> m_subjects;
    quint64 m_number = 0;
};

class SaveFilterPopover : public Popover {
    Q_OBJECT

public:
    explicit SaveFilterPopover(QWidget *page);
    void open(const QRect &anchor, const QString &name);

signals:
    void nameReady(const QString &name);

private:
    QLineEdit *m_name;
};

} // namespace kontor::ui
