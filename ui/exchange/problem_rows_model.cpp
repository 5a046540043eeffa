#include "exchange/problem_rows_model.h"

#include "widgets/bidi.h"

#include <QLocale>

namespace kontor::ui {

ProblemRowsModel::ProblemRowsModel(ImportSession &session, QObject *parent) : QAbstractTableModel(parent), m_session(session) {}

void ProblemRowsModel::setProblems(const QList<exchange::ProblemRow> &problems) {
    beginResetModel();
    m_problems = problems;
    m_corrected.clear();
    m_titlesFor = 0;
    m_cells = 0;
    for (const exchange::ProblemRow &problem : problems)
        m_cells = qMax(m_cells, qMax(problem.cells.size(), titlesOf(problem.place).size()));
    endResetModel();
}

const QStringList &ProblemRowsModel::titlesOf(const exchange::RowPlace &place) const {
    const QList<exchange::TablePreview> &tables = m_session.tables();
    const auto own = std::find_if(tables.cbegin(), tables.cend(), [&](const auto &table) { return table.name == place.table; });
    return own == tables.cend() ? tables.first().titles : own->titles;
}

void ProblemRowsModel::showTitlesFor(int row) {
    if (row < 0 || row >= rowCount() || std::exchange(m_titlesFor, row) == row)
        return;
    emit headerDataChanged(Qt::Horizontal, kFirstCell, columnCount() - 1);
}

int ProblemRowsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_problems.size()); }

int ProblemRowsModel::columnCount(const QModelIndex &parent) const {
    return parent.isValid() || m_problems.isEmpty() ? 0 : kFirstCell + int(m_cells);
}

QVariant ProblemRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == kRow)
        return tr("Row");
    if (section == kReason)
        return tr("Why it cannot come in");
    if (!m_session.isRead() || m_titlesFor >= rowCount())
        return {};
    const QString title = titlesOf(m_problems.at(m_titlesFor).place).value(section - kFirstCell);
    return title.isEmpty() ? tr("Column %1").arg(QLocale().toString(section - kFirstCell + 1)) : isolated(title);
}

QVariant ProblemRowsModel::data(const QModelIndex &index, int role) const {
    const exchange::ProblemRow &problem = m_problems.at(index.row());
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    if (index.column() == kRow)
        return QLocale().toString(problem.place.row);
    if (index.column() == kReason)
        return m_corrected.contains(problem.place) ? tr("Changed; check again") : isolated(problem.reason);
    const QString cell = problem.cells.value(index.column() - kFirstCell);
    return role == Qt::EditRole ? cell : isolated(cell);
}

Qt::ItemFlags ProblemRowsModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() >= kFirstCell ? flags | Qt::ItemIsEditable : flags;
}

bool ProblemRowsModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || index.column() < kFirstCell || value == data(index, Qt::EditRole))
        return false;
    exchange::ProblemRow &problem = m_problems[index.row()];
    const qsizetype cell = index.column() - kFirstCell;
    while (problem.cells.size() <= cell)
        problem.cells << QString();
    problem.cells[cell] = value.toString();
    m_corrected.insert(problem.place);
    m_session.correct(problem.place, problem.cells);
    emit dataChanged(index.siblingAtColumn(kReason), index);
    return true;
}

} // namespace kontor::ui
