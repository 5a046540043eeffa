// The type of one customer: a press sets it.
#pragma once

#include "forms/popover.h"

namespace kontor::ui {

class QuickChip;

class CustomerTypePopover : public Popover {
    Q_OBJECT

public:
    explicit CustomerTypePopover(QWidget *page);
    void open(const QRect &anchor, const QString &lifecycle); // the one the customer has

signals:
    void chosen(const QString &lifecycle);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int place);

    QStringList m_values;
    QList<QuickChip *> m_chips;
};

} // namespace kontor::ui
