#include "data_care/care_table_part.h"

#include "data_care/care_table.h"
#include "theme/metrics.h"
#include "widgets/palette_label.h"

#include <QVBoxLayout>

namespace kontor::ui {

CareTablePart::CareTablePart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : CarePart(counts, workspace, shell, parent),
      m_hint(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins({});
    m_column->setSpacing(metrics::kLabelGap);
    m_hint->setWordWrap(true);
    m_column->addWidget(m_hint);
}

void CareTablePart::makeTable(QAbstractItemModel *model) {
    m_table = new CareTable(this);
    m_table->setModel(model);
}

QWidget *CareTablePart::firstField() const { return m_table; }

} // namespace kontor::ui
