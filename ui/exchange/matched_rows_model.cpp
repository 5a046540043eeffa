#include "exchange/matched_rows_model.h"

#include "theme/text_role.h"
#include "widgets/bidi.h"

#include <QFont>
#include <QLocale>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using exchange::MatchedRow;
using exchange::OnMatch;

namespace {

constexpr int kAsOthers = -1;
constexpr qsizetype kCellsShown = 3;

QString happensText(OnMatch onMatch) {
    switch (onMatch) {
    case OnMatch::Fill: return MatchedRowsModel::tr("Fill empty fields");
    case OnMatch::Overwrite: return MatchedRowsModel::tr("Overwrite");
    case OnMatch::Keep: return MatchedRowsModel::tr("Leave as it is");
    case OnMatch::Add: return MatchedRowsModel::tr("Add as new");
    }
    return {};
}

QString whoText(const MatchedRow &match) {
    const bool hasCompany = !match.company.isEmpty() && match.company != match.name;
    const QString who = hasCompany ? MatchedRowsModel::tr("%1, %2").arg(isolated(match.name), isolated(match.company))
                                   : isolated(match.name);
    return match.firstRow > 0 ? MatchedRowsModel::tr("Row %1 of the file: %2").arg(QLocale().toString(match.firstRow), who) : who;
}

QString sameText(const MatchedRow &match) {
    const QString value = isolated(match.value);
    if (match.key == "email"_L1)
        return MatchedRowsModel::tr("E-mail %1").arg(value);
    if (match.key == "phone"_L1)
        return MatchedRowsModel::tr("Phone %1").arg(isolatedLtr(match.value));
    if (match.key == "id"_L1)
        return MatchedRowsModel::tr("Number in the other program");
    if (match.key == "customer_number"_L1)
        return MatchedRowsModel::tr("Customer number %1").arg(value);
    if (match.key == "name+company"_L1)
        return MatchedRowsModel::tr("Name and company");
    return match.key == "name"_L1 ? MatchedRowsModel::tr("Name") : MatchedRowsModel::tr("This file came in before");
}

} // namespace

MatchedRowsModel::MatchedRowsModel(ImportSession &session, QObject *parent) : QAbstractTableModel(parent), m_session(session) {
    connect(&session, &ImportSession::matchesChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

int MatchedRowsModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !m_session.matches() ? 0 : int(m_session.matches()->size());
}

int MatchedRowsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant MatchedRowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kRow: return tr("Row");
    case kInFile: return tr("In the file");
    case kIsAlready: return tr("Is already here as");
    case kSame: return tr("Because both have");
    default: return tr("What happens");
    }
}

// The first cells that say something, of columns that come in.
QString MatchedRowsModel::inFile(const MatchedRow &match) const {
    QStringList cells;
    for (qsizetype i = 0; i < match.cells.size() && cells.size() < kCellsShown; ++i) {
        const QString cell = match.cells.at(i).simplified();
        const bool comesIn = i < m_session.table().columns.size() &&
                             m_session.table().columns.at(i).field != exchange::Field::None &&
                             m_session.table().columns.at(i).field != exchange::Field::ExternalId;
        if (comesIn && !cell.isEmpty())
            cells << isolated(cell);
    }
    return cells.join(u" · "_s);
}

QVariant MatchedRowsModel::data(const QModelIndex &index, int role) const {
    const MatchedRow &row = match(index.row());
    const OnMatch onMatch = m_session.options().exceptions.value(row.place, m_session.options().onMatch);
    if (role == Qt::EditRole && index.column() == kHappens)
        return isException(row.place) ? int(onMatch) : kAsOthers;
    if (role == Qt::FontRole && index.column() == kHappens && isException(row.place))
        return textFont(TextRole::Strong);
    if (role == Qt::AccessibleTextRole && index.column() == kRow)
        return tr("Row %1, %2, is already here as %3, %4, what happens: %5")
            .arg(QLocale().toString(row.place.row), inFile(row), whoText(row), sameText(row), happensText(onMatch));
    if (role == Qt::AccessibleDescriptionRole && isException(row.place))
        return tr("chosen for this row");
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case kRow: return QLocale().toString(row.place.row);
    case kInFile: return inFile(row);
    case kIsAlready: return whoText(row);
    case kSame: return sameText(row);
    default: return happensText(onMatch);
    }
}

Qt::ItemFlags MatchedRowsModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == kHappens ? flags | Qt::ItemIsEditable : flags;
}

bool MatchedRowsModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || index.column() != kHappens || value == data(index, Qt::EditRole))
        return false;
    const int chosen = value.toInt();
    m_session.setException(match(index.row()).place, chosen == kAsOthers ? std::nullopt : std::optional(OnMatch(chosen)));
    emit dataChanged(index.siblingAtColumn(kRow), index);
    return true;
}

QList<std::pair<int, QString>> MatchedRowsModel::choices() const {
    QList<std::pair<int, QString>> choices{{kAsOthers, tr("As the others: %1").arg(happensText(m_session.options().onMatch))}};
    for (OnMatch onMatch : {OnMatch::Fill, OnMatch::Overwrite, OnMatch::Keep, OnMatch::Add})
        choices.append({int(onMatch), happensText(onMatch)});
    return choices;
}

void MatchedRowsModel::showChoices() {
    if (rowCount() > 0)
        emit dataChanged(index(0, kRow), index(rowCount() - 1, kHappens));
}

} // namespace kontor::ui
