// Two people gave the same field different values. Nothing is chosen beforehand, and what is not chosen stays in the history.
#pragma once

#include <QDialog>
#include <QList>

class QButtonGroup;
class QGridLayout;
class QPushButton;
class QRadioButton;
class QVBoxLayout;

namespace kontor::ui {

struct ConflictLine {
    QString label;
    QString before;
    QString mine;
    QString theirs;
    QString both; // both as one text; empty: that cannot be
};

struct ConflictHeads {
    QString customer;
    QString who;        // the other person
    QString mineTime;   // "14:05"
    QString theirsTime; // "14:03"
};

class ConflictDialog : public QDialog {
    Q_OBJECT

public:
    enum Choice { Mine, Theirs, Both };

    ConflictDialog(const ConflictHeads &heads, const QList<ConflictLine> &lines, QWidget *parent);

    QRadioButton *choice(int line, Choice choice) const; // nullptr: it is not offered
    QPushButton *saveButton() const { return m_save; }

signals:
    void decided(const QList<kontor::ui::ConflictDialog::Choice> &choices); // one for each line
    void putOff();                                                          // also by Esc and by closing

private:
    void addHeads(QGridLayout *grid, const ConflictHeads &heads);
    void addLine(QGridLayout *grid, const ConflictLine &line, const QString &who);
    void addButtons(QVBoxLayout *column, const QString &who);
    void chooseEverywhere(Choice choice);
    void showState();

    QList<QButtonGroup *> m_lines;
    QPushButton *m_save = nullptr;
};

} // namespace kontor::ui
