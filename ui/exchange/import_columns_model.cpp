#include "exchange/import_columns_model.h"

#include "theme/icon.h"
#include "widgets/bidi.h"

#include <QLocale>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using exchange::Field;
using exchange::FieldChoice;

namespace {

constexpr qsizetype kValuesShown = 3;

} // namespace

ImportColumnsModel::ImportColumnsModel(ImportSession &session, QObject *parent)
    : QAbstractTableModel(parent), m_session(session) {
    connect(&session, &ImportSession::read, this, &ImportColumnsModel::takeUp);
}

// Of the same columns the one that is chosen stays chosen.
void ImportColumnsModel::takeUp() {
    if (std::exchange(m_titles, m_session.table().titles) == m_session.table().titles)
        return emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    beginResetModel();
    endResetModel();
}

int ImportColumnsModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() || !m_session.isRead() ? 0 : int(m_session.table().columns.size());
}

int ImportColumnsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant ImportColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kTitle: return tr("Column in the file");
    case kFirstValues: return tr("First values");
    case kGoesTo: return tr("Goes to");
    default: return tr("How sure");
    }
}

QString ImportColumnsModel::titleOf(int row) const {
    const QString title = m_session.table().titles.value(row);
    return title.isEmpty() ? tr("Column %1").arg(QLocale().toString(row + 1)) : title;
}

QString ImportColumnsModel::firstValues(int row) const {
    QStringList values;
    for (const QStringList &cells : m_session.table().rows) {
        const QString value = cells.value(row).simplified();
        if (!value.isEmpty() && !values.contains(isolated(value)))
            values << isolated(value);
        if (values.size() == kValuesShown)
            break;
    }
    return values.join(u"; "_s);
}

QByteArray ImportColumnsModel::fieldOf(int row) const { return exchange::fieldNameOf(m_session.table().columns.at(row)); }

QString ImportColumnsModel::goesTo(int row) const {
    const exchange::Column &column = m_session.table().columns.at(row);
    if (column.field == Field::None)
        return tr("Do not import");
    if (column.field != Field::Custom)
        return exchange::fieldLabel(column.field);
    return m_session.makesField(row) ? tr("New own field “%1”").arg(column.label) : tr("Own field “%1”").arg(column.label);
}

bool ImportColumnsModel::asksForDates(int row) const {
    const auto &questions = m_session.table().dateQuestions;
    return std::any_of(questions.cbegin(), questions.cend(),
                       [row](const auto &question) { return question.column == row && !question.isAnswered; });
}

bool ImportColumnsModel::isCertain(int row) const { return m_session.table().isCertain.at(row) && !asksForDates(row); }

QVariant ImportColumnsModel::data(const QModelIndex &index, int role) const {
    const int row = index.row();
    if (role == Qt::EditRole && index.column() == kGoesTo)
        return fieldOf(row);
    if (role == Qt::AccessibleTextRole)
        return tr("%1, goes to: %2").arg(titleOf(row), goesTo(row));
    if (role == Qt::DecorationRole && index.column() == kSure && !isCertain(row) &&
        m_session.table().columns.at(row).field != Field::None)
        return Icon::get("warning"_L1, Tint::Warn);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case kTitle: return isolated(titleOf(row));
    case kFirstValues: return firstValues(row);
    case kGoesTo: return goesTo(row);
    default:
        if (m_session.table().columns.at(row).field == Field::None)
            return QString();
        return isCertain(row) ? tr("certain") : tr("check");
    }
}

Qt::ItemFlags ImportColumnsModel::flags(const QModelIndex &index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == kGoesTo ? flags | Qt::ItemIsEditable : flags;
}

bool ImportColumnsModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || index.column() != kGoesTo || value.toByteArray().isEmpty() ||
        value.toByteArray() == fieldOf(index.row()))
        return false;
    const QString name = QString::fromUtf8(value.toByteArray());
    if (name.startsWith("custom."_L1) && !customFieldCalled(m_session.ownFields(), name.mid(name.indexOf(u'.') + 1)))
        emit fieldMade();
    m_session.setField(index.row(), value.toByteArray());
    return true;
}

QList<FieldChoice> ImportColumnsModel::choices(int row) const {
    QList<FieldChoice> choices{{exchange::fieldName(Field::None), tr("Do not import")}};
    choices += exchange::fieldChoices(m_session.table().kind);
    const auto offer = [&choices](const QByteArray &name, const QString &label) {
        if (std::none_of(choices.cbegin(), choices.cend(), [&](const FieldChoice &choice) { return choice.name == name; }))
            choices.append({name, label});
    };
    if (m_session.table().kind == exchange::FileKind::Customers) {
        for (const CustomField &field : m_session.ownFields())
            offer("custom." + field.name.toUtf8(), tr("Own field “%1”").arg(field.label));
        if (!customFieldCalled(m_session.ownFields(), titleOf(row)))
            offer("custom." + titleOf(row).toUtf8(), tr("New own field “%1”").arg(titleOf(row)));
    }
    offer(fieldOf(row), goesTo(row));
    return choices;
}

QStringList ImportColumnsModel::leftOut() const {
    QStringList titles;
    for (int row = 0; row < rowCount(); ++row)
        if (m_session.table().columns.at(row).field == Field::None)
            titles << isolated(titleOf(row));
    return titles;
}

} // namespace kontor::ui
