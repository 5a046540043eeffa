#include "data_care/care_duplicates_part.h"

#include "main_window/action_table.h"
#include "widgets/empty_state.h"

#include <QAbstractButton>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;

CareDuplicatesPart::CareDuplicatesPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : CarePart(counts, workspace, shell, parent), m_place(new EmptyState(this)), m_look(m_place->addButton({}, true)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_place);
    connect(m_look, &QAbstractButton::clicked, this, [this] { m_shell.perform(action::kGoDuplicates); });
}

QWidget *CareDuplicatesPart::firstField() const { return m_look; }

void CareDuplicatesPart::retranslate() {
    m_place->setContent("people"_L1, tr("Customers who stand here twice"),
                        tr("They are compared by phone, e-mail, name and address, also across scripts, and merged side by side."));
    m_look->setText(tr("Look for duplicates"));
    m_look->setAccessibleName(m_look->text());
}

} // namespace kontor::ui
