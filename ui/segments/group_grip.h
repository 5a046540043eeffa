// The start of a group's heading: where it is taken to be dragged, and the one place that stands for the whole group at the keys.
#pragma once

#include <QToolButton>

namespace kontor::ui {

class GroupGrip : public QToolButton {
    Q_OBJECT

public:
    explicit GroupGrip(QWidget *parent);

signals:
    void moveWanted(int by);
    void stepWanted(int by); // the focus
    void removeWanted();
    void dragged(const QPoint &globalPosition);
    void dropped(const QPoint &globalPosition);
    void dragLeft(); // Esc: it stays where it is
    void menuWanted(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    enum class Drag { None, Pressed, Moving } m_drag = Drag::None;
    QPoint m_pressedAt;
};

} // namespace kontor::ui
