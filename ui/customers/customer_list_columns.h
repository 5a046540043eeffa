// Which columns the list shows, in what order and how wide; what it is sorted by. Remembered for this person on this PC by the columns' own names,
// so that new columns and own fields do not disturb it.
#pragma once

#include "customers/customer_list.h"

#include <QObject>

class QMenu;

namespace kontor::ui {

class CustomerListModel;
class ListTable;
class Shell;

class CustomerListColumns : public QObject {
    Q_OBJECT

public:
    CustomerListColumns(ListTable &table, const CustomerListModel &model, Shell &shell);

    void restore();
    void setFolded(bool folded); // in the strip there are names alone
    QList<int> shown() const;    // as they are seen
    bool isShown(int column) const;
    int sortColumn() const;
    bool isDescending() const;
    void putInto(CustomerListQuery &query) const;
    void showChooser(const QPoint &globalPosition);
    void showHeaderMenu(int column, const QPoint &globalPosition);

signals:
    void sortChanged();
    void shownChanged();

private:
    void remember();
    void sortChangedByHeader(int column);
    void setShown(int column, bool shown);
    void insertAfter(int place, int column);
    void addColumnsTo(QMenu *menu);
    int firstWidth(int column) const;

    ListTable &m_table;
    const CustomerListModel &m_model;
    Shell &m_shell;
    bool m_isFolded = false;
    bool m_isRestoring = false;
};

} // namespace kontor::ui
