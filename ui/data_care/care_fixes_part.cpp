#include "data_care/care_fixes_part.h"

#include "data_care/care_fixes_model.h"
#include "data_care/care_table.h"
#include "main_window/page_table.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/empty_state.h"
#include "widgets/palette_label.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using data_care::CareFix;
using data_care::CareKind;
using data_care::CareOutcome;

namespace {

constexpr qsizetype kMost = 2'000; // customers whose values are shown at once
constexpr int kParts = 1000;       // of the progress bar
constexpr int kLookEvery = 100;    // milliseconds
constexpr int kFieldWidth = 96;

} // namespace

CareFixesPart::CareFixesPart(CareKind kind, CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : CareTablePart(counts, workspace, shell, parent),
      m_kind(kind),
      m_mend(new QPushButton(this)),
      m_all(new QPushButton(this)),
      m_open(new QPushButton(this)),
      m_stop(new QPushButton(this)),
      m_progress(new QProgressBar(this)),
      m_model(new CareFixesModel(this)),
      m_empty(new EmptyState(this)),
      m_body(new QStackedWidget(this)) {
    build();
    connect(m_mend, &QPushButton::clicked, this, &CareFixesPart::mend);
    connect(m_all, &QPushButton::clicked, this, [this] { m_model->chooseAll(m_model->chosen().size() < m_model->mendable()); });
    connect(m_open, &QPushButton::clicked, this, [this] { openCard(table()->currentRow()); });
    connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) { openCard(index.row()); });
    connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CareFixesPart::showState);
    connect(m_model, &CareFixesModel::chosenChanged, this, &CareFixesPart::showState);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_work)
            m_work->isStopped = true;
        showState();
    });
    m_look.setInterval(kLookEvery);
    connect(&m_look, &QTimer::timeout, this, &CareFixesPart::showProgress);
}

void CareFixesPart::build() {
    auto *acts = new QHBoxLayout;
    acts->setSpacing(kGap);
    makePrimary(m_mend);
    m_all->setFlat(true);
    for (QPushButton *button : {m_mend, m_all, m_open})
        acts->addWidget(button);
    m_progress->setRange(0, kParts);
    m_progress->setTextVisible(false);
    acts->addWidget(m_progress, 1);
    acts->addWidget(m_stop);
    acts->addStretch(0);
    column()->addLayout(acts);
    makeTable(m_model);
    table()->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table()->horizontalHeader()->setSectionResizeMode(CareFixesModel::kField, QHeaderView::Interactive);
    table()->setColumnWidth(CareFixesModel::kField, scaled(kFieldWidth));
    m_body->addWidget(table());
    m_body->addWidget(m_empty);
    column()->addWidget(m_body, 1);
}

QString CareFixesPart::title() const {
    switch (m_kind) {
    case CareKind::Phones: return tr("Phone numbers");
    case CareKind::Emails: return tr("E-mail addresses");
    case CareKind::Casing: return tr("Capital letters");
    case CareKind::Spaces: break;
    }
    return tr("Spaces");
}

QString CareFixesPart::count() const {
    const qint64 needing = m_counts.isKnown() ? m_counts.survey().needing(m_kind) : 0;
    return needing > 0 ? m_shell.formats().number(needing) : QString();
}

Id CareFixesPart::currentCustomer() const { return table()->currentRow() < 0 ? Id() : m_model->fixAt(table()->currentRow()).customer; }

void CareFixesPart::showCounts() {
    if (m_work)
        return; // it is read again when that is over
    const QList<Id> customers = m_counts.survey().whoNeeds(m_kind, kMost);
    m_workspace.read(
        this,
        [customers, kind = m_kind, country = m_workspace.settings().country](db::Database &database) {
            return data_care::careFixes(database, customers, kind, country);
        },
        [this, shown = customers.size(), number = ++m_number](Result<QList<CareFix>> fixes) {
            if (number != m_number || m_work)
                return;
            if (!fixes)
                return m_shell.showError(fixes.error());
            const int at = table()->currentRow();
            m_shown = shown;
            m_model->setFixes(*fixes);
            table()->goToRow(at);
            showState();
        });
}

void CareFixesPart::mend() {
    const QList<CareFix> fixes = m_model->chosen();
    if (m_work || fixes.isEmpty() || m_workspace.isReadOnly())
        return;
    m_work = std::make_shared<Work>();
    m_work->total = fixes.size();
    m_look.start();
    m_workspace.writeWith(
        [work = m_work, fixes](workspace::Base &base) {
            return data_care::applyCareFixes(base, fixes, [&work](qint64 done) {
                work->done = done;
                return !work->isStopped;
            });
        },
        this, [this](const Result<CareOutcome> &outcome) { told(outcome); });
    showState();
}

void CareFixesPart::told(const Result<CareOutcome> &outcome) {
    m_look.stop();
    m_work.reset();
    showCounts();
    showState();
    table()->setFocus(Qt::OtherFocusReason);
    if (!outcome && outcome.error().code == Code::Cancelled)
        return m_shell.showToast({outcome.error().message, {}, {}});
    if (!outcome)
        return m_shell.showError(outcome.error());
    QString text = tr("%Ln value(s) changed.", nullptr, int(outcome->changed));
    if (outcome->passedOver > 0)
        text += u' ' + tr("%Ln had another value by then and stay(s) as they are.", nullptr, int(outcome->passedOver));
    m_shell.showUndoToast(text);
}

void CareFixesPart::openCard(int row) {
    if (row >= 0)
        m_shell.go({page::kCustomers, m_model->fixAt(row).customer});
}

QString CareFixesPart::sentence() const {
    const qint64 needing = m_counts.survey().needing(m_kind);
    const int mendable = m_model->mendable();
    QStringList sentences;
    if (needing > m_shown)
        sentences << tr("Shown are the first %1 of %2 customers; the next come when these are done.")
                         .arg(m_shell.formats().number(m_shown), m_shell.formats().number(needing));
    if (mendable > 0)
        sentences << tr("%Ln value(s) can be put right here: Space ticks one, Enter opens its card.", nullptr, mendable);
    if (const int others = m_model->rowCount() - mendable; others > 0)
        sentences << tr("For %Ln only you can tell what was meant: open the card.", nullptr, others);
    return sentences.join(u' ');
}

void CareFixesPart::showProgress() {
    if (m_work)
        m_progress->setValue(m_work->total > 0 ? int(kParts * m_work->done / m_work->total) : 0);
}

void CareFixesPart::showState() {
    const int chosen = int(m_model->chosen().size());
    const bool isWorking = m_work != nullptr;
    hint()->setText(sentence());
    hint()->setVisible(m_model->rowCount() > 0);
    m_mend->setText(chosen > 0 ? tr("Change %Ln value(s)", nullptr, chosen) : tr("Change values"));
    m_mend->setAccessibleName(m_mend->text());
    m_mend->setEnabled(chosen > 0 && !isWorking && !m_workspace.isReadOnly());
    m_mend->setToolTip(m_workspace.isReadOnly() ? m_workspace.whyReadOnly() : QString());
    m_all->setText(chosen < m_model->mendable() ? tr("Tick all") : tr("Tick none"));
    m_all->setAccessibleName(m_all->text());
    for (QPushButton *button : {m_mend, m_all, m_open})
        button->setVisible(m_model->rowCount() > 0 && !isWorking);
    m_open->setEnabled(table()->currentRow() >= 0);
    m_progress->setVisible(isWorking);
    m_stop->setVisible(isWorking);
    m_stop->setEnabled(isWorking && !m_work->isStopped);
    m_body->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(table()) : m_empty);
    emit stateChanged();
}

void CareFixesPart::retranslate() {
    m_open->setText(tr("Open the card"));
    m_open->setAccessibleName(m_open->text());
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop and change nothing"));
    m_progress->setAccessibleName(tr("Progress"));
    //: A kind of values: phone numbers, spaces ...
    table()->setAccessibleName(tr("%1 that want a look").arg(title()));
    switch (m_kind) {
    case CareKind::Phones:
        m_empty->setContent("check"_L1, tr("Every phone number can be dialled"),
                            tr("Numbers with words in them or with too few digits appear here."));
        break;
    case CareKind::Emails:
        m_empty->setContent("check"_L1, tr("Every e-mail address looks right"), tr("Addresses that no e-mail can reach appear here."));
        break;
    case CareKind::Casing:
        m_empty->setContent("check"_L1, tr("Names are written as names"),
                            tr("Names all in capitals or all in small letters appear here."));
        break;
    case CareKind::Spaces:
        m_empty->setContent("check"_L1, tr("No stray spaces"), tr("Spaces at the ends and double ones appear here."));
    }
    showState();
}

} // namespace kontor::ui
