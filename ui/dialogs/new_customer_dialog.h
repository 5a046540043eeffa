// A new customer. Any one of name, phone and e-mail is enough. A whole signature pasted into the first field is split into the others. Enter adds
// and opens the card, Ctrl+Enter adds and takes the next one.
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "customers/signature.h"

#include <QDialog>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kontor {
struct NewCustomer;
}
namespace kontor::workspace {
class Workspace;
}

namespace kontor::ui {

class FindProvider;
class Formats;
class TwinList;

class NewCustomerDialog : public QDialog {
    Q_OBJECT

public:
    // `finder`: where likely duplicates are looked for while typing.
    NewCustomerDialog(workspace::Workspace &workspace, FindProvider &finder, const Formats &formats, QWidget *parent);
    void prefill(const QString &name, const QString &phone);
    void prefill(const Signature &signature);
    TwinList *twins() const { return m_twins; }

signals:
    void added(kontor::Id customer, const QString &name);
    void existingWanted(kontor::Id customer);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QGridLayout *buildForm();
    void buildMore(QGridLayout *form);
    QLineEdit *addField(QGridLayout *form, const QString &label);
    void addRow(QGridLayout *form, const QString &label, QWidget *field);
    void wire();
    void readSources();
    void add(bool andAnother);
    NewCustomer draft() const;
    void finished(Result<Id> id, const QString &name, bool andAnother);
    void refreshState();
    bool hasEnough() const;
    void showProblem(const QString &sentence);
    QList<QLineEdit *> lines() const;
    void setMoreVisible(bool visible);
    bool pasteSignature();
    void split(const Signature &signature);
    bool takeSplitBack(); // false: there is none, or something was typed since

    workspace::Workspace &m_workspace;
    TwinList *m_twins;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_phone = nullptr;
    QLineEdit *m_email = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_lifecycle = nullptr;
    QLineEdit *m_tags = nullptr;
    QComboBox *m_source = nullptr;
    QLineEdit *m_company = nullptr;
    QLineEdit *m_jobTitle = nullptr;
    QLineEdit *m_city = nullptr;
    QLineEdit *m_salutation = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QList<QWidget *> m_moreWidgets; // hidden at first
    QPushButton *m_more = nullptr;
    QLabel *m_problem = nullptr;
    QPushButton *m_add = nullptr;
    QStringList m_morePhones; // of a signature: a second number, a second address
    QStringList m_moreEmails;
    QStringList m_beforeSplit; // the lines as they were
    QStringList m_afterSplit;
    bool m_isAdding = false;
};

} // namespace kontor::ui
