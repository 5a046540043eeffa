#include "find/find_model.h"

namespace kontor::ui {

void FindModel::setEntries(QList<FindEntry> entries) {
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int FindModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }

QVariant FindModel::data(const QModelIndex &index, int role) const {
    const FindEntry *entry = at(index.row());
    if (!entry || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    if (!entry->under.isEmpty())
        return tr("%1, %2").arg(entry->hit.matched, entry->under);
    if (entry->kind == FindEntry::Kind::Customer) {
        QStringList parts{entry->hit.name};
        for (const QString &part : {entry->hit.company, entry->hit.matched})
            if (!part.isEmpty() && !parts.contains(part))
                parts << part;
        return parts.join(tr(", "));
    }
    return entry->end.isEmpty() ? entry->text : tr("%1, %2").arg(entry->text, entry->end);
}

Qt::ItemFlags FindModel::flags(const QModelIndex &index) const {
    const FindEntry *entry = at(index.row());
    return entry && entry->enabled ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace kontor::ui
