#include "call_session/call_desk.h"

#include "call_session/call_queue.h"
#include "communication/proposed_step.h"
#include "customers/mini_card.h"
#include "forms/date_words_edit.h"
#include "forms/growing_text_edit.h"
#include "forms/quick_chip.h"
#include "forms/quick_keys.h"
#include "interactions/timeline_view.h"
#include "theme/icon.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"
#include "widgets/page_title.h"
#include "widgets/palette_label.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kRoomForMessage = 60;
constexpr int kMaximumLines = 6;
constexpr int kPauseMs = 1'000;
constexpr qint64 kMinute = 60;
constexpr qsizetype kNamesShown = 3;

} // namespace

CallDesk::CallDesk(CallQueueModel *queue, const Formats &formats, QWidget *parent)
    : QWidget(parent),
      m_formats(formats),
      m_title(new PageTitle(this)),
      m_queue(new CallQueueView(queue, this)),
      m_leftOut(new PaletteLabel(TextRole::Caption, TextColour::Third, this)),
      m_card(new MiniCard(formats, this)),
      m_cardArea(new QScrollArea(this)),
      m_hours(new PaletteLabel(TextRole::Caption, TextColour::Second, this)),
      m_goal(new PaletteLabel(TextRole::Strong, TextColour::Normal, this)),
      m_note(new GrowingTextEdit(kMaximumLines, this)),
      m_problem(new PaletteLabel(TextRole::Body, TextColour::Bad, this)),
      m_timeline(new TimelineView(formats, this)),
      m_queuePane(new QWidget(this)),
      m_dial(button(&CallDesk::dialWanted)),
      m_open(button(&CallDesk::cardWanted)),
      m_skip(button(&CallDesk::skipWanted)),
      m_back(button(&CallDesk::backWanted)),
      m_pause(button(&CallDesk::pauseWanted)),
      m_end(button(&CallDesk::endWanted)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kPage, kGap, kPage, 0);
    head->setSpacing(kGap);
    head->addWidget(m_title, 1);
    head->addWidget(m_pause);
    head->addWidget(m_end);
    column->addLayout(head);
    auto *body = new QHBoxLayout;
    body->setContentsMargins(kPage, 0, kPage, kPage);
    body->setSpacing(kPane);
    auto *queueColumn = new QVBoxLayout(m_queuePane);
    queueColumn->setContentsMargins(0, 0, 0, 0);
    queueColumn->setSpacing(kGap);
    m_leftOut->setWordWrap(true);
    queueColumn->addWidget(m_queue, 1);
    queueColumn->addWidget(m_leftOut);
    body->addWidget(m_queuePane);
    body->addWidget(buildCentre(), 1);
    body->addWidget(buildOutcomes());
    column->addLayout(body, 1);
    connect(m_queue, &CallQueueView::chosen, this, &CallDesk::jumpWanted);
    m_pauseInTyping.setSingleShot(true);
    m_pauseInTyping.setInterval(kPauseMs);
    connect(&m_pauseInTyping, &QTimer::timeout, this, &CallDesk::noteEdited);
    connect(m_note, &GrowingTextEdit::textChanged, this, [this] {
        setProblem({});
        m_pauseInTyping.start();
    });
    connect(m_note, &GrowingTextEdit::submitted, this, &CallDesk::noteWanted);
    addQuickKeys(this, [this](int number) { press(number); });
    retranslate();
}

QPushButton *CallDesk::button(void (CallDesk::*wanted)()) {
    auto *made = new QPushButton(this);
    connect(made, &QPushButton::clicked, this, wanted);
    return made;
}

// Only where there are others than before: whoever is on a chip with the keyboard stays there.
void CallDesk::fillOutcomes() {
    QStringList names;
    for (const Outcome &outcome : m_formats.outcomes().offered())
        names << outcome.name;
    if (names == m_names)
        return;
    m_names = names;
    qDeleteAll(std::exchange(m_outcomes, {}));
    qDeleteAll(std::exchange(m_steps, {}));
    for (int row = 0; row < names.size(); ++row) {
        auto *chip = new QuickChip(row + 1, {}, m_outcomeGrid->parentWidget());
        chip->setCheckable(false);
        connect(chip, &QuickChip::clicked, this, [this, name = names[row]] {
            if (!m_isSaving)
                emit outcomeChosen(name);
        });
        auto *step = new PaletteLabel(TextRole::Caption, TextColour::Third, m_outcomeGrid->parentWidget());
        step->setVisible(hasRoomForSteps());
        m_outcomeGrid->addWidget(chip, row, 0);
        m_outcomeGrid->addWidget(step, row, 1);
        m_outcomes << chip;
        m_steps << step;
        setTabOrder(row > 0 ? static_cast<QWidget *>(m_outcomes[row - 1]) : m_timeline, chip);
        chip->show();
    }
}

void CallDesk::press(int number) {
    if (number >= 1 && number <= m_outcomes.size() && !m_isSaving)
        m_outcomes[number - 1]->click();
}

void CallDesk::describeButtons() {
    struct Words {
        QPushButton *button;
        QString text;
        QKeySequence keys;
    };
    for (const Words &words : std::initializer_list<Words>{{m_dial, tr("Dial"), Qt::SHIFT | Qt::Key_F7},
                                                           {m_open, tr("Open the card"), {}},
                                                           {m_skip, tr("Skip"), Qt::CTRL | Qt::Key_PageDown},
                                                           {m_back, tr("Back"), Qt::CTRL | Qt::Key_PageUp},
                                                           {m_pause, tr("Pause"), Qt::Key_Escape},
                                                           {m_end, tr("End"), {}}}) {
        const QString keys = words.keys.toString(QKeySequence::NativeText);
        words.button->setText(words.text);
        words.button->setAccessibleDescription(keys);
        words.button->setToolTip(keys.isEmpty() ? QString() : tr("%1 (%2)").arg(words.text, keys));
    }
    m_dial->setAccessibleName(tr("Dial this customer"));
    m_open->setAccessibleName(tr("Open the card"));
    m_skip->setAccessibleName(tr("Skip this customer"));
    m_back->setAccessibleName(tr("Back to the customer before"));
    m_pause->setAccessibleName(tr("Pause the session"));
    m_end->setAccessibleName(tr("End the session"));
}

void CallDesk::retranslate() {
    describeButtons();
    m_queue->setAccessibleName(tr("Customers of this session"));
    m_cardArea->setAccessibleName(tr("Who is called"));
    m_note->setAccessibleName(tr("Note of the call"));
    m_note->setPlaceholderText(tr("What was said on the phone?"));
    m_timeline->retranslate();
    showSteps();
}

// What each outcome makes of the next step, with the days of today.
void CallDesk::showSteps() {
    fillOutcomes();
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        const Outcome &outcome = *m_formats.outcomes().find(m_names[i]);
        const auto step = communication::proposedStep(outcome, m_preferredTime, m_formats.clock());
        m_steps[i]->setText(step ? DateWordsEdit::wording(step->dueOn, step->dueAt, m_formats) : QString());
        m_outcomes[i]->setText(outcome.label());
        m_outcomes[i]->setAccessibleName(step ? tr("%1, next step %2").arg(outcome.label(), m_steps[i]->text())
                                              : outcome.label());
    }
}

void CallDesk::showProgress(const CallSession &session, qint64 seconds) {
    m_title->setTitle(tr("Call session: %1").arg(isolated(session.name)));
    const QString place = tr("%1 of %2").arg(m_formats.number(session.current + 1), m_formats.number(session.queue.size()));
    const QString reached = tr("reached %1").arg(m_formats.number(session.count(u"reached"_s)));
    if (seconds < kMinute)
        return m_title->setCount(tr("%1 · %2").arg(place, reached));
    const QString time = tr("%1 min").arg(m_formats.number(seconds / kMinute));
    //: "12 of 40 · reached 5 · 26 min"
    m_title->setCount(tr("%1 · %2 · %3").arg(place, reached, time));
}

void CallDesk::showSession(const CallSession &session) {
    m_goal->setText(session.goal.isEmpty() ? QString() : tr("Goal: %1").arg(isolated(session.goal)));
    m_goal->setVisible(!session.goal.isEmpty());
    QStringList names = session.leftOut.first(qMin(kNamesShown, session.leftOut.size()));
    if (const qint64 more = session.leftOutCount - names.size(); more > 0)
        names << tr("and %Ln more", nullptr, int(more));
    m_leftOut->setText(tr("%Ln left out: %1", nullptr, session.leftOutCount).arg(names.join(tr(", "))));
    m_leftOut->setToolTip(session.leftOut.join(u'\n'));
    m_leftOut->setVisible(!session.leftOut.isEmpty());
    m_queue->queue()->showResults();
    m_queue->setCurrentIndex(m_queue->queue()->index(session.current));
    m_queue->scrollTo(m_queue->currentIndex(), QAbstractItemView::PositionAtCenter);
    setNote(session.note);
    m_preferredTime.clear();
    showSteps();
    arrangeHeight();
}

void CallDesk::showCustomer(const CustomerRow &row, const CardContent &content) {
    m_card->setRow(row);
    arrangeHeight();
    m_timeline->timeline()->setContent(content.timeline);
    m_timeline->scrollToTop();
    m_preferredTime = row.preferredTime;
    m_hours->setText(row.preferredTime.isEmpty() ? QString()
                                                 : tr("Best time: %1 (now %2)")
                                                       .arg(isolated(row.preferredTime),
                                                            isolated(m_formats.time(m_formats.clock().now()))));
    showSteps();
}

void CallDesk::showGone() {
    m_card->clear();
    m_timeline->timeline()->clear();
    m_hours->setText({});
    setProblem(tr("This customer is not here any more. Skip goes on with the next."));
}

void CallDesk::setDialReason(const QString &reason) {
    m_dial->setEnabled(reason.isEmpty());
    if (reason.isEmpty())
        describeButtons();
    else
        m_dial->setToolTip(reason);
}

QString CallDesk::note() const { return m_note->toPlainText(); }

void CallDesk::setNote(const QString &note) {
    const QSignalBlocker quiet(m_note);
    m_note->setPlainText(note);
    m_note->moveCursor(QTextCursor::End);
}

void CallDesk::setProblem(const QString &sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    arrangeHeight();
}

void CallDesk::setSaving(bool isSaving) {
    m_isSaving = isSaving;
    m_note->setReadOnly(isSaving);
}

void CallDesk::focusNote() { m_note->setFocus(Qt::OtherFocusReason); }

// A message may lie over older entries, where there are some in sight, but not over the facts and what one acts with.
int CallDesk::foot() const { return m_timeline->height() >= kRoomForMessage ? 0 : height() - m_dial->mapTo(this, QPoint()).y(); }

QList<QWidget *> CallDesk::panes() const {
    QList<QWidget *> panes{m_note, m_timeline};
    if (!m_outcomes.isEmpty())
        panes << m_outcomes.first();
    return panes << m_queue;
}

} // namespace kontor::ui
