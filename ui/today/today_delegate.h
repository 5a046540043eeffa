// A row of Today: check box, what and with whom, when; on the current row the days it can be postponed to, and below a ticked call its outcomes.
#pragma once

#include "today/today_row.h"

#include <QStyledItemDelegate>

namespace kontor::ui {

class TodayModel;
class TodayView;
struct Theme;

class TodayDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    TodayDelegate(const TodayModel &model, TodayView &view);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *, const QModelIndex &) const override {}
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    // Where a click does something, in coordinates of the view.
    QRect checkRect(const QRect &row) const;
    QList<QRect> chipRects(const QRect &row) const; // empty where there is no room
    QRect linkRect(const QRect &row) const;         // of the heading of the late ones
    static QStringList chipTexts(const Formats &formats);
    static QString linkText();

private:
    struct Cell;
    QRect body(const QRect &row) const; // without the outcomes below
    int timeWidth() const;
    void paintBackground(const Cell &cell) const;
    void paintHeading(const Cell &cell) const;
    void paintTask(const Cell &cell) const;
    void paintCheck(const Cell &cell) const;
    void paintUnder(const Cell &cell, const QRect &line, const QString &under) const;
    void paintRepeat(const Cell &cell, const QRect &line, int baseline, const QFont &title) const;
    void paintTime(const Cell &cell) const;
    void paintChips(const Cell &cell) const;
    void paintPlain(const Cell &cell) const;

    const TodayModel &m_model;
    TodayView &m_view;
};

} // namespace kontor::ui
