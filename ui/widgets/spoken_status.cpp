#include "widgets/spoken_status.h"

#include <QAccessible>

namespace kontor::ui {

SpokenStatus::SpokenStatus(QWidget *parent) : QLabel(parent) {
    setAccessibleName(tr("Status"));
    setFocusPolicy(Qt::NoFocus);
    setGeometry(0, 0, 1, 1);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void SpokenStatus::say(const QString &sentence) {
    setAccessibleName(sentence);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace kontor::ui
