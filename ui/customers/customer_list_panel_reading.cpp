// What the list asks the base, and what it does with the answers.
#include "customers/customer_list_panel.h"

#include "custom_fields/custom_field_repository.h"
#include "customers/customer_choice_list.h"
#include "customers/customer_filter_row.h"
#include "customers/customer_list_columns.h"
#include "customers/customer_list_model.h"
#include "customers/kept_orders.h"
#include "customers/list_preparation.h"
#include "lists/list_table.h"
#include "segments/rule_json.h"
#include "segments/segment_query.h"

#include <QScrollBar>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostTried = 50;
} // namespace

CustomerListQuery CustomerListPanel::query() const {
    CustomerListQuery query;
    query.filter = m_filter->filter();
    query.today = m_shell.formats().today();
    query.orders = std::make_shared<KeptOrders>(m_workspace.options().cacheFolder, m_workspace.baseId());
    m_columnState->putInto(query);
    return query;
}

QList<CustomerSort> CustomerListPanel::wantedSorts() const {
    QList<CustomerSort> sorts;
    for (const int column : m_columnState->wanted())
        if (const auto sort = m_model->columns().sort(column))
            sorts << *sort;
    return sorts;
}

template <class Answer>
std::function<Result<Answer>(db::Database &)>
CustomerListPanel::asked(Result<Answer> (*question)(db::Database &, const CustomerListQuery &),
                         const CustomerListQuery &query) const {
    return [query, rule = m_segmentRule, context = meaning(), question](db::Database &database) -> Result<Answer> {
        if (rule.isEmpty())
            return question(database, query);
        TRY(read, segments::parseRule(rule));
        TRY(members, segments::list(database, read, context));
        CustomerListQuery narrowed = query;
        narrowed.within = members;
        return question(database, narrowed);
    };
}

void CustomerListPanel::reload() {
    m_workspace.cancel(m_ticket);
    const quint64 number = ++m_number;
    m_keepsPlace = std::exchange(m_isForOthers, false);
    m_dimLater.start();
    m_ticket = m_workspace.read(
        this,
        [ask = asked<GroupedCustomers>(&groupedCustomers, query()),
         column = m_columnState->groupColumn()](db::Database &database) -> Result<CustomerListRows> {
            TRY(grouped, ask(database));
            return CustomerListRows::of(std::move(grouped), column);
        },
        [this, number](Result<CustomerListRows> rows) { showRows(number, std::move(rows)); });
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
            const bool isWithoutSegment = within && counts.size() == queries.size() - 1;
            if (!isWithoutSegment)
                query.within = within;
            TRY(ids, customerIds(database, query));
            counts << ids.size();
        }
        return counts;
    };
}

void CustomerListPanel::showRows(quint64 number, Result<CustomerListRows> rows) {
    if (number != m_number)
        return;
    m_dimLater.stop();
    m_table->setDimmed(false);
    if (!rows) {
        if (rows.error().code != Code::Cancelled)
            m_shell.showError(rows.error());
        return;
    }
    const bool keepsPlace = m_keepsPlace && m_loaded && m_pendingView.isEmpty();
    if (keepsPlace)
        rows = withoutNew(std::move(*rows));
    else
        showHeldBack(nullptr, 0);
    const bool same = m_model->isShowing(*rows);
    if (!std::exchange(m_loaded, true))
        m_preparation->beginLater();
    if (same) {
        const int first = qMax(0, m_table->rowAt(0));
        const int last = m_table->rowAt(m_table->viewport()->height() - 1);
        m_model->refreshRows(first, last < 0 ? m_model->rowCount() - 1 : last);
    } else {
        const Chosen chosen = this->chosen();
        const int scroll = m_table->verticalScrollBar()->value();
        const Anchor place = anchor();
        m_model->setRows(std::move(*rows));
        m_table->verticalScrollBar()->setValue(scroll);
        restore(chosen);
        if (keepsPlace)
            putBack(place);
    }
    if (!m_pendingView.isEmpty()) {
        const QVariantMap view = std::exchange(m_pendingView, {});
        restore({{}, Id{view.value(u"current"_s).toLongLong()}, m_table->currentIndex().column()});
        m_table->verticalScrollBar()->setValue(view.value(u"scroll"_s).toInt());
    }
    readTotals();
    showState();
    if (!same)
        m_shell.announce(tr("%Ln customer(s)", nullptr, m_model->customerCount()));
}

void CustomerListPanel::readTotals() {
    m_workspace.read(
        this, asked<CustomerTotals>(&customerTotals, query()),
        [this, number = m_number](Result<CustomerTotals> totals) {
            if (!totals || number != m_number)
                return;
            m_totals = *totals;
            emit totalKnown(totals->customers);
            showState();
        },
        workspace::Urgency::Background);
}

void CustomerListPanel::readOwnFields() {
    m_workspace.read(
        this, [](db::Database &database) { return customFields(database); },
        [this](Result<QList<CustomField>> own) {
            if (!own)
                return m_shell.showError(own.error());
            if (own->isEmpty() && m_model->columns().ownFields().isEmpty())
                return;
            const Chosen chosen = this->chosen();
            m_model->setOwnFields(*own);
            m_filter->followColumns();
            if (!m_folded)
                m_columnState->restore();
            restore(chosen);
            if (m_model->isGrouped() || m_columnState->groupColumn() >= 0)
                reload(); // the columns have other numbers
        });
}

// Letters typed on the list: to the first one of that name, in the order of the list.
void CustomerListPanel::jumpTo(const QString &typed) {
    CustomerListQuery wanted = query();
    wanted.filter.name = typed;
    m_workspace.read(this, asked<QList<Id>>(&customerIds, wanted), [this](Result<QList<Id>> ids) {
        if (!ids)
            return;
        for (const Id id : ids->mid(0, kMostTried)) // a filter of names may leave some of them out
            if (m_model->rowOf(id) >= 0)
                return select(id);
    });
}

// How many there are of each value among the customers that the other cells leave.
void CustomerListPanel::openChoices(int column) {
    CustomerListQuery others = query();
    others.filter = m_filter->without(column);
    others.grouping = m_model->columns().grouping(column);
    if (const CustomField *own = m_model->columns().own(column))
        others.groupField = own->id;
    m_workspace.read(this, asked<QList<CustomerGroup>>(&customerGroups, others), [this, column](Result<QList<CustomerGroup>> counts) {
        if (!counts)
            return m_shell.showError(counts.error());
        if (!m_choices->open(column, *counts))
            m_shell.showToast({tr("The other filters leave nobody to choose from."), {}, {}});
    });
}

} // namespace kontor::ui
