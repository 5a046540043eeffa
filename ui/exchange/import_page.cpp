#include "exchange/import_page.h"

#include "exchange/import_check_step.h"
#include "exchange/import_columns_step.h"
#include "exchange/import_done_step.h"
#include "exchange/import_matching_step.h"
#include "exchange/import_reading_step.h"
#include "exchange/import_source_step.h"
#include "main_window/page_table.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "theme/text_role.h"
#include "widgets/bidi.h"
#include "widgets/page_title.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

// Of the current step, which its colour alone would tell else; all but the weight is that of the list.
QFont emphasis() {
    QFont font;
    font.setWeight(textFont(TextRole::Strong).weight());
    return font;
}

} // namespace

ImportPage::ImportPage(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : Page(workspace, shell, parent),
      m_session(workspace),
      m_title(new PageTitle(this)),
      m_names(new QListWidget(this)),
      m_body(new QStackedWidget(this)),
      m_source(new ImportSourceStep(m_session, shell.formats(), m_body)),
      m_check(new ImportCheckStep(m_session, m_body)),
      m_done(new ImportDoneStep(m_session, m_body)),
      m_steps{m_source,
              new ImportReadingStep(m_session, shell.formats(), m_body),
              new ImportColumnsStep(m_session, shell.formats(), m_body),
              new ImportMatchingStep(m_session, m_body),
              m_check,
              m_done},
      m_back(new QPushButton(this)),
      m_next(new QPushButton(this)) {
    build();
    wire();
    retranslate();
}

void ImportPage::build() {
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kGap, kPage, kPane);
    column->setSpacing(kLabelGap);
    column->addWidget(m_title);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(kPage);
    for (ImportStep *step : std::as_const(m_steps)) {
        m_names->addItem(QString());
        m_body->addWidget(step);
    }
    m_names->setFrameShape(QFrame::NoFrame);
    m_names->setTabKeyNavigation(false);
    m_names->viewport()->setAutoFillBackground(false);
    middle->addWidget(m_names, 0, Qt::AlignTop);
    middle->addWidget(m_body, 1);
    column->addLayout(middle, 1);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(kGap);
    acts->addStretch(1);
    acts->addWidget(m_back);
    acts->addWidget(m_next);
    makePrimary(m_next);
    column->addLayout(acts);
}

void ImportPage::wire() {
    connect(m_names, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= kSource && row != step() && isReachable(row))
            goTo(row);
    });
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(isRunOfFeed() ? kSource : step() - 1); });
    connect(m_next, &QPushButton::clicked, this, &ImportPage::goOn);
    for (ImportStep *step : std::as_const(m_steps))
        connect(step, &ImportStep::stateChanged, this, &ImportPage::showState);
    connect(m_source, &ImportSourceStep::textRefused, this, [this] {
        m_shell.showError(
            {Code::Invalid,
             tr("What was copied last is no table. Select the cells in the other program, copy them, then paste again."),
             {},
             {}});
    });
    connect(&m_session, &ImportSession::problem, this, [this](const Error &error) {
        m_shell.showError(error);
        m_error = error.message;
        if (isRunOfFeed())
            goTo(kSource);
    });
    connect(m_source, &ImportSourceStep::newFileWanted, this, &ImportPage::newFileWanted);
    connect(&m_session, &ImportSession::exportChosen, this, [this] { goTo(kSource); });
    connect(&m_session, &ImportSession::read, this, [this] {
        if (!m_error.isEmpty())
            emit errorOver(std::exchange(m_error, {}));
        m_source->retranslate();
        if (step() == kSource)
            goTo(kReading);
        showState();
    });
    connect(&m_session, &ImportSession::workChanged, this, [this] { // after the steps, which show it too
        showState();
        if (std::exchange(m_wasAtWork, m_session.isAtWork()) && !m_wasAtWork)
            takeFocusBack();
    });
    connect(m_check, &ImportCheckStep::trialWanted, this, [this] { import(ImportCheckStep::kTrialRows); });
    connect(m_source, &ImportSourceStep::feedWanted, this, [this](const exchange::Feed &feed) {
        m_session.runFeed(feed);
        goTo(kDone);
    });
    connect(m_done, &ImportDoneStep::showWanted, this, &ImportPage::showImported);
    connect(m_done, &ImportDoneStep::undoWanted, this, [this] { undoImport(After::BeginAnew); });
    connect(m_done, &ImportDoneStep::allWanted, this, [this] { undoImport(After::TakeAll); });
    connect(m_done, &ImportDoneStep::anotherWanted, this, &ImportPage::beginAnew);
}

void ImportPage::retranslate() {
    m_title->setTitle(title());
    m_back->setText(tr("Back"));
    m_back->setAccessibleName(tr("Back"));
    m_back->setToolTip(tr("Back (Esc)"));
    m_next->setToolTip(tr("Go on (Enter)"));
    for (int i = 0; i < m_steps.size(); ++i) {
        m_steps.at(i)->retranslate();
        const QString name = tr("%1 %2").arg(QLocale().toString(i + 1), m_steps.at(i)->title());
        m_names->item(i)->setText(name);
    }
    m_names->setAccessibleName(tr("Steps"));
    fitNames();
    showState();
}

void ImportPage::open(const Place &place) {
    if (const QString path = place.view.value(u"file"_s).toString();
        !path.isEmpty() && path != m_session.path() && !m_session.isImporting())
        beginAnew(), start(path);
    else
        goTo(step());
}

Place ImportPage::place() const { return {page::kImport}; }

bool ImportPage::escape() {
    if (m_session.isImporting() || step() == kSource || step() == kDone)
        return false;
    goTo(step() - 1);
    return true;
}

QList<QWidget *> ImportPage::panes() const { return {m_names, m_steps.at(step())->firstField()}; }

int ImportPage::step() const { return m_body->currentIndex(); }

// It has no steps before the last: the first one offers it.
bool ImportPage::isRunOfFeed() const { return step() == kDone && m_session.isFeed() && !m_session.isRead(); }

bool ImportPage::isReachable(int step) const {
    if (step == kSource)
        return !m_session.isImporting();
    if (m_session.isImporting() || !m_session.isRead() || m_session.imported())
        return step == this->step();
    return step <= this->step();
}

QString ImportPage::whyUnreachable(int step) const {
    if (isReachable(step))
        return {};
    if (m_session.isImporting())
        return tr("Not while rows come in. Stop the import, or wait until it is done.");
    if (m_session.imported())
        return tr("This import is done. The next one begins at the step Source.");
    return tr("Comes after the steps before it.");
}

void ImportPage::goTo(int step) {
    if (step < kSource || step > kDone)
        return;
    m_body->setCurrentIndex(step);
    m_steps.at(step)->enter();
    showState();
    focusStep();
    m_shell.announce(m_names->item(step)->text());
}

void ImportPage::goOn() {
    if (step() == kCheck)
        return import(0);
    goTo(step() + 1);
}

void ImportPage::showState() {
    const int at = step();
    for (int i = 0; i < m_steps.size(); ++i) {
        m_names->item(i)->setFlags(isReachable(i) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags);
        m_names->item(i)->setToolTip(whyUnreachable(i));
        m_names->item(i)->setFont(i == at ? emphasis() : QFont());
    }
    m_names->setCurrentRow(at);
    const bool isStopped = at == kDone && !m_session.imported() && !m_session.isImporting();
    m_back->setVisible(isStopped || (at > kSource && at < kDone));
    m_back->setEnabled(!m_session.isImporting());
    m_next->setVisible(at < kDone && (at > kSource || m_session.isRead()));
    m_next->setEnabled(m_steps.at(at)->isReady());
    if (at == kCheck)
        m_next->setText(m_check->isReady() ? tr("Import %Ln row(s)", nullptr, int(m_check->comingIn())) : tr("Import"));
    else if (at < kCheck)
        m_next->setText(tr("Next: %1").arg(m_steps.at(at + 1)->title()));
    m_next->setAccessibleName(m_next->text());
    emit stateChanged();
}

void ImportPage::fitNames() {
    for (int i = 0; i < m_names->count(); ++i) // each as wide as it is when it is the current one
        m_names->item(i)->setFont(emphasis());
    const int rows = m_names->sizeHintForRow(0) * m_names->count();
    m_names->setFixedSize(m_names->sizeHintForColumn(0) + 2 * kPane, rows + kGap);
}

// Its first field; where there is none to be used yet, the names of the steps: Enter there does nothing that cannot be meant.
void ImportPage::focusStep() {
    QWidget *first = m_steps.at(step())->firstField();
    const bool isUsable = first->isVisibleTo(this) && first->isEnabledTo(this);
    QWidget *field = isUsable                                           ? first
                     : m_next->isVisibleTo(this) && m_next->isEnabled() ? static_cast<QWidget *>(m_next)
                                                                        : m_names;
    field->setFocus(Qt::OtherFocusReason);
}

// A button that vanished with the work that it stopped leaves the keys to what comes next here, unless the person is typing elsewhere.
void ImportPage::takeFocusBack() {
    const QWidget *focus = window()->focusWidget();
    const bool waits = focus == m_names && step() >= kCheck; // for what was under way
    const bool isHere = focus && !waits && isAncestorOf(focus) && focus->isVisible() && focus->isEnabled();
    if (isVisible() && !isHere && !qobject_cast<const QLineEdit *>(focus))
        focusStep();
}

// Enter presses the button that has the focus, else it goes on. Cells that are being edited keep it.
void ImportPage::keyPressEvent(QKeyEvent *event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return Page::keyPressEvent(event);
    auto *pressed = qobject_cast<QPushButton *>(window()->focusWidget());
    QPushButton *button = pressed && isAncestorOf(pressed) ? pressed : m_next;
    if (button->isVisible() && button->isEnabled())
        button->click();
}

void ImportPage::dragEnterEvent(QDragEnterEvent *event) {
    if (event->mimeData()->hasUrls() && !m_session.isImporting())
        event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent *event) {
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    goTo(kSource);
    m_session.start(path);
}

} // namespace kontor::ui
