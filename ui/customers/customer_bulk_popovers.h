// The small forms for many customers: their tags (Ctrl+G), one field, and the list of their e-mail addresses.
#pragma once

#include "communication/mail_list.h"
#include "customers/bulk_change.h"
#include "forms/popover.h"

#include <QTimer>

class QComboBox;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QStackedWidget;

namespace kontor::ui {

class Formats;

// Tags that all, some or none of them carry. Typing finds one or makes a new one; Enter does it.
class BulkTagsPopover : public Popover {
    Q_OBJECT

public:
    BulkTagsPopover(const Formats &formats, QWidget *page);
    void open(const QRect &anchor, const QList<TagCount> &tags, qint64 customers);

signals:
    void changesReady(const QList<kontor::BulkChange> &changes);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QListWidgetItem *addItem(const QString &name, Qt::CheckState state, const QString &count);
    void narrow();
    void finish();

    const Formats &m_formats;
    QLineEdit *m_name;
    QListWidget *m_list;
};

// One field and its new value, and before it is done how many it changes.
class ChangePopover : public Popover {
    Q_OBJECT

public:
    struct Field {
        QByteArray column;
        QString label;
        QList<QPair<QString, QString>> choices; // stored value, word; empty: free text
    };

    ChangePopover(const Formats &formats, QWidget *page);
    void open(const QRect &anchor, const QList<Field> &fields);
    void propose(const BulkChange &change); // after open(): that field and value, to be looked at
    void showPreview(const Result<BulkPreview> &preview);
    BulkChange change() const;

signals:
    void previewWanted(const kontor::BulkChange &change);
    void changesReady(const QList<kontor::BulkChange> &changes);

private:
    void showField();
    void askLater();
    void finish();

    const Formats &m_formats;
    QList<Field> m_fields;
    QComboBox *m_field;
    QStackedWidget *m_value;
    QLineEdit *m_text;
    QComboBox *m_choice;
    PaletteLabel *m_preview;
    QAbstractButton *m_do;
    QTimer m_later;
    bool m_isReady = false;
};

// Who gets the letter and who does not, by name.
class MailListPopover : public Popover {
    Q_OBJECT

public:
    MailListPopover(const Formats &formats, QWidget *page);
    void open(const QRect &anchor, const communication::MailList &list);

signals:
    void copyWanted(const QString &addresses);
    void writeWanted(const QByteArray &link);

private:
    const Formats &m_formats;
    PaletteLabel *m_words;
    PaletteLabel *m_leftOut;
    QAbstractButton *m_write;
    QAbstractButton *m_copy;
    communication::MailList m_list;
};

} // namespace kontor::ui
