#include "widgets/clear_button.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QLineEdit>

namespace kontor::ui {

void nameClearButton(const QLineEdit &line) {
    if (auto *button = line.findChild<QAbstractButton *>())
        button->setAccessibleName(QCoreApplication::translate("kontor::ui", "Clear the search"));
}

} // namespace kontor::ui
