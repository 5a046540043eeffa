// The mini card of the current row, kept at the end side of the list where there is room for it.
#pragma once

#include "customers/customer_list.h"

#include <QWidget>

namespace kontor::ui {

class Formats;
class MiniCard;

class CustomerPreview : public QWidget {
    Q_OBJECT

public:
    CustomerPreview(const Formats &formats, QWidget *parent);
    void setRow(const CustomerRow &row);
    void clear();
    Id customer() const { return m_customer; } // invalid: nobody is shown
    void retranslate();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MiniCard *m_card;
    Id m_customer;
};

} // namespace kontor::ui
