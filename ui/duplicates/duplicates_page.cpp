#include "duplicates/duplicates_page.h"

#include "duplicates/duplicate_groups_model.h"
#include "duplicates/merge_dialog.h"
#include "duplicates/merge_model.h"
#include "duplicates/not_duplicates.h"
#include "main_window/page_table.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/empty_state.h"
#include "widgets/grid_table.h"
#include "widgets/page_title.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kParts = 1000; // of the progress bar
constexpr int kReasonWidth = 240;

} // namespace

DuplicatesPage::DuplicatesPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : Page(workspace, shell, parent),
      m_model(new DuplicateGroupsModel(this)),
      m_title(new PageTitle(this)),
      m_compare(new QPushButton(this)),
      m_different(new QPushButton(this)),
      m_open(new QPushButton(this)),
      m_again(new QPushButton(this)),
      m_progress(new QProgressBar(this)),
      m_body(new QStackedWidget(this)),
      m_table(new QTableView(this)),
      m_empty(new EmptyState(this)) {
    build();
    wire();
    retranslate();
}

void DuplicatesPage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kGap, kPage, kPane);
    column->setSpacing(kLabelGap);
    column->addWidget(m_title);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(kGap);
    makePrimary(m_compare);
    m_again->setFlat(true);
    for (QPushButton *button : {m_compare, m_different, m_open})
        acts->addWidget(button);
    acts->addStretch(1);
    acts->addWidget(m_again);
    column->addLayout(acts);
    m_progress->setRange(0, kParts);
    m_progress->setTextVisible(false);
    column->addWidget(m_progress);
    m_table->setModel(m_model);
    makeGridTable(m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSectionResizeMode(DuplicateGroupsModel::kCustomers, QHeaderView::Stretch);
    m_table->setColumnWidth(DuplicateGroupsModel::kReason, scaled(kReasonWidth));
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);
    column->addWidget(m_body, 1);
}

void DuplicatesPage::wire() {
    connect(m_compare, &QPushButton::clicked, this, &DuplicatesPage::compare);
    connect(m_different, &QPushButton::clicked, this, &DuplicatesPage::keepApart);
    connect(m_open, &QPushButton::clicked, this, &DuplicatesPage::openCards);
    connect(m_again, &QPushButton::clicked, this, &DuplicatesPage::look);
    connect(m_table, &QTableView::activated, this, &DuplicatesPage::compare);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DuplicatesPage::showState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &DuplicatesPage::showState);
}

void DuplicatesPage::retranslate() {
    m_title->setTitle(title());
    m_compare->setText(tr("Compare and merge…"));
    m_compare->setAccessibleName(tr("Compare and merge"));
    m_different->setText(tr("Not duplicates"));
    m_different->setAccessibleName(tr("Not duplicates"));
    m_open->setText(tr("Open the first card"));
    m_open->setAccessibleName(tr("Open the first card"));
    m_again->setText(tr("Look again"));
    m_again->setAccessibleName(tr("Look again"));
    m_progress->setAccessibleName(tr("Progress"));
    m_table->setAccessibleName(tr("Likely duplicates"));
    showState();
}

void DuplicatesPage::open(const Place &) {
    if (!m_hasLooked && !isLooking())
        look();
    m_table->setFocus(Qt::OtherFocusReason);
    emit stateChanged();
}

Place DuplicatesPage::place() const { return {page::kDuplicates}; }

int DuplicatesPage::row() const { return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1; }

Id DuplicatesPage::currentCustomer() const { return row() >= 0 ? m_model->groupAt(row()).customers.first().id : Id{}; }

QList<QWidget *> DuplicatesPage::panes() const { return {m_table}; }

void DuplicatesPage::look() {
    if (isLooking())
        return;
    m_search = std::make_shared<duplicates::DuplicateSearch>();
    m_model->setGroups({});
    showState();
    lookOn();
}

// In short pieces, so that whoever else reads or writes comes in between.
void DuplicatesPage::lookOn() {
    m_workspace.read(
        this, [search = m_search](db::Database &database) { return search->step(database); },
        [this](Result<bool> done) {
            if (done && !*done) {
                m_progress->setValue(m_search->total() > 0 ? int(kParts * m_search->done() / m_search->total()) : 0);
                return lookOn();
            }
            m_hasLooked = done.has_value();
            if (done)
                m_model->setGroups(m_search->takeGroups());
            m_search.reset();
            if (m_model->rowCount() > 0)
                m_table->setCurrentIndex(m_model->index(0, 0));
            showState();
            if (!done)
                m_shell.showError(done.error());
        },
        workspace::Urgency::Background);
}

void DuplicatesPage::showState() {
    const bool isEmpty = m_model->rowCount() == 0;
    m_title->setCount(isEmpty ? QString() : m_shell.formats().number(m_model->rowCount()));
    m_progress->setVisible(isLooking());
    m_again->setEnabled(!isLooking());
    for (QPushButton *button : {m_compare, m_different, m_open})
        button->setEnabled(row() >= 0 && !m_workspace.isReadOnly());
    m_open->setEnabled(row() >= 0);
    if (isLooking())
        m_empty->setContent("people"_L1, tr("Looking through all customers…"), {});
    else
        m_empty->setContent("check"_L1, tr("No duplicates found"),
                            tr("Customers with the same phone number, e-mail address or a similar name appear here."));
    m_body->setCurrentWidget(isEmpty ? static_cast<QWidget *>(m_empty) : m_table);
    emit stateChanged();
}

void DuplicatesPage::compare() {
    if (row() < 0 || m_workspace.isReadOnly())
        return;
    const QList<duplicates::FoundCustomer> customers = m_model->groupAt(row()).customers;
    using Sides = std::pair<duplicates::MergeSide, duplicates::MergeSide>;
    m_workspace.read(
        this,
        [keep = customers.at(0).id, other = customers.at(1).id](db::Database &database) -> Result<Sides> {
            TRY(first, duplicates::loadMergeSide(database, keep));
            TRY(second, duplicates::loadMergeSide(database, other));
            return Sides{first, second};
        },
        [this](Result<Sides> sides) {
            if (!sides)
                return m_shell.showError(sides.error());
            auto *dialog = new MergeDialog(sides->first, sides->second, m_shell.formats(), this);
            connect(dialog, &QDialog::accepted, this, [this, dialog] { merge(dialog); });
            dialog->open();
        });
}

void DuplicatesPage::merge(MergeDialog *dialog) {
    const duplicates::MergeRequest request = dialog->request();
    m_workspace.write(
        duplicates::mergeInfo(request.keep, request.other),
        [request](workspace::Recorder &recorder) { return duplicates::merge(recorder, request); }, this,
        [this, request](Result<duplicates::MergeOutcome> outcome) {
            if (!outcome)
                return m_shell.showError(outcome.error());
            m_model->takeOut(request.other);
            m_shell.showUndoToast(tr("The two customers are one now."));
        });
}

void DuplicatesPage::keepApart() {
    if (row() < 0)
        return;
    QList<Id> ids;
    for (const duplicates::FoundCustomer &customer : m_model->groupAt(row()).customers)
        ids << customer.id;
    m_workspace.write(
        duplicates::notDuplicatesInfo(ids.first()),
        [ids](workspace::Recorder &recorder) { return duplicates::markNotDuplicates(recorder, ids); }, this,
        [this, ids](Result<void> marked) {
            if (!marked)
                return m_shell.showError(marked.error());
            for (qsizetype i = 1; i < ids.size(); ++i)
                m_model->takeOut(ids.at(i));
            m_shell.showUndoToast(tr("They stay apart and will not be proposed again."));
        });
}

void DuplicatesPage::openCards() {
    if (currentCustomer().isValid())
        m_shell.go({page::kCustomers, currentCustomer()});
}

} // namespace kontor::ui
