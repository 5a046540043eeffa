// The rows of the timeline. It holds what it is given; older pages are asked for by fetchMore().
#pragma once

#include "forms/row_model.h"
#include "interactions/timeline_entry.h"

namespace kontor::ui {

class TimelineModel : public RowModel<TimelineEntry> {
    Q_OBJECT

public:
    explicit TimelineModel(const Formats &formats, QObject *parent = nullptr);

    void setContent(const TimelineContent &content);
    void append(const TimelineContent &page); // older interactions, which follow those that are there
    const TimelineContent &content() const { return m_content; }
    void clear(); // another customer's timeline follows
    void setUnread(); // reading failed: a last row offers to load again, what is there stays
    const Formats &formats() const { return m_formats; }
    void setReadOnly(bool isReadOnly) { m_isReadOnly = isReadOnly; }
    bool isReadOnly() const { return m_isReadOnly; }
    int entryCount() const; // rows without headings
    void toggleExpanded(int row);

    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void moreWanted(int loaded);
    void againWanted();
    void textEdited(const kontor::Interaction &before, const QString &text);

private:
    const Formats &m_formats;
    TimelineContent m_content;
    QSet<QByteArray> m_expanded;
    bool m_isFetching = false;
    bool m_isReadOnly = false;
};

} // namespace kontor::ui
