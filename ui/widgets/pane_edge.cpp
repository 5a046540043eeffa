#include "widgets/pane_edge.h"

#include "theme/kontor_style.h"
#include "theme/metrics.h"

#include <QEvent>
#include <QPainter>
#include <QWindow>

namespace kontor::ui {

PaneEdge::PaneEdge(QWidget *pane) : QWidget(pane) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    pane->installEventFilter(this);
    hide();
    watchWindow();
}

void PaneEdge::watchWindow() {
    QWindow *window = parentWidget()->window()->windowHandle();
    if (!window || window == m_window)
        return;
    if (m_window)
        m_window->disconnect(this);
    m_window = window;
    connect(window, &QWindow::focusObjectChanged, this, &PaneEdge::follow);
    follow(parentWidget()->window()->focusWidget());
}

void PaneEdge::follow(QObject *focus) {
    const QWidget *pane = parentWidget();
    const auto *widget = qobject_cast<const QWidget *>(focus);
    const bool isInside = widget && (widget == pane || pane->isAncestorOf(widget));
    setVisible(isInside);
    if (!isInside)
        return;
    place();
    raise();
}

// A pane that has its size already sends no event about it.
void PaneEdge::place() { setGeometry(0, 0, parentWidget()->width(), metrics::kFocusWidth); }

bool PaneEdge::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::Resize)
        place();
    else if (event->type() == QEvent::Show)
        watchWindow();
    return QWidget::eventFilter(watched, event);
}

void PaneEdge::paintEvent(QPaintEvent *) { QPainter(this).fillRect(rect(), themeOf(this).accent); }

} // namespace kontor::ui
