#include "data_care/data_care_page.h"

#include "data_care/care_cards_part.h"
#include "data_care/care_duplicates_part.h"
#include "data_care/care_fields_part.h"
#include "data_care/care_fixes_part.h"
#include "data_care/care_silent_part.h"
#include "data_care/past_imports_part.h"
#include "main_window/page_table.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/page_title.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using data_care::CareKind;

namespace {

constexpr int kParts = 1000; // of the progress bar

} // namespace

DataCarePage::DataCarePage(workspace::Workspace &workspace, Shell &shell, QWidget *parent)
    : Page(workspace, shell, parent),
      m_counts(workspace),
      m_title(new PageTitle(this)),
      m_state(new PaletteLabel(TextRole::Body, TextColour::Second, this)),
      m_progress(new QProgressBar(this)),
      m_again(new QPushButton(this)),
      m_names(new QListWidget(this)),
      m_body(new QStackedWidget(this)) {
    m_parts = {new CareFieldsPart(m_counts, workspace, shell, m_body), new CareCardsPart(m_counts, workspace, shell, m_body)};
    for (const CareKind kind : data_care::kCareKinds)
        m_parts << new CareFixesPart(kind, m_counts, workspace, shell, m_body);
    m_parts << new CareSilentPart(m_counts, workspace, shell, m_body)
            << new CareDuplicatesPart(m_counts, workspace, shell, m_body)
            << new PastImportsPart(m_counts, workspace, shell, m_body);
    build();
    wire();
    retranslate();
}

void DataCarePage::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPage, kGap, kPage, kPane);
    column->setSpacing(kLabelGap);
    column->addWidget(m_title);
    auto *state = new QHBoxLayout;
    state->setSpacing(kGap);
    state->addWidget(m_state);
    m_progress->setRange(0, kParts);
    m_progress->setTextVisible(false);
    state->addWidget(m_progress, 1);
    state->addStretch(0);
    m_again->setFlat(true);
    state->addWidget(m_again);
    column->addLayout(state);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(kPage);
    for (CarePart *part : std::as_const(m_parts)) {
        m_names->addItem(QString());
        m_body->addWidget(part);
    }
    m_names->setFrameShape(QFrame::NoFrame);
    m_names->setTabKeyNavigation(false);
    m_names->viewport()->setAutoFillBackground(false);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setCurrentRow(0);
    middle->addWidget(m_names, 0, Qt::AlignTop);
    middle->addWidget(m_body, 1);
    column->addLayout(middle, 1);
}

void DataCarePage::wire() {
    connect(m_names, &QListWidget::currentRowChanged, this, &DataCarePage::showPart);
    connect(m_names, &QListWidget::itemActivated, this, [this] { part()->firstField()->setFocus(Qt::OtherFocusReason); });
    connect(m_again, &QPushButton::clicked, this, [this] { m_counts.isCounting() ? m_counts.stop() : m_counts.countAgain(); });
    connect(&m_counts, &CareCounts::progressed, this, &DataCarePage::showState);
    connect(&m_counts, &CareCounts::failed, this, [this](const Error &error) { m_shell.showError(error); });
    connect(&m_counts, &CareCounts::expectedChanged, this, &DataCarePage::showState);
    connect(&m_counts, &CareCounts::changed, this, [this] {
        if (isVisible()) { // else open() shows it
            part()->showCounts();
            showState();
        }
        if (m_counts.isKnown())
            emit countKnown(m_counts.survey().needing(CareKind::Phones) + m_counts.survey().needing(CareKind::Emails));
    });
    for (CarePart *part : std::as_const(m_parts))
        connect(part, &CarePart::stateChanged, this, &Page::stateChanged);
}

void DataCarePage::retranslate() {
    m_title->setTitle(title());
    m_names->setAccessibleName(tr("What to look after"));
    m_progress->setAccessibleName(tr("Progress"));
    for (CarePart *part : std::as_const(m_parts))
        part->retranslate();
    showState();
}

void DataCarePage::open(const Place &place) {
    m_counts.want();
    if (const int row = place.view.value(u"part"_s, -1).toInt(); row >= 0)
        m_names->setCurrentRow(qMin(row, int(m_parts.size()) - 1));
    showPart();
    m_names->setFocus(Qt::OtherFocusReason);
}

Place DataCarePage::place() const { return {page::kDataCare, {}, {{u"part"_s, m_body->currentIndex()}}}; }

Id DataCarePage::currentCustomer() const { return part()->currentCustomer(); }

QList<QWidget *> DataCarePage::panes() const { return {m_names, part()->firstField()}; }

void DataCarePage::onChanged(const workspace::ChangeSet &changes) {
    m_counts.note(changes);
    if (isVisible() && changes.touches("operation"))
        part()->showCounts();
}

CarePart *DataCarePage::part() const { return m_parts.at(m_body->currentIndex()); }

void DataCarePage::goTo(int part) { m_names->setCurrentRow(part); }

void DataCarePage::showEvent(QShowEvent *event) {
    Page::showEvent(event);
    m_counts.setWatched(true);
}

void DataCarePage::hideEvent(QHideEvent *event) {
    Page::hideEvent(event);
    m_counts.setWatched(false);
}

void DataCarePage::showPart() {
    m_body->setCurrentIndex(qMax(0, m_names->currentRow()));
    part()->showCounts();
    showState();
    emit stateChanged();
}

void DataCarePage::showState() {
    const Formats &formats = m_shell.formats();
    const bool isCounting = m_counts.isCounting();
    m_title->setCount(m_counts.isKnown() ? tr("%Ln customer(s)", nullptr, int(m_counts.survey().customers())) : QString());
    m_progress->setVisible(isCounting);
    m_progress->setValue(m_counts.total() > 0 ? int(kParts * m_counts.done() / m_counts.total()) : 0);
    if (isCounting)
        m_state->setText(tr("Looking through %1 of %2 customers.").arg(formats.number(m_counts.done()), formats.number(m_counts.total())));
    else if (m_counts.isKnown())
        //: When: "Today 14:05".
        m_state->setText(tr("Looked through: %1. What changes since is counted at once.").arg(formats.when(*m_counts.countedAt())));
    else
        m_state->setText(tr("Not looked through yet."));
    m_again->setText(isCounting ? tr("Stop") : m_counts.isKnown() ? tr("Look again") : tr("Look through all customers"));
    m_again->setAccessibleName(m_again->text());
    for (int i = 0; i < m_parts.size(); ++i) {
        const QString count = m_parts.at(i)->count();
        //: A part of data care, and how many customers it is about.
        m_names->item(i)->setText(count.isEmpty() ? m_parts.at(i)->title() : tr("%1: %2").arg(m_parts.at(i)->title(), count));
    }
    fitNames();
}

void DataCarePage::fitNames() {
    const int rows = m_names->sizeHintForRow(0) * m_names->count();
    m_names->setFixedSize(m_names->sizeHintForColumn(0) + 2 * kPane, rows + kGap);
}

} // namespace kontor::ui
