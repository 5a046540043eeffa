// Which columns the list shows, in what order and how wide; what it is sorted and grouped by. Remembered for this person on this PC by the columns' own names,
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
    void setCompact(bool compact); // one line: the company is a column of its own where there is room
    QList<int> shown() const;    // as they are seen
    bool isShown(int column) const;
    int sortColumn() const;
    bool isDescending() const;
    int groupColumn() const { return m_groupColumn; } // -1: none
    void groupBy(int column);
    void putInto(CustomerListQuery &query) const;
    void showChooser(const QPoint &globalPosition);
    void showHeaderMenu(int column, const QPoint &globalPosition);

signals:
    void orderChanged(); // sorted or grouped otherwise
    void shownChanged();

private:
    void remember();
    void sortChangedByHeader(int column);
    void setShown(int column, bool shown);
    void insertAfter(int place, int column);
    void addColumnsTo(QMenu *menu);
    void addSortTo(QMenu *menu);
    void addGroupTo(QMenu *menu);
    void addActsTo(QMenu *menu, int column); // what can be done with one column
    void move(int column, int by);
    int firstWidth(int column) const;
    int leastWidth(int column) const;
    bool hasRoomFor(int column) const;
    void keepWhole(int column, int width);

    ListTable &m_table;
    const CustomerListModel &m_model;
    Shell &m_shell;
    bool m_isFolded = false;
    bool m_isRestoring = false;
    int m_groupColumn = -1;
};

} // namespace kontor::ui
