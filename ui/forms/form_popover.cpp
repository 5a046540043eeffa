#include "forms/form_popover.h"

#include "base/fold.h"
#include "base/partial_date.h"
#include "forms/date_words_edit.h"
#include "forms/growing_text_edit.h"
#include "widgets/formats.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 4;
constexpr int kMostChoicesShown = 8;

QListWidget *choiceList(const FormInput &input, QWidget *parent) {
    auto *list = new QListWidget(parent);
    const QStringList chosen = input.value.split(u'\n', Qt::SkipEmptyParts);
    for (const FormChoice &choice : input.choices) {
        auto *item = new QListWidgetItem(choice.shown, list);
        item->setData(Qt::UserRole, choice.word);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(choice.word) ? Qt::Checked : Qt::Unchecked);
    }
    list->setCurrentRow(0);
    const int rows = qMin(kMostChoicesShown, list->count());
    list->setMinimumHeight(qMax(1, rows) * qMax(1, list->sizeHintForRow(0)) + 2 * list->frameWidth());
    return list;
}

QString chosenWords(const QListWidget &list) {
    QStringList words;
    for (int row = 0; row < list.count(); ++row)
        if (list.item(row)->checkState() == Qt::Checked)
            words << list.item(row)->data(Qt::UserRole).toString();
    return words.join(u'\n');
}

} // namespace

FormPopover::FormPopover(const Formats &formats, const FormSpec &spec, QWidget *page)
    : Popover(spec.title, page), m_formats(formats), m_asked(spec.inputs) {
    for (const FormInput &input : spec.inputs)
        add(input);
    showAsked();
    addButtons(spec.doIt);
    if (!spec.removal.isEmpty()) {
        auto *remove = new QPushButton(spec.removal, this);
        remove->setFlat(true);
        remove->setAccessibleName(spec.removal);
        connect(remove, &QPushButton::clicked, this, [this] {
            close();
            emit removeWanted();
        });
        addWidget(remove);
    }
    connect(this, &Popover::accepted, this, &FormPopover::finish);
}

void FormPopover::add(const FormInput &input) {
    QWidget *widget = makeInput(input);
    m_inputs.insert(input.key, widget);
    if (input.kind == FormInput::Kind::Check) {
        widget->setAccessibleName(input.label);
        return addWidget(widget);
    }
    addField(input.label, widget);
    if (auto *line = qobject_cast<QLineEdit *>(widget); line && !input.hint.isEmpty())
        line->setPlaceholderText(input.hint);
}

bool FormPopover::isAsked(const FormInput &input) const {
    const auto *choice = qobject_cast<const QComboBox *>(m_inputs.value(input.with));
    return !choice || input.withWords.contains(choice->currentData().toString());
}

void FormPopover::showAsked() {
    for (const FormInput &input : std::as_const(m_asked))
        if (!input.with.isEmpty())
            setFieldShown(m_inputs.value(input.key), isAsked(input));
}

QWidget *FormPopover::makeInput(const FormInput &input) {
    switch (input.kind) {
    case FormInput::Kind::Lines: {
        auto *lines = new GrowingTextEdit(kMostLines, this);
        lines->setPlainText(input.value);
        lines->setPlaceholderText(input.hint);
        connect(lines, &GrowingTextEdit::submitted, this, &FormPopover::finish);
        return lines;
    }
    case FormInput::Kind::Date: return new QLineEdit(partialDateShown(input.value, m_formats), this);
    case FormInput::Kind::Choice: {
        auto *choice = new QComboBox(this);
        for (const FormChoice &offered : input.choices)
            choice->addItem(offered.shown, offered.word);
        if (!input.value.isEmpty() && choice->findData(input.value) < 0)
            choice->addItem(input.value, input.value);
        choice->setCurrentIndex(qMax(0, choice->findData(input.value)));
        connect(choice, &QComboBox::currentIndexChanged, this, &FormPopover::showAsked);
        return choice;
    }
    case FormInput::Kind::Choices: return choiceList(input, this);
    case FormInput::Kind::Check: {
        auto *check = new QCheckBox(input.label, this);
        check->setChecked(!input.value.isEmpty());
        return check;
    }
    case FormInput::Kind::Suggest: {
        auto *suggest = new SuggestEdit(input.provider, this);
        suggest->setChosen({input.value, input.id});
        return suggest;
    }
    case FormInput::Kind::Line: break;
    }
    return new QLineEdit(input.value, this);
}

void FormPopover::open(const QRect &anchor) {
    QWidget *first = m_inputs.value(m_asked.first().key);
    openAt(anchor, first);
    if (auto *line = qobject_cast<QLineEdit *>(first))
        line->selectAll();
}

FormValues FormPopover::values() const {
    FormValues values;
    for (const FormInput &input : m_asked) {
        const QWidget *widget = isAsked(input) ? m_inputs.value(input.key) : nullptr;
        FormValue value;
        if (const auto *suggest = qobject_cast<const SuggestEdit *>(widget))
            value = {suggest->text().simplified(), suggest->chosen()};
        else if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            value.text = line->text().trimmed();
        else if (const auto *lines = qobject_cast<const QPlainTextEdit *>(widget))
            value.text = lines->toPlainText().trimmed();
        else if (const auto *choice = qobject_cast<const QComboBox *>(widget))
            value.text = choice->currentData().toString();
        else if (const auto *check = qobject_cast<const QCheckBox *>(widget))
            value.text = check->isChecked() ? u"1"_s : QString();
        else if (const auto *list = qobject_cast<const QListWidget *>(widget))
            value.text = chosenWords(*list);
        values.insert(input.key, value);
    }
    return values;
}

void FormPopover::finish() {
    FormValues given = values();
    for (const FormInput &input : std::as_const(m_asked)) {
        if (input.kind != FormInput::Kind::Date)
            continue;
        const auto iso = partialDateFrom(given[input.key].text, m_formats);
        if (!iso) {
            m_inputs.value(input.key)->setFocus(Qt::OtherFocusReason);
            return setProblem(DateWordsEdit::problem());
        }
        given[input.key].text = *iso;
    }
    emit filled(given);
}

std::optional<QString> partialDateFrom(const QString &typed, const Formats &formats) {
    const QString trimmed = typed.trimmed();
    if (trimmed.isEmpty() || parsePartialDate(trimmed))
        return trimmed;
    const auto words = parseDateWords(trimmed, {formats.today(), formats.locale(), formats.calendar(), DateLean::Past});
    if (!words)
        return std::nullopt;
    static const QRegularExpression year(u"\\d{4}|\\d+[./-]\\d+[./-]\\d+"_s);
    const QString digits = asciiDigits(trimmed);
    if (!year.match(digits).hasMatch())
        return partialDateText({std::nullopt, words->day.month(), words->day.day()});
    // Two digits of a year are those of the century that has them behind it.
    const QDate day = words->day > formats.today() && !digits.contains(QString::number(words->day.year()))
                          ? words->day.addYears(-100)
                          : words->day;
    return day.toString(Qt::ISODate);
}

QString partialDateShown(const QString &iso, const Formats &formats) {
    const auto date = parsePartialDate(iso);
    if (!date)
        return iso;
    if (date->year)
        return formats.date(QDate(*date->year, date->month, date->day));
    //: A date without its year, in the letters of QLocale::toString: 14 May.
    return formats.locale().toString(anniversaryIn(*date, formats.today().year()), FormPopover::tr("d MMMM"), formats.calendar());
}

} // namespace kontor::ui
