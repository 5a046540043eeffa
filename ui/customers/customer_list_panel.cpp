#include "customers/customer_list_panel.h"

#include "customers/customer_delegate.h"
#include "customers/customer_filter_row.h"
#include "customers/customer_list_model.h"
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
    : QWidget(parent), m_workspace(workspace), m_shell(shell) {
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
    restoreColumns();
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
    m_filter = new CustomerFilterRow(*m_table->filterHeader(), m_shell.formats());
    buildEmptyStates();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);

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
    m_columns = new QPushButton(this);
    m_columns->setIcon(Icon::get("columns"_L1));
    row->addWidget(m_title);
    row->addSpacing(kGap);
    row->addLayout(m_chips);
    row->addWidget(m_clear);
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
    connect(m_table->filterHeader(), &QHeaderView::sortIndicatorChanged, this, &CustomerListPanel::applySort);
    connect(m_table->filterHeader(), &QHeaderView::sectionResized, this, &CustomerListPanel::rememberColumns);
    connect(m_table->filterHeader(), &QHeaderView::sectionMoved, this, &CustomerListPanel::rememberColumns);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showFooter();
        emit stateChanged();
    });
    connect(m_table, &ListTable::opened, this, [this](const QModelIndex &index) { emit opened(m_model->idAt(index.row())); });
    connect(m_table, &ListTable::peeked, this, [this](const QModelIndex &index) { emit peeked(m_model->idAt(index.row())); });
    connect(m_table, &ListTable::escaped, this, &CustomerListPanel::escaped);
    connect(m_table, &ListTable::typedAhead, this, &CustomerListPanel::jumpTo);
    connect(m_model, &CustomerListModel::failed, this, [this](const Error &error) { m_shell.showError(error); });
    connect(m_clear, &QPushButton::clicked, this, &CustomerListPanel::clearFilter);
    connect(m_columns, &QPushButton::clicked, this, &CustomerListPanel::showColumnMenu);
}

CustomerListQuery CustomerListPanel::query() const {
    return {m_filter->filter(), {}, m_sort, m_descending, m_shell.formats().today()};
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
    const workspace::BaseSettings &settings = m_workspace.settings();
    const segments::Context context{m_workspace.clock(), settings.currency, settings.country, settings.language};
    return [query = query(), rule = m_segmentRule, context, question](db::Database &database) -> Result<Answer> {
        if (rule.isEmpty())
            return question(database, query);
        TRY(read, segments::parseRule(rule));
        TRY(members, segments::list(database, read, context));
        CustomerListQuery narrowed = query;
        narrowed.within = members;
        return question(database, narrowed);
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
            selection.select(m_model->index(row, 0), m_model->index(row, Count - 1));
    if (const int row = m_model->rowOf(current); row >= 0) {
        m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
        if (ids.isEmpty())
            selection.select(m_model->index(row, 0), m_model->index(row, Count - 1));
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

void CustomerListPanel::applySort(int column, Qt::SortOrder order) {
    static const QHash<int, CustomerSort> sorts{{Customer, CustomerSort::Name},       {Phone, CustomerSort::Phone},
                                                {Lifecycle, CustomerSort::Lifecycle}, {LastContact, CustomerSort::LastContact},
                                                {Bought, CustomerSort::Bought},       {NextStep, CustomerSort::NextStep},
                                                {City, CustomerSort::City},           {Email, CustomerSort::Email}};
    if (!sorts.contains(column)) // tags have no order
        return m_table->filterHeader()->setSortIndicator(Customer, Qt::AscendingOrder);
    m_sort = sorts[column];
    m_descending = order == Qt::DescendingOrder;
    m_shell.preferences().setSort(u"customers"_s, u"%1 %2"_s.arg(column).arg(int(order)));
    reload();
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

void CustomerListPanel::focusFilter() { m_table->filterHeader()->focusEditor(Customer); }

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
