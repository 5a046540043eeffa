// The real editors of one condition, there only while its row is unfolded.
#pragma once

#include "segments/comparison_editor.h"
#include "segments/condition_choices.h"
#include "segments/period_field.h"

#include <functional>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace kontor::ui {

class RowFlow;

class ConditionEditor : public QWidget {
    Q_OBJECT

public:
    ConditionEditor(const BuilderContext &context, const segments::Condition &condition, QWidget *parent);

    const segments::Condition &condition() const { return m_condition; }
    const segments::Condition &replacement() const { return m_replacement; }
    void openChoices(); // what the condition speaks of
    // The first value that is still missing, or the first of all.
    void focusFirstInput();
    // After Enter in an editor: the next one. False: it was the last.
    bool focusNextInput(QWidget *from);
    // Where the focus is, and back there in another editor of the same condition.
    int focusPlace() const;
    void setFocusPlace(int place);

signals:
    void edited(const QString &part);
    void replaced(); // it is to speak of something else: replacement()

private:
    void build();
    void addComparison(RowFlow *line, const segments::Field &field);
    void addPeriod(QVBoxLayout *column, const segments::Field &field);
    void addParts(QVBoxLayout *column, const segments::Field &field);
    void addPart(RowFlow *line, const segments::Field &field, int place);
    void addNever(RowFlow *line, const segments::Field &field);
    void choosePart(QWidget *anchor, const segments::Field &field, int place);
    void replace(const segments::Condition &condition);
    void changed(const QString &part);
    QList<QWidget *> focusable() const;
    QString recordsWord(const segments::Field &field) const;

    const BuilderContext &m_context;
    segments::Condition m_condition;
    segments::Condition m_replacement;
    QPushButton *m_subject;
    QList<std::function<QList<QWidget *>()>> m_inputGroups;
};

} // namespace kontor::ui
