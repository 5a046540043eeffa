// Alt and a number press the n-th quick chip of a panel (Control on a Mac, where Alt writes letters).
#pragma once

#include <QShortcut>
#include <QWidget>

namespace kontor::ui {

#ifdef Q_OS_MACOS
inline constexpr Qt::KeyboardModifier kQuickModifier = Qt::MetaModifier; // the key that says Control
#else
inline constexpr Qt::KeyboardModifier kQuickModifier = Qt::AltModifier;
#endif

// `press`: void(int number) from 1, while the focus is in `panel`.
template <class Press>
void addQuickKeys(QWidget *panel, Press press) {
    for (int number = 1; number <= 9; ++number) {
        auto *shortcut = new QShortcut(QKeySequence(QKeyCombination(kQuickModifier, Qt::Key(Qt::Key_0 + number))), panel);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, panel, [press, number] { press(number); });
    }
}

} // namespace kontor::ui
