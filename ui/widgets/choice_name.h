// The name of a choice for those who hear the screen.
#pragma once

#include <QComboBox>

namespace kontor::ui {

// On Linux Qt tells the chosen value in the place of a combo box's name: what it is the value of goes into the description as well.
inline void setChoiceName(QComboBox *choice, const QString &name) {
    choice->setAccessibleName(name);
    choice->setAccessibleDescription(name);
}

} // namespace kontor::ui
