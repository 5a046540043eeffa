// How much room a window has for panes, in the four steps that the interface knows.
#pragma once

#include "theme/text_role.h"

#include <QWidget>

namespace kontor::ui {

// Narrow: fields and timeline. Middle: the links beside them. Wide: the list too. Widest: the whole navigation as well.
enum class WindowRoom { Narrow, Middle, Wide, Widest };

// Larger text needs a wider window for the same.
inline WindowRoom roomOf(const QWidget *widget) {
    constexpr int kMiddle = 1100;
    constexpr int kWide = 1366;
    constexpr int kWidest = 1600;
    const int width = widget->window()->width();
    if (width < scaled(kMiddle))
        return WindowRoom::Narrow;
    if (width < scaled(kWide))
        return WindowRoom::Middle;
    return width < scaled(kWidest) ? WindowRoom::Wide : WindowRoom::Widest;
}

} // namespace kontor::ui
