#include "customers/customer_list_columns.h"

#include "customers/customer_list_model.h"
#include "customers/customer_texts.h"
#include "lists/filter_header.h"
#include "lists/list_table.h"
#include "main_window/action_registry.h"
#include "main_window/shell.h"
#include "preferences/preferences.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/chip.h"

#include <QEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using namespace customer_column;

namespace {
const QString &listName() {
    static const QString name = u"customers"_s;
    return name;
}
const QString &companyBrought() {
    static const QString name = u"customers_company_brought"_s;
    return name;
}
const QString &keptInSight() {
    static const QString name = u"customers_columns_kept"_s;
    return name;
}
constexpr auto kDown = " down"_L1;
// Where there is no room for all of them, so that the next step stays in sight: the first gives way first.
constexpr int kGivingWay[] = {City, Bought, LastContact, Lifecycle};
} // namespace

CustomerListColumns::CustomerListColumns(ListTable &table, const CustomerListModel &model, Shell &shell)
    : QObject(&table), m_table(table), m_model(model), m_shell(shell) {
    FilterHeader *header = table.filterHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        keepWhole(column, width);
        remember();
    });
    table.viewport()->installEventFilter(this);
    // Those that are away for the time being grow and shrink with the others.
    connect(header, &FilterHeader::scaled, this, [this, header](double ratio) {
        for (auto away = m_givenWay.begin(); away != m_givenWay.end(); ++away)
            header->resizeSection(away.key(), *away = qRound(*away * ratio));
        fit();
        stretchLast();
    });
    connect(header, &QHeaderView::sectionMoved, this, &CustomerListColumns::remember);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &CustomerListColumns::sortChangedByHeader);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &place) {
        if (const int column = header->logicalIndexAt(place); column >= 0)
            showHeaderMenu(column, header->mapToGlobal(place));
    });
}

int CustomerListColumns::leastWidth(int column) const {
    if (column == Lifecycle) {
        int widest = 0;
        for (const CustomerType &type : m_model.formats().types().offered())
            widest = qMax(widest, chipSize(type.label(), textFont(TextRole::Caption)).width());
        return qMin(widest, kNavigation) + 2 * kCellPadding;
    }
    if (column != Phone)
        return 0;
    static const QString longest = u"+000 00 000 00 00 00"_s;
    return QFontMetrics(textFont(TextRole::Body)).horizontalAdvance(longest) + 2 * kCellPadding;
}

// A phone number is never cut: half of one is the number of somebody else. Nor is a type: its chip has no room for less than its word.
void CustomerListColumns::keepWhole(int column, int width) {
    if (width > 0 && width < leastWidth(column))
        m_table.filterHeader()->resizeSection(column, leastWidth(column));
}

// The title is never cut, nor its arrow.
int CustomerListColumns::firstWidth(int column) const {
    const double share = qMax(1.0, QFontMetricsF(textFont(TextRole::Body)).averageCharWidth() / 7.5);
    const int title = QFontMetrics(textFont(TextRole::Strong)).horizontalAdvance(m_model.columns().title(column));
    const int wanted = qMax(qRound(m_model.columns().width(column) * share), title + 2 * kCellPadding + kIcon);
    return qMax(wanted, leastWidth(column));
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
    m_givenWay.clear();
    fit();
    const int group = columns.withKey(m_shell.preferences().grouping(listName()));
    m_groupColumn = group >= 0 && columns.grouping(group) != CustomerGrouping::None ? group : -1;
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
                                   {u"width"_s, isLast ? 0 : widthOf(column)},
                                   {u"shown"_s, !header->isSectionHidden(column) || m_givenWay.contains(column)}});
    }
    m_shell.preferences().setColumns(listName(), QJsonDocument(entries).toJson(QJsonDocument::Compact));
}

void CustomerListColumns::forget() {
    m_shell.preferences().setColumns(listName(), {});
    for (const QString &state : {companyBrought(), keptInSight()})
        m_shell.preferences().setLayoutState(state, {});
    restore();
}

void CustomerListColumns::setFolded(bool folded) {
    if (folded == m_isFolded)
        return;
    m_isFolded = true; // nothing of this is remembered
    m_table.setHorizontalScrollBarPolicy(folded ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    if (folded) {
        for (int column = Phone; column < m_model.columns().count(); ++column)
            m_table.setColumnHidden(column, true);
        fillStrip();
    } else {
        restore();
    }
    m_isFolded = folded;
    keepCurrentInSight();
}

// The frame that shows where the keys go stands in no hidden cell.
void CustomerListColumns::keepCurrentInSight() {
    const QModelIndex current = m_table.currentIndex();
    if (current.isValid() && !isShown(current.column()))
        m_table.selectionModel()->setCurrentIndex(current.siblingAtColumn(Customer), QItemSelectionModel::NoUpdate);
}

// 0: hidden by the person.
int CustomerListColumns::widthOf(int column) const {
    return isShown(column) ? m_table.filterHeader()->sectionSize(column) : m_givenWay.value(column);
}

// Only among the columns of the beginning: who adds others wants a wide list. What the person brings back stays.
void CustomerListColumns::fit() {
    if (!m_table.isVisible())
        return;
    const QScopedValueRollback quiet(m_isRestoring, true);
    const QList<int> wanted = this->wanted();
    const bool isOwn = std::any_of(wanted.begin(), wanted.end(), [this](int column) {
        return !(m_model.columns().isShownAtFirst(column) || column == Company);
    });
    int width = 0;
    const int last = shown().isEmpty() ? -1 : shown().last(); // takes the rest
    for (const int column : wanted)
        width += column == last ? firstWidth(column) : widthOf(column);
    const QByteArrayList kept = keptColumns();
    QList<int> changing;
    for (const int column : kGivingWay) {
        const bool canGo = wanted.contains(column) && !isOwn && column != sortColumn() &&
                           !kept.contains(m_model.columns().key(column).toLatin1());
        const bool goes = canGo && width > m_table.viewport()->width();
        if (goes)
            width -= widthOf(column);
        if (goes == !isShown(column) || !wanted.contains(column))
            continue;
        changing << column;
    }
    if (changing.isEmpty())
        return;
    for (const int column : std::as_const(changing)) {
        const bool goes = isShown(column);
        if (goes)
            m_givenWay.insert(column, widthOf(column));
        else
            m_givenWay.remove(column);
        m_table.setColumnHidden(column, goes);
    }
    stretchLast();
    keepCurrentInSight();
    emit shownChanged();
}

// It would stay as wide as it was stretched before.
void CustomerListColumns::stretchLast() {
    const QList<int> seen = shown();
    if (seen.isEmpty() || m_isFolded)
        return;
    const QScopedValueRollback quiet(m_isRestoring, true);
    FilterHeader *header = m_table.filterHeader();
    header->setStretchLastSection(false);
    int others = 0;
    for (const int column : seen)
        others += column == seen.last() ? 0 : header->sectionSize(column);
    const int first = firstWidth(seen.last());
    header->resizeSection(seen.last(), qBound(first * 2 / 3, m_table.viewport()->width() - others, first));
    header->setStretchLastSection(true);
}

// The names have all of it: a column that stretches by itself stays wider than a strip that became narrower.
void CustomerListColumns::fillStrip() { m_table.filterHeader()->resizeSection(Customer, m_table.viewport()->width()); }

bool CustomerListColumns::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        m_isFolded ? fillStrip() : fit();
    return QObject::eventFilter(watched, event);
}

QByteArrayList CustomerListColumns::keptColumns() const { return m_shell.preferences().layoutState(keptInSight()).split(' '); }

// What the person brings in comes to stay, whatever room there is.
void CustomerListColumns::choose(int column, bool shown) {
    QByteArrayList kept = keptColumns();
    const QByteArray key = m_model.columns().key(column).toLatin1();
    kept.removeAll(key);
    if (shown)
        kept << key;
    m_shell.preferences().setLayoutState(keptInSight(), kept.join(' ').trimmed());
    m_givenWay.remove(column);
    setShown(column, shown);
    fit();
}

bool CustomerListColumns::hasRoomFor(int column) const {
    int wanted = firstWidth(column);
    const QList<int> seen = shown();
    for (const int other : seen)
        wanted += other == seen.last() ? firstWidth(other) : m_table.filterHeader()->sectionSize(other);
    return wanted <= m_table.viewport()->width();
}

// In two lines the company stands under the name, in one beside it where there is no room for a column. The column that compact rows brought
// goes with them, one that was there stays.
void CustomerListColumns::setCompact(bool compact) {
    const bool isBrought = !m_shell.preferences().layoutState(companyBrought()).isEmpty();
    if (m_isFolded || compact == isBrought || (compact && (isShown(Company) || !hasRoomFor(Company))))
        return;
    m_shell.preferences().setLayoutState(companyBrought(), compact ? "1" : QByteArray());
    if (compact)
        moveAfter(Customer, Company);
    setShown(Company, compact);
}

QList<int> CustomerListColumns::shown() const {
    QList<int> columns;
    const FilterHeader *header = m_table.filterHeader();
    for (int place = 0; place < header->count(); ++place)
        if (const int column = header->logicalIndex(place); !header->isSectionHidden(column))
            columns << column;
    return columns;
}

QList<int> CustomerListColumns::wanted() const {
    QList<int> columns;
    for (int column = 0; column < m_model.columns().count(); ++column)
        if (isShown(column) || m_givenWay.contains(column))
            columns << column;
    return columns;
}

bool CustomerListColumns::isShown(int column) const { return !m_table.isColumnHidden(column); }

int CustomerListColumns::sortColumn() const { return m_table.filterHeader()->sortIndicatorSection(); }

bool CustomerListColumns::isDescending() const { return m_table.filterHeader()->sortIndicatorOrder() == Qt::DescendingOrder; }

void CustomerListColumns::putInto(CustomerListQuery &query) const {
    query.sort = m_model.columns().sort(sortColumn()).value_or(CustomerSort::Name);
    if (const CustomField *own = m_model.columns().own(sortColumn()))
        query.ownField = own->id;
    query.descending = isDescending();
    query.grouping = m_groupColumn < 0 ? CustomerGrouping::None : m_model.columns().grouping(m_groupColumn);
    if (const CustomField *own = m_model.columns().own(m_groupColumn))
        query.groupField = own->id;
    query.sumsDebts = !m_isFolded && isShown(Owes);
}

void CustomerListColumns::sortChangedByHeader(int column) {
    if (m_isRestoring)
        return;
    if (!m_model.columns().sort(column)) // tags have no order
        return m_table.filterHeader()->setSortIndicator(Customer, Qt::AscendingOrder);
    m_shell.preferences().setSort(listName(), m_model.columns().key(column) + (isDescending() ? QString(kDown) : QString()));
    emit orderChanged();
}

void CustomerListColumns::groupBy(int column) {
    if (column == m_groupColumn)
        return;
    m_groupColumn = column;
    m_shell.preferences().setGrouping(listName(), column < 0 ? QString() : m_model.columns().key(column));
    emit orderChanged();
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

void CustomerListColumns::moveAfter(int place, int column) {
    FilterHeader *header = m_table.filterHeader();
    const int from = header->visualIndex(column);
    const int to = header->visualIndex(place);
    header->moveSection(from, from > to ? to + 1 : to);
}

} // namespace kontor::ui
