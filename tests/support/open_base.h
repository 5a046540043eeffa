// A base in the window, with all its pages: they are made one after the other, between events, of which a test may see any number.
#pragma once

#include "main_window/main_window.h"
#include "main_window/page_stack.h"

namespace kontor::tests {

inline bool openBase(ui::MainWindow &window, const QString &path) {
    if (!window.openBase(path))
        return false;
    while (window.pages()->makeNext()) {
    }
    return true;
}

} // namespace kontor::tests
