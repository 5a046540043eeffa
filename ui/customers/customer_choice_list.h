// The list of values that a filter cell opens: each with how many customers it would show, to be ticked. Searched by typing.
#pragma once

#include "customers/customer_groups.h"

#include <QObject>

namespace kontor::ui {

class CustomerColumns;
class CustomerFilterRow;
class Formats;

class CustomerChoiceList : public QObject {
    Q_OBJECT

public:
    CustomerChoiceList(CustomerFilterRow &filter, const CustomerColumns &columns, const Formats &formats);

    // `counts`: of the customers that the other cells leave. False: there is nothing to choose from.
    bool open(int column, const QList<CustomerGroup> &counts);

private:
    struct Entry {
        QString value;
        QString word;
        qint64 count = 0;
    };
    QList<Entry> entriesOf(int column, const QList<CustomerGroup> &counts) const;
    void take(int column, const QStringList &words);

    CustomerFilterRow &m_filter;
    const CustomerColumns &m_columns;
    const Formats &m_formats;
    QList<Entry> m_entries; // of the list that is open
};

} // namespace kontor::ui
