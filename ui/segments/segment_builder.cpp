#include "segments/segment_builder.h"

#include "main_window/layout_twins.h"
#include "segments/live_side.h"
#include "segments/rule_check.h"
#include "segments/rule_view.h"
#include "segments/segment_repository.h"
#include "segments/sentence.h"
#include "theme/kontor_style.h"
#include "theme/metrics.h"
#include "widgets/card_frame.h"
#include "widgets/copyable.h"
#include "widgets/decision_buttons.h"
#include "widgets/palette_label.h"
#include "widgets/scroll_part.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kSideWidth = 320;
constexpr int kNameLetters = 32;

bool isKey(const QKeyEvent *event, const QKeySequence &sequence) {
    const QKeySequence pressed(event->keyCombination());
    return withLayoutTwins(sequence).contains(pressed);
}

// The keys of the builder, which go before those of the window.
enum class Command { None, Save, AddCondition, Wrap, Undo, Redo };

Command commandOf(const QKeyEvent *event) {
    if (isKey(event, QKeySequence(Qt::CTRL | Qt::Key_S)))
        return Command::Save;
    if (isKey(event, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)))
        return Command::AddCondition;
    if (isKey(event, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G)))
        return Command::Wrap;
    if (isKey(event, QKeySequence(Qt::CTRL | Qt::Key_Z)))
        return Command::Undo;
    if (isKey(event, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)) || isKey(event, QKeySequence(Qt::CTRL | Qt::Key_Y)))
        return Command::Redo;
    return Command::None;
}

} // namespace

SegmentBuilder::SegmentBuilder(workspace::Workspace &workspace, BuilderContext context, const SegmentDraft &draft,
                               QWidget *parent)
    : QWidget(parent),
      m_workspace(workspace),
      m_context(std::move(context)),
      m_id(draft.id),
      m_savedName(draft.name),
      m_isChanged(draft.isChanged) {
    m_draft.reset(draft.rule);
    build();
    m_name->setText(draft.name);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        showNameProblem({});
        emit stateChanged();
    });
    connect(&m_draft, &RuleDraft::changed, this, &SegmentBuilder::ruleChanged);
    connect(m_rows, &RuleView::rowFocused, this, [this](QWidget *row) { m_scroll->ensureWidgetVisible(row, 0, kPage); });
    m_rows->markNumbers(draft.toChange);
    ruleChanged();
    m_side->setRule(segments::readyPart(m_draft.rule(), m_context.catalogue), true);
}

QWidget *SegmentBuilder::buildHeader() {
    auto *header = new QWidget(this);
    auto *line = new QHBoxLayout(header);
    line->setContentsMargins(0, 0, 0, 0);
    auto *label = new PaletteLabel(TextRole::Section, TextColour::Second, header);
    label->setText(tr("&Name"));
    m_name = new QLineEdit(header);
    m_name->setAccessibleName(tr("Name of the segment"));
    m_name->setPlaceholderText(tr("For example: sleeping big buyers"));
    m_name->setMinimumWidth(m_name->fontMetrics().averageCharWidth() * kNameLetters);
    label->setBuddy(m_name);
    m_nameProblem = new PaletteLabel(TextRole::Caption, TextColour::Bad, header);
    m_nameProblem->hide();
    auto *buttons = new DecisionButtons(tr("Save"), header);
    buttons->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_save = buttons->doIt();
    m_save->setToolTip(tr("Save the segment (Ctrl+S)"));
    m_save->setAccessibleName(tr("Save the segment"));
    m_save->setAccessibleDescription(tr("Ctrl+S"));
    buttons->cancel()->setAccessibleName(tr("Leave without saving"));
    if (m_workspace.isReadOnly()) {
        m_save->setEnabled(false);
        m_save->setToolTip(tr("This file can be read only; nothing can be saved in it."));
    }
    line->addWidget(label);
    line->addWidget(m_name);
    line->addWidget(m_nameProblem);
    line->addStretch(1);
    line->addWidget(buttons);
    connect(buttons, &DecisionButtons::accepted, this, &SegmentBuilder::save);
    connect(buttons, &DecisionButtons::rejected, this, &SegmentBuilder::cancelled);
    connect(m_name, &QLineEdit::returnPressed, this, &SegmentBuilder::save);
    return header;
}

QWidget *SegmentBuilder::buildRule() {
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kPage, kGap, kPage, kPage);
    column->setSpacing(kPane);
    m_rows = new RuleView(m_context, m_draft, content);
    auto *title = new PaletteLabel(TextRole::Section, TextColour::Second, content);
    title->setText(tr("In words"));
    m_sentence = new PaletteLabel(TextRole::Body, TextColour::Normal, content);
    m_sentence->setWordWrap(true);
    makeCopyable(m_sentence);
    m_sentence->setFocusPolicy(Qt::ClickFocus);
    auto *words = new QVBoxLayout;
    words->setSpacing(kSmall);
    words->addWidget(title);
    words->addWidget(m_sentence);
    column->addWidget(m_rows);
    column->addLayout(words);
    column->addStretch(1);
    return content;
}

void SegmentBuilder::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kPane, 0, 0);
    column->setSpacing(kGap);
    QWidget *header = buildHeader();
    header->layout()->setContentsMargins(kPage, 0, kPage, 0);
    column->addWidget(header);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    m_scroll = new QScrollArea(this);
    makeScrollPart(m_scroll, buildRule());
    m_sideScroll = new QScrollArea(this);
    m_side = new LiveSide(m_workspace, m_context, this);
    makeScrollPart(m_sideScroll, m_side);
    m_sideScroll->setMinimumWidth(kSideWidth);
    m_sideScroll->setMaximumWidth(kSideWidth + kSideWidth / 4);
    line->addWidget(m_scroll, 3);
    line->addWidget(m_sideScroll, 1);
    column->addLayout(line, 1);
    watchUndoIn(this);
    connect(m_side, &LiveSide::listWanted, this,
            [this] { emit listWanted(m_name->text().trimmed(), segments::readyPart(m_draft.rule(), m_context.catalogue)); });
    connect(m_side, &LiveSide::customerChosen, this, &SegmentBuilder::customerChosen);
    connect(m_side, &LiveSide::explained, this, [this] { // once the answer has its place
        QTimer::singleShot(0, this, [this] { m_sideScroll->ensureWidgetVisible(m_side->explanation(), 0, kPage); });
    });
}

SegmentDraft SegmentBuilder::draft() const { return {m_id, m_name->text().trimmed(), m_draft.rule(), isChanged()}; }

bool SegmentBuilder::isChanged() const {
    return m_isChanged || !const_cast<RuleDraft &>(m_draft).undoStack().isClean() || m_name->text().trimmed() != m_savedName;
}

QString SegmentBuilder::sentence() const { return m_sentence->text(); }

void SegmentBuilder::ruleChanged() {
    const segments::Rule ready = segments::readyPart(m_draft.rule(), m_context.catalogue);
    m_sentence->setText(segments::sentence(ready, m_context.catalogue, m_context.meaning));
    setAccessibleDescription(m_sentence->text());
    m_side->setRule(ready);
    emit stateChanged();
}

void SegmentBuilder::start() { m_rows->focusFirst(); }

void SegmentBuilder::showNameProblem(const QString &sentence) {
    m_nameProblem->setText(sentence);
    m_nameProblem->setVisible(!sentence.isEmpty());
    m_name->setAccessibleDescription(sentence);
}

void SegmentBuilder::save() {
    const QString name = m_name->text().simplified();
    if (name.isEmpty()) {
        showNameProblem(tr("Enter a name."));
        return m_name->setFocus(Qt::ShortcutFocusReason);
    }
    if (!m_save->isEnabled())
        return;
    const segments::Rule rule = segments::readyPart(m_draft.rule(), m_context.catalogue);
    m_workspace.write(
        {u"segment"_s, "segment", m_id},
        [name, rule, id = m_id, savedName = m_savedName,
         context = m_context.meaning](workspace::Recorder &recorder) -> Result<Id> {
            if (id.isValid() && name != savedName)
                TRY_VOID(segments::renameSegment(recorder, id, name));
            if (!id.isValid()) {
                TRY(taken, segments::findSegment(recorder.database(), name));
                if (taken)
                    return Error{Code::Invalid,
                                 tr("There is a segment named “%1” already. Choose another name.").arg(taken->name),
                                 {},
                                 "name"};
            }
            return segments::saveSegment(recorder, name, rule, context);
        },
        this,
        [this, name](Result<Id> saved) {
            if (saved)
                return takeSaved(*saved, name);
            if (saved.error().field != "name")
                return void(emit problem(saved.error()));
            showNameProblem(saved.error().message);
            m_name->setFocus(Qt::OtherFocusReason);
        });
}

void SegmentBuilder::takeSaved(Id segment, const QString &name) {
    m_id = segment;
    m_savedName = name;
    m_isChanged = false;
    m_name->setText(name);
    m_draft.undoStack().setClean();
    emit stateChanged();
    emit saved(segment, name, m_rows->unusedRows());
}

bool SegmentBuilder::canUndo() const { return const_cast<RuleDraft &>(m_draft).undoStack().canUndo(); }
bool SegmentBuilder::canRedo() const { return const_cast<RuleDraft &>(m_draft).undoStack().canRedo(); }
void SegmentBuilder::undo() { m_draft.undoStack().undo(); }
void SegmentBuilder::redo() { m_draft.undoStack().redo(); }

bool SegmentBuilder::perform(QKeyEvent *event) {
    switch (commandOf(event)) {
    case Command::None: return false;
    case Command::Save: save(); break;
    case Command::AddCondition: m_rows->addCondition(); break;
    case Command::Wrap: m_rows->wrapFocused(); break;
    case Command::Undo: undo(); break;
    case Command::Redo: redo(); break;
    }
    return true;
}

bool SegmentBuilder::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride && commandOf(static_cast<QKeyEvent *>(event)) != Command::None) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void SegmentBuilder::keyPressEvent(QKeyEvent *event) {
    if (!perform(event))
        QWidget::keyPressEvent(event);
}

// A field takes back its own typing first; when nothing of it is left, the builder's last act.
bool SegmentBuilder::eventFilter(QObject *watched, QEvent *event) {
    if (event->type() == QEvent::ChildPolished || event->type() == QEvent::ChildAdded) {
        if (auto *child = qobject_cast<QWidget *>(static_cast<QChildEvent *>(event)->child()))
            watchUndoIn(child);
    } else if (event->type() == QEvent::KeyPress) {
        auto *edit = qobject_cast<QLineEdit *>(watched);
        const Command command = edit ? commandOf(static_cast<QKeyEvent *>(event)) : Command::None;
        const bool isSpent =
            (command == Command::Undo && !edit->isUndoAvailable()) || (command == Command::Redo && !edit->isRedoAvailable());
        if (isSpent)
            return perform(static_cast<QKeyEvent *>(event));
    }
    return QWidget::eventFilter(watched, event);
}

void SegmentBuilder::watchUndoIn(QWidget *root) {
    root->removeEventFilter(this);
    root->installEventFilter(this);
    for (QWidget *child : root->findChildren<QWidget *>()) {
        child->removeEventFilter(this);
        child->installEventFilter(this);
    }
}

void SegmentBuilder::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        m_rows->updateGeometry();
}

QList<QWidget *> SegmentBuilder::panes() const { return {m_name, m_rows, m_side}; }

} // namespace kontor::ui
