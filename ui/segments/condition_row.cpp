#include "segments/condition_row.h"

#include "segments/checklist_button.h"
#include "segments/choice_picker.h"
#include "segments/condition_editor.h"
#include "segments/rule_check.h"
#include "segments/sentence.h"
#include "theme/metrics.h"
#include "theme/start_side.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

bool isAlt(const QKeyEvent *event) {
    return event->modifiers().testFlag(Qt::AltModifier) && !event->modifiers().testFlag(Qt::ControlModifier);
}

bool isEnter(const QKeyEvent *event) {
    return (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
           !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
}

bool lacksValue(const segments::Condition &condition) {
    const segments::Arity arity = segments::arityOf(condition.op);
    const qsizetype wanted = arity == segments::Arity::None ? 0 : arity == segments::Arity::Two ? 2 : 1;
    return condition.values.size() < wanted || std::any_of(condition.where.begin(), condition.where.end(), lacksValue);
}

// What is to be entered, in a sentence.
QString missingValue(const segments::Condition &condition, const segments::Catalogue &catalogue) {
    using segments::Kind;
    const segments::Field *field = catalogue.find(condition.field);
    const Kind kind = segments::takesUnit(condition.op) ? Kind::Number : segments::comparedBy(*field, condition).kind;
    switch (kind) {
    case Kind::Money: return ConditionRow::tr("Enter an amount.");
    case Kind::Number: return ConditionRow::tr("Enter a number.");
    case Kind::Date: return ConditionRow::tr("Enter a day.");
    default: return ConditionRow::tr("Choose or enter a value.");
    }
}

} // namespace

ConditionRow::ConditionRow(const BuilderContext &context, const segments::Condition &condition, QWidget *parent)
    : QFrame(parent), m_context(context), m_condition(condition) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    describe();
}

void ConditionRow::setConnective(const QString &word) {
    m_connective = word;
    describe();
}

void ConditionRow::setCondition(const segments::Condition &condition) {
    const bool isOther = m_condition.field != condition.field || m_condition.aggregate != condition.aggregate ||
                         m_condition.of != condition.of || m_condition.where.size() != condition.where.size();
    m_isMarked = m_isMarked && m_condition == condition;
    const bool isEditors = m_editor && m_editor->condition() == condition;
    m_condition = condition;
    describe();
    if (!m_editor || isEditors)
        return;
    const int place = m_editor->focusPlace();
    const bool hadFocus =
        isAncestorOf(QApplication::focusWidget()) || hasFocus() || ChoicePicker::isOpenFor(this, QApplication::focusWidget());
    makeEditor();
    if (hadFocus && isOther)
        m_editor->focusFirstInput();
    else if (place >= 0)
        m_editor->setFocusPlace(place);
}

void ConditionRow::describe() {
    m_problem.clear();
    if (m_condition.field.isEmpty()) {
        m_sentence = tr("New condition");
        m_problem = tr("Choose what to look at.");
    } else if (const auto checked = segments::checkCondition(m_condition, m_context.catalogue); checked) {
        m_sentence = segments::conditionSentence(m_condition, m_context.catalogue, m_context.meaning);
    } else {
        m_sentence = tr("%1 …").arg(ConditionChoices::subject(m_condition, m_context.catalogue));
        m_problem = !m_context.catalogue.find(m_condition.field)
                        ? tr("This field was deleted. Choose another or remove the line.")
                    : lacksValue(m_condition) ? missingValue(m_condition, m_context.catalogue)
                                              : checked.error().message;
    }
    QString spoken = m_connective.isEmpty() ? m_sentence : tr("%1 %2", "and, or: a condition").arg(m_connective, m_sentence);
    if (!isUsed())
        spoken = tr("%1 Not used yet: %2").arg(spoken, m_problem);
    if (m_isMarked)
        spoken = tr("%1 The numbers are an example.").arg(spoken);
    setAccessibleName(spoken);
    setAccessibleDescription(tr("Enter edits, Delete removes, Alt+Up and Alt+Down move"));
    if (m_problemLabel) {
        m_problemLabel->setText(isUsed() ? QString() : warning());
        m_problemLabel->setVisible(!isUsed());
    }
    updateGeometry();
    update();
}

void ConditionRow::setSelected(bool isSelected) {
    m_isSelected = isSelected;
    update();
}

void ConditionRow::setMarked(bool isMarked) {
    m_isMarked = isMarked;
    describe();
}

void ConditionRow::makeEditor() {
    delete layout();
    for (QWidget *old : {static_cast<QWidget *>(m_editor), static_cast<QWidget *>(m_problemLabel)}) {
        if (!old)
            continue;
        old->hide();
        old->setParent(nullptr); // the focus must not come back to it
        old->deleteLater();
    }
    auto *column = new QVBoxLayout(this);
    const int end = kLabelGap + kIcon + kGap; // beside the mark that removes
    column->setContentsMargins(sideMargins(layoutDirection(), {kLabelGap, kLabelGap, end, kLabelGap}));
    column->setSpacing(kGap);
    m_editor = new ConditionEditor(m_context, m_condition, this);
    m_problemLabel = new PaletteLabel(TextRole::Caption, TextColour::Warn, this);
    m_problemLabel->setWordWrap(true);
    column->addWidget(m_editor);
    column->addWidget(m_problemLabel);
    connect(m_editor, &ConditionEditor::edited, this, [this](const QString &part) {
        watchEditors();
        m_wanted = m_editor->condition();
        emit edited(part);
    });
    connect(m_editor, &ConditionEditor::replaced, this, [this] {
        m_wanted = m_editor->replacement();
        emit edited({});
    });
    m_editor->show();
    watchEditors();
    describe();
}

void ConditionRow::watchEditors() {
    for (QWidget *editor : m_editor->findChildren<QWidget *>()) {
        editor->removeEventFilter(this);
        editor->installEventFilter(this);
    }
}

void ConditionRow::unfold() {
    if (!m_editor)
        makeEditor();
    m_editor->focusFirstInput();
    if (m_condition.field.isEmpty())
        m_editor->openChoices();
    updateGeometry();
    update();
}

void ConditionRow::fold() {
    if (!m_editor)
        return;
    delete layout();
    m_editor->hide();
    m_editor->deleteLater();
    m_problemLabel->hide();
    m_problemLabel->deleteLater();
    m_editor = nullptr;
    m_problemLabel = nullptr;
    updateGeometry();
    update();
}

void ConditionRow::foldIfLeft() {
    const QWidget *focus = QApplication::focusWidget();
    if (m_editor && focus && focus != this && !isAncestorOf(focus) && !ChoicePicker::isOpenFor(this, focus))
        fold();
}

void ConditionRow::keyPressEvent(QKeyEvent *event) {
    const bool isVertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    const int by = event->key() == Qt::Key_Up ? -1 : 1;
    if (m_drag == Drag::Moving && event->key() == Qt::Key_Escape) {
        m_drag = Drag::None;
        emit dragLeft();
    } else if (isEnter(event) || event->key() == Qt::Key_F2)
        unfold();
    else if (event->key() == Qt::Key_Delete)
        emit removeWanted();
    else if (isVertical && isAlt(event))
        emit moveWanted(by);
    else if (isVertical && event->modifiers() == Qt::ShiftModifier)
        emit selectWanted(by);
    else if (isVertical && event->modifiers() == Qt::NoModifier)
        emit stepWanted(by);
    else if (event->key() == Qt::Key_Escape && m_editor)
        fold();
    else
        QFrame::keyPressEvent(event);
}

bool ConditionRow::handleEditorKey(QWidget *editor, QKeyEvent *event) {
    if (event->key() == Qt::Key_Escape) {
        setFocus(Qt::OtherFocusReason);
        fold();
        return true;
    }
    if ((event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) && isAlt(event) && !qobject_cast<QComboBox *>(editor)) {
        emit moveWanted(event->key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    if (!isEnter(event))
        return false;
    const auto *list = qobject_cast<ChecklistButton *>(editor);
    const bool isTick = qobject_cast<QCheckBox *>(editor);
    if (auto *button = qobject_cast<QAbstractButton *>(editor); button && !isTick && (!list || list->values().isEmpty())) {
        button->click();
        return true;
    }
    if (!m_editor->focusNextInput(editor))
        emit nextWanted();
    return true;
}

bool ConditionRow::eventFilter(QObject *watched, QEvent *event) {
    auto *editor = static_cast<QWidget *>(watched);
    if (event->type() == QEvent::KeyPress && m_editor && editor->window() == window()) // not the lists that editors open
        return handleEditorKey(editor, static_cast<QKeyEvent *>(event));
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason && reason != Qt::MenuBarFocusReason)
            QTimer::singleShot(0, this, &ConditionRow::foldIfLeft);
    }
    return QFrame::eventFilter(watched, event);
}

void ConditionRow::mousePressEvent(QMouseEvent *event) {
    event->accept();
    m_pressedAt = event->position().toPoint();
    const bool isGrip = !m_editor && gripRect().contains(m_pressedAt) && event->button() == Qt::LeftButton;
    m_drag = isGrip ? Drag::Pressed : Drag::None;
}

void ConditionRow::mouseMoveEvent(QMouseEvent *event) {
    const QPoint at = event->position().toPoint();
    setCursor(!m_editor && gripRect().contains(at) ? Qt::SizeAllCursor : Qt::ArrowCursor);
    if (m_drag == Drag::Pressed && (at - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = Drag::Moving;
        setFocus(Qt::MouseFocusReason);
    }
    if (m_drag == Drag::Moving)
        emit dragged(event->globalPosition().toPoint());
}

void ConditionRow::mouseReleaseEvent(QMouseEvent *event) {
    const Drag before = std::exchange(m_drag, Drag::None);
    if (before == Drag::Moving)
        return emit dropped(event->globalPosition().toPoint()); // the row is another one from now on
    if (event->button() != Qt::LeftButton || !rect().contains(event->position().toPoint()))
        return;
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        return emit selectWanted(0);
    if (removeRect().marginsAdded({kSmall, kSmall, kSmall, kSmall}).contains(event->position().toPoint()))
        emit removeWanted();
    else if (!m_editor)
        unfold();
}

void ConditionRow::contextMenuEvent(QContextMenuEvent *event) { emit menuWanted(event->globalPos()); }

void ConditionRow::focusInEvent(QFocusEvent *event) {
    QFrame::focusInEvent(event);
    if (!QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier))
        emit focused();
    update();
}

void ConditionRow::focusOutEvent(QFocusEvent *event) {
    QFrame::focusOutEvent(event);
    QTimer::singleShot(0, this, &ConditionRow::foldIfLeft);
    update();
}

void ConditionRow::enterEvent(QEnterEvent *event) {
    QFrame::enterEvent(event);
    update();
}

void ConditionRow::leaveEvent(QEvent *event) {
    QFrame::leaveEvent(event);
    update();
}

QString ConditionRow::warning() const { return tr("Not used yet: %1").arg(m_problem); }

} // namespace kontor::ui
