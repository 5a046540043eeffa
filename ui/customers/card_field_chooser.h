// The empty fields as a list that typing narrows: "birth", Enter.
#pragma once

#include "customers/card_field.h"
#include "forms/popover.h"

class QLineEdit;
class QListWidget;

namespace kontor::ui {

class CardFieldChooser : public Popover {
    Q_OBJECT

public:
    explicit CardFieldChooser(QWidget *page);
    void open(const QList<CardField> &fields, const QRect &anchor);

signals:
    void chosen(const QByteArray &key);
    void ownFieldWanted(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void choose();
    void addHeading(const QString &title);
    void step(int by, int from);

    QList<CardField> m_fields;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace kontor::ui
