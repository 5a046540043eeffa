#include "customers/customer_list_panel.h"

#include "custom_fields/custom_field_repository.h"
#include "customers/customer_bulk_acts.h"
#include "customers/customer_delegate.h"
#include "customers/customer_filter_row.h"
#include "customers/customer_list_columns.h"
#include "customers/customer_list_model.h"
#include "customers/customer_selection_bar.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "preferences/preferences.h"
#include "segments/rule_json.h"
#include "segments/segment_query.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "widgets/empty_state.h"
#include "widgets/page_title.h"
#include "widgets/palette_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using namespace customer_column;

CustomerListPanel::CustomerListPanel(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_shell(shell), m_host(parent) {
    m_model = new CustomerListModel(
        [this](const QList<Id> &ids, std::function<void(CustomerListModel::Rows)> done) {
            const QDate today = m_shell.formats().today();
            m_workspace.read(
                this, [ids, today](db::Database &database) { return customerRows(database, ids, today); }, std::move(done));
        },
        shell.formats(), this);
    build();
    wire();
    retranslate();
    m_columnState->restore();
    readOwnFields();
    setCompact(shell.preferences().compactRows());
}

void CustomerListPanel::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildTitle(column);

    m_table = new ListTable(this);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CustomerDelegate(*m_model, *m_table));
    m_columnState = new CustomerListColumns(*m_table, *m_model, m_shell);
    m_filter = new CustomerFilterRow(*m_table->filterHeader(), *m_model);
    buildEmptyStates();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);

    m_selectionBar = new CustomerSelectionBar(m_shell.actions(), m_shell.formats(), this);
    column->addWidget(m_selectionBar);
    m_acts = new CustomerBulkActs(m_workspace, m_shell, *m_selectionBar, this);
    m_footer = new PaletteLabel(TextRole::Caption, TextColour::Third, this);
    m_footer->setContentsMargins(kPage, kGap, kPage, kGap);
    column->addWidget(m_footer);

    m_dimLater.setSingleShot(true);
    m_dimLater.setInterval(kDimAfter);
    connect(&m_dimLater, &QTimer::timeout, m_table, [this] { m_table->setDimmed(true); });
}

void CustomerListPanel::buildTitle(QBoxLayout *column) {
    auto *row = new QHBoxLayout;
    row->setContentsMargins(kPage, kGap, kPage, kGap);
    row->setSpacing(kGap);
    m_title = new PageTitle(this);
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(kSmall);
    m_clear = new QPushButton(this);
    m_clear->setFlat(true);
    m_save = new QPushButton(this);
    m_save->setFlat(true);
    m_columns = new QPushButton(this);
    m_columns->setIcon(Icon::get("columns"_L1));
    row->addWidget(m_title);
    row->addSpacing(kGap);
    row->addLayout(m_chips);
    row->addWidget(m_clear);
    row->addWidget(m_save);
    row->addStretch(1);
    row->addWidget(m_columns);
    column->addLayout(row);
}

void CustomerListPanel::wire() {
    connect(m_filter, &CustomerFilterRow::changed, this, &CustomerListPanel::reload);
    connect(m_table->filterHeader(), &FilterHeader::left, this, [this] {
        m_table->setFocus(Qt::OtherFocusReason);
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, 0));
    });
    connect(m_columnState, &CustomerListColumns::sortChanged, this, &CustomerListPanel::reload);
    connect(m_columnState, &CustomerListColumns::shownChanged, this, [this] {
        showState();
        readTotals(); // of other columns
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showFooter();
        emit stateChanged();
    });
    // The selection speaks before the current row is set.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CustomerListPanel::stateChanged);
    connect(m_table, &ListTable::opened, this, [this](const QModelIndex &index) { emit opened(m_model->idAt(index.row())); });
    connect(m_table, &ListTable::peeked, this, [this](const QModelIndex &index) { emit peeked(m_model->idAt(index.row())); });
    connect(m_table, &ListTable::menuWanted, this, &CustomerListPanel::showContextMenu);
    connect(m_selectionBar, &CustomerSelectionBar::clearWanted, this, &CustomerListPanel::clearSelection);
    connect(m_acts, &CustomerBulkActs::done, this, &CustomerListPanel::stateChanged);
    connect(m_table, &ListTable::escaped, this, &CustomerListPanel::escaped);
    connect(m_table, &ListTable::typedAhead, this, &CustomerListPanel::jumpTo);
    connect(m_model, &CustomerListModel::failed, this, [this](const Error &error) { m_shell.showError(error); });
    connect(m_save, &QPushButton::clicked, this, &CustomerListPanel::saveFilter);
    connect(m_clear, &QPushButton::clicked, this, &CustomerListPanel::clearFilter);
    connect(m_columns, &QPushButton::clicked, this,
            [this] { m_columnState->showChooser(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
}

CustomerListQuery CustomerListPanel::query() const {
    CustomerListQuery query;
    query.filter = m_filter->filter();
    query.today = m_shell.formats().today();
    m_columnState->putInto(query);
    return query;
}

void CustomerListPanel::reload() {
    m_workspace.cancel(m_ticket);
    const quint64 number = ++m_number;
    m_dimLater.start();
    m_ticket = m_workspace.read(this, asked<QList<Id>>(&customerIds),
                                [this, number](Result<QList<Id>> ids) { showIds(number, std::move(ids)); });
}

template <class Answer>
std::function<Result<Answer>(db::Database &)>
CustomerListPanel::asked(Result<Answer> (*question)(db::Database &, const CustomerListQuery &)) const {
    return [query = query(), rule = m_segmentRule, context = meaning(), question](db::Database &database) -> Result<Answer> {
        if (rule.isEmpty())
            return question(database, query);
        TRY(read, segments::parseRule(rule));
        TRY(members, segments::list(database, read, context));
        CustomerListQuery narrowed = query;
        narrowed.within = members;
        return question(database, narrowed);
    };
}

std::function<Result<QList<qint64>>(db::Database &)> CustomerListPanel::counted(const QList<CustomerListQuery> &queries) const {
    return [queries, rule = m_segmentRule, context = meaning()](db::Database &database) -> Result<QList<qint64>> {
        std::optional<QList<Id>> within;
        if (!rule.isEmpty()) {
            TRY(read, segments::parseRule(rule));
            TRY(members, segments::list(database, read, context));
            within = members;
        }
        QList<qint64> counts;
        for (CustomerListQuery query : queries) {
            query.within = within;
            TRY(ids, customerIds(database, query));
            counts << ids.size();
        }
        return counts;
    };
}

void CustomerListPanel::showIds(quint64 number, Result<QList<Id>> ids) {
    if (number != m_number)
        return;
    m_dimLater.stop();
    m_table->setDimmed(false);
    if (!ids) {
        if (ids.error().code != Code::Cancelled)
            m_shell.showError(ids.error());
        return;
    }
    const QList<Id> chosen = selected();
    const Id current = this->current();
    const int scroll = m_table->verticalScrollBar()->value();
    const bool same = *ids == m_model->ids();
    m_loaded = true;
    if (same) {
        const int first = qMax(0, m_table->rowAt(0));
        const int last = m_table->rowAt(m_table->viewport()->height() - 1);
        m_model->refreshRows(first, last < 0 ? m_model->rowCount() - 1 : last);
    } else {
        m_model->setIds(std::move(*ids));
        m_table->verticalScrollBar()->setValue(scroll);
        restoreSelection(chosen, current);
    }
    if (!m_pendingView.isEmpty()) {
        const QVariantMap view = std::exchange(m_pendingView, {});
        restoreSelection({}, Id{view.value(u"current"_s).toLongLong()});
        m_table->verticalScrollBar()->setValue(view.value(u"scroll"_s).toInt());
    }
    readTotals();
    showState();
    if (!same)
        m_shell.announce(tr("%Ln customer(s)", nullptr, m_model->rowCount()));
}

void CustomerListPanel::readTotals() {
    m_workspace.read(
        this, asked<CustomerTotals>(&customerTotals),
        [this, number = m_number](Result<CustomerTotals> totals) {
            if (!totals || number != m_number)
                return;
            m_totals = *totals;
            emit totalKnown(totals->customers);
            showState();
        },
        workspace::Urgency::Background);
}

void CustomerListPanel::restoreSelection(const QList<Id> &ids, Id current) {
    QItemSelection selection;
    for (const Id id : ids)
        if (const int row = m_model->rowOf(id); row >= 0)
            selection.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    if (const int row = m_model->rowOf(current); row >= 0) {
        m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
        if (ids.isEmpty())
            selection.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void CustomerListPanel::readOwnFields() {
    m_workspace.read(
        this, [](db::Database &database) { return customFields(database); },
        [this](Result<QList<CustomField>> own) {
            if (!own)
                return m_shell.showError(own.error());
            if (own->isEmpty() && m_model->columns().ownFields().isEmpty())
                return;
            const QList<Id> chosen = selected();
            const Id current = this->current();
            m_model->setOwnFields(*own);
            m_filter->followColumns();
            if (!m_folded)
                m_columnState->restore();
            restoreSelection(chosen, current);
        });
}

void CustomerListPanel::jumpTo(const QString &typed) {
    CustomerListQuery wanted = query();
    wanted.filter.name = typed;
    m_workspace.read(
        this, [wanted](db::Database &database) { return customerIds(database, wanted); },
        [this](Result<QList<Id>> ids) {
            if (ids && !ids->isEmpty())
                select(ids->first());
        });
}

Id CustomerListPanel::current() const { return m_model->idAt(m_table->currentIndex().row()); }

QList<Id> CustomerListPanel::selected() const {
    QList<Id> ids;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.append(m_model->idAt(row));
    return ids;
}

qint64 CustomerListPanel::selectedCount() const {
    qint64 count = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        count += range.height();
    return count;
}

void CustomerListPanel::clearSelection() {
    restoreSelection({}, current());
    m_table->setFocus(Qt::OtherFocusReason);
}

void CustomerListPanel::select(Id customer) {
    const int row = m_model->rowOf(customer);
    if (row >= 0)
        m_table->setCurrentIndex(m_model->index(row, qMax(0, m_table->currentIndex().column())));
}

Id CustomerListPanel::neighbour(Id customer, int by) const {
    const int row = m_model->rowOf(customer);
    return row < 0 ? Id() : m_model->idAt(row + by);
}

void CustomerListPanel::selectAll() { m_table->selectAll(); }

bool CustomerListPanel::isFiltered() const { return !m_filter->filter().isEmpty() || !m_segmentName.isEmpty(); }

void CustomerListPanel::clearFilter() {
    setView({});
    m_table->setFocus(Qt::OtherFocusReason);
}

void CustomerListPanel::focusFilter() {
    const int column = m_table->currentIndex().column();
    const int wanted = column > Customer && m_table->hasFocus() ? column : m_filter->lastUsed();
    m_table->filterHeader()->focusEditor(m_table->isColumnHidden(wanted) ? int(Customer) : wanted);
}

QVariantMap CustomerListPanel::view() const {
    return {{u"filter"_s, m_filter->texts()},
            {u"segment"_s, m_segmentName},
            {u"rule"_s, m_segmentRule},
            {u"current"_s, current().value},
            {u"scroll"_s, m_table->verticalScrollBar()->value()}};
}

void CustomerListPanel::setView(const QVariantMap &view) {
    const QVariantMap filter = view.value(u"filter"_s).toMap();
    const QByteArray rule = view.value(u"rule"_s).toByteArray();
    const bool sameSegment = rule == m_segmentRule;
    m_segmentName = view.value(u"segment"_s).toString();
    m_segmentRule = rule;
    if (filter != m_filter->texts()) {
        m_pendingView = view;
        m_filter->setTexts(filter); // reads anew when it filters otherwise
        if (!sameSegment)
            reload();
        return;
    }
    if (!m_loaded || !sameSegment) {
        m_pendingView = view;
        return reload();
    }
    restoreSelection({}, Id{view.value(u"current"_s).toLongLong()});
    m_table->verticalScrollBar()->setValue(view.value(u"scroll"_s).toInt());
}

} // namespace kontor::ui
