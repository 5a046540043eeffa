#include "data_care/care_cards_model.h"

#include "widgets/bidi.h"

#include <bit>

namespace kontor::ui {

using namespace Qt::StringLiterals;

void CareCardsModel::setRows(const QList<Row> &rows) {
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int CareCardsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int CareCardsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant CareCardsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == kCustomer ? tr("Customer") : section == kFilled ? tr("Has") : tr("Lacks");
}

QString CareCardsModel::text(int row, int column) const {
    const Row &card = m_rows.at(row);
    if (column == kCustomer)
        return isolated(card.name);
    const int expected = std::popcount(m_counts.expectedFields());
    if (column == kFilled)
        //: So many of so many fields.
        return tr("%1 of %2").arg(m_formats.number(expected - std::popcount(card.missing)), m_formats.number(expected));
    QStringList lacks;
    for (int field = 0; field < m_counts.fields().size(); ++field)
        if ((card.missing >> field) & 1)
            lacks << m_counts.fields().at(field).label;
    return QLocale().createSeparatedList(lacks);
}

QVariant CareCardsModel::data(const QModelIndex &index, int role) const {
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(index.row(), index.column());
    if (role == Qt::AccessibleTextRole)
        //: A customer, and the fields that the card lacks.
        return index.column() == kCustomer
                   ? tr("%1 lacks %2").arg(text(index.row(), kCustomer), text(index.row(), kLacks))
                   : text(index.row(), index.column());
    return {};
}

} // namespace kontor::ui
