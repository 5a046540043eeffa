#include "segments/value_field.h"

#include "segments/checklist_button.h"
#include "forms/date_edit.h"
#include "segments/number_edit.h"
#include "segments/rule_words.h"
#include "theme/metrics.h"
#include "widgets/palette_label.h"

#include <QtWidgets>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;
using namespace segments;

namespace {

constexpr int kCountDigits = 3;
constexpr int kAmountDigits = 9;
constexpr int kTextLetters = 24;

QString textOf(const QList<Operand> &values, qsizetype place) {
    const QString *text = place < values.size() ? std::get_if<QString>(&values[place]) : nullptr;
    return text ? *text : QString();
}

std::optional<double> numberOf(const QList<Operand> &values, qsizetype place) {
    const double *number = place < values.size() ? std::get_if<double>(&values[place]) : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

QStringList textsOf(const QList<Operand> &values) {
    QStringList texts;
    for (qsizetype i = 0; i < values.size(); ++i)
        if (const QString text = textOf(values, i); !text.isEmpty())
            texts << text;
    return texts;
}

void complete(QLineEdit *edit, const QStringList &values) {
    auto *completer = new QCompleter(values, edit);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    edit->setCompleter(completer);
}

QString currencySign(const Formats &formats) {
    QString text = formats.money(0);
    text.remove(formats.locale().toString(0)).remove(u'0');
    return text.trimmed();
}

} // namespace

ValueField::ValueField(const BuilderContext &context, const ValueWanted &wanted, const QList<Operand> &values, QWidget *parent)
    : QWidget(parent), m_context(context), m_wanted(wanted), m_given(values) {
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kGap);
    const Arity arity = arityOf(wanted.op);
    if (arity == Arity::None)
        return;
    const int places = arity == Arity::Two ? 2 : 1;
    const bool isYesNo = wanted.kind == Kind::YesNo || (wanted.kind == Kind::Date && wanted.op == Operator::Is);
    const bool isNumber = takesUnit(wanted.op) || wanted.kind == Kind::Number || wanted.kind == Kind::Money;
    const bool isFixed = !wanted.choices.isEmpty() && (wanted.op == Operator::Is || wanted.op == Operator::IsNot);
    if (isYesNo) {
        addChoice({{tr("yes"), true}, {tr("no"), false}});
    } else if (isNumber || wanted.kind == Kind::Date) {
        for (int place = 0; place < places; ++place) {
            if (place > 0)
                addWord(tr("and", "between two values"));
            if (isNumber)
                addNumber(place, takesUnit(wanted.op));
            else
                addDate(place);
        }
        if (wanted.kind == Kind::Money && !takesUnit(wanted.op))
            addWord(currencySign(context.formats));
    } else if (arity == Arity::List) {
        addChecklist();
    } else if (isFixed) {
        QList<QPair<QString, Operand>> choices;
        for (const QString &choice : wanted.choices)
            choices.append({wordOf(choice), choice});
        addChoice(choices);
    } else {
        addText();
    }
}

QString ValueField::wordOf(const QString &choice) const {
    if (m_wanted.field == "outcome"_L1)
        return m_context.formats.outcomes().label(choice);
    return m_wanted.field == "lifecycle"_L1 ? m_context.formats.types().label(choice) : RuleWords::choice(choice);
}

QList<Operand> ValueField::values() const {
    QList<Operand> values;
    for (const auto &read : m_readers)
        values << read();
    return values;
}

QString ValueField::placeName(int place) const {
    if (arityOf(m_wanted.op) == Arity::Two)
        return place == 0 ? tr("%1, from").arg(m_wanted.label) : tr("%1, to").arg(m_wanted.label);
    return tr("%1, value").arg(m_wanted.label);
}

void ValueField::addInput(QWidget *input, const QString &name, std::function<QList<Operand>()> read) {
    input->setAccessibleName(name);
    layout()->addWidget(input);
    m_inputs << input;
    m_readers << std::move(read);
}

void ValueField::addWord(const QString &word) {
    auto *label = new PaletteLabel(TextRole::Body, TextColour::Second, this);
    label->setText(word);
    layout()->addWidget(label);
}

void ValueField::addNumber(int place, bool wholeOnly) {
    auto *edit = new NumberEdit(m_context.formats.locale(), wholeOnly, this);
    edit->setWidthFor(wholeOnly ? kCountDigits : kAmountDigits);
    edit->setValue(numberOf(m_given, place));
    connect(edit, &QLineEdit::textEdited, this, &ValueField::edited);
    addInput(edit, placeName(place), [edit]() -> QList<Operand> {
        const std::optional<double> value = edit->value();
        return value ? QList<Operand>{*value} : QList<Operand>{};
    });
}

void ValueField::addDate(int place) {
    const QDate given = QDate::fromString(textOf(m_given, place), Qt::ISODate);
    auto *edit = new DateEdit(m_context.formats, given, this);
    connect(edit, &QDateEdit::dateChanged, this, &ValueField::edited);
    addInput(edit, placeName(place), [edit]() -> QList<Operand> { return {edit->date().toString(Qt::ISODate)}; });
}

void ValueField::addChoice(const QList<QPair<QString, Operand>> &choices) {
    auto *box = new QComboBox(this);
    QList<Operand> operands;
    for (const auto &[word, operand] : choices) {
        box->addItem(word);
        operands << operand;
    }
    box->setCurrentIndex(m_given.isEmpty() ? -1 : int(operands.indexOf(m_given.first())));
    box->setPlaceholderText(tr("Choose"));
    connect(box, &QComboBox::currentIndexChanged, this, &ValueField::edited);
    addInput(box, placeName(0), [box, operands]() -> QList<Operand> {
        const int current = box->currentIndex();
        return current >= 0 ? QList<Operand>{operands[current]} : QList<Operand>{};
    });
}

void ValueField::addText() {
    auto *edit = new QLineEdit(textOf(m_given, 0), this);
    edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * kTextLetters);
    connect(edit, &QLineEdit::textChanged, this, &ValueField::edited); // also what a completer puts in
    if (m_wanted.kind == Kind::Segment) {
        complete(edit, m_context.segmentNames);
    } else if (m_context.suggest && m_wanted.op != Operator::Contains && m_wanted.op != Operator::StartsWith) {
        m_context.suggest(m_wanted.records, m_wanted.field, edit, [edit](const QList<Suggestion> &suggestions) {
            QStringList values;
            for (const Suggestion &suggestion : suggestions)
                values << suggestion.value;
            complete(edit, values);
        });
    }
    addInput(edit, placeName(0), [edit]() -> QList<Operand> {
        const QString text = edit->text().trimmed();
        return text.isEmpty() ? QList<Operand>{} : QList<Operand>{text};
    });
}

void ValueField::addChecklist() {
    auto *button = new ChecklistButton(m_wanted.label, this);
    if (!m_wanted.choices.isEmpty()) {
        QList<ChecklistChoice> choices;
        for (const QString &choice : m_wanted.choices)
            choices.append({choice, wordOf(choice), {}});
        button->setChoices(choices, false);
    } else if (m_wanted.kind == Kind::Segment) {
        QList<ChecklistChoice> choices;
        for (const QString &name : m_context.segmentNames)
            choices.append({name, name, {}});
        button->setChoices(choices, false);
    } else if (m_context.suggest) {
        m_context.suggest(m_wanted.records, m_wanted.field, button,
                          [button, formats = &m_context.formats](const QList<Suggestion> &suggestions) {
                              QList<ChecklistChoice> choices;
                              for (const Suggestion &suggestion : suggestions)
                                  choices.append({suggestion.value, suggestion.value, formats->number(suggestion.count)});
                              button->setChoices(choices, true);
                          });
    }
    button->setValues(textsOf(m_given));
    connect(button, &ChecklistButton::edited, this, &ValueField::edited);
    addInput(button, placeName(0), [button] {
        QList<Operand> values;
        for (const QString &value : button->values())
            values << value;
        return values;
    });
    button->describe();
}

} // namespace kontor::ui
