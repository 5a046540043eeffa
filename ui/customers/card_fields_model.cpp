#include "customers/card_fields_model.h"

#include "widgets/bidi.h"
#include "widgets/formats.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

CardFieldsModel::CardFieldsModel(const Formats &formats, QObject *parent) : RowModel(parent), m_formats(formats) {}

void CardFieldsModel::clear() {
    m_shownEmpty.clear();
    m_written.clear();
    m_editing = {};
    m_card = {};
    replaceRows({});
}

void CardFieldsModel::setCard(const Card &card) {
    m_card = card;
    const QSet<QByteArray> written = std::exchange(m_written, {});
    for (const QByteArray &key : written)
        if (const int at = find(key); at >= 0)
            editableRow(at).state = CardField::State::Rest;
    refresh();
    for (const QByteArray &key : written)
        emit saved(key);
}

void CardFieldsModel::refresh() {
    QList<CardField> rows;
    for (CardField &field : cardFields(m_card, m_formats)) {
        if (const int at = find(field.key); at >= 0 && row(at).state != CardField::State::Rest) {
            field.state = row(at).state;
            field.typed = row(at).typed;
            field.problem = row(at).problem;
        }
        if (field.isEmpty() && field.state == CardField::State::Rest && !m_shownEmpty.contains(field.key))
            continue;
        if (rows.isEmpty() || !rows.last().isInGroupOf(field)) {
            CardField heading;
            heading.key = "group " + QByteArray::number(int(field.group)) + ' ' + field.ownGroup.toUtf8();
            heading.group = field.group;
            heading.ownGroup = field.ownGroup;
            heading.label = field.groupText();
            rows << heading;
        }
        rows << field;
    }
    replaceRows(rows);
}

QList<CardField> CardFieldsModel::emptyFields() const {
    QList<CardField> empty;
    for (const CardField &field : cardFields(m_card, m_formats))
        if (field.isEmpty() && find(field.key) < 0)
            empty << field;
    return empty;
}

void CardFieldsModel::showEmpty(const QByteArray &key) {
    m_shownEmpty.insert(key);
    refresh();
}

void CardFieldsModel::hideEmpty() {
    if (m_shownEmpty.isEmpty())
        return;
    m_shownEmpty.clear();
    refresh();
}

void CardFieldsModel::beginEdit(int number) { m_editing = {row(number), {}, m_card.customer.version}; }

bool CardFieldsModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || !index.isValid())
        return false;
    CardField &field = editableRow(index.row());
    const QString typed = value.toString();
    const CardField before = m_editing.field.key == field.key ? m_editing.field : field;
    if (typed.trimmed() == before.text.trimmed() && field.state != CardField::State::Refused)
        return false;
    field.typed = typed;
    field.problem.clear();
    field.state = CardField::State::Saving;
    const FieldEdit edit{before, storedForm(before, typed, m_formats),
                         m_editing.versionRead > 0 ? m_editing.versionRead : m_card.customer.version};
    changeRow(index.row());
    emit saveWanted(edit);
    return true;
}

void CardFieldsModel::finish(const QByteArray &key, const QString &problem) {
    if (problem.isEmpty()) {
        m_written.insert(key);
        m_shownEmpty.remove(key);
    }
    const int at = find(key);
    if (at < 0)
        return;
    if (!problem.isEmpty()) {
        editableRow(at).state = CardField::State::Refused;
        editableRow(at).problem = problem;
    }
    changeRow(at);
}

void CardFieldsModel::dropTyped(int number) {
    editableRow(number).state = CardField::State::Rest;
    refresh();
}

Qt::ItemFlags CardFieldsModel::flags(const QModelIndex &index) const {
    if (!index.isValid() || !row(index.row()).isEditable())
        return Qt::NoItemFlags;
    const bool canEdit = index.column() == Value && !m_isReadOnly;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (canEdit ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QString CardFieldsModel::accessibleText(const CardField &field, int column) const {
    if (column == Label)
        return field.label;
    QStringList parts{field.state == CardField::State::Rest ? field.shown : field.typed};
    if (!field.hint.isEmpty() && field.state == CardField::State::Rest)
        //: A country code that was not typed.
        parts << tr("country code %1").arg(field.hint);
    if (!field.mark.isEmpty())
        parts << field.mark;
    for (const QString &further : {field.note, field.problem})
        if (!further.isEmpty())
            parts << further;
    return tr("%1: %2").arg(field.label, parts.join(tr(", ")));
}

QVariant CardFieldsModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const CardField &field = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Label)
            return field.label;
        return field.state == CardField::State::Rest ? field.shown : field.typed;
    case Qt::EditRole: return field.state == CardField::State::Rest ? field.text : field.typed;
    case Qt::AccessibleTextRole: return accessibleText(field, index.column());
    case Qt::AccessibleDescriptionRole: return field.mark;
    default: return {};
    }
}

} // namespace kontor::ui
