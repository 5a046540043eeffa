#include "segments/comparison_editor.h"

#include "segments/condition_choices.h"
#include "segments/row_flow.h"
#include "segments/rule_words.h"
#include "widgets/choice_name.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace segments;

namespace {

constexpr Unit kUnits[] = {Unit::Day, Unit::Week, Unit::Month, Unit::Year};

} // namespace

ComparisonEditor::ComparisonEditor(const BuilderContext &context, const Subject &subject, const Condition &condition,
                                   QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_subject(subject),
      m_condition(condition),
      m_unit(new QComboBox(this)),
      m_days(new PaletteLabel(TextRole::Body, TextColour::Second, this)) {
    auto *line = new RowFlow(this);
    const QList<Operator> operators = RuleWords::inOrderOfUse(subject.operators);
    if (operators.size() > 1) {
        m_operator = new QComboBox(this);
        for (const Operator op : operators)
            m_operator->addItem(RuleWords::op(op, subject.kind), int(op));
        m_operator->setCurrentIndex(m_operator->findData(int(condition.op)));
        setChoiceName(m_operator, tr("%1, comparison").arg(subject.label));
        line->addWidget(m_operator);
        connect(m_operator, &QComboBox::currentIndexChanged, this,
                [this](int index) { chooseOperator(Operator(m_operator->itemData(index).toInt())); });
    }
    for (const Unit unit : kUnits)
        m_unit->addItem(RuleWords::unit(unit), int(unit));
    setChoiceName(m_unit, tr("%1, unit").arg(subject.label));
    makeField();
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_condition.unit = Unit(m_unit->itemData(index).toInt());
        showDays();
        emit edited(u"unit"_s);
    });
}

QWidget *ComparisonEditor::operatorBox() const { return m_operator; }

void ComparisonEditor::chooseOperator(Operator op) {
    m_condition = ConditionChoices::withOperator(m_condition, op, m_subject.kind);
    makeField();
    emit edited(u"operator"_s);
}

void ComparisonEditor::makeField() {
    if (m_field) {
        m_field->hide();
        m_field->deleteLater();
    }
    const ValueWanted wanted{m_subject.kind,    m_condition.op,  m_subject.choices,
                             m_subject.records, m_subject.field, m_subject.label};
    m_field = new ValueField(m_context, wanted, m_condition.values, this);
    m_field->setVisible(!m_field->inputs().isEmpty());
    layout()->removeWidget(m_unit);
    layout()->removeWidget(m_days);
    layout()->addWidget(m_field);
    layout()->addWidget(m_unit);
    layout()->addWidget(m_days);
    {
        const QSignalBlocker blocker(m_unit);
        m_unit->setCurrentIndex(m_unit->findData(int(m_condition.unit.value_or(Unit::Day))));
    }
    m_unit->setVisible(takesUnit(m_condition.op));
    if (m_operator)
        setTabOrder(m_operator, m_field->inputs().isEmpty() ? m_unit : m_field->inputs().first());
    if (!m_field->inputs().isEmpty())
        setTabOrder(m_field->inputs().last(), m_unit);
    connect(m_field, &ValueField::edited, this, [this] {
        m_condition.values = m_field->values();
        showDays();
        emit edited(u"value"_s);
    });
    showDays();
}

// Relative days are always said as dates too.
void ComparisonEditor::showDays() {
    const bool isReady = takesUnit(m_condition.op) && m_condition.values.size() == 1;
    m_days->setVisible(isReady);
    if (isReady)
        m_days->setText(
            tr("= %1").arg(RuleWords::days(resolve(m_condition, m_context.meaning.clock.today()), m_context.formats)));
}

void ComparisonEditor::apply(Condition &condition) const {
    condition.op = m_condition.op;
    condition.values = m_condition.values;
    condition.unit = m_condition.unit;
    if (isNegative(condition.op) || arityOf(condition.op) == Arity::None)
        condition.orNever = false;
}

QList<QWidget *> ComparisonEditor::inputs() const { return m_field->inputs(); }

} // namespace kontor::ui
