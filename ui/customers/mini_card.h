// Who somebody is, in one look: beside the results of find, and as a peek from the list. Read only.
#pragma once

#include "customers/customer_list.h"

#include <QWidget>

namespace kontor::ui {

class Formats;

class MiniCard : public QWidget {
    Q_OBJECT

public:
    explicit MiniCard(const Formats &formats, QWidget *parent = nullptr);
    void setRow(const CustomerRow &row, qint64 owed = 0); // owed: minor units that are not paid yet
    void clear();
    int wantedHeight() const; // of all its lines; 0: of nobody

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Formats &m_formats;
    std::optional<CustomerRow> m_row;
    qint64 m_owed = 0;
};

} // namespace kontor::ui
