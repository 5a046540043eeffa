// All keys of the program, grouped as the menus are: made from the action table.
#pragma once

#include <QDialog>

namespace kontor::ui {

class ActionRegistry;

class KeySheet : public QDialog {
    Q_OBJECT

public:
    KeySheet(ActionRegistry &actions, QWidget *parent);
};

} // namespace kontor::ui
