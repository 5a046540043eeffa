#include "data_care/care_fixes_model.h"

#include "widgets/bidi.h"

#include <algorithm>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using data_care::CareFix;

namespace {

constexpr QChar kShownSpace = u'\u00B7';

// Spaces at the ends and double ones are what it is about: they are seen as dots where they go.
QString shownValue(const CareFix &fix, const QString &value, bool isBefore) {
    QString shown = value;
    if (isBefore && !fix.after.isEmpty() && fix.before.simplified() == fix.after)
        for (qsizetype i = 0; i < shown.size(); ++i) {
            const bool isBeside = i == 0 || i == shown.size() - 1 || value.at(i - 1).isSpace() || value.at(i) == QChar::Nbsp;
            if (value.at(i).isSpace() && isBeside)
                shown[i] = kShownSpace;
        }
    return fix.table == "contact_point" ? isolatedLtr(shown) : isolated(shown);
}

} // namespace

void CareFixesModel::setFixes(const QList<CareFix> &fixes) {
    beginResetModel();
    m_fixes = fixes;
    m_chosen.clear();
    for (const CareFix &fix : fixes)
        m_chosen << (isMendable(fix) && fix.isCertain);
    endResetModel();
    emit chosenChanged();
}

QList<CareFix> CareFixesModel::chosen() const {
    QList<CareFix> chosen;
    for (qsizetype row = 0; row < m_fixes.size(); ++row)
        if (m_chosen.at(row))
            chosen << m_fixes.at(row);
    return chosen;
}

int CareFixesModel::mendable() const { return int(std::count_if(m_fixes.begin(), m_fixes.end(), isMendable)); }

void CareFixesModel::chooseAll(bool isChosen) {
    for (qsizetype row = 0; row < m_fixes.size(); ++row)
        m_chosen[row] = isChosen && isMendable(m_fixes.at(row));
    if (!m_fixes.isEmpty())
        emit dataChanged(index(0, kCustomer), index(rowCount() - 1, kCustomer), {Qt::CheckStateRole});
    emit chosenChanged();
}

int CareFixesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_fixes.size()); }
int CareFixesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant CareFixesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kCustomer: return tr("Customer");
    case kField: return tr("Field");
    case kBefore: return tr("Now");
    default: return tr("Afterwards");
    }
}

QString CareFixesModel::text(int row, int column) const {
    const CareFix &fix = m_fixes.at(row);
    switch (column) {
    case kCustomer: return isolated(fix.customerName);
    case kField: return fix.fieldLabel;
    case kBefore: return shownValue(fix, fix.before, true);
    default: break;
    }
    if (!isMendable(fix))
        return isolated(fix.reason);
    const QString after = shownValue(fix, fix.after, false);
    //: A phone number, and the words that stood beside it and become its label.
    return fix.label.isEmpty() ? after : tr("%1, label “%2”").arg(after, isolated(fix.label));
}

QVariant CareFixesModel::data(const QModelIndex &index, int role) const {
    const CareFix &fix = m_fixes.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(index.row(), index.column());
    case Qt::ToolTipRole: return index.column() == kBefore && !fix.reason.isEmpty() ? fix.reason : text(index.row(), index.column());
    case Qt::CheckStateRole:
        if (index.column() != kCustomer || !isMendable(fix))
            return {};
        return m_chosen.at(index.row()) ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        if (index.column() != kCustomer)
            return text(index.row(), index.column());
        //: A customer, a field, its value now, and what it becomes or why it is wrong.
        return tr("%1, %2: %3, afterwards %4")
            .arg(isolated(fix.customerName), fix.fieldLabel, isolated(fix.before), text(index.row(), kAfter));
    default: return {};
    }
}

bool CareFixesModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::CheckStateRole || index.column() != kCustomer || !isMendable(m_fixes.at(index.row())))
        return false;
    m_chosen[index.row()] = value.toInt() == Qt::Checked;
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit chosenChanged();
    return true;
}

Qt::ItemFlags CareFixesModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == kCustomer && isMendable(m_fixes.at(index.row())) ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace kontor::ui
