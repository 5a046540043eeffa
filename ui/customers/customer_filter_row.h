// The cells under the headers of the customers list, and what they mean together.
#pragma once

#include "customers/customer_filter.h"

#include <QObject>
#include <QTimer>

class QComboBox;
class QLineEdit;

namespace kontor::ui {

class FilterHeader;
class Formats;

class CustomerFilterRow : public QObject {
    Q_OBJECT

public:
    CustomerFilterRow(FilterHeader &header, const Formats &formats);

    const CustomerFilter &filter() const { return m_filter; }
    // What stands in the cells, for the history and for saved views.
    QVariantMap texts() const;
    void setTexts(const QVariantMap &texts);
    void clear();
    void clearColumn(int column);
    // "City: Malmö" for each cell that filters, with its column.
    QList<QPair<int, QString>> descriptions() const;
    void retranslate();

signals:
    void changed();

private:
    QLineEdit *addText(int column);
    QComboBox *addChoice(int column);
    void fillChoices();
    void read();
    bool isFiltering(int column) const;
    QString textOf(int column) const;

    FilterHeader &m_header;
    const Formats &m_formats;
    QHash<int, QLineEdit *> m_texts;
    QComboBox *m_lifecycle;
    QComboBox *m_step;
    CustomerFilter m_filter;
    QTimer m_pause;
    bool m_quiet = false;
};

} // namespace kontor::ui
