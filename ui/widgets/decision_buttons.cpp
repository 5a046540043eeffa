#include "widgets/decision_buttons.h"

#include "theme/kontor_style.h"

#include <QPushButton>

namespace kontor::ui {

DecisionButtons::DecisionButtons(const QString &doIt, QWidget *parent)
    : QDialogButtonBox(parent), m_cancel(addButton(QString(), RejectRole)), m_doIt(addButton(QString(), AcceptRole)) {
    m_cancel->setAutoDefault(false);
    makePrimary(m_doIt);
    retranslate(doIt);
}

void DecisionButtons::retranslate(const QString &doIt) {
    m_cancel->setText(tr("Cancel"));
    m_doIt->setText(doIt);
    for (QPushButton *button : {m_cancel, m_doIt})
        button->setAccessibleName(button->text());
}

} // namespace kontor::ui
