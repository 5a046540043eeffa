// File > Bring back from a backup: the dialog, the act, and what came of it.
#pragma once

#include "base/id.h"

class QWidget;

namespace kontor::workspace {
class Workspace;
}

namespace kontor::ui {

class Shell;

// `customer`: who is shown now and is therefore looked for first; invalid: nobody.
void openBringBack(workspace::Workspace &workspace, Shell &shell, Id customer, QWidget *window);

} // namespace kontor::ui
