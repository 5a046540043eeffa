// The page part that builds one segment: name, rule, its sentence, and what it means for the base at every moment.
#pragma once

#include "segments/builder_context.h"
#include "segments/rule_draft.h"
#include "segments/segment_draft.h"
#include "workspace/workspace.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QScrollArea;

namespace kontor::ui {

class LiveSide;
class PaletteLabel;
class RuleView;

class SegmentBuilder : public QWidget {
    Q_OBJECT

public:
    SegmentBuilder(workspace::Workspace &workspace, BuilderContext context, const SegmentDraft &draft, QWidget *parent);

    SegmentDraft draft() const;
    bool isChanged() const;
    bool canUndo() const;
    bool canRedo() const;
    void undo();
    void redo();
    void save();
    void start(); // puts the focus where the work begins
    RuleView *ruleView() const { return m_rows; }
    LiveSide *side() const { return m_side; }
    QLineEdit *nameField() const { return m_name; }
    QString sentence() const;
    QList<QWidget *> panes() const;

signals:
    void saved(kontor::Id segment, const QString &name, int unusedRows);
    void cancelled();
    void listWanted(const QString &name, const kontor::segments::Rule &rule);
    void customerChosen(kontor::Id customer);
    void problem(const kontor::Error &error);
    void stateChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildHeader();
    QWidget *buildRule();
    void ruleChanged();
    void watchUndoIn(QWidget *root);
    bool perform(QKeyEvent *event);
    void showNameProblem(const QString &sentence);
    void takeSaved(Id segment, const QString &name);

    workspace::Workspace &m_workspace;
    BuilderContext m_context;
    Id m_id;
    QString m_savedName;
    bool m_isChanged;
    RuleDraft m_draft;
    QLineEdit *m_name = nullptr;
    PaletteLabel *m_nameProblem = nullptr;
    QPushButton *m_save = nullptr;
    RuleView *m_rows = nullptr;
    QScrollArea *m_scroll = nullptr;
    PaletteLabel *m_sentence = nullptr;
    LiveSide *m_side = nullptr;
    QScrollArea *m_sideScroll = nullptr;
};

} // namespace kontor::ui
