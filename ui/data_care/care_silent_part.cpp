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
    : CarePart(counts, workspace, shell, parent),
      m_hint(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_model(new CareSilentModel(counts, shell.formats(), this)),
      m_table(new CareTable(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::kLabelGap);
    m_hint->setWordWrap(true);
    column->addWidget(m_hint);
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionResizeMode(CareSilentModel::kWhat, QHeaderView::Stretch);
    m_table->setColumnWidth(CareSilentModel::kCustomers, scaled(kCountWidth));
    column->addWidget(m_table, 1);
    m_table->goToRow(0);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const CareSilentModel::Line &line = m_model->lineAt(index.row());
        m_shell.go(membersOf({}, m_model->what(index.row()), segments::writeRule(silentFor(line.months, line.isUnchanged))));
    });
}

QWidget *CareSilentPart::firstField() const { return m_table; }

void CareSilentPart::showCounts() { m_model->refresh(); }

void CareSilentPart::retranslate() {
    m_hint->setText(tr("Customers who were never spoken to count too. Enter lists them: tag, call or clear out from there."));
    m_table->setAccessibleName(tr("How long customers are silent"));
    m_model->refresh();
}

} // namespace kontor::ui
