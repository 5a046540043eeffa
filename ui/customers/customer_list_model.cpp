#include "customers/customer_list_model.h"

#include "customers/customer_texts.h"
#include "lists/list_table.h"
#include "widgets/bidi.h"

#include <QPointer>
#include <QSet>

namespace kontor::ui {

using namespace customer_column;

CustomerListModel::CustomerListModel(Fetch fetch, const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent),
      m_fetch(std::move(fetch)),
      m_formats(formats),
      m_rows([this](int page, const QList<Id> &ids) { fetchPage(page, ids); }) {}

CustomerListRows CustomerListRows::of(GroupedCustomers grouped, int groupColumn) {
    CustomerListRows rows;
    rows.groupColumn = groupColumn;
    if (groupColumn < 0) {
        rows.ids = std::move(grouped.ids);
        rows.customers = int(rows.ids.size());
        return rows;
    }
    rows.ids.reserve(grouped.ids.size() + grouped.groups.size());
    qsizetype next = 0;
    for (const CustomerGroup &group : std::as_const(grouped.groups)) {
        rows.heads << int(rows.ids.size());
        rows.ids << Id{-rows.heads.size()};
        for (qint64 i = 0; i < group.count; ++i)
            rows.ids << grouped.ids[next++];
    }
    rows.groups = std::move(grouped.groups);
    rows.customers = int(QSet<Id>(grouped.ids.cbegin(), grouped.ids.cend()).size());
    return rows;
}

CustomerListRows CustomerListRows::without(const QSet<Id> &left) const {
    CustomerListRows rows;
    rows.groupColumn = groupColumn;
    rows.customers = customers - int(left.size());
    int group = -1;
    for (const Id id : ids) {
        if (id.value < 0) {
            ++group;
        } else if (!left.contains(id)) {
            if (group >= 0 && (rows.groups.isEmpty() || rows.groups.last().value != groups[group].value)) {
                rows.heads << int(rows.ids.size());
                rows.ids << Id{-rows.heads.size()};
                rows.groups.append({groups[group].value, 0});
            }
            if (group >= 0)
                ++rows.groups.last().count;
            rows.ids << id;
        }
    }
    return rows;
}

void CustomerListModel::setIds(QList<Id> ids) {
    setRows(CustomerListRows::of({std::move(ids), {}}, -1));
}

void CustomerListModel::setRows(CustomerListRows rows) {
    beginResetModel();
    ++m_generation;
    m_shown = std::move(rows);
    m_rows.setIds(m_shown.ids);
    endResetModel();
}

QList<Id> CustomerListModel::customers() const {
    if (!isGrouped())
        return m_rows.ids();
    QList<Id> once;
    QSet<Id> seen;
    seen.reserve(m_rows.count());
    for (const Id id : m_rows.ids())
        if (id.value > 0 && !seen.contains(id)) {
            seen.insert(id);
            once << id;
        }
    return once;
}

void CustomerListModel::refreshRows(int firstVisible, int lastVisible) {
    m_rows.refresh();
    if (firstVisible >= 0 && firstVisible < m_rows.count())
        m_rows.askAgain(firstVisible, qBound(firstVisible, lastVisible, m_rows.count() - 1));
}

void CustomerListModel::fetchPage(int page, const QList<Id> &ids) {
    QList<Id> wanted = ids;
    wanted.removeIf([](Id id) { return id.value < 0; });
    if (wanted.isEmpty())
        return;
    m_fetch(wanted, [self = QPointer(this), page, generation = m_generation](Rows rows) {
        if (!self || self->m_generation != generation)
            return;
        if (!rows) {
            self->m_rows.failed(page);
            if (rows.error().code != Code::Cancelled)
                emit self->failed(rows.error());
            return;
        }
        const auto [first, last] = self->m_rows.take(page, *rows);
        if (first <= last)
            emit self->dataChanged(self->index(first, 0), self->index(last, self->m_columns.count() - 1));
    });
}

Id CustomerListModel::idAt(int row) const {
    return row >= 0 && row < m_rows.count() && !isHead(row) ? m_rows.ids()[row] : Id();
}

int CustomerListModel::rowOf(Id id, int near) const {
    if (!id.isValid())
        return -1;
    if (!isGrouped())
        return m_rows.indexOf(id);
    const QList<Id> &ids = m_rows.ids();
    const qsizetype after = ids.indexOf(id, qMax(0, near));
    const qsizetype before = near > 0 ? ids.lastIndexOf(id, qMin(near, int(ids.size()) - 1)) : -1;
    if (before < 0 || after < 0)
        return int(qMax(before, after));
    return int(after - near < near - before ? after : before);
}

int CustomerListModel::headsBetween(int first, int last) const {
    const auto from = std::lower_bound(m_shown.heads.cbegin(), m_shown.heads.cend(), first);
    return int(std::upper_bound(from, m_shown.heads.cend(), last) - from);
}

const CustomerRow *CustomerListModel::row(int row) const {
    return row >= 0 && row < m_rows.count() && !isHead(row) ? m_rows.at(row) : nullptr;
}

Qt::ItemFlags CustomerListModel::flags(const QModelIndex &index) const {
    return isHead(index.row()) ? Qt::ItemFlags(Qt::NoItemFlags) : QAbstractTableModel::flags(index);
}

// "Malmö" and how many are in it.
QVariant CustomerListModel::headData(int row, int role) const {
    const CustomerGroup group = m_shown.groups.value(-m_rows.ids()[row].value - 1);
    const QString words = m_columns.groupWords(m_shown.groupColumn, group.value, m_formats);
    switch (role) {
    case SectionRole: return words;
    case SectionCountRole: return m_formats.number(group.count);
    case Qt::ToolTipRole: return words;
    case Qt::AccessibleTextRole: return tr("%1: %Ln customer(s)", nullptr, int(group.count)).arg(words);
    default: return {};
    }
}

void CustomerListModel::setOwnFields(const QList<CustomField> &own) {
    const auto same = [](const CustomField &one, const CustomField &other) {
        return one.id == other.id && one.name == other.name && one.label == other.label && one.kind == other.kind;
    };
    const QList<CustomField> &now = m_columns.ownFields();
    if (std::equal(own.begin(), own.end(), now.begin(), now.end(), same))
        return;
    beginResetModel();
    m_columns.setOwnFields(own);
    endResetModel();
}

int CustomerListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows.count(); }

int CustomerListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_columns.count(); }

QString CustomerListModel::toolTip(const CustomerRow &row, int column) const {
    if (column == LastContact && row.lastContactAt) {
        const QString exact = tr("%1, %2").arg(interactionKindText(row.lastContactKind), isolated(m_formats.dateTime(*row.lastContactAt)));
        return row.lastContactText.isEmpty() ? exact : tr("%1: %2").arg(exact, isolated(row.lastContactText));
    }
    if (column == Customer && hasDraft(row.id))
        return tr("%1: an entry was begun and not saved").arg(isolated(row.name));
    if (column == Customer && !row.company.isEmpty())
        return tr("%1, %2").arg(isolated(row.name), isolated(row.company));
    if (column == Bought && row.purchasesInYear > 0)
        return tr("%Ln purchase(s) in the last 12 months", nullptr, row.purchasesInYear);
    return m_columns.words(row, column, m_formats);
}

// What a mark in the row stands for.
QString CustomerListModel::hiddenStates(const CustomerRow &row) const {
    QStringList states;
    if (row.refusesCalls)
        states << tr("Do not call");
    if (hasDraft(row.id))
        states << tr("An entry was begun and not saved");
    return states.join(tr(", "));
}

void CustomerListModel::setDrafts(const QSet<Id> &customers) {
    if (customers == m_drafts)
        return;
    const QSet<Id> changed = (customers - m_drafts) + (m_drafts - customers);
    m_drafts = customers;
    for (const Id customer : changed)
        if (const int row = rowOf(customer); row >= 0)
            emit dataChanged(index(row, Customer), index(row, Customer));
}

QVariant CustomerListModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    if (isHead(index.row()))
        return headData(index.row(), role);
    if (role == Qt::TextAlignmentRole && m_columns.isNumber(index.column()))
        return int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole &&
        role != Qt::AccessibleDescriptionRole)
        return {};
    const CustomerRow *found = row(index.row());
    if (!found)
        return role == Qt::AccessibleTextRole ? QVariant(tr("Loading")) : QVariant();
    switch (role) {
    case Qt::ToolTipRole: return toolTip(*found, index.column());
    case Qt::AccessibleTextRole: return index.column() == Customer ? rowSummary(*found, m_formats) : m_columns.words(*found, index.column(), m_formats);
    case Qt::AccessibleDescriptionRole: return hiddenStates(*found);
    default: return m_columns.words(*found, index.column(), m_formats);
    }
}

QVariant CustomerListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return m_columns.title(section);
    if (role == Qt::TextAlignmentRole && m_columns.isNumber(section))
        return int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    return {};
}

} // namespace kontor::ui
