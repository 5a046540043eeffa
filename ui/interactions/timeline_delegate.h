// Paints the rows of the timeline and edits the text of an entry in place. Heights depend on the width and the font, and are kept.
#pragma once

#include "interactions/text_links.h"
#include "interactions/timeline_entry.h"

#include <QHash>
#include <QStyledItemDelegate>
#include <QTextLayout>

class QAbstractItemView;

namespace kontor::ui {

class TimelineModel;

class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TimelineDelegate(const TimelineModel &model, QAbstractItemView &view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    enum class Part { None, Mark, More, Split };
    Part partAt(const QRect &row, const QModelIndex &index, const QPoint &position) const;
    std::optional<TextLink> linkAt(const QRect &row, const QModelIndex &index, const QPoint &position) const;
    bool isLong(const QModelIndex &index) const; // more text than is shown at first
    void forgetHeights() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Places;
    struct Look;
    Places places(const QRect &row, const TimelineEntry &entry) const;
    bool isWhole(const TimelineEntry &entry) const; // all lines are shown
    QList<QTextLayout::FormatRange> formats(const QString &text) const;
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintMark(QPainter *painter, const Places &places, const TimelineEntry &entry, const Look &look) const;
    int measured(const TimelineEntry &entry) const;

    const TimelineModel &m_model;
    QAbstractItemView &m_view;
    mutable QHash<QByteArray, int> m_heights;
    mutable QString m_heightsFor; // width and font that they are true for
};

} // namespace kontor::ui
