#include "customers/customer_list_columns.h"

#include "customers/customer_list_model.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/shell.h"
#include "preferences/preferences.h"
#include "theme/metrics.h"
#include "theme/text_role.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using namespace customer_column;

namespace {
const QString &listName() {
    static const QString name = u"customers"_s;
    return name;
}
constexpr auto kDown = " down"_L1;
} // namespace

CustomerListColumns::CustomerListColumns(ListTable &table, const CustomerListModel &model, Shell &shell)
    : QObject(&table), m_table(table), m_model(model), m_shell(shell) {
    FilterHeader *header = table.filterHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionResized, this, &CustomerListColumns::remember);
    connect(header, &QHeaderView::sectionMoved, this, &CustomerListColumns::remember);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &CustomerListColumns::sortChangedByHeader);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &place) {
        if (const int column = header->logicalIndexAt(place); column >= 0)
            showHeaderMenu(column, header->mapToGlobal(place));
    });
}

// The title is never cut, nor its arrow.
int CustomerListColumns::firstWidth(int column) const {
    const double share = qMax(1.0, QFontMetricsF(textFont(TextRole::Body)).averageCharWidth() / 7.5);
    const int title = QFontMetrics(textFont(TextRole::Strong)).horizontalAdvance(m_model.columns().title(column));
    return qMax(qRound(m_model.columns().width(column) * share), title + 2 * kCellPadding + kIcon);
}

void CustomerListColumns::restore() {
    const QScopedValueRollback quiet(m_isRestoring, true);
    FilterHeader *header = m_table.filterHeader();
    const CustomerColumns &columns = m_model.columns();
    struct Known {
        int width;
        bool isShown;
    };
    QHash<int, Known> known;
    QList<int> order;
    for (const QJsonValue &entry : QJsonDocument::fromJson(m_shell.preferences().columns(listName())).array()) {
        const int column = columns.withKey(entry[u"key"_s].toString());
        if (column < 0 || known.contains(column))
            continue;
        known.insert(column, {entry[u"width"_s].toInt(), entry[u"shown"_s].toBool()});
        order << column;
    }
    for (const int column : columns.firstOrder())
        if (!order.contains(column))
            order << column;
    for (int place = 0; place < order.size(); ++place) {
        const int column = order[place];
        const Known state = known.value(column, {0, columns.isShownAtFirst(column)});
        header->moveSection(header->visualIndex(column), place);
        header->setSectionHidden(column, !(state.isShown || column == Customer));
        header->resizeSection(column, state.width > 0 ? state.width : firstWidth(column));
    }
    const QString sort = m_shell.preferences().sort(listName());
    const int column = columns.withKey(sort.endsWith(kDown) ? sort.chopped(kDown.size()) : sort);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(column >= 0 && columns.sort(column) ? column : int(Customer),
                             sort.endsWith(kDown) ? Qt::DescendingOrder : Qt::AscendingOrder);
    header->setStretchLastSection(true);
}

void CustomerListColumns::remember() {
    if (m_isRestoring || m_isFolded)
        return;
    const FilterHeader *header = m_table.filterHeader();
    QJsonArray entries;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        const bool isLast = !shown().isEmpty() && shown().last() == column; // as wide as there is room: not the person's wish
        entries.append(QJsonObject{{u"key"_s, m_model.columns().key(column)},
                                   {u"width"_s, header->isSectionHidden(column) || isLast ? 0 : header->sectionSize(column)},
                                   {u"shown"_s, !header->isSectionHidden(column)}});
    }
    m_shell.preferences().setColumns(listName(), QJsonDocument(entries).toJson(QJsonDocument::Compact));
}

void CustomerListColumns::setFolded(bool folded) {
    if (folded == m_isFolded)
        return;
    m_isFolded = true; // nothing of this is remembered
    if (folded)
        for (int column = Phone; column < m_model.columns().count(); ++column)
            m_table.setColumnHidden(column, true);
    else
        restore();
    m_isFolded = folded;
}

QList<int> CustomerListColumns::shown() const {
    QList<int> columns;
    const FilterHeader *header = m_table.filterHeader();
    for (int place = 0; place < header->count(); ++place)
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            columns << column;
    return columns;
}

bool CustomerListColumns::isShown(int column) const { return !m_table.isColumnHidden(column); }

int CustomerListColumns::sortColumn() const { return m_table.filterHeader()->sortIndicatorSection(); }

bool CustomerListColumns::isDescending() const {
    return m_table.filterHeader()->sortIndicatorOrder() == Qt::DescendingOrder;
}

void CustomerListColumns::putInto(CustomerListQuery &query) const {
    query.sort = m_model.columns().sort(sortColumn()).value_or(CustomerSort::Name);
    if (const CustomField *own = m_model.columns().own(sortColumn()))
        query.ownField = own->id;
    query.descending = isDescending();
    query.sumsDebts = !m_isFolded && isShown(Owes);
}

void CustomerListColumns::sortChangedByHeader(int column) {
    if (m_isRestoring)
        return;
    if (!m_model.columns().sort(column)) // tags have no order
        return m_table.filterHeader()->setSortIndicator(Customer, Qt::AscendingOrder);
    m_shell.preferences().setSort(listName(), m_model.columns().key(column) + (isDescending() ? QString(kDown) : QString()));
    emit sortChanged();
}

void CustomerListColumns::setShown(int column, bool shown) {
    {
        const QScopedValueRollback quiet(m_isRestoring, true);
        m_table.setColumnHidden(column, !shown);
        if (shown)
            m_table.filterHeader()->resizeSection(column, firstWidth(column));
    }
    remember();
    emit shownChanged();
}

void CustomerListColumns::insertAfter(int place, int column) {
    FilterHeader *header = m_table.filterHeader();
    const int from = header->visualIndex(column);
    const int to = header->visualIndex(place);
    header->moveSection(from, from > to ? to + 1 : to);
    setShown(column, true);
}

void CustomerListColumns::addColumnsTo(QMenu *menu) {
    for (const int column : m_model.columns().firstOrder()) {
        if (column == Customer)
            continue;
        QAction *entry = menu->addAction(m_model.columns().title(column));
        entry->setCheckable(true);
        entry->setChecked(isShown(column));
        connect(entry, &QAction::toggled, this, [this, column](bool shown) { setShown(column, shown); });
    }
}

void CustomerListColumns::showChooser(const QPoint &globalPosition) {
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addColumnsTo(menu);
    menu->addSeparator();
    QMenu *sort = menu->addMenu(tr("Sort by"));
    for (const int column : shown()) {
        if (!m_model.columns().sort(column))
            continue;
        QAction *entry = sort->addAction(m_model.columns().title(column));
        entry->setCheckable(true);
        entry->setChecked(column == sortColumn());
        // The one it is sorted by turns round.
        connect(entry, &QAction::triggered, this, [this, column] {
            const bool down = column == sortColumn() && !isDescending();
            m_table.filterHeader()->setSortIndicator(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
    menu->addAction(tr("Columns as at first"), this, [this] {
        m_shell.preferences().setColumns(listName(), {});
        restore();
        emit shownChanged();
    });
    menu->popup(globalPosition);
}

void CustomerListColumns::showHeaderMenu(int column, const QPoint &globalPosition) {
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_model.columns().sort(column)) {
        menu->addAction(tr("Sort upwards"), this,
                        [this, column] { m_table.filterHeader()->setSortIndicator(column, Qt::AscendingOrder); });
        menu->addAction(tr("Sort downwards"), this,
                        [this, column] { m_table.filterHeader()->setSortIndicator(column, Qt::DescendingOrder); });
        menu->addSeparator();
    }
    if (column != Customer)
        menu->addAction(tr("Hide this column"), this, [this, column] { setShown(column, false); });
    QMenu *insert = menu->addMenu(tr("Insert a column"));
    for (const int other : m_model.columns().firstOrder())
        if (!isShown(other))
            insert->addAction(m_model.columns().title(other), this, [this, column, other] { insertAfter(column, other); });
    insert->setEnabled(!insert->isEmpty());
    menu->popup(globalPosition);
}

} // namespace kontor::ui
