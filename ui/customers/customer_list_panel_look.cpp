// How the list looks in its states: columns, chips, footer, what stands where there is nothing.
#include "customers/customer_list_panel.h"

#include "customers/customer_bulk_acts.h"
#include "customers/customer_filter_row.h"
#include "customers/customer_list_columns.h"
#include "customers/customer_list_model.h"
#include "customers/customer_selection_bar.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/action_registry.h"
#include "preferences/preferences.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/bidi.h"
#include "widgets/chip.h"
#include "widgets/empty_state.h"
#include "widgets/page_title.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using namespace customer_column;

// Folded, the list is a strip of names. What is remembered of its columns stays that of the whole list.
void CustomerListPanel::setFolded(bool folded) {
    if (m_folded == folded)
        return;
    m_folded = true;
    m_table->filterHeader()->setFilterRowVisible(!folded);
    m_columns->setVisible(!folded);
    m_columnState->setFolded(folded);
    m_folded = folded;
    placeFilterBar();
    showState();
}

void CustomerListPanel::setCompact(bool compact) {
    m_table->setCompact(compact);
    m_columnState->setCompact(compact);
}

void CustomerListPanel::showState() {
    const int shown = m_model->customerCount();
    const Formats &formats = m_shell.formats();
    if (!m_loaded)
        m_title->setCount({});
    else if (isFiltered() && m_totals)
        m_title->setCount(tr("%1 of %2").arg(formats.number(shown), formats.number(m_totals->customers)));
    else
        m_title->setCount(formats.number(shown));
    m_clear->setVisible(isFiltered());
    m_save->setVisible(!m_filter->filter().isEmpty() && !m_folded && !m_workspace.isReadOnly());
    m_calls->setVisible(isFiltered() && shown > 0 && !m_folded && !m_workspace.isReadOnly());
    showChips();
    showFooter();
    showNoHits();
    // With a filter on, the table stays: its filter row is the way out.
    m_stack->setCurrentWidget(m_loaded && shown == 0 && !isFiltered() ? static_cast<QWidget *>(m_empty) : m_table);
    emit stateChanged();
}

QStringList CustomerListPanel::filterWords() const {
    QStringList filters;
    for (const auto &[column, text] : m_filter->descriptions())
        filters << text;
    if (!m_segmentName.isEmpty())
        filters << tr("Segment: %1").arg(m_segmentName);
    return filters;
}

QString CustomerListPanel::noHitsWords() const {
    return tr("No customers match these %Ln filter(s)", nullptr, int(filterWords().size()));
}

// Says what stands in the way, and which single filter to take away: counted after the empty list is on the screen.
void CustomerListPanel::showNoHits() {
    const bool empty = m_loaded && m_model->rowCount() == 0 && isFiltered();
    const bool begins = empty && !m_noHits->isVisible();
    m_noHits->setVisible(empty);
    if (!empty || (!begins && m_waysOutNumber == m_number))
        return;
    const QStringList filters = filterWords();
    m_noHits->setContent("filter"_L1, noHitsWords(), filters.join(u'\n'));
    readWaysOut();
}

void CustomerListPanel::readWaysOut() {
    m_waysOutNumber = m_number;
    const QStringList filters = filterWords();
    if (filters.size() < 2) // without the only one everybody is there
        return;
    QList<CustomerListQuery> queries;
    for (const auto &[column, text] : m_filter->descriptions()) {
        CustomerListQuery other = query();
        other.filter = m_filter->without(column);
        queries << other;
    }
    if (!m_segmentRule.isEmpty())
        queries << query();
    m_workspace.read(
        this, counted(queries),
        [this, filters, number = m_number](Result<QList<qint64>> counts) {
            if (counts && number == m_number && m_model->rowCount() == 0)
                showWaysOut(filters, *counts);
        },
        workspace::Urgency::Background);
}

void CustomerListPanel::showWaysOut(const QStringList &filters, const QList<qint64> &counts) {
    QStringList ways;
    for (qsizetype i = 0; i < counts.size(); ++i)
        if (counts[i] > 0)
            ways << tr("Without “%1”: %2").arg(filters[i], m_shell.formats().number(counts[i]));
    if (!ways.isEmpty())
        m_noHits->setContent("filter"_L1, tr("No customers match these %Ln filter(s)", nullptr, int(filters.size())),
                             ways.join(u'\n'));
}

// Filters on columns that are not shown must be seen somewhere.
void CustomerListPanel::showChips() {
    QLayout *chips = m_chips->layout();
    while (QLayoutItem *item = chips->takeAt(0)) {
        item->widget()->hide(); // at once, for the layout
        item->widget()->deleteLater();
        delete item;
    }
    if (!m_segmentName.isEmpty()) {
        auto *chip = new RemovableChip(tr("Segment: %1").arg(m_segmentName), m_chips);
        connect(chip, &RemovableChip::removed, this, [this] {
            QVariantMap everyone = view();
            everyone.remove(u"segment"_s);
            everyone.remove(u"rule"_s);
            setView(everyone);
        });
        chips->addWidget(chip);
    }
    for (const auto &[column, text] : m_filter->descriptions()) {
        if (!m_table->isColumnHidden(column) && !m_folded)
            continue;
        auto *chip = new RemovableChip(text, m_chips);
        connect(chip, &RemovableChip::removed, m_filter, [filter = m_filter, column = column] { filter->clearColumn(column); });
        chips->addWidget(chip);
    }
    for (int i = 0; i < chips->count(); ++i)
        chips->itemAt(i)->widget()->show();
    m_chips->setVisible(chips->count() > 0);
    m_filterBar->setVisible(!m_folded || isFiltered()); // in a strip an empty one would take a line
}

void CustomerListPanel::showFooter() {
    const Formats &formats = m_shell.formats();
    QStringList parts;
    m_selectionBar->setSelected(m_folded ? 0 : selectedCount());
    if (m_loaded && m_model->rowCount() == 0)
        return m_footer->setText(isFiltered() ? noHitsWords() : tr("No customers"));
    if (m_loaded)
        parts << tr("%1 shown").arg(formats.number(m_model->customerCount()));
    if (m_folded) // in the strip there is room for the count alone
        return m_footer->setText(parts.join(tr(" · ")));
    if (m_totals && m_totals->boughtInYear != 0 && m_columnState->isShown(Bought))
        parts << tr("%1 bought in 12 months").arg(isolated(formats.money(m_totals->boughtInYear)));
    if (m_totals && m_totals->boughtTotal != 0 && m_columnState->isShown(Total))
        parts << tr("%1 bought in total").arg(isolated(formats.money(m_totals->boughtTotal)));
    if (m_totals && m_totals->owes != 0 && m_columnState->isShown(Owes))
        parts << tr("%1 owed").arg(isolated(formats.money(m_totals->owes)));
    const int column = m_columnState->sortColumn();
    const QString name = m_model->columns().title(column);
    if (const int column = m_columnState->groupColumn(); column >= 0)
        parts << tr("grouped by: %1").arg(m_model->columns().title(column));
    parts << (m_columnState->isDescending() ? tr("sorted by: %1, downwards").arg(name) : tr("sorted by: %1").arg(name));
    m_footer->setText(parts.join(tr(" · ")));
}

void CustomerListPanel::buildEmptyStates() {
    m_empty = new EmptyState(this);
    m_importFirst = m_empty->addButton({}, true);
    m_addFirst = m_empty->addButton({});
    m_openSample = m_empty->addButton({});
    m_noHits = new EmptyState(m_table);
    m_clearThere = m_noHits->addButton({});
    m_noHits->hide();
    m_table->setPlaceholder(m_noHits);
    connect(m_importFirst, &QAbstractButton::clicked, this, [this] { m_shell.perform(action::kImport); });
    connect(m_addFirst, &QAbstractButton::clicked, this, [this] { m_shell.perform(action::kNewCustomer); });
    connect(m_openSample, &QAbstractButton::clicked, this, [this] { m_shell.perform(action::kSampleFile); });
    connect(m_clearThere, &QAbstractButton::clicked, this, &CustomerListPanel::clearFilter);
}

void CustomerListPanel::showContextMenu(const QPoint &globalPosition) {
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<QList<QLatin1StringView>> groups{{action::kOpenCustomer, action::kPeek},
                                                 {action::kEditCell, action::kLogCall, action::kNewTask, action::kTags,
                                                  action::kChangeCustomers, action::kCallSession, action::kEmailList},
                                                 {action::kCopy, action::kExport, action::kExplain},
                                                 {action::kTrashCustomer}};
    for (const auto &group : groups) {
        if (!menu->isEmpty())
            menu->addSeparator();
        for (const auto id : group)
            menu->addAction(m_shell.actions().find(id));
    }
    menu->popup(globalPosition);
}

void CustomerListPanel::retranslate() {
    m_title->setTitle(tr("Customers"));
    m_clear->setText(tr("Clear filters"));
    m_clear->setAccessibleName(m_clear->text());
    m_save->setText(tr("Save as segment"));
    m_save->setAccessibleName(m_save->text());
    m_save->setToolTip(m_shell.actions().shortcutText(action::kSaveFilter));
    m_save->setAccessibleDescription(m_save->toolTip());
    m_calls->setText(tr("Call session"));
    m_calls->setAccessibleName(tr("Call the customers shown in a session"));
    m_calls->setToolTip(m_shell.actions().shortcutText(action::kCallSession));
    m_calls->setAccessibleDescription(m_calls->toolTip());
    m_empty->setContent("people"_L1, tr("No customers yet"),
                        tr("Add the first one with %1.").arg(m_shell.actions().shortcutText(action::kNewCustomer)));
    const QList<QPair<QAbstractButton *, QString>> buttons{{m_importFirst, tr("Import my customers")},
                                                           {m_addFirst, tr("Add the first customer")},
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
    m_selectionBar->retranslate();
    emit m_model->headerDataChanged(Qt::Horizontal, 0, m_model->columnCount() - 1);
    showState();
}

int CustomerListPanel::foot() const { return height() - m_table->mapTo(this, m_table->viewport()->geometry().bottomLeft()).y(); }

} // namespace kontor::ui
