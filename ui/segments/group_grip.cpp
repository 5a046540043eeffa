#include "segments/group_grip.h"

#include "theme/icon.h"
#include "theme/metrics.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

GroupGrip::GroupGrip(QWidget *parent) : QToolButton(parent) {
    setIcon(Icon::get("grip"_L1));
    setIconSize({kSmallIcon, kSmallIcon});
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SizeAllCursor);
    setAccessibleName(tr("This group"));
    setAccessibleDescription(tr("Alt+Up and Alt+Down move, Delete removes, Enter shows more"));
    setToolTip(tr("Drag to move the group (Alt+Up, Alt+Down)"));
    connect(this, &QToolButton::clicked, this, [this] { emit menuWanted(mapToGlobal(rect().bottomLeft())); });
}

void GroupGrip::keyPressEvent(QKeyEvent *event) {
    const int by = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (m_drag == Drag::Moving && event->key() == Qt::Key_Escape) {
        m_drag = Drag::None;
        emit dragLeft();
    } else if (by != 0 && event->modifiers() == Qt::AltModifier)
        emit moveWanted(by);
    else if (by != 0 && event->modifiers() == Qt::NoModifier)
        emit stepWanted(by);
    else if (event->key() == Qt::Key_Delete)
        emit removeWanted();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QToolButton::keyPressEvent(event);
}

void GroupGrip::mousePressEvent(QMouseEvent *event) {
    m_drag = event->button() == Qt::LeftButton ? Drag::Pressed : Drag::None;
    m_pressedAt = event->position().toPoint();
    setFocus(Qt::MouseFocusReason);
    event->accept();
}

void GroupGrip::mouseMoveEvent(QMouseEvent *event) {
    const QPoint moved = event->position().toPoint() - m_pressedAt;
    if (m_drag == Drag::Pressed && moved.manhattanLength() >= QApplication::startDragDistance())
        m_drag = Drag::Moving;
    if (m_drag == Drag::Moving)
        emit dragged(event->globalPosition().toPoint());
}

void GroupGrip::mouseReleaseEvent(QMouseEvent *event) {
    const Drag before = std::exchange(m_drag, Drag::None);
    if (before == Drag::Moving)
        emit dropped(event->globalPosition().toPoint()); // the group is another widget from now on
    else if (before == Drag::Pressed)
        click();
}

} // namespace kontor::ui
