#include "segments/choice_picker.h"

#include "base/fold.h"

#include <algorithm>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

// Each typed word begins a word of the text, or stands inside it.
bool fits(const QString &foldedText, const QStringList &words) {
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return foldedText.contains(word); });
}

} // namespace

PickerModel::PickerModel(bool isChecklist, QObject *parent) : QAbstractListModel(parent), m_isChecklist(isChecklist) {}

void PickerModel::setItems(const QList<PickerItem> &items) {
    m_items = items;
    filter({}, {});
}

void PickerModel::filter(const QString &typed, const QString &ownText) {
    const QStringList words = fold(typed).split(u' ', Qt::SkipEmptyParts);
    beginResetModel();
    m_rows.clear();
    QString section;
    bool isNamedSo = false;
    for (int i = 0; i < m_items.size(); ++i) {
        const PickerItem &item = m_items[i];
        const QString text = fold(item.text);
        isNamedSo = isNamedSo || text == fold(ownText);
        if (!fits(text + u' ' + fold(item.section), words))
            continue;
        if (item.section != section && !item.section.isEmpty())
            m_rows << Row{-1, item.section, {}};
        section = item.section;
        m_rows << Row{i, {}, {}};
    }
    if (!ownText.isEmpty() && !isNamedSo)
        m_rows << Row{-1, {}, ownText};
    endResetModel();
}

void PickerModel::addTicked(const QString &text) {
    m_items.prepend({text, {}, {}, true});
    filter({}, {});
}

void PickerModel::toggle(int row) {
    if (row < 0 || row >= m_rows.size())
        return;
    if (!m_rows[row].ownText.isEmpty())
        return addTicked(m_rows[row].ownText);
    if (const int item = itemAt(row); item >= 0) {
        m_items[item].isTicked = !m_items[item].isTicked;
        emit dataChanged(index(row), index(row));
    }
}

int PickerModel::itemAt(int row) const { return row >= 0 && row < m_rows.size() ? m_rows[row].item : -1; }

int PickerModel::firstItemRow() const {
    for (int row = 0; row < m_rows.size(); ++row)
        if (m_rows[row].title.isEmpty())
            return row;
    return -1;
}

QVariant PickerModel::data(const QModelIndex &index, int role) const {
    if (index.row() < 0 || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    if (role == ItemRole)
        return row.item;
    if (role == OwnTextRole)
        return row.ownText;
    const PickerItem *item = row.item >= 0 ? &m_items[row.item] : nullptr;
    if (role == CountRole)
        return item ? item->count : QString();
    if (role == Qt::CheckStateRole && m_isChecklist && item)
        return item->isTicked ? Qt::Checked : Qt::Unchecked;
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    if (!item)
        return row.title.isEmpty() ? tr("Use “%1”").arg(row.ownText) : row.title;
    if (role == Qt::AccessibleTextRole && !item->count.isEmpty())
        return tr("%1, %2").arg(item->text, item->count);
    return item->text;
}

Qt::ItemFlags PickerModel::flags(const QModelIndex &index) const {
    const bool isTitle = index.row() >= 0 && index.row() < m_rows.size() && !m_rows[index.row()].title.isEmpty();
    return isTitle ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace kontor::ui
