// The tree of the history: full-width lines, and what its keys and clicks mean.
#pragma once

#include <QTreeView>

namespace kontor::ui {

class HistoryDelegate;
class HistoryModel;

class HistoryView : public QTreeView {
    Q_OBJECT

public:
    HistoryView(HistoryModel &model, QWidget *parent);

    // The first act, where nothing is chosen yet.
    void chooseFirst();

signals:
    void answered(const QModelIndex &index); // Enter, or a click on what it would do
    void customerWanted(const QModelIndex &index);
    void copyWanted();
    void menuWanted(const QModelIndex &index, const QPoint &position); // of the screen

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}

private:
    QRect rowOf(const QModelIndex &index) const;

    HistoryModel &m_history;
    HistoryDelegate *m_delegate;
};

} // namespace kontor::ui
