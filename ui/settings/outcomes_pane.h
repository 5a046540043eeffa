// The outcomes of a call: their names, what follows, what they do, their order.
#pragma once

#include "interactions/outcome.h"
#include "settings/word_pane.h"

class QCheckBox;
class QComboBox;

namespace kontor::ui {

class NumberEdit;

class OutcomesPane : public WordPane<Outcome> {
    Q_OBJECT

public:
    OutcomesPane(workspace::Workspace &workspace, Shell &shell, QWidget *parent);

    QString title() const override { return tr("Outcomes and steps"); }
    void refresh() override;
    void retranslate() override;

    NumberEdit *count() const { return m_count; }
    QComboBox *unit() const { return m_unit; }
    QCheckBox *sameHour() const { return m_hour; }
    QLineEdit *stepTitle() const { return m_title; }
    QComboBox *effect() const { return m_effect; }

protected:
    void showState() override;
    QString wasAdded(const QString &label) const override;
    QString wasRemoved(const QString &label) const override;
    QString wasReset() const override;

private:
    void build();
    void wire();
    void fillChoices();
    static QString stepText(const Outcome &outcome);

    QWidget *m_step;
    NumberEdit *m_count;
    QComboBox *m_unit;
    QCheckBox *m_hour;
    QLabel *m_stepLabel;
    QWidget *m_work;
    QLineEdit *m_title;
    QComboBox *m_workKind;
    QLabel *m_workLabel;
    QComboBox *m_effect;
    QLabel *m_effectLabel;
};

} // namespace kontor::ui
