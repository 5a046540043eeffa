#include "segments/segment_list_model.h"

namespace kontor::ui {

SegmentListModel::SegmentListModel(QLocale locale, QObject *parent) : QAbstractListModel(parent), m_locale(std::move(locale)) {}

void SegmentListModel::setLines(const QList<Line> &segments, const QList<Line> &templates) {
    QHash<qint64, qint64> counts; // shown until they are counted anew
    for (const Line &line : std::as_const(m_lines))
        counts.insert(line.id.value, line.count);
    beginResetModel();
    m_lines = segments;
    for (Line &line : m_lines)
        line.count = counts.value(line.id.value, -1);
    if (!templates.isEmpty())
        m_lines.append({.kind = Line::Kind::Title, .name = tr("Templates")});
    m_lines += templates;
    endResetModel();
}

void SegmentListModel::setCount(Id segment, qint64 count) {
    const QModelIndex place = indexOf(segment);
    if (!place.isValid())
        return;
    m_lines[place.row()].count = count;
    emit dataChanged(place, place);
}

const SegmentListModel::Line *SegmentListModel::lineAt(const QModelIndex &index) const {
    const bool isLine = index.row() >= 0 && index.row() < m_lines.size() && m_lines[index.row()].kind != Line::Kind::Title;
    return isLine ? &m_lines[index.row()] : nullptr;
}

QModelIndex SegmentListModel::indexOf(Id segment) const {
    for (int row = 0; row < m_lines.size(); ++row)
        if (m_lines[row].kind == Line::Kind::Segment && m_lines[row].id == segment)
            return index(row);
    return {};
}

bool SegmentListModel::isEmptyOfSegments() const { return m_lines.isEmpty() || m_lines.first().kind != Line::Kind::Segment; }

QString SegmentListModel::countText(const Line &line) const {
    if (line.kind != Line::Kind::Segment || !line.problem.isEmpty())
        return {};
    return line.count < 0 ? tr("Counting…") : m_locale.toString(line.count);
}

QVariant SegmentListModel::data(const QModelIndex &index, int role) const {
    if (index.row() < 0 || index.row() >= m_lines.size())
        return {};
    const Line &line = m_lines[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return line.name;
    case Qt::ToolTipRole: return line.problem.isEmpty() ? line.sentence : line.problem;
    case Qt::AccessibleTextRole: {
        if (line.kind == Line::Kind::Title)
            return line.name;
        if (line.kind == Line::Kind::Template)
            return tr("Template %1. %2").arg(line.name, line.sentence);
        const QString count = line.count < 0 ? tr("not counted yet") : tr("%Ln customer(s)", nullptr, int(line.count));
        const QString text = tr("%1, %2. %3").arg(line.name, count, line.problem.isEmpty() ? line.sentence : line.problem);
        return line.isPinned ? tr("%1 Pinned.").arg(text) : text;
    }
    case LineRole: return countText(line);
    default: return {};
    }
}

bool SegmentListModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    const Line *line = lineAt(index);
    const QString name = value.toString().simplified();
    if (role != Qt::EditRole || !line || line->kind != Line::Kind::Segment || name.isEmpty() || name == line->name)
        return false;
    emit renameWanted(line->id, name);
    return true;
}

Qt::ItemFlags SegmentListModel::flags(const QModelIndex &index) const {
    const Line *line = lineAt(index);
    if (!line)
        return Qt::NoItemFlags;
    const Qt::ItemFlags usable = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return line->kind == Line::Kind::Segment ? usable | Qt::ItemIsEditable : usable;
}

} // namespace kontor::ui
