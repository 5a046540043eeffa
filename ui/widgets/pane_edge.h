// Shows where the keys go: the pane that has the focus carries an edge in the accent colour.
#pragma once

#include <QPointer>
#include <QWidget>

namespace kontor::ui {

class PaneEdge : public QWidget {
    Q_OBJECT

public:
    // Lies over the upper edge of `pane`, and belongs to it.
    explicit PaneEdge(QWidget *pane);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void watchWindow();
    void follow(QObject *focus);
    void place();

    QPointer<QWindow> m_window; // whose focus is followed
};

} // namespace kontor::ui
