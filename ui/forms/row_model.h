// A flat model of rows that each have a key. Newer rows come in with as few signals as possible, so that the current row, the scroll position
// and an open editor stay where they are.
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace kontor::ui {

template <class Row> // Row::key is a QByteArray, unique in the list
class RowModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 1; }
    const QList<Row> &rows() const { return m_rows; }
    const Row &row(int number) const { return m_rows[number]; }
    int find(const QByteArray &key) const {
        for (int i = 0; i < m_rows.size(); ++i)
            if (m_rows[i].key == key)
                return i;
        return -1;
    }

protected:
    Row &editableRow(int number) { return m_rows[number]; }

    void replaceRows(const QList<Row> &rows) {
        QSet<QByteArray> wanted;
        for (const Row &row : rows)
            wanted.insert(row.key);
        for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
            int first = last + 1;
            while (first > 0 && !wanted.contains(m_rows[first - 1].key))
                --first;
            if (first > last)
                continue;
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
        if (!isInOrderOf(rows))
            putInOrderOf(rows);
        for (int i = 0; i < rows.size(); ++i) {
            if (i < m_rows.size() && m_rows[i].key == rows[i].key) {
                m_rows[i] = rows[i];
                continue;
            }
            int end = i + 1;
            while (end < rows.size() && (i >= m_rows.size() || rows[end].key != m_rows[i].key))
                ++end;
            beginInsertRows({}, i, end - 1);
            m_rows = m_rows.first(i) + rows.mid(i, end - i) + m_rows.mid(i);
            endInsertRows();
            i = end - 1;
        }
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
    }

    void appendRows(const QList<Row> &rows) {
        if (rows.isEmpty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
    }

    void changeRow(int number) { emit dataChanged(index(number, 0), index(number, columnCount() - 1)); }

private:
    // What is there already moves to where it will stand among itself; the current row and an open editor go with their rows.
    void putInOrderOf(const QList<Row> &rows) {
        emit layoutAboutToBeChanged({}, VerticalSortHint);
        QHash<QByteArray, int> from;
        for (int i = 0; i < m_rows.size(); ++i)
            from.insert(m_rows[i].key, i);
        QList<Row> ordered;
        QHash<int, int> places;
        for (const Row &row : rows)
            if (const auto found = from.constFind(row.key); found != from.cend()) {
                places.insert(*found, int(ordered.size()));
                ordered << m_rows[*found];
            }
        m_rows = ordered;
        for (const QModelIndex &old : persistentIndexList())
            changePersistentIndex(old, index(places.value(old.row()), old.column()));
        emit layoutChanged({}, VerticalSortHint);
    }

    bool isInOrderOf(const QList<Row> &rows) const {
        qsizetype at = 0;
        for (const Row &row : rows)
            if (at < m_rows.size() && m_rows[at].key == row.key)
                ++at;
        return at == m_rows.size();
    }

    QList<Row> m_rows;
};

} // namespace kontor::ui
