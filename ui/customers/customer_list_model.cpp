#include "customers/customer_list_model.h"

#include "base/fold.h"
#include "customers/customer_texts.h"
#include "widgets/bidi.h"

#include <QPointer>

namespace kontor::ui {

using namespace customer_column;

CustomerListModel::CustomerListModel(Fetch fetch, const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent),
      m_fetch(std::move(fetch)),
      m_formats(formats),
      m_rows([this](int page, const QList<Id> &ids) { fetchPage(page, ids); }) {}

void CustomerListModel::setIds(QList<Id> ids) {
    beginResetModel();
    ++m_generation;
    m_rows.setIds(std::move(ids));
    endResetModel();
}

void CustomerListModel::refreshRows(int firstVisible, int lastVisible) {
    m_rows.refresh();
    if (firstVisible >= 0 && firstVisible < m_rows.count())
        m_rows.askAgain(firstVisible, qBound(firstVisible, lastVisible, m_rows.count() - 1));
}

void CustomerListModel::fetchPage(int page, const QList<Id> &ids) {
    m_fetch(ids, [self = QPointer(this), page, generation = m_generation](Rows rows) {
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
            emit self->dataChanged(self->index(first, 0), self->index(last, Count - 1));
    });
}

Id CustomerListModel::idAt(int row) const { return row >= 0 && row < m_rows.count() ? m_rows.ids()[row] : Id(); }

int CustomerListModel::rowOf(Id id) const { return m_rows.indexOf(id); }

const CustomerRow *CustomerListModel::row(int row) const { return row >= 0 && row < m_rows.count() ? m_rows.at(row) : nullptr; }

int CustomerListModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows.count(); }

int CustomerListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : Count; }

QString CustomerListModel::text(const CustomerRow &row, int column) const {
    switch (column) {
    case Customer: return row.name;
    case Phone: return asciiDigits(row.phone); // numbers are read in Latin digits in every language
    case Lifecycle: return lifecycleText(row.lifecycle);
    case LastContact: return row.lastContactAt ? m_formats.ago(*row.lastContactAt) : tr("Never");
    case Bought: return row.boughtInYear == 0 ? QString() : m_formats.money(row.boughtInYear);
    case NextStep: {
        const StepLook look = stepLook(row, m_formats);
        return look.detail.isEmpty() ? look.words : tr("%1: %2").arg(look.words, look.detail);
    }
    case City: return row.city;
    case Email: return row.email;
    case Tags: {
        QStringList names;
        for (const CustomerTagMark &tag : row.tags)
            names << tag.name;
        return names.join(tr(", "));
    }
    default: return {};
    }
}

QString CustomerListModel::toolTip(const CustomerRow &row, int column) const {
    if (column == LastContact && row.lastContactAt) {
        const QString exact = tr("%1, %2").arg(interactionKindText(row.lastContactKind), m_formats.dateTime(*row.lastContactAt));
        return row.lastContactText.isEmpty() ? exact : tr("%1: %2").arg(exact, isolated(row.lastContactText));
    }
    if (column == Customer && !row.company.isEmpty())
        return tr("%1, %2").arg(isolated(row.name), isolated(row.company));
    if (column == Bought && row.purchasesInYear > 0)
        return tr("%Ln purchase(s) in the last 12 months", nullptr, row.purchasesInYear);
    return text(row, column);
}

QVariant CustomerListModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Bought)
        return int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole &&
        role != Qt::AccessibleDescriptionRole)
        return {};
    const CustomerRow *found = row(index.row());
    if (!found)
        return role == Qt::AccessibleTextRole ? QVariant(tr("Loading")) : QVariant();
    switch (role) {
    case Qt::ToolTipRole: return toolTip(*found, index.column());
    case Qt::AccessibleTextRole: return index.column() == Customer ? rowSummary(*found, m_formats) : text(*found, index.column());
    case Qt::AccessibleDescriptionRole: return found->refusesCalls ? tr("Do not call") : QString();
    default: return text(*found, index.column());
    }
}

QString CustomerListModel::columnTitle(int column) {
    switch (column) {
    case Customer: return tr("Customer");
    case Phone: return tr("Phone");
    case Lifecycle: return tr("Type");
    case LastContact: return tr("Last contact");
    case Bought: return tr("Bought, 12 months");
    case NextStep: return tr("Next step");
    case City: return tr("City");
    case Email: return tr("E-mail");
    case Tags: return tr("Tags");
    default: return {};
    }
}

QVariant CustomerListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return columnTitle(section);
    if (role == Qt::TextAlignmentRole && section == Bought)
        return int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    return {};
}

} // namespace kontor::ui
