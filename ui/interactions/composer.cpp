#include "interactions/composer.h"

#include "communication/proposed_step.h"
#include "forms/flow_layout.h"
#include "forms/growing_text_edit.h"
#include "forms/quick_chip.h"
#include "interactions/entry_details.h"
#include "interactions/next_step_line.h"
#include "interactions/outcome.h"
#include "interactions/outcome_bar.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/bidi.h"
#include "widgets/formats.h"
#include "widgets/palette_label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kMaximumLines = 8;
constexpr int kPauseMs = 1'000;
constexpr int kQuickKeys = 9;

#ifdef Q_OS_MACOS
constexpr Qt::KeyboardModifier kQuickModifier = Qt::MetaModifier; // the key that says Control
#else
constexpr Qt::KeyboardModifier kQuickModifier = Qt::AltModifier;
#endif

struct EntryKind {
    QLatin1StringView kind;
    QLatin1StringView icon;
    const char *text;
    const char *question;
    const char *logged;
    QLatin1StringView keys;
};

constexpr EntryKind kEntryKinds[] = {
    {"call"_L1, "phone"_L1, QT_TRANSLATE_NOOP("kontor::ui::Composer", "Call"),
     QT_TRANSLATE_NOOP("kontor::ui::Composer", "What was said on the phone?"),
     QT_TRANSLATE_NOOP("kontor::ui::Composer", "Call logged."), "F7"_L1},
    {"note"_L1, "note"_L1, QT_TRANSLATE_NOOP("kontor::ui::Composer", "Note"),
     QT_TRANSLATE_NOOP("kontor::ui::Composer", "What happened?"), QT_TRANSLATE_NOOP("kontor::ui::Composer", "Note saved."),
     "F8"_L1},
    {"meeting"_L1, "people"_L1, QT_TRANSLATE_NOOP("kontor::ui::Composer", "Meeting"),
     QT_TRANSLATE_NOOP("kontor::ui::Composer", "What was said at the meeting?"),
     QT_TRANSLATE_NOOP("kontor::ui::Composer", "Meeting logged."), "Shift+F8"_L1},
    {"email"_L1, "mail"_L1, QT_TRANSLATE_NOOP("kontor::ui::Composer", "E-mail"),
     QT_TRANSLATE_NOOP("kontor::ui::Composer", "What is the e-mail about?"),
     QT_TRANSLATE_NOOP("kontor::ui::Composer", "E-mail logged."), "Ctrl+F8"_L1},
    {"message"_L1,
     "message"_L1,
     QT_TRANSLATE_NOOP("kontor::ui::Composer", "Message"),
     QT_TRANSLATE_NOOP("kontor::ui::Composer", "What is the message about?"),
     QT_TRANSLATE_NOOP("kontor::ui::Composer", "Message logged."),
     {}},
};

const EntryKind &entryKind(const QString &kind) {
    for (const EntryKind &known : kEntryKinds)
        if (known.kind == kind)
            return known;
    return kEntryKinds[1];
}

} // namespace

Composer::Composer(const Formats &formats, SuggestEdit::Provider people, QWidget *parent)
    : QWidget(parent),
      m_formats(formats),
      m_kindRow(new QWidget(this)),
      m_text(new GrowingTextEdit(kMaximumLines, this)),
      m_outcomes(new OutcomeBar(formats, this)),
      m_next(new NextStepLine(formats, this)),
      m_details(new EntryDetails(formats, std::move(people), this)),
      m_more(new QPushButton(this)),
      m_finish(new QCheckBox(this)),
      m_draftNote(new PaletteLabel(TextRole::Caption, TextColour::Third, this)),
      m_problem(new PaletteLabel(TextRole::Body, TextColour::Bad, this)),
      m_save(new QPushButton(this)),
      m_saveRow(new QWidget(this)) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kPane, kLabelGap, kPane, kLabelGap);
    column->setSpacing(kGap);
    buildKinds();
    m_problem->setWordWrap(true);
    makePrimary(m_save);
    auto *saveRow = new QHBoxLayout(m_saveRow);
    saveRow->setContentsMargins(0, 0, 0, 0);
    saveRow->setSpacing(kLabelGap);
    saveRow->addWidget(m_next, 1);
    saveRow->addWidget(m_draftNote);
    saveRow->addWidget(m_more);
    saveRow->addWidget(m_save);
    m_more->setFlat(true);
    m_more->setCheckable(true);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_kindRow, m_text, m_outcomes, m_finish, m_details, m_saveRow, m_problem})
        column->addWidget(part);
    m_problem->hide();
    m_finish->hide();

    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &Composer::draftToKeep);
    connect(m_text, &GrowingTextEdit::textChanged, this, &Composer::onEdited);
    connect(m_text, &GrowingTextEdit::submitted, this, &Composer::submit);
    connect(m_text, &GrowingTextEdit::left, this, &Composer::draftToKeep);
    connect(m_outcomes, &OutcomeBar::chosen, this, &Composer::applyOutcome);
    connect(m_next, &NextStepLine::edited, this, &Composer::onEdited);
    connect(m_details, &EntryDetails::edited, this, &Composer::onEdited);
    connect(m_more, &QPushButton::toggled, this, [this](bool isShown) {
        arrange();
        if (isShown && m_more->hasFocus())
            m_details->focusFirst();
    });
    connect(m_save, &QPushButton::clicked, this, &Composer::submit);
    buildShortcuts();
    retranslate();
    setDraft({});
}

void Composer::buildKinds() {
    auto *row = new FlowLayout(m_kindRow);
    row->setSpacing(kSmall);
    for (const EntryKind &known : kEntryKinds) {
        auto *button = new QuickChip(0, tr(known.text), m_kindRow);
        button->setQuiet(known.icon);
        connect(button, &QuickChip::clicked, this, [this, kind = QString(known.kind)] { begin(kind); });
        row->addWidget(button);
        m_kinds.append({known.kind, button});
    }
}

void Composer::buildShortcuts() {
    for (int number = 1; number <= kQuickKeys; ++number) {
        auto *shortcut = new QShortcut(QKeySequence(QKeyCombination(kQuickModifier, Qt::Key(Qt::Key_0 + number))), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_outcomes, [this, number] { m_outcomes->press(number); });
    }
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(QKeySequence(QKeyCombination(Qt::ControlModifier, enter)), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &Composer::submit);
    }
}

void Composer::retranslate() {
    for (const KindButton &entry : std::as_const(m_kinds)) {
        const EntryKind &known = entryKind(entry.kind);
        entry.button->setText(tr(known.text));
        entry.button->setAccessibleName(tr(known.text));
        const QString keys = QKeySequence(known.keys).toString(QKeySequence::NativeText);
        entry.button->setAccessibleDescription(keys);
        entry.button->setToolTip(keys.isEmpty() ? QString() : tr("%1 (%2)").arg(tr(known.text), keys));
    }
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText);
    m_save->setText(tr("Save entry"));
    m_save->setAccessibleName(tr("Save entry"));
    m_save->setAccessibleDescription(keys);
    m_save->setToolTip(isReadOnly() ? m_readOnlyReason : tr("Save entry (%1)").arg(keys));
    setQuestion();
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("When, how long and with whom"));
    m_more->setToolTip(tr("When, how long and with whom"));
    m_outcomes->retranslate();
    m_next->retranslate();
    m_details->retranslate();
}

QWidget *Composer::textWidget() const { return m_text; }

void Composer::setQuestion() {
    const QString question = tr(entryKind(m_kind).question);
    m_text->setPlaceholderText(isolated(m_readOnlyReason.isEmpty() ? question : m_readOnlyReason));
    m_text->setAccessibleName(question);
    m_text->setAccessibleDescription(m_readOnlyReason);
}

void Composer::setKind(const QString &kind) {
    m_kind = kind;
    for (const KindButton &entry : std::as_const(m_kinds))
        entry.button->setChecked(entry.kind == kind);
    setQuestion();
    const bool hadOutcome = !m_outcomes->outcome().isEmpty();
    m_outcomes->setKind(kind);
    if (hadOutcome && m_outcomes->outcome().isEmpty() && !m_next->isOwn())
        m_next->setStep(std::nullopt);
    arrange();
}

void Composer::setDraft(const EntryDraft &draft) {
    const QSignalBlocker quiet(m_text);
    m_direction = draft.direction;
    m_contactPoint = draft.contactPoint;
    setTask({}, {});
    m_text->setPlainText(draft.text);
    m_outcomes->setOutcome({});
    m_next->setStep(std::nullopt);
    setKind(draft.kind);
    m_outcomes->setOutcome(draft.outcome);
    m_next->setStep(draft.step);
    m_details->setDetails(draft.details);
    m_more->setChecked(!draft.details.isEmpty());
    m_pause.stop();
    const bool isOld = !draft.isEmpty() && draft.keptAt.milliseconds > 0;
    //: When the text that was not saved yet was written: "Draft from Today 14:05".
    m_draftNote->setText(isOld ? tr("Draft from %1").arg(isolated(m_formats.when(draft.keptAt))) : QString());
    setProblem({});
    arrange();
}

EntryDraft Composer::draft() const {
    return {m_kind,         m_direction,    m_outcomes->outcome(),   m_text->toPlainText(),
            m_next->step(), m_contactPoint, m_formats.clock().now(), m_details->details()};
}

void Composer::begin(const QString &kind) {
    if (kind != m_kind) {
        m_direction.clear();
        m_contactPoint = {};
    }
    setKind(kind);
    focusText();
}

void Composer::beginOutgoing(const QString &kind, Id contactPoint) {
    begin(kind);
    m_direction = u"out"_s;
    m_contactPoint = contactPoint;
}

QString Composer::outcomeQuestion() const {
    return m_kind == "call"_L1 ? tr("How did the call go?") : tr("Was it sent? Ctrl+Enter saves the entry.");
}

void Composer::askOutcome() {
    if (m_outcomes->outcome().isEmpty() && m_text->toPlainText().isEmpty())
        m_draftNote->setText(outcomeQuestion());
    arrange();
    focusText();
}

void Composer::setTask(Id task, const QString &title) {
    constexpr int kLongestTitle = 60;
    m_task = task;
    m_finish->setChecked(true);
    const QString shown = title.size() > kLongestTitle ? title.left(kLongestTitle) + u'…' : title;
    m_finish->setText(tr("Finish the task “%1”").arg(isolated(shown)));
    m_finish->setAccessibleName(m_finish->text());
    m_finish->setVisible(task.isValid());
}

Id Composer::finishedTask() const { return m_finish->isChecked() ? m_task : Id(); }

void Composer::focusText() { m_text->setFocus(Qt::ShortcutFocusReason); }

void Composer::applyOutcome(const QString &outcome) {
    if (const auto step = communication::proposedStep(m_formats.outcomes(), outcome, m_preferredTime, m_formats.clock()))
        m_next->setStep(DraftStep{step->kind, step->title, step->dueOn, m_formats.clock().timeOf(step->dueAt)});
    else if (!m_next->isOwn())
        m_next->setStep(std::nullopt);
    onEdited();
}

void Composer::onEdited() {
    setProblem({});
    m_draftNote->setText({});
    m_pause.start();
    arrange();
}

// Quiet as long as it is not used: one line.
void Composer::arrange() {
    const bool isUsed = !draft().isEmpty() || m_kind != "note"_L1;
    m_outcomes->setVisible(m_outcomes->isOffered());
    m_saveRow->setVisible(isUsed);
    m_details->setVisible(isUsed && m_more->isChecked());
    m_save->setEnabled(!draft().isEmpty() && !m_isSaving && !isReadOnly());
    m_text->setEnabled(!isReadOnly() || !m_text->toPlainText().isEmpty());
    m_draftNote->setVisible(!m_draftNote->text().isEmpty());
    updateGeometry();
}

void Composer::submit() {
    if (draft().isEmpty() || m_isSaving || isReadOnly())
        return;
    if (const QString problem = m_next->problem(); !problem.isEmpty())
        return setProblem(problem);
    if (const QString problem = m_details->problem(); !problem.isEmpty()) {
        m_more->setChecked(true);
        return setProblem(problem);
    }
    m_pause.stop();
    emit submitted();
}

void Composer::setSaving(bool isSaving) {
    m_isSaving = isSaving;
    m_text->setReadOnly(isSaving || isReadOnly());
    arrange();
}

void Composer::setProblem(const QString &sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void Composer::setReadOnlyReason(const QString &reason) {
    m_readOnlyReason = reason;
    m_text->setToolTip(reason);
    retranslate();
    for (QWidget *part : std::initializer_list<QWidget *>{m_kindRow, m_outcomes, m_next, m_details, m_finish})
        part->setEnabled(reason.isEmpty());
    setSaving(m_isSaving);
}

void Composer::hideEvent(QHideEvent *event) {
    emit draftToKeep();
    QWidget::hideEvent(event);
}

void Composer::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    arrange();
}

QString loggedSentence(const QString &kind) { return Composer::tr(entryKind(kind).logged); }

} // namespace kontor::ui
