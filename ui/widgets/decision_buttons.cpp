#include "widgets/decision_buttons.h"

#include "theme/kontor_style.h"

#include <QPushButton>

namespace kontor::ui {

DecisionButtons::DecisionButtons(const QString &doIt, QWidget *parent)
    : QDialogButtonBox(parent), m_cancel(addButton(tr("Cancel"), RejectRole)), m_doIt(addButton(doIt, AcceptRole)) {
    for (QPushButton *button : {m_cancel, m_doIt})
        button->setAccessibleName(button->text());
    m_cancel->setAutoDefault(false);
    makePrimary(m_doIt);
}

} // namespace kontor::ui
