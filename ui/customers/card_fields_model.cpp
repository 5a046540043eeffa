#include "customers/card_fields_model.h"

#include "sharing/presence.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"

#include <algorithm>

namespace kontor::ui {

using namespace Qt::StringLiterals;

CardFieldsModel::CardFieldsModel(const Formats &formats, QObject *parent) : RowModel(parent), m_formats(formats) {}

void CardFieldsModel::clear() {
    m_shownEmpty.clear();
    m_written.clear();
    m_editing = {};
    m_isEditing = m_isStale = false;
    m_editors.clear();
    m_newestChange = 0;
    m_card = {};
    replaceRows({});
}

void CardFieldsModel::setCard(const Card &card, qint64 newestChange, bool byOthers) {
    m_card = card;
    m_newestChange = newestChange;
    QHash<QByteArray, QString> shownBefore;
    for (const CardField &field : rows())
        shownBefore.insert(field.key, field.shown);
    const QSet<QByteArray> written = std::exchange(m_written, {});
    for (const QByteArray &key : written)
        if (const int at = find(key); at >= 0)
            editableRow(at).state = CardField::State::Rest;
    refresh();
    for (const QByteArray &key : written)
        emit saved(key);
    if (!byOthers || shownBefore.isEmpty())
        return;
    QSet<QByteArray> changed;
    for (const CardField &field : rows())
        if (field.isEditable() && !written.contains(field.key) && shownBefore.value(field.key) != field.shown)
            changed.insert(field.key);
    if (!changed.isEmpty())
        emit changedByOthers(changed);
}

void CardFieldsModel::refresh() {
    QList<CardField> rows;
    for (CardField &field : cardFields(m_card, m_formats)) {
        if (const int at = find(field.key); at >= 0 && row(at).state != CardField::State::Rest) {
            field.state = row(at).state;
            field.typed = row(at).typed;
            field.problem = row(at).problem;
        }
        field.editor = m_editors.value(field.key.left(sharing::kLongestField));
        const bool isEdited = m_isEditing && field.key == m_editing.field.key;
        m_isStale = m_isStale || isEdited;
        if (field.isEmpty() && field.state == CardField::State::Rest && !m_shownEmpty.contains(field.key) && !isEdited)
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
    keepEdited(rows);
    replaceRows(rows);
}

// Somebody else may have removed what is being edited: its line stays until the editor is closed.
void CardFieldsModel::keepEdited(QList<CardField> &rows) const {
    const QByteArray key = m_editing.field.key;
    const int at = m_isEditing ? find(key) : -1; // its line goes with hideEmpty()
    if (at >= 0 && std::none_of(rows.cbegin(), rows.cend(), [&](const CardField &field) { return field.key == key; }))
        rows.insert(qMin<qsizetype>(at, rows.size()), row(at));
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
    if (m_shownEmpty.isEmpty() && !std::exchange(m_isStale, false))
        return;
    m_shownEmpty.clear();
    refresh();
}

void CardFieldsModel::beginEdit(int number) {
    m_editing = freshEdit(row(number));
    m_isEditing = true;
}

FieldEdit CardFieldsModel::freshEdit(const CardField &field) const {
    return {field, {}, m_card.customer.version, storedForm(field, field.text, m_formats), m_newestChange,
            m_card.customer.trashedAt.has_value()};
}

bool CardFieldsModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || !index.isValid())
        return false;
    CardField &field = editableRow(index.row());
    const QString typed = value.toString();
    const bool isBegun = m_editing.field.key == field.key && m_editing.versionRead != 0;
    FieldEdit edit = isBegun ? m_editing : freshEdit(field);
    if (typed.trimmed() == edit.field.text.trimmed() && !field.isKept())
        return false;
    field.typed = typed;
    field.problem.clear();
    field.state = CardField::State::Saving;
    edit.typed = storedForm(edit.field, typed, m_formats);
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
    const QByteArray key = row(number).key;
    editableRow(number).state = CardField::State::Rest;
    editableRow(number).problem.clear();
    refresh();
    emit typedDropped(key);
}

void CardFieldsModel::setKept(const QByteArray &key, const QString &typed, CardField::State state, const QString &problem) {
    if (find(key) < 0)
        showEmpty(key);
    const int at = find(key);
    if (at < 0)
        return;
    CardField &field = editableRow(at);
    field.typed = typed;
    field.state = state;
    field.problem = problem;
    changeRow(at);
}

void CardFieldsModel::keepOnly(const QSet<QByteArray> &keys) {
    bool isAnother = false;
    for (int i = 0; i < rowCount(); ++i) {
        CardField &field = editableRow(i);
        const bool isLeftOver = field.state == CardField::State::Waiting || field.state == CardField::State::Undecided;
        if (!isLeftOver || keys.contains(field.key))
            continue;
        field.state = CardField::State::Rest;
        field.problem.clear();
        isAnother = true;
    }
    if (isAnother)
        refresh();
}

void CardFieldsModel::setEditors(const QHash<QByteArray, QString> &editors) {
    if (editors == m_editors)
        return;
    m_editors = editors;
    if (m_card.customer.id.isValid())
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
    if (!field.editor.isEmpty())
        parts << tr("%1 is editing this").arg(field.editor);
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
