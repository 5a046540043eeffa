#include "data_care/care_silent_part.h"

#include "data_care/care_rules.h"
#include "data_care/care_silent_model.h"
#include "data_care/care_table.h"
#include "main_window/page_table.h"
#include "segments/rule_json.h"
#include "theme/metrics.h"
#include "widgets/palette_label.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace kontor::ui {

namespace {

constexpr int kCountWidth = 120;

} // namespace

CareSilentPart::CareSilentPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : CareTablePart(counts, workspace, shell, parent),
      m_model(new CareSilentModel(counts, shell.formats(), this)) {
    makeTable(m_model);
    table()->horizontalHeader()->setSectionResizeMode(CareSilentModel::kWhat, QHeaderView::Stretch);
    table()->setColumnWidth(CareSilentModel::kCustomers, scaled(kCountWidth));
    column()->addWidget(table(), 1);
    table()->goToRow(0);
    connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
        const CareSilentModel::Line &line = m_model->lineAt(index.row());
        m_shell.go(membersOf({}, m_model->what(index.row()), segments::writeRule(silentFor(line.months, line.isUnchanged))));
    });
}

void CareSilentPart::showCounts() { m_model->refresh(); }

void CareSilentPart::retranslate() {
    hint()->setText(tr("Customers who were never spoken to count too. Enter lists them: tag, call or clear out from there."));
    table()->setAccessibleName(tr("How long customers are silent"));
    m_model->refresh();
}

} // namespace kontor::ui
