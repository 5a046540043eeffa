#include "exchange/import_check_step.h"

#include "exchange/import_work_bar.h"
#include "exchange/problem_rows_model.h"
#include "theme/metrics.h"
#include "widgets/grid_table.h"
#include "widgets/palette_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using exchange::ImportCounts;

namespace {

constexpr int kReasonWidth = 360;

} // namespace

QString countsText(const ImportCounts &counts) {
    QStringList parts{ImportCheckStep::tr("%Ln new", nullptr, int(counts.added))};
    if (counts.filled > 0)
        parts << ImportCheckStep::tr("%Ln filled", nullptr, int(counts.filled));
    if (counts.changed > 0)
        parts << ImportCheckStep::tr("%Ln overwritten", nullptr, int(counts.changed));
    if (counts.unchanged > 0)
        parts << ImportCheckStep::tr("%Ln here already", nullptr, int(counts.unchanged));
    if (counts.rejected > 0)
        parts << ImportCheckStep::tr("%Ln problem(s)", nullptr, int(counts.rejected));
    return parts.join(u" · "_s);
}

ImportCheckStep::ImportCheckStep(ImportSession &session, QWidget *parent)
    : ImportStep(session, parent),
      m_counts(new PaletteLabel(TextRole::Section, TextColour::Normal, this)),
      m_hint(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_work(new ImportWorkBar(session, this)),
      m_problemsTitle(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_model(new ProblemRowsModel(session, this)),
      m_table(new QTableView(this)),
      m_reason(new PaletteLabel(TextRole::Body, TextColour::Normal, this)),
      m_again(new QPushButton(this)),
      m_trial(new QPushButton(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(metrics::kGap);
    m_counts->setWordWrap(true);
    column->addWidget(m_counts);
    m_hint->setWordWrap(true);
    auto *hint = new QHBoxLayout;
    hint->setSpacing(metrics::kGap);
    hint->addWidget(m_hint, 1);
    hint->addWidget(m_trial);
    column->addLayout(hint);
    column->addWidget(m_work);
    auto *title = new QHBoxLayout;
    title->setSpacing(metrics::kGap);
    m_problemsTitle->setWordWrap(true);
    title->addWidget(m_problemsTitle, 1);
    title->addWidget(m_again);
    column->addLayout(title);
    m_table->setModel(m_model);
    makeGridTable(m_table);
    column->addWidget(m_table, 1);
    m_reason->setWordWrap(true);
    column->addWidget(m_reason);
    m_rest = new QWidget(this); // takes the room where there is no table
    column->addWidget(m_rest, 1);
    connect(m_again, &QPushButton::clicked, this, [this] { m_session.check(); });
    connect(m_trial, &QPushButton::clicked, this, &ImportCheckStep::trialWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &row) {
        m_model->showTitlesFor(row.row());
        showReason();
    });
    connect(&session, &ImportSession::workChanged, this, &ImportCheckStep::show);
}

void ImportCheckStep::enter() {
    if (!m_session.checked())
        m_session.check();
    show();
}

bool ImportCheckStep::isReady() const {
    return m_session.checked() && !m_session.isAtWork() && !m_model->hasCorrections() && comingIn() > 0;
}

qint64 ImportCheckStep::comingIn() const {
    const ImportCounts counts = m_session.checked() ? m_session.checked()->total() : ImportCounts();
    return counts.read - counts.rejected;
}

QWidget *ImportCheckStep::firstField() const { return m_table; }

void ImportCheckStep::retranslate() {
    m_work->retranslate(tr("Stop"));
    m_again->setText(tr("Check again"));
    m_again->setAccessibleName(tr("Check again"));
    m_trial->setText(tr("Try with the first %Ln row(s)", nullptr, kTrialRows));
    m_trial->setAccessibleName(m_trial->text());
    m_table->setAccessibleName(tr("Rows with problems"));
    show();
}

void ImportCheckStep::show() {
    const bool isAtWork = m_session.isAtWork();
    m_work->showWork();
    const auto &checked = m_session.checked();
    const bool isDone = checked && !isAtWork;
    if (isAtWork)
        m_counts->setText(tr("Looking at what would happen: %Ln row(s) read.", nullptr, int(m_session.progress().rows)));
    else
        m_counts->setText(checked ? countsText(checked->total()) : tr("The check was stopped."));
    if (isDone && !m_shows) {
        QList<exchange::ProblemRow> problems;
        for (const exchange::FileReport &file : checked->files)
            problems += file.problems;
        m_model->setProblems(problems);
        fitColumns(m_table);
        m_table->setColumnWidth(ProblemRowsModel::kReason, scaled(kReasonWidth));
    }
    m_shows = isDone;
    const bool hasProblems = isDone && m_model->rowCount() > 0;
    m_problemsTitle->setVisible(hasProblems);
    m_problemsTitle->setText(tr(
        "These rows stay out. Put a cell right and check again, or go on without them: they are kept in a file of their own."));
    m_table->setVisible(hasProblems);
    if (hasProblems && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, ProblemRowsModel::kReason));
    m_reason->setVisible(hasProblems);
    showReason();
    m_rest->setVisible(!hasProblems);
    m_hint->setVisible(!isAtWork);
    m_hint->setText(tr("Nothing is written yet."));
    m_again->setVisible((isDone && m_model->hasCorrections()) || (!isAtWork && !checked));
    m_trial->setVisible(isReady() && checked->total().read > kTrialRows);
    emit stateChanged();
}

// The cell shows its beginning only.
void ImportCheckStep::showReason() {
    const QModelIndex current = m_table->currentIndex();
    m_reason->setText(current.isValid() ? tr("Row %1: %2")
                                              .arg(current.siblingAtColumn(ProblemRowsModel::kRow).data().toString(),
                                                   current.siblingAtColumn(ProblemRowsModel::kReason).data().toString())
                                        : QString());
}

} // namespace kontor::ui
