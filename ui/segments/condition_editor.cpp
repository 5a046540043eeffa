#include "segments/condition_editor.h"

#include "segments/checklist_button.h"
#include "segments/choice_picker.h"
#include "segments/row_flow.h"
#include "theme/icon.h"
#include "theme/metrics.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using namespace segments;

namespace {

bool isNever(const Field &field, const Condition &condition) {
    const Compared compared = comparedBy(field, condition);
    return compared.kind == Kind::Date && arityOf(condition.op) != Arity::None && condition.op != Operator::Is;
}

bool isUnfilled(const QWidget *input) {
    if (const auto *edit = qobject_cast<const QLineEdit *>(input))
        return edit->text().isEmpty();
    if (const auto *list = qobject_cast<const ChecklistButton *>(input))
        return list->values().isEmpty();
    const auto *box = qobject_cast<const QComboBox *>(input);
    return box && box->currentIndex() < 0;
}

PaletteLabel *word(const QString &text, QWidget *parent) {
    auto *label = new PaletteLabel(TextRole::Body, TextColour::Second, parent);
    label->setText(text);
    return label;
}

QPushButton *menuButton(const QString &text, QWidget *parent) {
    auto *button = new QPushButton(text, parent);
    button->setIcon(Icon::get("chevron-down"_L1));
    button->setIconSize({kSmallIcon, kSmallIcon});
    button->setLayoutDirection(parent->isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft); // the mark at the end side
    button->setAutoDefault(false);
    return button;
}

} // namespace

ConditionEditor::ConditionEditor(const BuilderContext &context, const Condition &condition, QWidget *parent)
    : QWidget(parent), m_context(context), m_condition(condition) {
    build();
}

void ConditionEditor::build() {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    auto *line = new RowFlow;
    column->addLayout(line);
    const Field *field = m_context.catalogue.find(m_condition.field);
    const QString subject = field ? ConditionChoices::subject(m_condition, m_context.catalogue) : tr("Choose what to look at");
    m_subject = menuButton(subject, this);
    m_subject->setAccessibleName(tr("Condition on: %1").arg(subject));
    line->addWidget(m_subject);
    connect(m_subject, &QPushButton::clicked, this, &ConditionEditor::openChoices);
    if (!field) {
        if (!m_condition.field.isEmpty())
            column->addWidget(word(tr("This field was deleted. Choose another or remove the line."), this));
        return;
    }
    addComparison(line, *field);
    if (field->kind == Kind::Records) {
        addPeriod(column, *field);
        addParts(column, *field);
    } else {
        addNever(line, *field);
    }
}

void ConditionEditor::changed(const QString &part) { emit edited(part); }

void ConditionEditor::addComparison(RowFlow *line, const Field &field) {
    const Compared compared = comparedBy(field, m_condition);
    const bool isRecords = field.kind == Kind::Records;
    const QString subjectName = compared.subject ? compared.subject->name : QString();
    const ComparisonEditor::Subject subject{compared.kind,
                                            compared.operators,
                                            compared.subject ? compared.subject->choices : QStringList(),
                                            isRecords ? field.name : QString(),
                                            isRecords ? subjectName : field.name,
                                            ConditionChoices::subject(m_condition, m_context.catalogue)};
    auto *comparison = new ComparisonEditor(m_context, subject, m_condition, this);
    line->addWidget(comparison);
    m_inputGroups << [comparison] { return comparison->inputs(); };
    connect(comparison, &ComparisonEditor::edited, this, [this, comparison](const QString &part) {
        comparison->apply(m_condition);
        changed(part);
    });
}

void ConditionEditor::addPeriod(QVBoxLayout *column, const Field &field) {
    auto *line = new RowFlow;
    column->addLayout(line);
    auto *period =
        new PeriodField(m_context, m_condition.period, ConditionChoices::subject(m_condition, m_context.catalogue), this);
    line->addWidget(period);
    m_inputGroups << [period] { return period->inputs(); };
    connect(period, &PeriodField::edited, this, [this, period](const QString &part) {
        m_condition.period = period->period();
        changed(part);
    });
    addNever(line, field);
}

QString ConditionEditor::recordsWord(const Field &field) const {
    static const QHash<QString, const char *> words{
        {u"purchases"_s, QT_TR_NOOP("of purchases whose")}, {u"interactions"_s, QT_TR_NOOP("of contacts whose")},
        {u"tasks"_s, QT_TR_NOOP("of tasks whose")},         {u"deals"_s, QT_TR_NOOP("of deals whose")},
        {u"cases"_s, QT_TR_NOOP("of cases whose")},         {u"offers"_s, QT_TR_NOOP("of offers whose")}};
    const char *text = words.value(field.name);
    return text ? tr(text) : tr("of those whose");
}

void ConditionEditor::addParts(QVBoxLayout *column, const Field &field) {
    for (int place = 0; place < m_condition.where.size(); ++place) {
        auto *line = new RowFlow;
        column->addLayout(line);
        line->addWidget(word(place == 0 ? recordsWord(field) : tr("and whose"), this));
        addPart(line, field, place);
    }
    auto *line = new RowFlow;
    column->addLayout(line);
    const bool isFirst = m_condition.where.isEmpty();
    auto *add = menuButton(isFirst ? recordsWord(field) + u" …"_s : tr("and whose …"), this);
    add->setFlat(true);
    add->setAccessibleName(tr("Add a condition on the same records"));
    line->addWidget(add);
    connect(add, &QPushButton::clicked, this, [this, add, &field] { choosePart(add, field, int(m_condition.where.size())); });
}

void ConditionEditor::addPart(RowFlow *line, const Field &field, int place) {
    const Condition &part = m_condition.where[place];
    const Field *sub = field.sub(part.field);
    const QString label = sub ? sub->label : part.field;
    auto *choose = menuButton(label, this);
    choose->setAccessibleName(tr("Condition on: %1").arg(label));
    line->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, [this, choose, &field, place] { choosePart(choose, field, place); });
    if (sub) {
        const ComparisonEditor::Subject subject{sub->kind, sub->operators, sub->choices, field.name, sub->name, sub->label};
        auto *comparison = new ComparisonEditor(m_context, subject, part, this);
        line->addWidget(comparison);
        m_inputGroups << [comparison] { return comparison->inputs(); };
        connect(comparison, &ComparisonEditor::edited, this, [this, comparison, place](const QString &name) {
            comparison->apply(m_condition.where[place]);
            changed(u"where %1 %2"_s.arg(place).arg(name));
        });
    }
    auto *remove = new QToolButton(this);
    remove->setIcon(Icon::get("close"_L1));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Remove this part"));
    remove->setAccessibleName(tr("Remove “%1”").arg(label));
    line->addWidget(remove);
    connect(remove, &QToolButton::clicked, this, [this, place] {
        Condition condition = m_condition;
        condition.where.removeAt(place);
        replace(condition);
    });
}

void ConditionEditor::addNever(RowFlow *line, const Field &field) {
    if (!isNever(field, m_condition))
        return;
    auto *box = new QCheckBox(tr("or never"), this);
    box->setChecked(m_condition.orNever);
    box->setToolTip(tr("Also those for whom there is no date"));
    box->setAccessibleName(tr("%1, or never").arg(ConditionChoices::subject(m_condition, m_context.catalogue)));
    line->addWidget(box);
    connect(box, &QCheckBox::toggled, this, [this](bool isOn) {
        m_condition.orNever = isOn;
        changed(u"never"_s);
    });
}

void ConditionEditor::replace(const Condition &condition) {
    m_replacement = condition;
    emit replaced();
}

void ConditionEditor::openChoices() {
    const QList<ConditionChoice> choices = ConditionChoices::all(m_context.catalogue);
    QList<PickerItem> items;
    for (const ConditionChoice &choice : choices)
        items.append({choice.label, choice.section, {}, false});
    auto *picker = new ChoicePicker(ChoicePicker::Mode::Single, m_subject);
    picker->setWords(tr("What the condition looks at"), tr("Search, for example “bought”"));
    picker->setItems(items);
    connect(picker, &ChoicePicker::picked, this, [this, choices](int item) { replace(choices.at(item).condition); });
    picker->open();
}

void ConditionEditor::choosePart(QWidget *anchor, const Field &field, int place) {
    QList<PickerItem> items;
    for (const Field &sub : field.fields)
        items.append({sub.label, {}, {}, false});
    auto *picker = new ChoicePicker(ChoicePicker::Mode::Single, anchor);
    picker->setWords(recordsWord(field), tr("Search"));
    picker->setItems(items);
    connect(picker, &ChoicePicker::picked, this, [this, &field, place](int item) {
        Condition condition = m_condition;
        const Condition part = ConditionChoices::partOf(field.fields.at(item));
        if (place < condition.where.size())
            condition.where[place] = part;
        else
            condition.where << part;
        replace(condition);
    });
    picker->open();
}

void ConditionEditor::focusFirstInput() {
    QList<QWidget *> inputs;
    for (const auto &group : m_inputGroups)
        inputs << group();
    if (inputs.isEmpty())
        return m_subject->setFocus(Qt::OtherFocusReason);
    QWidget *wanted = inputs.first();
    for (QWidget *input : inputs)
        if (isUnfilled(input)) {
            wanted = input;
            break;
        }
    wanted->setFocus(Qt::TabFocusReason); // selects the text, so that typing replaces it
    if (auto *list = qobject_cast<ChecklistButton *>(wanted); list && list->values().isEmpty())
        list->click();
}

bool ConditionEditor::focusNextInput(QWidget *from) {
    QList<QWidget *> inputs;
    for (const auto &group : m_inputGroups)
        inputs << group();
    qsizetype place = -1;
    for (qsizetype i = 0; i < inputs.size(); ++i)
        if (inputs[i] == from || inputs[i]->isAncestorOf(from))
            place = i;
    if (place < 0 || place + 1 >= inputs.size())
        return false;
    inputs[place + 1]->setFocus(Qt::TabFocusReason);
    return true;
}

QList<QWidget *> ConditionEditor::focusable() const {
    QList<QWidget *> list;
    for (QWidget *widget : findChildren<QWidget *>())
        if (widget->isVisibleTo(this) && widget->focusPolicy() & Qt::TabFocus)
            list << widget;
    return list;
}

int ConditionEditor::focusPlace() const { return int(focusable().indexOf(QApplication::focusWidget())); }

void ConditionEditor::setFocusPlace(int place) {
    const QList<QWidget *> list = focusable();
    if (!list.isEmpty())
        list[qBound(0, place, int(list.size()) - 1)]->setFocus(Qt::OtherFocusReason);
}

} // namespace kontor::ui
