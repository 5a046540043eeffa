// The type of one customer: a press sets it.
#pragma once

#include "forms/popover.h"

namespace kontor::ui {

class Formats;
class QuickChip;

class CustomerTypePopover : public Popover {
    Q_OBJECT

public:
    CustomerTypePopover(const Formats &formats, QWidget *page);
    void open(const QRect &anchor, const QString &lifecycle); // the one the customer has

signals:
    void chosen(const QString &lifecycle);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void choose(int place);

    const Formats &m_formats;
    QWidget *m_row;
    QStringList m_values;
    QList<QuickChip *> m_chips;
};

} // namespace kontor::ui
