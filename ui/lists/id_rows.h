// Rows of a list whose order is a vector of ids: the rows themselves come in pages when they are looked at, and the least used go again.
#pragma once

#include "base/id.h"

#include <QCache>
#include <QList>
#include <QSet>

#include <functional>

namespace kontor::ui {

template <class Row>
class IdRows {
public:
    static constexpr int kPageSize = 100;
    static constexpr int kMostRows = 2'000;

    // Called with the ids of one page; the answer comes back through take().
    using Fetch = std::function<void(int page, const QList<Id> &ids)>;

    explicit IdRows(Fetch fetch) : m_fetch(std::move(fetch)), m_rows(kMostRows) {}

    const QList<Id> &ids() const { return m_ids; }
    int count() const { return int(m_ids.size()); }
    int indexOf(Id id) const { return int(m_ids.indexOf(id)); }

    // Rows that are known stay known, so that a new order shows at once what was on the screen.
    void setIds(QList<Id> ids) {
        m_ids = std::move(ids);
        m_asked.clear();
    }

    // The row, or nothing while it is on its way. Asks for its page and for its neighbours.
    const Row *at(int index) {
        const Row *row = m_rows.object(m_ids.at(index).value); // no copy of the ids is made, which the owner shares
        const int page = index / kPageSize;
        if (!row)
            ask(page);
        if (index % kPageSize < kPageSize / 4)
            askIfUnknown(page - 1);
        else if (index % kPageSize >= kPageSize * 3 / 4)
            askIfUnknown(page + 1);
        return row;
    }
    const Row *known(int index) const { return m_rows.object(m_ids.at(index).value); }

    // The answer to a page: its first and last index that are shown with it. Rows that are gone stay unknown.
    QPair<int, int> take(int page, const QList<Row> &rows) {
        for (const Row &row : rows)
            m_rows.insert(row.id.value, new Row(row));
        return {page * kPageSize, qMin(count(), (page + 1) * kPageSize) - 1};
    }
    void failed(int page) { m_asked.remove(page); }

    // What is shown is out of date: it stays until the new rows are here.
    void refresh() { m_asked.clear(); }
    void forget(Id id) { m_rows.remove(id.value); }
    // Asks again for the pages between two indexes, after refresh().
    void askAgain(int first, int last) {
        for (int page = first / kPageSize; page <= last / kPageSize; ++page)
            ask(page);
    }

private:
    void ask(int page) {
        if (page < 0 || page * kPageSize >= m_ids.size() || m_asked.contains(page))
            return;
        m_asked.insert(page);
        m_fetch(page, m_ids.mid(qsizetype(page) * kPageSize, kPageSize));
        // Rows of pages far away may have been dropped meanwhile; they are asked for anew when they are looked at.
        if (m_asked.size() > kMostRows / kPageSize)
            m_asked = {page};
    }
    void askIfUnknown(int page) {
        if (page >= 0 && qsizetype(page) * kPageSize < m_ids.size() && !known(page * kPageSize))
            ask(page);
    }

    Fetch m_fetch;
    QList<Id> m_ids;
    mutable QCache<qint64, Row> m_rows;
    QSet<int> m_asked;
};

} // namespace kontor::ui
