// Which backup, and what of it comes back: one customer with everything that belongs to them, or what was entered on one day.
#pragma once

#include "recovery/backup_list.h"
#include "recovery/restore_from_backup.h"
#include "workspace/workspace.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;
class QRadioButton;

namespace kontor::ui {

class DateEdit;
class Formats;
class PaletteLabel;

struct BackupWish {
    QString backup; // its path
    Id customer;    // invalid: the day
    QDate day;
};

class BringBackDialog : public QDialog {
    Q_OBJECT

public:
    BringBackDialog(workspace::Workspace &workspace, const Formats &formats, QWidget *parent);

    // Reads which backups there are. `customer`: who is looked for first; invalid: nobody.
    void start(Id customer);
    BackupWish wish() const;

    QListWidget *backups() const { return m_backups; }
    QListWidget *customers() const { return m_customers; }
    QLineEdit *search() const { return m_search; }
    QPushButton *doIt() const { return m_doIt; }

private:
    void build();
    QWidget *buildBackups();
    QWidget *buildWish();
    void showBackups(const QList<recovery::KnownBackup> &known);
    void addBackup(const recovery::KnownBackup &backup);
    QString words(const recovery::KnownBackup &backup) const;
    void chooseFile();
    void takeFile(const QString &path);
    void lookUp();
    void showCustomers(const QList<recovery::BackedUpCustomer> &found);
    void say(const QString &problem);
    void refresh();
    QString backupPath() const;

    workspace::Workspace &m_workspace;
    const Formats &m_formats;
    Id m_first; // who is chosen when they are found
    QListWidget *m_backups;
    QPushButton *m_other;
    QRadioButton *m_oneCustomer;
    QRadioButton *m_oneDay;
    QLineEdit *m_search;
    QListWidget *m_customers;
    DateEdit *m_day;
    PaletteLabel *m_problem;
    QPushButton *m_doIt = nullptr;
    QTimer m_lookUpSoon;
};

} // namespace kontor::ui
