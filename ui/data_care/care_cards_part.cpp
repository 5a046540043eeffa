#include "data_care/care_cards_part.h"

#include "customers/customer_list.h"
#include "data_care/care_cards_model.h"
#include "data_care/care_table.h"
#include "main_window/page_table.h"
#include "theme/metrics.h"
#include "widgets/empty_state.h"
#include "widgets/palette_label.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMost = 500; // that are shown
constexpr int kFilledWidth = 88;

} // namespace

CareCardsPart::CareCardsPart(CareCounts &counts, workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : CareTablePart(counts, workspace, shell, parent),
      m_model(new CareCardsModel(counts, shell.formats(), this)),
      m_empty(new EmptyState(this)),
      m_body(new QStackedWidget(this)) {
    makeTable(m_model);
    for (const auto part : {CareCardsModel::kCustomer, CareCardsModel::kLacks})
        table()->horizontalHeader()->setSectionResizeMode(part, QHeaderView::Stretch);
    table()->setColumnWidth(CareCardsModel::kFilled, scaled(kFilledWidth));
    m_body->addWidget(table());
    m_body->addWidget(m_empty);
    column()->addWidget(m_body, 1);
    connect(table(), &QTableView::activated, this, [this](const QModelIndex &index) {
        m_shell.go({page::kCustomers, m_model->customerAt(index.row())});
    });
    connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CarePart::stateChanged);
    connect(&counts, &CareCounts::expectedChanged, this, [this] {
        if (isVisible())
            showCounts();
    });
}

QString CareCardsPart::count() const {
    if (!m_counts.isKnown())
        return {};
    const qint64 incomplete = m_counts.survey().customers() - m_counts.survey().complete(m_counts.expectedFields());
    return incomplete > 0 ? m_shell.formats().number(incomplete) : QString();
}

Id CareCardsPart::currentCustomer() const { return table()->currentRow() < 0 ? Id() : m_model->customerAt(table()->currentRow()); }

void CareCardsPart::showCounts() {
    const QList<data_care::Emptiest> found = m_counts.survey().emptiest(m_counts.expectedFields(), kMost);
    QList<Id> ids;
    QHash<Id, quint64> missing;
    for (const data_care::Emptiest &card : found) {
        ids << card.id;
        missing.insert(card.id, card.missing);
    }
    m_workspace.read(
        this, [ids, today = m_shell.formats().today()](db::Database &database) { return customerRows(database, ids, today); },
        [this, missing, number = ++m_number](Result<QList<CustomerRow>> rows) {
            if (number != m_number)
                return;
            if (!rows)
                return m_shell.showError(rows.error());
            QList<CareCardsModel::Row> cards;
            for (const CustomerRow &row : std::as_const(*rows))
                cards.append({row.id, row.name, missing.value(row.id)});
            const int at = table()->currentRow();
            m_model->setRows(cards);
            table()->goToRow(at);
            showState();
        });
    showState();
}

void CareCardsPart::showState() {
    const qint64 complete = m_counts.isKnown() ? m_counts.survey().complete(m_counts.expectedFields()) : 0;
    hint()->setText(tr("%Ln card(s) have every field that is ticked under Fields. Enter opens a card.", nullptr, int(complete)));
    m_body->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(table()) : m_empty);
    emit stateChanged();
}

void CareCardsPart::retranslate() {
    table()->setAccessibleName(tr("Cards that lack most"));
    m_empty->setContent("check"_L1, tr("Every card is complete"),
                        tr("Which fields a complete card has is chosen under Fields."));
    showState();
}

} // namespace kontor::ui
