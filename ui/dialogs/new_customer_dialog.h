// A new customer: name, phone, e-mail, type, first note. Any one of the first three is enough. Enter adds and opens the card,
// Ctrl+Enter adds and takes the next one.
#pragma once

#include "base/id.h"
#include "base/result.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kontor::workspace {
class Workspace;
}

namespace kontor::ui {

class FindProvider;
struct FindAnswer;

class NewCustomerDialog : public QDialog {
    Q_OBJECT

public:
    // `finder`: where likely duplicates are looked for while typing.
    NewCustomerDialog(workspace::Workspace &workspace, FindProvider &finder, QWidget *parent);
    void prefill(const QString &name, const QString &phone);

signals:
    void added(kontor::Id customer, const QString &name);
    void existingWanted(kontor::Id customer);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QLineEdit *addField(QGridLayout *form, const QString &label);
    void wire();
    void add(bool andAnother);
    void finished(Result<Id> id, const QString &name, bool andAnother);
    void refreshState();
    void lookForTwins();
    void showTwin(const FindAnswer &answer);
    bool hasEnough() const;
    void showProblem(const QString &sentence);

    workspace::Workspace &m_workspace;
    FindProvider &m_finder;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_phone = nullptr;
    QLineEdit *m_email = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_lifecycle = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_twin = nullptr;
    QPushButton *m_openTwin = nullptr;
    QPushButton *m_add = nullptr;
    Id m_twinId;
    QTimer m_lookLater;
    quint64 m_number = 0;
    bool m_isAdding = false;
};

} // namespace kontor::ui
