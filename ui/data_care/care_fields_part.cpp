#include "data_care/care_fields_part.h"

#include "data_care/care_fields_model.h"
#include "data_care/care_rules.h"
#include "data_care/care_share_delegate.h"
#include "data_care/care_table.h"
#include "main_window/page_table.h"
#include "preferences/preferences.h"
#include "segments/rule_json.h"
#include "theme/metrics.h"
#include "widgets/palette_label.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kCountWidth = 80;
constexpr int kFieldWidth = 160;
const QString kChosen = u"data_care_fields"_s; // the name under which the choice is kept

} // namespace

CareFieldsPart::CareFieldsPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : CareTablePart(counts, workspace, shell, parent),
      m_model(new CareFieldsModel(counts, shell.formats(), this)) {
    makeTable(m_model);
    table()->setItemDelegateForColumn(CareFieldsModel::kShare, new CareShareDelegate(table()));
    table()->horizontalHeader()->setSectionResizeMode(CareFieldsModel::kShare, QHeaderView::Stretch);
    table()->setColumnWidth(CareFieldsModel::kField, scaled(kFieldWidth));
    table()->setColumnWidth(CareFieldsModel::kFilled, scaled(kCountWidth));
    table()->setColumnWidth(CareFieldsModel::kMissing, scaled(kCountWidth));
    column()->addWidget(table(), 1);
    connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) { list(index.row()); });
    connect(m_model, &CareFieldsModel::expectedChosen, this, [this](const QSet<QString> &names) {
        m_shell.preferences().setLayoutState(kChosen, QStringList(names.cbegin(), names.cend()).join(u'\n').toUtf8());
    });
    if (const QByteArray chosen = shell.preferences().layoutState(kChosen); !chosen.isEmpty()) {
        const QStringList names = QString::fromUtf8(chosen).split(u'\n');
        counts.setExpected({names.cbegin(), names.cend()});
    }
}

void CareFieldsPart::showCounts() {
    m_model->refresh();
    if (table()->currentRow() < 0)
        table()->goToRow(0);
}

void CareFieldsPart::retranslate() {
    hint()->setText(tr("Enter lists the customers who lack a field. The boxes say what a complete card has."));
    table()->setAccessibleName(tr("Fields and how many customers have them"));
    m_model->refresh();
}

void CareFieldsPart::list(int row) {
    const data_care::CareField &field = m_model->fieldAt(row);
    //: A field of the card: the name of the list of customers who lack it.
    m_shell.go(membersOf({}, tr("Without %1").arg(field.label), segments::writeRule(lacking(field.name))));
}

} // namespace kontor::ui
