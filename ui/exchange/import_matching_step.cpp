#include "exchange/import_matching_step.h"

#include "exchange/choice_delegate.h"
#include "exchange/import_work_bar.h"
#include "exchange/matched_rows_model.h"
#include "forms/flow_layout.h"
#include "theme/metrics.h"
#include "widgets/grid_table.h"
#include "widgets/palette_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using exchange::OnMatch;

namespace {

constexpr int kHappensWidth = 190;

FlowLayout *addFlow(QVBoxLayout *column) {
    auto *flow = new FlowLayout;
    flow->setSpacing(metrics::kPane);
    flow->setRowSpacing(metrics::kLabelGap);
    column->addLayout(flow);
    return flow;
}

QList<CellChoice> choicesOf(const MatchedRowsModel &model) {
    QList<CellChoice> choices;
    for (const auto &[value, text] : model.choices())
        choices.append({value, text});
    return choices;
}

} // namespace

ImportMatchingStep::ImportMatchingStep(ImportSession &session, QWidget *parent)
    : ImportStep(session, parent),
      m_keysTitle(new PaletteLabel(TextRole::Strong, TextColour::Normal, this)),
      m_matchTitle(new PaletteLabel(TextRole::Strong, TextColour::Normal, this)),
      m_found(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_fill(new QRadioButton(this)),
      m_overwrite(new QRadioButton(this)),
      m_keep(new QRadioButton(this)),
      m_add(new QRadioButton(this)),
      m_companies(new QCheckBox(this)),
      m_work(new ImportWorkBar(session, this)),
      m_again(new QPushButton(this)),
      m_model(new MatchedRowsModel(session, this)),
      m_table(new QTableView(this)),
      m_rest(new QWidget(this)) {
    build();
    connect(m_again, &QPushButton::clicked, this, &ImportMatchingStep::look);
    connect(&session, &ImportSession::workChanged, this, &ImportMatchingStep::show);
    connect(&session, &ImportSession::matchesChanged, this, &ImportMatchingStep::show);
}

void ImportMatchingStep::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::kGap);
    for (PaletteLabel *sentence : {m_keysTitle, m_matchTitle, m_found})
        sentence->setWordWrap(true);
    column->addWidget(m_keysTitle);
    FlowLayout *keys = addFlow(column);
    for (const QString &word : {u"id"_s, u"email"_s, u"phone"_s, u"name+company"_s, u"customer_number"_s}) {
        m_keys.append({word, new QCheckBox(this)});
        m_keys.last().box->setChecked(word != "customer_number"_L1);
        keys->addWidget(m_keys.last().box);
        connect(m_keys.last().box, &QCheckBox::toggled, this, &ImportMatchingStep::choose);
    }
    column->addSpacing(metrics::kGap);
    column->addWidget(m_matchTitle);
    FlowLayout *acts = addFlow(column);
    m_fill->setChecked(true);
    for (QRadioButton *button : {m_fill, m_overwrite, m_keep, m_add}) {
        acts->addWidget(button);
        connect(button, &QRadioButton::toggled, this, &ImportMatchingStep::choose);
    }
    column->addWidget(m_companies);
    connect(m_companies, &QCheckBox::toggled, this, &ImportMatchingStep::choose);
    column->addSpacing(metrics::kGap);
    auto *found = new QHBoxLayout;
    found->setSpacing(metrics::kGap);
    found->addWidget(m_found, 1);
    found->addWidget(m_again);
    column->addLayout(found);
    column->addWidget(m_work);
    buildTable();
    column->addWidget(m_table, 1);
    column->addWidget(m_rest, 1); // takes the room where there is no table
}

void ImportMatchingStep::buildTable() {
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    makeGridTable(m_table);
    auto *delegate = new ChoiceDelegate([this](int) { return choicesOf(*m_model); }, MatchedRowsModel::kInFile, this);
    m_table->setItemDelegateForColumn(MatchedRowsModel::kHappens, delegate);
    openChoicesAtOnce(m_table);
    connect(delegate, &QAbstractItemDelegate::commitData, this, &ImportMatchingStep::takeForSelected);
    QHeaderView *header = m_table->horizontalHeader();
    for (int column : {MatchedRowsModel::kRow, MatchedRowsModel::kSame})
        header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    for (int column : {MatchedRowsModel::kInFile, MatchedRowsModel::kIsAlready})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    m_table->setColumnWidth(MatchedRowsModel::kHappens, scaled(kHappensWidth));
}

QWidget *ImportMatchingStep::firstField() const { return m_keys.first().box; }

void ImportMatchingStep::enter() {
    const bool isOfCustomers = m_session.table().kind == exchange::FileKind::Customers;
    for (const Key &key : std::as_const(m_keys))
        key.box->setEnabled(isOfCustomers);
    m_companies->setVisible(isOfCustomers);
    if (isOfCustomers && !m_session.matches())
        look();
    show();
}

void ImportMatchingStep::retranslate() {
    m_keysTitle->setText(tr("A row is a customer who is here already, or stands in the file twice, if it has the same"));
    const QStringList texts{tr("number in the other program"), tr("e-mail address"), tr("phone number"), tr("name and company"),
                            tr("customer number")};
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        m_keys.at(i).box->setText(texts.at(i));
    m_matchTitle->setText(tr("Of customers who are here already"));
    m_fill->setText(tr("fill empty fields only"));
    m_overwrite->setText(tr("overwrite with what the file has"));
    m_keep->setText(tr("leave everything as it is"));
    m_add->setText(tr("add the row as a new customer all the same"));
    m_companies->setText(tr("Make a customer of every company, too, and link its people to it"));
    m_work->retranslate(tr("Stop"));
    m_again->setText(tr("Look again"));
    m_again->setAccessibleName(tr("Look again"));
    m_table->setAccessibleName(tr("Rows of customers who are here already"));
    show();
}

void ImportMatchingStep::choose() {
    QStringList words;
    bool isUsual = true;
    for (const Key &key : std::as_const(m_keys)) {
        if (key.box->isChecked())
            words << key.word;
        isUsual = isUsual && key.box->isChecked() == (key.word != "customer_number"_L1);
    }
    const OnMatch onMatch = m_overwrite->isChecked() ? OnMatch::Overwrite
                            : m_keep->isChecked()    ? OnMatch::Keep
                            : m_add->isChecked()     ? OnMatch::Add
                                                     : OnMatch::Fill;
    m_session.setMatching(isUsual ? QString() : words.join(u','), words.isEmpty() ? OnMatch::Add : onMatch,
                          m_companies->isChecked());
    m_model->showChoices();
    if (isVisible() && !m_session.matches())
        look();
}

// The check tells it as well; where it is done, the next step has it already.
void ImportMatchingStep::look() { m_session.check(); }

QString ImportMatchingStep::found() const {
    if (!m_session.matches())
        return m_session.isAtWork()
                   ? tr("Looking who is here already: %Ln row(s) read.", nullptr, int(m_session.progress().rows))
                   : tr("It was not looked who is here already.");
    const qint64 rows = m_session.matched();
    if (rows == 0)
        return tr("Nobody in the file is here already, and nobody stands in it twice.");
    const QString all = tr("%Ln row(s) are about somebody who is here already or stands in the file twice.", nullptr, int(rows));
    return rows > m_model->rowCount() ? all + u' ' + tr("The first %1 are listed.").arg(QLocale().toString(m_model->rowCount()))
                                      : all;
}

void ImportMatchingStep::show() {
    const bool isOfCustomers = m_session.isRead() && m_session.table().kind == exchange::FileKind::Customers;
    const bool isKnown = m_session.matches().has_value();
    m_found->setVisible(isOfCustomers);
    m_found->setText(found());
    m_work->showWork();
    m_work->setVisible(isOfCustomers && !isKnown && m_session.isAtWork());
    m_again->setVisible(isOfCustomers && !isKnown && !m_session.isAtWork());
    const bool hasRows = isOfCustomers && m_model->rowCount() > 0;
    m_table->setVisible(hasRows);
    m_rest->setVisible(!hasRows);
    emit stateChanged();
}

// What is chosen in one of the selected rows holds for all of them.
void ImportMatchingStep::takeForSelected(QWidget *editor) {
    const QVariant value = static_cast<QComboBox *>(editor)->currentData();
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows(MatchedRowsModel::kHappens))
        m_model->setData(row, value, Qt::EditRole);
}

} // namespace kontor::ui
