#include "data_care/care_fields_model.h"

#include "data_care/care_table.h"
#include "widgets/bidi.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

CareFieldsModel::CareFieldsModel(CareCounts &counts, const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent), m_counts(counts), m_formats(formats) {}

// The fields are nearly always the same: then the rows stay, and with them where the person is.
void CareFieldsModel::refresh() {
    const int rows = int(m_counts.fields().size());
    if (rows != m_rows) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows > 0) {
        emit dataChanged(index(0, 0), index(rows - 1, kColumns - 1));
    }
}

double CareFieldsModel::share(int row) const {
    const qint64 customers = m_counts.survey().customers();
    return customers == 0 ? 0 : double(filled(row)) / double(customers);
}

int CareFieldsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }
int CareFieldsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant CareFieldsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= kFilled)
        return kNumberSide;
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kField: return tr("Field");
    case kShare: return tr("How complete");
    case kFilled: return tr("Have it");
    default: return tr("Lack it");
    }
}

QString CareFieldsModel::text(const QModelIndex &index) const {
    const int row = index.row();
    switch (index.column()) {
    case kField: return isolated(fieldAt(row).label);
    // Full only where nobody lacks it, nothing only where nobody has it.
    case kShare: {
        const int percent = int(share(row) * 100 + 0.5);
        const bool isBetween = filled(row) > 0 && m_counts.survey().missing(row) > 0;
        return tr("%1 %").arg(m_formats.number(isBetween ? qBound(1, percent, 99) : percent));
    }
    case kFilled: return m_formats.number(filled(row));
    default: return m_formats.number(m_counts.survey().missing(row));
    }
}

QVariant CareFieldsModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid() || index.row() >= m_counts.fields().size())
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole: return text(index);
    case Qt::TextAlignmentRole:
        return index.column() >= kFilled ? QVariant(kNumberSide) : QVariant();
    case Qt::CheckStateRole:
        return index.column() == kField ? QVariant(isExpected(row) ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == kField ? tr("A complete card has it. Space changes that.")
                                        : tr("Enter lists the customers who lack it.");
    case Qt::AccessibleTextRole:
        //: A field of the card, a share, and two counts of customers.
        return index.column() == kField
                   ? tr("%1: %2, %3 have it, %4 lack it")
                         .arg(fieldAt(row).label, text(index.siblingAtColumn(kShare)), text(index.siblingAtColumn(kFilled)),
                              text(index.siblingAtColumn(kMissing)))
                   : text(index);
    case kShareRole: return share(row);
    default: return {};
    }
}

bool CareFieldsModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::CheckStateRole || index.column() != kField)
        return false;
    QSet<QString> names;
    for (int row = 0; row < m_rows; ++row)
        if (row == index.row() ? value.toInt() == Qt::Checked : isExpected(row))
            names.insert(fieldAt(row).name);
    m_counts.setExpected(names);
    emit expectedChosen(names);
    emit dataChanged(index, index);
    return true;
}

Qt::ItemFlags CareFieldsModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == kField ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace kontor::ui
