// Which columns the list shows, in what order and how wide; what it is sorted and grouped by. Remembered for this person on this PC by the columns' own names,
// so that new columns and own fields do not disturb it.
#pragma once

#include "customers/customer_list.h"

#include <QHash>
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
    QList<int> wanted() const; // those, and what only gives way for want of room
    int sortColumn() const;
    bool isDescending() const;
    int groupColumn() const { return m_groupColumn; } // -1: none
    void groupBy(int column);
    void putInto(CustomerListQuery &query) const;
    void showChooser(const QPoint &globalPosition);
    void showHeaderMenu(int column, const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void orderChanged(); // sorted or grouped otherwise
    void shownChanged();

private:
    void forget(); // as at first
    void remember();
    void sortChangedByHeader(int column);
    void setShown(int column, bool shown);
    void choose(int column, bool shown); // by the person
    void fit();                          // some give way where there is no room for all
    void stretchLast();
    void fillStrip();
    void keepCurrentInSight();
    int widthOf(int column) const;
    QByteArrayList keptColumns() const; // which the person brought back: they do not give way
    void moveAfter(int place, int column);
    // customer_list_columns_menu.cpp
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
    QHash<int, int> m_givenWay; // column and its width: hidden for the time being
    int m_groupColumn = -1;
};

} // namespace kontor::ui
