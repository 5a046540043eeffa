#include "interactions/timeline_model.h"

#include <algorithm>

namespace kontor::ui {

TimelineModel::TimelineModel(const Formats &formats, QObject *parent) : RowModel(parent), m_formats(formats) {}

void TimelineModel::setContent(const TimelineContent &content) {
    m_isFetching = false;
    m_content = content;
    QList<TimelineEntry> entries = timelineEntries(content, m_formats);
    for (TimelineEntry &entry : entries)
        entry.isExpanded = m_expanded.contains(entry.key);
    replaceRows(entries);
}

void TimelineModel::append(const TimelineContent &page) {
    if (m_content.interactions.isEmpty())
        return setContent(page);
    const QList<TimelineEntry> older = olderEntries(m_content, page, m_formats);
    m_isFetching = false;
    m_content.interactions += page.interactions;
    m_content.others.insert(page.others);
    m_content.hasMore = page.hasMore;
    if (!rows().isEmpty() && rows().last().kind == TimelineEntry::Kind::Unread)
        replaceRows(rows().first(rows().size() - 1));
    appendRows(older);
}

void TimelineModel::clear() {
    m_expanded.clear();
    setContent({});
}

void TimelineModel::setUnread() {
    constexpr char kKey[] = "unread";
    if (find(kKey) >= 0)
        return;
    QList<TimelineEntry> entries = rows();
    TimelineEntry again;
    again.key = kKey;
    again.kind = TimelineEntry::Kind::Unread;
    again.heading = tr("This could not be read. Load again");
    entries << again;
    replaceRows(entries);
}

int TimelineModel::entryCount() const {
    return int(std::count_if(rows().cbegin(), rows().cend(),
                             [](const TimelineEntry &entry) {
                                 return entry.kind != TimelineEntry::Kind::Heading && entry.kind != TimelineEntry::Kind::Unread;
                             }));
}

void TimelineModel::toggleExpanded(int number) {
    TimelineEntry &entry = editableRow(number);
    entry.isExpanded = !entry.isExpanded;
    if (entry.isExpanded)
        m_expanded.insert(entry.key);
    else
        m_expanded.remove(entry.key);
    changeRow(number);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const {
    if (!index.isValid())
        return {};
    const TimelineEntry &entry = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return timelineSummary(entry, m_formats);
    case Qt::EditRole: return entry.interaction.text;
    case Qt::AccessibleDescriptionRole:
        return entry.kind == TimelineEntry::Kind::Merged ? tr("Enter splits the two cards again.") : QString();
    case Qt::ToolTipRole: return entry.kind == TimelineEntry::Kind::Heading ? QVariant() : timelineWords(entry, m_formats).exact;
    default: return {};
    }
}

// A heading is no stop of the arrow keys.
Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const {
    if (!index.isValid() || row(index.row()).kind == TimelineEntry::Kind::Heading)
        return Qt::NoItemFlags;
    const bool canEdit = !m_isReadOnly && row(index.row()).kind == TimelineEntry::Kind::Happened;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (canEdit ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool TimelineModel::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const Interaction before = row(index.row()).interaction;
    if (before.text == value.toString())
        return false;
    editableRow(index.row()).interaction.text = value.toString();
    changeRow(index.row());
    emit textEdited(before, value.toString());
    return true;
}

bool TimelineModel::canFetchMore(const QModelIndex &parent) const {
    return !parent.isValid() && m_content.hasMore && !m_isFetching;
}

void TimelineModel::fetchMore(const QModelIndex &) {
    m_isFetching = true;
    emit moreWanted(int(m_content.interactions.size()));
}

} // namespace kontor::ui
