// The current and the selected customers of the list, by their ids, and what is taken out of it: a copy, an export.
#include "customers/customer_list_panel.h"

#include "base/fold.h"
#include "customers/customer_bulk_acts.h"
#include "customers/customer_list_columns.h"
#include "customers/customer_list_model.h"
#include "lists/list_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QSet>

namespace kontor::ui {

using namespace Qt::StringLiterals;

Id CustomerListPanel::current() const { return m_model->idAt(m_table->currentIndex().row()); }

QList<Id> CustomerListPanel::selected() const {
    QList<Id> ids;
    QSet<Id> seen;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            if (const Id id = m_model->idAt(row); id.isValid() && !seen.contains(id)) {
                seen.insert(id);
                ids.append(id);
            }
    return ids;
}

qint64 CustomerListPanel::selectedCount() const {
    if (m_model->repeatsCustomers())
        return selected().size();
    qint64 count = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        count += range.height() - m_model->headsBetween(range.top(), range.bottom());
    return count;
}

bool CustomerListPanel::hasSelected() const { return m_table->selectionModel()->hasSelection(); }

CustomerListPanel::Chosen CustomerListPanel::chosen() const {
    return {selected(), current(), m_table->currentIndex().column()};
}

// One walk over the rows, however many are selected: thousands stay selected while the list is read anew.
void CustomerListPanel::restore(const Chosen &chosen) {
    QItemSelection selection;
    const int lastColumn = m_model->columnCount() - 1;
    const auto add = [&](int first, int last) {
        selection.append(QItemSelectionRange(m_model->index(first, 0), m_model->index(last, lastColumn)));
    };
    const int current = m_model->rowOf(chosen.current, m_table->currentIndex().row());
    if (current >= 0) {
        const bool isShown = chosen.column > 0 && chosen.column <= lastColumn && !m_table->isColumnHidden(chosen.column);
        m_table->selectionModel()->setCurrentIndex(m_model->index(current, isShown ? chosen.column : 0),
                                                   QItemSelectionModel::NoUpdate);
    }
    if (chosen.ids.size() <= 1) {
        if (const int row = chosen.ids.isEmpty() ? current : m_model->rowOf(chosen.ids.first()); row >= 0)
            add(row, row);
    } else {
        const QSet<Id> wanted(chosen.ids.cbegin(), chosen.ids.cend());
        int first = -1;
        for (int row = 0; row <= m_model->rowCount(); ++row) {
            const bool isWanted = wanted.contains(m_model->idAt(row));
            if (isWanted && first < 0)
                first = row;
            if (!isWanted && first >= 0)
                add(std::exchange(first, -1), row - 1);
        }
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void CustomerListPanel::clearSelection() {
    restore({{}, current(), m_table->currentIndex().column()});
    m_table->setFocus(Qt::OtherFocusReason);
}

void CustomerListPanel::select(Id customer) {
    const int row = m_model->rowOf(customer, m_table->currentIndex().row());
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, qMax(0, m_table->currentIndex().column())));
}

// Past heads, and past the same customer at the beginning of another group.
int CustomerListPanel::neighbourRow(Id customer, int by) const {
    int row = m_model->rowOf(customer, m_table->currentIndex().row());
    if (row < 0)
        return -1;
    for (row += by; row >= 0 && row < m_model->rowCount(); row += by)
        if (const Id id = m_model->idAt(row); id.isValid() && id != customer)
            return row;
    return -1;
}

Id CustomerListPanel::neighbour(Id customer, int by) const { return m_model->idAt(neighbourRow(customer, by)); }

// The row itself: the same customer may stand nearer in another group.
Id CustomerListPanel::stepFrom(Id customer, int by) {
    const int row = neighbourRow(customer, by);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, qMax(0, m_table->currentIndex().column())));
    return m_model->idAt(row);
}

void CustomerListPanel::selectAll() { m_table->selectAll(); }

void CustomerListPanel::fillDown() {
    QList<Id> others = selected();
    int top = m_model->rowCount();
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        int row = range.top();
        while (row < range.bottom() && !m_model->idAt(row).isValid()) // the head of a group
            ++row;
        top = qMin(top, row);
    }
    const CustomerRow *source = m_model->row(top);
    if (!source || others.size() < 2)
        return;
    const auto change = m_model->columns().asChange(*source, m_table->currentIndex().column());
    if (!change)
        return m_shell.showToast({tr("Move to a column such as City or Type first: this one is each customer's own."), {}, {}});
    others.removeOne(source->id);
    m_acts->openChange(others, change);
}

void CustomerListPanel::exportList() {
    CustomerBulkActs::Table table;
    table.customers = selectedCount() > 1 ? selected() : m_model->customers();
    const QList<int> columns = m_columnState->shown();
    for (const int column : columns)
        table.titles << m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    // Copies only: they are called on another thread.
    const auto cellsIn = [columns, all = m_model->columns()](const Formats &formats) {
        return [columns, all, formats](const CustomerRow &row) {
            QStringList cells;
            for (const int column : columns)
                cells << all.plain(row, column, formats);
            return cells;
        };
    };
    const Formats &shown = m_shell.formats();
    Formats plain(QLocale::c(), shown.clock(), shown.currency());
    plain.setWords(shown.outcomes(), shown.types());
    table.cells = cellsIn(shown);
    table.workbookCells = cellsIn(plain);
    for (const int column : columns)
        table.kinds << m_model->columns().cellKind(column);
    m_acts->exportTable(table);
}

namespace {

// As people paste it, and as spreadsheets take it.
struct Copied {
    QString lines, cells, html;
    qint64 customers = 0;
};

Copied copiedFrom(const QList<CustomerRow> &rows) {
    QStringList lines, cells;
    Copied copied{{}, {}, u"<table>"_s, rows.size()};
    for (const CustomerRow &row : rows) {
        const QString phone = asciiDigits(row.phone).simplified();
        QStringList line{row.name.simplified(), phone, row.email.simplified()};
        line.removeAll(QString());
        lines << line.join(u", "_s);
        const QStringList texts{row.name.simplified(), row.company.simplified(), phone, row.email.simplified()};
        cells << texts.join(u'\t');
        copied.html += u"<tr>"_s;
        for (const QString &text : texts)
            copied.html += u"<td>%1</td>"_s.arg(text.toHtmlEscaped());
        copied.html += u"</tr>"_s;
    }
    copied.html += u"</table>"_s;
    copied.lines = lines.join(u'\n');
    copied.cells = cells.join(u'\n');
    return copied;
}

} // namespace

void CustomerListPanel::copySelection() {
    const QDate today = m_shell.formats().today();
    m_workspace.read(
        this,
        [ids = selected(), today](db::Database &database) -> Result<Copied> {
            TRY(rows, customerRows(database, ids, today));
            return copiedFrom(rows);
        },
        [this](Result<Copied> copied) {
            if (!copied)
                return m_shell.showError(copied.error());
            auto *data = new QMimeData; // the clipboard's from here on
            data->setText(copied->lines);
            data->setData(u"text/tab-separated-values"_s, copied->cells.toUtf8());
            data->setHtml(copied->html); // what spreadsheets take first
            QGuiApplication::clipboard()->setMimeData(data);
            m_shell.showToast({tr("%Ln customer(s) copied.", nullptr, int(copied->customers)), {}, {}});
        });
}

} // namespace kontor::ui
