#include "exchange/import_columns_step.h"

#include "exchange/choice_delegate.h"
#include "exchange/import_columns_model.h"
#include "exchange/import_date_questions.h"
#include "exchange/import_new_field.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/grid_table.h"
#include "widgets/palette_label.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTitleWidth = 200;
constexpr int kGoesToWidth = 240;
constexpr qsizetype kTitlesShown = 8;

QString shortened(const QStringList &titles) {
    const QString first = titles.mid(0, kTitlesShown).join(u", "_s);
    return titles.size() > kTitlesShown ? ImportColumnsStep::tr("%1 …").arg(first) : first;
}

QList<CellChoice> choicesOf(const ImportColumnsModel &model, int row) {
    QList<CellChoice> choices;
    for (const exchange::FieldChoice &field : model.choices(row))
        choices.append({field.name, field.label});
    return choices;
}

} // namespace

ImportColumnsStep::ImportColumnsStep(ImportSession &session, const Formats &formats, QWidget *parent)
    : ImportStep(session, parent),
      m_model(new ImportColumnsModel(session, this)),
      m_table(new QTableView(this)),
      m_leftOut(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_newField(new ImportNewField(session, this)),
      m_dates(new ImportDateQuestions(session, formats, m_newField->lastField(), this)),
      m_previous(new QToolButton(this)),
      m_next(new QToolButton(this)),
      m_sample(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_remember(new QCheckBox(this)),
      m_name(new QLineEdit(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::kGap);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(
        ImportColumnsModel::kGoesTo,
        new ChoiceDelegate([this](int row) { return choicesOf(*m_model, row); }, ImportColumnsModel::kTitle, this));
    openChoicesAtOnce(m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    makeGridTable(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(ImportColumnsModel::kFirstValues, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(ImportColumnsModel::kSure, QHeaderView::ResizeToContents);
    m_table->setColumnWidth(ImportColumnsModel::kTitle, scaled(kTitleWidth));
    m_table->setColumnWidth(ImportColumnsModel::kGoesTo, scaled(kGoesToWidth));
    column->addWidget(m_table, 1);
    column->addWidget(m_newField);
    m_leftOut->setWordWrap(true);
    column->addWidget(m_leftOut);
    column->addWidget(m_dates);
    auto *sample = new QHBoxLayout;
    sample->setSpacing(metrics::kGap);
    m_previous->setIcon(Icon::get("chevron-start"_L1));
    m_next->setIcon(Icon::get("chevron-end"_L1));
    m_sample->setWordWrap(true);
    sample->addWidget(m_previous);
    sample->addWidget(m_next);
    sample->addWidget(m_sample, 1);
    column->addLayout(sample);
    auto *memory = new QHBoxLayout;
    memory->setSpacing(metrics::kGap);
    m_name->setMinimumWidth(scaled(kGoesToWidth));
    memory->addWidget(m_remember);
    memory->addWidget(m_name);
    memory->addStretch(1);
    column->addLayout(memory);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImportColumnsStep::showNewField);
    connect(m_model, &ImportColumnsModel::fieldMade, m_newField, &ImportNewField::begin);
    connect(m_newField, &ImportNewField::checked, this, &ImportColumnsStep::stateChanged);
    connect(m_newField, &ImportNewField::done, this, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_remember, &QCheckBox::clicked, this, [this] { m_isRememberChosen = true, remember(); });
    connect(m_name, &QLineEdit::textChanged, this, &ImportColumnsStep::remember);
    connect(m_previous, &QToolButton::clicked, this, [this] { --m_row, showSample(); });
    connect(m_next, &QToolButton::clicked, this, [this] { ++m_row, showSample(); });
    connect(&session, &ImportSession::read, this, [this] {
        m_row = 0;
        show();
        showMemory();
    });
}

bool ImportColumnsStep::isReady() const {
    return m_session.isRead() && m_model->leftOut().size() < m_model->rowCount() && m_newField->isUsable();
}

QWidget *ImportColumnsStep::firstField() const { return m_table; }

void ImportColumnsStep::retranslate() {
    m_table->setAccessibleName(tr("Columns of the file"));
    m_remember->setText(tr("Remember this mapping as"));
    m_name->setAccessibleName(tr("Name of the mapping"));
    m_previous->setAccessibleName(tr("Row before"));
    m_previous->setToolTip(tr("Row before"));
    m_next->setAccessibleName(tr("Next row"));
    m_next->setToolTip(tr("Next row"));
    m_newField->retranslate();
    show();
}

void ImportColumnsStep::showNewField() { m_newField->show(m_table->currentIndex().row()); }

void ImportColumnsStep::show() {
    if (!m_session.isRead())
        return;
    const QStringList leftOut = m_model->leftOut();
    m_leftOut->setVisible(!leftOut.isEmpty());
    m_leftOut->setText(tr("%Ln column(s) will be left out: %1", nullptr, int(leftOut.size())).arg(shortened(leftOut)));
    m_leftOut->setToolTip(leftOut.size() > kTitlesShown ? leftOut.join(u", "_s) : QString());
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, ImportColumnsModel::kGoesTo));
    showNewField();
    m_dates->show(m_session.table().dateQuestions);
    showSample();
    emit stateChanged();
}

// Where the person has made choices they are remembered, unless the person says otherwise.
void ImportColumnsStep::showMemory() {
    if (m_name->text().isEmpty() || m_lastPath != m_session.path()) {
        m_lastPath = m_session.path();
        m_isRememberChosen = false;
        const auto &preset = m_session.table().preset;
        m_name->setText(!m_session.mappingName().isEmpty() ? m_session.mappingName()
                        : preset                           ? preset->program
                                                           : QFileInfo(m_session.fileName()).completeBaseName());
        m_name->setCursorPosition(0);
    }
    if (!m_isRememberChosen)
        m_remember->setChecked(m_session.hasOwnChoices());
    remember();
}

void ImportColumnsStep::remember() {
    m_name->setEnabled(m_remember->isChecked());
    m_session.rememberAs(m_remember->isChecked() ? m_name->text() : QString());
}

void ImportColumnsStep::showSample() {
    const exchange::TablePreview &table = m_session.table();
    m_previous->setEnabled(m_row > 0);
    m_next->setEnabled(m_row + 1 < table.rows.size());
    const workspace::Workspace &workspace = m_session.workspace();
    QStringList lines;
    for (const QString &line : exchange::previewRow(table, m_row, workspace.settings(), workspace.clock()))
        lines << m_dates->dayText(line);
    m_sample->setText(lines.isEmpty() ? QString()
                                      : tr("Row %1 becomes: %2").arg(QLocale().toString(m_row + 1), lines.join(u" · "_s)));
}

} // namespace kontor::ui
