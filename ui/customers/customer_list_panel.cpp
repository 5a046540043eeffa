#include "customers/customer_list_panel.h"

#include "customers/customer_bulk_acts.h"
#include "customers/customer_cell_edit.h"
#include "customers/customer_choice_list.h"
#include "customers/customer_delegate.h"
#include "customers/customer_filter_row.h"
#include "customers/customer_list_columns.h"
#include "customers/customer_list_model.h"
#include "customers/customer_selection_bar.h"
#include "customers/list_preparation.h"
#include "forms/flow_layout.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/action_registry.h"
#include "preferences/preferences.h"
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

CustomerListPanel::~CustomerListPanel() = default;

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
    m_choices = new CustomerChoiceList(*m_filter, m_model->columns(), m_shell.formats());
    m_preparation = new ListPreparation(
        m_workspace, [this] { return wantedSorts(); }, [this] { return m_shell.formats().today(); }, this);
    buildEmptyStates();
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    column->addWidget(m_stack, 1);

    m_selectionBar = new CustomerSelectionBar(m_shell.actions(), m_shell.formats(), this);
    column->addWidget(m_selectionBar);
    m_acts = new CustomerBulkActs(m_workspace, m_shell, *m_selectionBar, this);
    m_cellEdit = new CustomerCellEdit(m_workspace, m_shell, m_host);
    m_footer = new PaletteLabel(TextRole::Caption, TextColour::Third, this);
    m_footer->setContentsMargins(kPage, kGap, kPage, kGap);
    column->addWidget(m_footer);

    m_dimLater.setSingleShot(true);
    m_dimLater.setInterval(kDimAfter);
    connect(&m_dimLater, &QTimer::timeout, m_table, [this] { m_table->setDimmed(true); });
}

void CustomerListPanel::buildTitle(QBoxLayout *column) {
    m_titleColumn = new QVBoxLayout;
    m_titleColumn->setContentsMargins(kPage, kGap, kPage, kGap);
    m_titleColumn->setSpacing(kSmall);
    m_titleRow = new QHBoxLayout;
    m_titleRow->setSpacing(kGap);
    m_title = new PageTitle(this);
    m_filterBar = new QWidget(this);
    auto *filters = new FlowLayout(m_filterBar);
    filters->setContentsMargins(0, 0, 0, 0);
    filters->setSpacing(kSmall);
    m_chips = new QWidget(m_filterBar);
    auto *chips = new FlowLayout(m_chips);
    chips->setContentsMargins(0, kSmall, 0, kSmall); // level with the buttons
    chips->setSpacing(kSmall);
    filters->addWidget(m_chips);
    for (QPushButton **button : {&m_clear, &m_save, &m_calls}) {
        *button = new QPushButton(m_filterBar);
        (*button)->setFlat(true);
        filters->addWidget(*button);
    }
    m_columns = new QPushButton(this);
    m_columns->setIcon(Icon::get("columns"_L1));
    m_new = new QPushButton(this);
    m_new->setIcon(Icon::get("chevron-up"_L1, Tint::Accent));
    m_new->hide();
    m_titleRow->addWidget(m_title);
    m_titleRow->addWidget(m_new);
    m_titleRow->addSpacing(kGap);
    m_titleRow->addWidget(m_columns);
    m_titleColumn->addLayout(m_titleRow);
    column->addLayout(m_titleColumn);
    placeFilterBar();
}

// Beside the heading; in a strip, which has no room for both, under it.
void CustomerListPanel::placeFilterBar() {
    m_titleColumn->removeWidget(m_filterBar);
    m_titleRow->removeWidget(m_filterBar);
    if (m_folded)
        m_titleColumn->addWidget(m_filterBar);
    else
        m_titleRow->insertWidget(m_titleRow->indexOf(m_columns), m_filterBar, 1, Qt::AlignVCenter);
}

void CustomerListPanel::wire() {
    connect(m_filter, &CustomerFilterRow::changed, this, [this] {
        reload();
        emit stateChanged(); // it can be saved before its rows are here
    });
    connect(m_filter, &CustomerFilterRow::listWanted, this, &CustomerListPanel::openChoices);
    connect(m_table->filterHeader(), &FilterHeader::left, this, [this] {
        m_table->setFocus(Qt::OtherFocusReason);
        if (!m_table->currentIndex().isValid())
            m_table->goToFirst();
    });
    connect(m_columnState, &CustomerListColumns::orderChanged, this, &CustomerListPanel::reload);
    connect(m_columnState, &CustomerListColumns::shownChanged, this, [this] {
        showState();
        readTotals(); // of other columns
        m_preparation->beginLater();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        showFooter();
        emit stateChanged();
    });
    // The selection speaks before the current row is set.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        emit stateChanged();
        emit currentChanged();
    });
    connect(m_model, &CustomerListModel::dataChanged, this, &CustomerListPanel::currentChanged);
    connect(m_model, &CustomerListModel::modelReset, this, &CustomerListPanel::currentChanged);
    connect(m_table, &ListTable::opened, this, [this](const QModelIndex &index) { emit opened(m_model->idAt(index.row())); });
    connect(m_table, &ListTable::peeked, this, [this](const QModelIndex &index) { emit peeked(m_model->idAt(index.row())); });
    connect(m_table, &ListTable::clickedAgain, this, [this](const QModelIndex &index) {
        if (CustomerCellEdit::canEdit(index.column()))
            editCell();
    });
    connect(m_table, &ListTable::menuWanted, this, &CustomerListPanel::showContextMenu);
    connect(m_selectionBar, &CustomerSelectionBar::clearWanted, this, &CustomerListPanel::clearSelection);
    connect(m_acts, &CustomerBulkActs::done, this, &CustomerListPanel::stateChanged);
    connect(m_table, &ListTable::escaped, this, &CustomerListPanel::escaped);
    connect(m_table, &ListTable::typedAhead, this, &CustomerListPanel::jumpTo);
    connect(m_model, &CustomerListModel::failed, this, [this](const Error &error) { m_shell.showError(error); });
    connect(m_save, &QPushButton::clicked, this, &CustomerListPanel::saveFilter);
    connect(m_calls, &QPushButton::clicked, this, [this] { m_shell.perform(action::kCallSession); });
    connect(m_new, &QPushButton::clicked, this, &CustomerListPanel::takeHeldBack);
    connect(m_clear, &QPushButton::clicked, this, &CustomerListPanel::clearFilter);
    connect(m_columns, &QPushButton::clicked, this,
            [this] { m_columnState->showChooser(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
}

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
    restore({{}, Id{view.value(u"current"_s).toLongLong()}, m_table->currentIndex().column()});
    m_table->verticalScrollBar()->setValue(view.value(u"scroll"_s).toInt());
}

} // namespace kontor::ui
