#include "data_care/care_silent_model.h"

#include "data_care/care_table.h"

namespace kontor::ui {

namespace {

constexpr int kMonthsOfYear = 12;
constexpr int kMonths[] = {6, 12, 24, 36, 60};

} // namespace

CareSilentModel::CareSilentModel(const CareCounts &counts, const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent), m_counts(counts), m_formats(formats) {
    for (const bool isUnchanged : {false, true})
        for (const int months : kMonths)
            m_lines.append({months, isUnchanged, 0});
}

void CareSilentModel::refresh() {
    const QDate today = m_formats.today();
    for (Line &line : m_lines)
        line.customers =
            m_counts.survey().silentSince(m_formats.clock().startOfDay(today.addMonths(-line.months)), line.isUnchanged);
    emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

QString CareSilentModel::what(int row) const {
    const Line &line = m_lines.at(row);
    if (line.months < kMonthsOfYear)
        return line.isUnchanged ? tr("No contact and no change for %Ln month(s)", nullptr, line.months)
                                : tr("No contact for %Ln month(s)", nullptr, line.months);
    const int years = line.months / kMonthsOfYear;
    return line.isUnchanged ? tr("No contact and no change for %Ln year(s)", nullptr, years)
                            : tr("No contact for %Ln year(s)", nullptr, years);
}

int CareSilentModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_lines.size()); }
int CareSilentModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant CareSilentModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == kCustomers)
        return kNumberSide;
    if (role != Qt::DisplayRole)
        return {};
    return section == kWhat ? tr("For how long") : tr("Customers");
}

QVariant CareSilentModel::data(const QModelIndex &index, int role) const {
    const QString customers = m_formats.number(m_lines.at(index.row()).customers);
    if (role == Qt::DisplayRole)
        return index.column() == kWhat ? what(index.row()) : customers;
    if (role == Qt::TextAlignmentRole && index.column() == kCustomers)
        return kNumberSide;
    if (role == Qt::AccessibleTextRole)
        return index.column() == kWhat
                   ? tr("%1: %Ln customer(s)", nullptr, int(m_lines.at(index.row()).customers)).arg(what(index.row()))
                   : customers;
    return {};
}

} // namespace kontor::ui
