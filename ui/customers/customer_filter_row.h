// The cells under the headers of the customers list, and what they mean together.
#pragma once

#include "customers/customer_filter.h"

#include <QObject>
#include <QTimer>

class QAction;
class QLineEdit;

namespace kontor::ui {

class ChoiceFilterEdit;
class CustomerListModel;
class FilterHeader;
class Formats;

class CustomerFilterRow : public QObject {
    Q_OBJECT

public:
    CustomerFilterRow(FilterHeader &header, const CustomerListModel &model);

    // Cells for the person's own fields come and go with their columns.
    void followColumns();

    const CustomerFilter &filter() const { return m_filter; }
    // The filter as it would be without that column.
    CustomerFilter without(int column) const;
    // What stands in the cells by the keys of their columns, for the history and for saved views.
    QVariantMap texts() const;
    void setTexts(const QVariantMap &texts);
    void clear();
    void clearColumn(int column);
    // The cell of a column with few values, and what is ticked in it.
    ChoiceFilterEdit *choice(int column) const;
    void setValues(int column, const QStringList &values);
    // "City: Malmö" for each cell that filters, with its column.
    QList<QPair<int, QString>> descriptions() const;
    int lastUsed() const { return m_lastUsed; } // the column whose cell was filled last
    void retranslate();

signals:
    void changed();
    void listWanted(int column); // of the values to tick

private:
    struct Cell {
        QLineEdit *edit = nullptr;
        QAction *puzzled = nullptr; // there as long as the text is not understood
    };
    // customer_filter_row.cpp
    void addCell(int column);
    bool isChoice(int column) const; // a column with few values
    void read();
    bool isFiltering(int column) const;
    QString hint(int column) const;
    QString help(int column) const;
    QString textOf(int column) const;
    // customer_filter_reading.cpp
    CustomerFilter filterOf(int leftOut) const;
    void addTicked(CustomerFilter &filter, int column) const;
    QStringList meant(int column) const; // the known values whose words hold what was typed
    std::optional<ColumnFilter> columnFilter(int column, const QString &text) const;
    std::optional<ColumnFilter> ownFilter(int column, const QString &text) const;
    bool isUnderstood(int column) const;

    FilterHeader &m_header;
    const CustomerListModel &m_model;
    const Formats &m_formats;
    QHash<int, Cell> m_texts;
    CustomerFilter m_filter;
    QTimer m_pause;
    bool m_quiet = false;
    int m_lastUsed = 0;
};

} // namespace kontor::ui
