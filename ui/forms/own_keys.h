// Keys that a focused list keeps for itself where the window has the same ones for something larger: Delete on an entry is not Delete of
// the customer.
#pragma once

#include <QKeyEvent>

namespace kontor::ui {

// Call it first in QWidget::event(); true: the event was the question whose key it is, and the answer is "mine".
inline bool keepOwnKeys(QEvent *event) {
    if (event->type() != QEvent::ShortcutOverride)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Delete && !key->matches(QKeySequence::Copy))
        return false;
    event->accept();
    return true;
}

} // namespace kontor::ui
