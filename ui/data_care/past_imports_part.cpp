#include "data_care/past_imports_part.h"

#include "customers/bulk_change.h"
#include "data_care/care_table.h"
#include "data_care/past_imports_model.h"
#include "exchange/importer.h"
#include "main_window/action_table.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/empty_state.h"
#include "widgets/palette_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using data_care::PastImport;
using exchange::ImportUndo;

namespace {

constexpr int kMost = 1'000; // imports that are shown
constexpr int kWhenWidth = 140;

} // namespace

PastImportsPart::PastImportsPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : CareTablePart(counts, workspace, shell, parent),
      m_undo(new QPushButton(this)),
      m_progress(new QProgressBar(this)),
      m_model(new PastImportsModel(shell.formats(), this)),
      m_empty(new EmptyState(this)),
      m_import(m_empty->addButton({})),
      m_body(new QStackedWidget(this)) {
    auto *acts = new QHBoxLayout;
    acts->setSpacing(kGap);
    makePrimary(m_undo);
    acts->addWidget(m_undo);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    acts->addWidget(m_progress, 1);
    acts->addStretch(0);
    column()->addLayout(acts);
    makeTable(m_model);
    table()->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table()->horizontalHeader()->setSectionResizeMode(PastImportsModel::kWhen, QHeaderView::Interactive);
    table()->setColumnWidth(PastImportsModel::kWhen, scaled(kWhenWidth));
    m_body->addWidget(table());
    m_body->addWidget(m_empty);
    column()->addWidget(m_body, 1);
    connect(m_undo, &QPushButton::clicked, this, &PastImportsPart::askUndo);
    connect(table(), &QTableView::activated, this, &PastImportsPart::askUndo);
    connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PastImportsPart::showState);
    connect(m_import, &QAbstractButton::clicked, this, [this] { m_shell.perform(action::kImport); });
}

void PastImportsPart::showCounts() {
    m_workspace.read(
        this, [](db::Database &database) { return data_care::pastImports(database, kMost); },
        [this, number = ++m_number](Result<QList<PastImport>> imports) {
            if (number != m_number)
                return;
            if (!imports)
                return m_shell.showError(imports.error());
            const int at = table()->currentRow();
            m_model->setImports(*imports);
            table()->goToRow(at);
            showState();
        });
}

void PastImportsPart::askUndo() {
    if (!m_undo->isEnabled() || table()->currentRow() < 0)
        return;
    const PastImport import = m_model->importAt(table()->currentRow());
    m_workspace.read(
        this,
        [operation = import.operation, catalogue = m_workspace.options().catalogue](db::Database &database) {
            return data_care::editedSinceImport(database, *catalogue, operation);
        },
        [this, import](Result<QList<Id>> edited) {
            if (!edited)
                return m_shell.showError(edited.error());
            if (edited->isEmpty())
                return undo(import.batch, {});
            ask(import, *edited);
        });
}

// Nothing is lost either way: whoever goes to the trash comes back from there.
void PastImportsPart::ask(const PastImport &import, const QList<Id> &edited) {
    const int count = int(edited.size());
    auto *box = new QMessageBox(
        QMessageBox::NoIcon, tr("Undo the import of %1").arg(isolated(import.fileName)),
        tr("%Ln of them was/were edited after the import.", nullptr, count) + u' ' +
            tr("Keep them with everything that stands on their cards, or move them to the trash as well."),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep = box->addButton(tr("Keep those %Ln", nullptr, count), QMessageBox::AcceptRole);
    const QPushButton *all = box->addButton(tr("Remove all"), QMessageBox::DestructiveRole);
    QPushButton *cancel = box->addButton(tr("Leave the import"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(cancel);
    connect(keep, &QPushButton::clicked, this, [this, batch = import.batch] { undo(batch, {}); });
    connect(all, &QPushButton::clicked, this, [this, batch = import.batch, edited] { undo(batch, edited); });
    box->open();
}

void PastImportsPart::undo(Id batch, const QList<Id> &alsoTrash) {
    m_isWorking = true;
    showState();
    m_workspace.writeWith(
        [batch, alsoTrash](workspace::Base &base) -> Result<ImportUndo> {
            TRY(undone, exchange::undoImport(base, batch));
            if (!alsoTrash.isEmpty())
                TRY_VOID(applyBulkChange(base, alsoTrash, {{BulkChange::Kind::Trash}}));
            return undone;
        },
        this,
        [this, alsoTrash](Result<ImportUndo> undone) {
            m_isWorking = false;
            showCounts();
            showState();
            table()->setFocus(Qt::OtherFocusReason);
            if (!undone)
                return m_shell.showError(undone.error());
            QString text = tr("The import was taken back: %Ln removed.", nullptr, int(undone->removed));
            if (!alsoTrash.isEmpty())
                text += u' ' + tr("%Ln moved to the trash.", nullptr, int(alsoTrash.size()));
            else if (undone->keptBecauseEdited > 0)
                text += u' ' + tr("%Ln that were edited since are kept.", nullptr, int(undone->keptBecauseEdited));
            m_shell.showToast({text, {}, {}});
        });
}

void PastImportsPart::showState() {
    const int row = table()->currentRow();
    const bool isAny = m_model->rowCount() > 0;
    m_undo->setEnabled(row >= 0 && m_model->importAt(row).state == "done"_L1 && !m_isWorking && !m_workspace.isReadOnly());
    m_undo->setVisible(isAny);
    hint()->setVisible(isAny);
    m_progress->setVisible(m_isWorking);
    m_body->setCurrentWidget(isAny ? static_cast<QWidget *>(table()) : m_empty);
    emit stateChanged();
}

void PastImportsPart::retranslate() {
    hint()->setText(tr("An import is taken back as a whole, also weeks later; what was edited since is asked about."));
    m_undo->setText(tr("Undo import"));
    m_undo->setAccessibleName(m_undo->text());
    m_progress->setAccessibleName(tr("Progress"));
    table()->setAccessibleName(tr("Imports of the past"));
    m_import->setText(tr("Import customers…"));
    m_import->setAccessibleName(tr("Import customers"));
    m_empty->setContent("import"_L1, tr("Nothing was imported yet"), tr("Every import stands here and can be taken back."));
    showState();
}

} // namespace kontor::ui
