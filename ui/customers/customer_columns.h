// The columns of the customers list: the built-in ones, and after them one for each of the person's own fields.
#pragma once

#include "custom_fields/custom_field.h"
#include "customers/bulk_change.h"
#include "customers/customer_list.h"
#include "exchange/export_columns.h"

#include <QStringList>

namespace kontor::ui {

class Formats;

namespace customer_column {
enum Column {
    Customer,
    Phone,
    Lifecycle,
    LastContact,
    Bought,
    NextStep,
    City,
    Email,
    Tags,
    Company,
    Source,
    Birthday,
    FirstPurchase,
    LastPurchase,
    Total,
    Owes,
    Created,
    Count // own fields begin here
};
}

class CustomerColumns {
public:
    const QList<CustomField> &ownFields() const { return m_own; }
    void setOwnFields(const QList<CustomField> &own) { m_own = own; }
    int count() const { return customer_column::Count + int(m_own.size()); }
    const CustomField *own(int column) const; // nullptr: a built-in one

    // Stable names, for what is remembered: phone, custom.shoe_size.
    QString key(int column) const;
    int withKey(const QString &key) const; // -1: there is none
    QString title(int column) const;
    int width(int column) const; // at 100 %, for a font of ordinary size
    bool isNumber(int column) const;
    bool isMoney(int column) const;
    bool isShownAtFirst(int column) const;
    QList<int> firstOrder() const;
    std::optional<CustomerSort> sort(int column) const; // tags have no order
    CustomerGrouping grouping(int column) const;        // None: it has too many values to be grouped by
    // A value of such a column as the list says it, also "" for none: "Lead", "No city".
    QString groupWords(int column, const QString &value, const Formats &formats) const;

    // As the list says it: "3 days ago", "61 400 €".
    QString words(const CustomerRow &row, int column, const Formats &formats) const;
    // As a spreadsheet reads it: ISO dates, plain numbers.
    QString plain(const CustomerRow &row, int column, const Formats &formats) const;
    // What the column says of a customer as a change that gives it to others; nothing: it is not for several.
    std::optional<BulkChange> asChange(const CustomerRow &row, int column) const;
    exchange::CellKind cellKind(int column) const; // of such a text, in a workbook

private:
    QString ownWords(const CustomerRow &row, const CustomField &field, const Formats &formats) const;

    QList<CustomField> m_own;
};

} // namespace kontor::ui
