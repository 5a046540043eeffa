// The saved segments with their sentences and counts, and below them the templates.
#pragma once

#include "segments/saved_segment.h"
#include "segments/segment_draft.h"
#include "segments/templates.h"

#include <QAbstractListModel>

namespace kontor::ui {

class Formats;

class SegmentListModel : public QAbstractListModel {
    Q_OBJECT

public:
    struct Line {
        enum class Kind { Segment, Template, Title } kind = Kind::Segment;
        Id id;
        QString name;
        QString sentence;
        QString problem; // why its rule cannot be used now; empty: it can
        segments::Rule rule;
        QList<int> toChange; // of a template, see SegmentDraft
        bool isPinned = false;
        qint64 count = -1;            // not counted yet
        std::optional<qint64> before; // how many there were a week ago, where that is known
        std::optional<Instant> usedAt;
    };
    // The count; below it the change since last week and when it was last used.
    enum Role { CountRole = Qt::UserRole, ChangeRole };

    SegmentListModel(const Formats &formats, QObject *parent);

    void setLines(const QList<Line> &segments, const QList<Line> &templates);
    void setCount(Id segment, qint64 count, std::optional<qint64> before = {});
    void setUsed(Id segment, Instant at);
    const Line *lineAt(const QModelIndex &index) const; // nullptr: a title
    const QList<Line> &lines() const { return m_lines; }
    QModelIndex indexOf(Id segment) const;
    bool isEmptyOfSegments() const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_lines.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override; // a new name
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void renameWanted(kontor::Id segment, const QString &name);

private:
    QString countText(const Line &line) const;
    QString changeText(const Line &line) const;

    const Formats &m_formats;
    QList<Line> m_lines;
};

} // namespace kontor::ui
