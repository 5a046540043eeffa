// Draws the lines of the history: time, who, what, and the old value struck through beside the new one.
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace kontor::ui {

class HistoryModel;

class HistoryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    HistoryDelegate(const HistoryModel &model, QTreeView &view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QRect answerRect(const QRect &row, const QModelIndex &index) const; // where a click carries out what Enter does
    QRect chevronRect(const QRect &row, const QModelIndex &index) const;

private:
    struct Look;
    struct Line;
    Line lineOf(const QModelIndex &index) const;
    int timeWidth() const;
    int whoWidth() const;
    void paintDay(QPainter *painter, const QRect &row, const QModelIndex &index) const;
    void paintBackground(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintWords(QPainter *painter, const QRect &row, const Line &line, const Look &look) const;
    void paintValues(QPainter *painter, QRect space, const QRect &row, const Line &line, const Look &look) const;

    const HistoryModel &m_model;
    QTreeView &m_view;
};

} // namespace kontor::ui
