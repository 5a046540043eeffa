// How the list looks in its states: columns, chips, footer, what stands where there is nothing.
#include "customers/customer_list_panel.h"

#include "customers/customer_filter_row.h"
#include "customers/customer_list_model.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/action_registry.h"
#include "preferences/preferences.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/chip.h"
#include "widgets/empty_state.h"
#include "widgets/page_title.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using namespace customer_column;

namespace {

// Widths at 100 %, for a font of ordinary size; the person's own are remembered.
constexpr std::array<int, Count> kWidths{244, 164, 110, 128, 152, 176, 130, 200, 160};
constexpr int kSortsByName = 0;

} // namespace

void CustomerListPanel::restoreColumns() {
    FilterHeader *header = m_table->filterHeader();
    const QSignalBlocker quiet(header);
    const QByteArray state = m_shell.preferences().columns(u"customers"_s);
    if (state.isEmpty() || !header->restoreState(state)) {
        const double share = QFontMetricsF(textFont(TextRole::Body)).averageCharWidth() / 7.5;
        for (int column = 0; column < Count; ++column)
            header->resizeSection(column, qRound(kWidths[size_t(column)] * qMax(1.0, share)));
        header->setSectionHidden(Email, true);
        header->setSectionHidden(Tags, true);
    }
    const QStringList sort = m_shell.preferences().sort(u"customers"_s).split(u' ');
    const int column = sort.value(0).toInt();
    const auto order = sort.value(1).toInt() == int(Qt::DescendingOrder) ? Qt::DescendingOrder : Qt::AscendingOrder;
    header->setSortIndicatorShown(true);
    header->setSortIndicator(column, order);
    header->setStretchLastSection(true);
    m_descending = order == Qt::DescendingOrder;
    static const std::array sorts{CustomerSort::Name,        CustomerSort::Phone,  CustomerSort::Lifecycle,
                                  CustomerSort::LastContact, CustomerSort::Bought, CustomerSort::NextStep,
                                  CustomerSort::City,        CustomerSort::Email};
    m_sort = sorts[size_t(column >= 0 && column < int(sorts.size()) ? column : kSortsByName)];
}

void CustomerListPanel::rememberColumns() {
    if (!m_folded)
        m_shell.preferences().setColumns(u"customers"_s, m_table->filterHeader()->saveState());
}

void CustomerListPanel::showColumnMenu() {
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = Phone; column < Count; ++column) {
        QAction *entry = menu->addAction(CustomerListModel::columnTitle(column));
        entry->setCheckable(true);
        entry->setChecked(!m_table->isColumnHidden(column));
        connect(entry, &QAction::toggled, this, [this, column](bool shown) {
            m_table->setColumnHidden(column, !shown);
            rememberColumns();
            showState();
        });
    }
    menu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
}

// Folded, the list is a strip of names. What is remembered of its columns stays that of the whole list.
void CustomerListPanel::setFolded(bool folded) {
    if (m_folded == folded)
        return;
    m_folded = true;
    m_table->filterHeader()->setFilterRowVisible(!folded);
    m_columns->setVisible(!folded);
    for (int column = Phone; column < Count; ++column)
        m_table->setColumnHidden(column, folded);
    if (!folded)
        restoreColumns();
    m_folded = folded;
    showState();
}

void CustomerListPanel::setCompact(bool compact) { m_table->setCompact(compact); }

void CustomerListPanel::showState() {
    const int shown = m_model->rowCount();
    const Formats &formats = m_shell.formats();
    if (!m_loaded)
        m_title->setCount({});
    else if (isFiltered() && m_totals)
        m_title->setCount(tr("%1 of %2").arg(formats.number(shown), formats.number(m_totals->customers)));
    else
        m_title->setCount(formats.number(shown));
    m_clear->setVisible(isFiltered());
    showChips();
    showFooter();
    QStringList filters;
    for (const auto &[column, text] : m_filter->descriptions())
        filters << text;
    if (!m_segmentName.isEmpty())
        filters.prepend(tr("Segment: %1").arg(m_segmentName));
    m_noHits->setContent("filter"_L1, tr("No customers match"), filters.join(tr(", ")));
    m_noHits->setVisible(m_loaded && shown == 0 && isFiltered());
    // With a filter on, the table stays: its filter row is the way out.
    m_stack->setCurrentWidget(m_loaded && shown == 0 && !isFiltered() ? static_cast<QWidget *>(m_empty) : m_table);
    emit stateChanged();
}

// Filters on columns that are not shown must be seen somewhere.
void CustomerListPanel::showChips() {
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    if (!m_segmentName.isEmpty()) {
        auto *chip = new RemovableChip(tr("Segment: %1").arg(m_segmentName), this);
        connect(chip, &RemovableChip::removed, this, [this] {
            QVariantMap everyone = view();
            everyone.remove(u"segment"_s);
            everyone.remove(u"rule"_s);
            setView(everyone);
        });
        m_chips->addWidget(chip);
    }
    for (const auto &[column, text] : m_filter->descriptions()) {
        if (!m_table->isColumnHidden(column) && !m_folded)
            continue;
        auto *chip = new RemovableChip(text, this);
        connect(chip, &RemovableChip::removed, m_filter, [filter = m_filter, column = column] { filter->clearColumn(column); });
        m_chips->addWidget(chip);
    }
}

void CustomerListPanel::showFooter() {
    const Formats &formats = m_shell.formats();
    QStringList parts;
    if (const qsizetype chosen = selected().size(); chosen > 1)
        parts << tr("%1 selected").arg(formats.number(chosen));
    if (m_loaded && m_model->rowCount() == 0 && isFiltered())
        parts << tr("No customers match this filter");
    else if (m_loaded)
        parts << tr("%1 shown").arg(formats.number(m_model->rowCount()));
    if (m_folded) // in the strip there is room for the count alone
        return m_footer->setText(parts.join(tr(" · ")));
    if (m_totals && m_totals->boughtInYear != 0)
        parts << tr("%1 bought in 12 months").arg(formats.money(m_totals->boughtInYear));
    const int column = m_table->filterHeader()->sortIndicatorSection();
    const QString name = CustomerListModel::columnTitle(column);
    parts << (m_descending ? tr("sorted by: %1, downwards").arg(name) : tr("sorted by: %1").arg(name));
    m_footer->setText(parts.join(tr(" · ")));
}

void CustomerListPanel::buildEmptyStates() {
    m_empty = new EmptyState(this);
    m_addFirst = m_empty->addButton({});
    m_openSample = m_empty->addButton({});
    m_noHits = new EmptyState(m_table);
    m_clearThere = m_noHits->addButton({});
    m_noHits->hide();
    m_table->setPlaceholder(m_noHits);
    connect(m_addFirst, &QAbstractButton::clicked, this, [this] { m_shell.perform(action::kNewCustomer); });
    connect(m_openSample, &QAbstractButton::clicked, this, [this] { m_shell.perform(action::kSampleFile); });
    connect(m_clearThere, &QAbstractButton::clicked, this, &CustomerListPanel::clearFilter);
}

void CustomerListPanel::copySelection() {
    const QDate today = m_shell.formats().today();
    m_workspace.read(
        this, [ids = selected(), today](db::Database &database) { return customerRows(database, ids, today); },
        [this](Result<QList<CustomerRow>> rows) {
            if (!rows)
                return m_shell.showError(rows.error());
            QStringList lines;
            for (const CustomerRow &row : *rows)
                lines << QStringList{row.name, row.company, row.phone, row.email}.join(u'\t');
            QGuiApplication::clipboard()->setText(lines.join(u'\n'));
            m_shell.showToast({tr("%Ln customer(s) copied", nullptr, int(rows->size())), {}, {}});
        });
}

void CustomerListPanel::retranslate() {
    m_title->setTitle(tr("Customers"));
    m_clear->setText(tr("Clear filters"));
    m_clear->setAccessibleName(m_clear->text());
    m_empty->setContent("people"_L1, tr("No customers yet"),
                        tr("Add the first one with %1.").arg(m_shell.actions().shortcutText(action::kNewCustomer)));
    const QList<QPair<QAbstractButton *, QString>> buttons{{m_addFirst, tr("Add the first customer")},
                                                           {m_openSample, tr("Look at the sample file")},
                                                           {m_clearThere, m_clear->text()}};
    for (const auto &[button, text] : buttons) {
        button->setText(text);
        button->setAccessibleName(text);
    }
    m_columns->setText(tr("Columns"));
    m_columns->setAccessibleName(m_columns->text());
    m_table->setAccessibleName(tr("Customers"));
    m_filter->retranslate();
    emit m_model->headerDataChanged(Qt::Horizontal, 0, Count - 1);
    showState();
}

} // namespace kontor::ui
