#include "data_care/past_imports_model.h"

#include "widgets/bidi.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;
using data_care::PastImport;

void PastImportsModel::setImports(const QList<PastImport> &imports) {
    beginResetModel();
    m_imports = imports;
    endResetModel();
}

int PastImportsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_imports.size()); }
int PastImportsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant PastImportsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case kWhen: return tr("When");
    case kFile: return tr("File");
    case kWho: return tr("Who");
    default: return tr("What came in");
    }
}

QString PastImportsModel::counts(const PastImport &import) const {
    if (import.state == "undone"_L1)
        return tr("Taken back");
    if (import.state == "running"_L1)
        return tr("Under way");
    QStringList parts{tr("%Ln new", nullptr, int(import.added))};
    if (import.filled > 0)
        parts << tr("%Ln filled", nullptr, int(import.filled));
    if (import.rejected > 0)
        parts << tr("%Ln problem(s)", nullptr, int(import.rejected));
    return parts.join(u" · "_s);
}

QString PastImportsModel::text(int row, int column) const {
    const PastImport &import = m_imports.at(row);
    switch (column) {
    case kWhen: return m_formats.when(import.at);
    case kFile: return isolated(import.fileName);
    case kWho: return isolated(import.author);
    default: return counts(import);
    }
}

QVariant PastImportsModel::data(const QModelIndex &index, int role) const {
    const int row = index.row();
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == Qt::ToolTipRole)
        return index.column() == kWhen ? m_formats.dateTime(m_imports.at(row).at) : text(row, index.column());
    if (role == Qt::AccessibleTextRole)
        //: A moment, a file, who imported it, and what came in.
        return index.column() == kWhen ? tr("%1, %2, by %3: %4").arg(text(row, kWhen), text(row, kFile), text(row, kWho), text(row, kWhat))
                                       : text(row, index.column());
    return {};
}

} // namespace kontor::ui
