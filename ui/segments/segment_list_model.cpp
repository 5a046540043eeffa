#include "segments/segment_list_model.h"

#include "widgets/bidi.h"
#include "widgets/formats.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

SegmentListModel::SegmentListModel(const Formats &formats, QObject *parent) : QAbstractListModel(parent), m_formats(formats) {}

void SegmentListModel::setLines(const QList<Line> &segments, const QList<Line> &templates) {
    QHash<Id, Line> known; // shown until they are counted anew
    for (const Line &line : std::as_const(m_lines))
        known.insert(line.id, line);
    beginResetModel();
    m_lines = segments;
    for (Line &line : m_lines) {
        const Line old = known.value(line.id);
        line.count = old.count;
        line.before = old.before;
    }
    if (!templates.isEmpty())
        m_lines.append({.kind = Line::Kind::Title, .name = tr("Templates")});
    m_lines += templates;
    endResetModel();
}

void SegmentListModel::setCount(Id segment, qint64 count, std::optional<qint64> before) {
    const QModelIndex place = indexOf(segment);
    if (!place.isValid())
        return;
    m_lines[place.row()].count = count;
    m_lines[place.row()].before = before;
    emit dataChanged(place, place);
}

void SegmentListModel::setUsed(Id segment, Instant at) {
    const QModelIndex place = indexOf(segment);
    if (!place.isValid())
        return;
    m_lines[place.row()].usedAt = at;
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
    return line.count < 0 ? tr("Counting…") : m_formats.number(line.count);
}

// "+4 since last week, used Mon 14:05"
QString SegmentListModel::changeText(const Line &line) const {
    if (line.kind != Line::Kind::Segment)
        return {};
    QStringList parts;
    if (line.before && line.count >= 0 && line.problem.isEmpty()) {
        const qint64 change = line.count - *line.before;
        const QString number = (change > 0 ? u"+"_s : QString()) + m_formats.number(change);
        parts << (change == 0 ? tr("as last week") : tr("%1 since last week").arg(isolatedLtr(number)));
    }
    if (line.usedAt)
        parts << tr("used %1").arg(isolated(m_formats.when(*line.usedAt)));
    return parts.join(tr(", "));
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
        const QString change = changeText(line);
        const QString whole = change.isEmpty() ? text : tr("%1 %2.").arg(text, change);
        return line.isPinned ? tr("%1 Pinned.").arg(whole) : whole;
    }
    case CountRole: return countText(line);
    case ChangeRole: return changeText(line);
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
