// The cells under the headers of the customers list, and what they mean together.
#pragma once

#include "customers/customer_filter.h"

#include <QObject>
#include <QTimer>

class QAction;
class QComboBox;
class QLineEdit;

namespace kontor::ui {

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
    // "City: Malmö" for each cell that filters, with its column.
    QList<QPair<int, QString>> descriptions() const;
    int lastUsed() const { return m_lastUsed; } // the column whose cell was filled last
    void retranslate();

signals:
    void changed();

private:
    struct Cell {
        QLineEdit *edit = nullptr;
        QAction *puzzled = nullptr; // there as long as the text is not understood
    };
    void addText(int column);
    QComboBox *addChoice(int column);
    void fillChoices();
    void read();
    CustomerFilter filterOf(int leftOut) const;
    std::optional<ColumnFilter> columnFilter(int column, const QString &text) const;
    std::optional<ColumnFilter> ownFilter(int column, const QString &text) const;
    bool isUnderstood(int column) const;
    bool isFiltering(int column) const;
    QString hint(int column) const;
    QString help(int column) const;
    QString textOf(int column) const;

    FilterHeader &m_header;
    const CustomerListModel &m_model;
    const Formats &m_formats;
    QHash<int, Cell> m_texts;
    QComboBox *m_lifecycle;
    QComboBox *m_step;
    CustomerFilter m_filter;
    QTimer m_pause;
    bool m_quiet = false;
    int m_lastUsed = 0;
};

} // namespace kontor::ui
