// Shows the chosen values of a list and opens it to tick others.
#pragma once

#include <QPointer>
#include <QPushButton>

namespace kontor::ui {

class ChoicePicker;

struct ChecklistChoice {
    QString value;
    QString word;  // as it is shown
    QString count; // how many there are; empty: not known
};

class ChecklistButton : public QPushButton {
    Q_OBJECT

public:
    ChecklistButton(const QString &label, QWidget *parent);

    void setChoices(const QList<ChecklistChoice> &choices, bool takesOwnText);
    void setValues(const QStringList &values);
    const QStringList &values() const { return m_values; }
    void describe();
    QSize sizeHint() const override;

signals:
    void edited();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void openList();
    void fill(ChoicePicker &picker) const;
    void take(const QStringList &words);
    QString wordOf(const QString &value) const;

    QString m_label;
    QList<ChecklistChoice> m_choices;
    QStringList m_values;
    bool m_takesOwnText = true;
    QPointer<ChoicePicker> m_picker; // while it is open
};

} // namespace kontor::ui
