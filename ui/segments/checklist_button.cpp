#include "segments/checklist_button.h"

#include "segments/choice_picker.h"
#include "theme/metrics.h"

#include <QKeyEvent>

namespace kontor::ui {

namespace {

constexpr int kShownValues = 4;
constexpr int kWidest = 320;

} // namespace

ChecklistButton::ChecklistButton(const QString &label, QWidget *parent) : QPushButton(parent), m_label(label) {
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &ChecklistButton::openList);
}

void ChecklistButton::setChoices(const QList<ChecklistChoice> &choices, bool takesOwnText) {
    m_choices = choices;
    m_takesOwnText = takesOwnText;
    describe();
    if (m_picker)
        fill(*m_picker);
}

void ChecklistButton::setValues(const QStringList &values) {
    m_values = values;
    describe();
}

QString ChecklistButton::wordOf(const QString &value) const {
    for (const ChecklistChoice &choice : m_choices)
        if (choice.value == value)
            return choice.word;
    return value;
}

void ChecklistButton::describe() {
    QStringList words;
    for (const QString &value : m_values)
        words << wordOf(value);
    const QString all = locale().createSeparatedList(words);
    const qsizetype more = words.size() - kShownValues;
    QString shown = words.isEmpty() ? tr("Choose values")
                    : more > 0      ? tr("%1 and %2 more").arg(QStringList(words.mid(0, kShownValues)).join(tr(", "))).arg(more)
                                    : words.join(tr(", "));
    setText(fontMetrics().elidedText(shown, Qt::ElideRight, kWidest));
    setToolTip(all);
    setAccessibleDescription(words.isEmpty() ? tr("Nothing is chosen yet") : all);
    updateGeometry();
}

QSize ChecklistButton::sizeHint() const { return QPushButton::sizeHint().expandedTo({4 * metrics::kWide, 0}); }

void ChecklistButton::fill(ChoicePicker &picker) const {
    QList<PickerItem> items;
    for (const QString &value : m_values) // chosen ones first, also those that nobody has now
        items.append({wordOf(value), {}, {}, true});
    for (const ChecklistChoice &choice : m_choices) {
        if (m_values.contains(choice.value))
            items[m_values.indexOf(choice.value)].count = choice.count;
        else
            items.append({choice.word, {}, choice.count, false});
    }
    picker.setWords(m_label, m_takesOwnText ? tr("Search, or type a value") : tr("Search"));
    picker.setTakesOwnText(m_takesOwnText);
    picker.setItems(items);
}

void ChecklistButton::openList() {
    m_picker = new ChoicePicker(ChoicePicker::Mode::Checklist, this);
    fill(*m_picker);
    connect(m_picker, &ChoicePicker::ticked, this, &ChecklistButton::take);
    m_picker->open();
}

void ChecklistButton::take(const QStringList &words) {
    m_values.clear();
    for (const QString &word : words) {
        QString value = word;
        for (const ChecklistChoice &choice : m_choices)
            if (choice.word == word)
                value = choice.value;
        m_values << value;
    }
    describe();
    emit edited();
}

void ChecklistButton::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier)
        return openList();
    QPushButton::keyPressEvent(event);
}

} // namespace kontor::ui
