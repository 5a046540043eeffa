// The two small forms of the card: a next step (Ctrl+T) and a purchase (Ctrl+B).
#pragma once

#include "forms/popover.h"
#include "purchases/purchase.h"
#include "tasks/task.h"

class QCheckBox;
class QLineEdit;

namespace kontor::ui {

class DateWordsEdit;
class Formats;

class TaskPopover : public Popover {
    Q_OBJECT

public:
    TaskPopover(const Formats &formats, QWidget *page);
    void open(const QRect &anchor);

signals:
    void taskReady(const kontor::Task &task); // without its customer

private:
    void finish();

    const Formats &m_formats;
    QLineEdit *m_title;
    DateWordsEdit *m_due;
};

class PurchasePopover : public Popover {
    Q_OBJECT

public:
    PurchasePopover(const Formats &formats, QWidget *page);
    void open(const QRect &anchor);

signals:
    void purchaseReady(const kontor::Purchase &purchase, const QString &product); // without its customer

private:
    void finish();

    const Formats &m_formats;
    QLineEdit *m_amount;
    DateWordsEdit *m_date;
    QLineEdit *m_product;
    QLineEdit *m_note;
    QCheckBox *m_paid;
};

} // namespace kontor::ui
