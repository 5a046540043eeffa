#include "customers/customer_choice_list.h"

#include "customers/customer_columns.h"
#include "customers/customer_filter_row.h"
#include "customers/customer_texts.h"
#include "lists/choice_filter_edit.h"
#include "segments/choice_picker.h"
#include "widgets/formats.h"

namespace kontor::ui {

using namespace customer_column;

CustomerChoiceList::CustomerChoiceList(CustomerFilterRow &filter, const CustomerColumns &columns, const Formats &formats)
    : QObject(&filter), m_filter(filter), m_columns(columns), m_formats(formats) {}

// Types and next steps are all there, in their order; of others those that somebody has, the most frequent first.
QList<CustomerChoiceList::Entry> CustomerChoiceList::entriesOf(int column, const QList<CustomerGroup> &counts) const {
    QStringList values;
    for (const CustomerGroup &group : counts)
        values << group.value;
    QStringList wanted;
    if (column == Lifecycle)
        for (const CustomerType &type : m_formats.types().offered())
            wanted << type.name;
    if (column == NextStep)
        for (const NextStepState state : nextStepStates())
            wanted << wordOf(state);
    const bool isOrdered = !wanted.isEmpty();
    for (const QString &value : values + m_filter.choice(column)->values())
        if (!wanted.contains(value))
            wanted << value;
    QList<Entry> entries;
    for (const QString &value : std::as_const(wanted)) {
        const qsizetype at = values.indexOf(value);
        entries.append({value, m_columns.groupWords(column, value, m_formats), at < 0 ? 0 : counts[at].count});
    }
    if (!isOrdered)
        std::stable_sort(entries.begin(), entries.end(), [](const Entry &one, const Entry &other) {
            return one.value.isEmpty() != other.value.isEmpty() ? other.value.isEmpty() : one.count > other.count;
        });
    return entries;
}

bool CustomerChoiceList::open(int column, const QList<CustomerGroup> &counts) {
    ChoiceFilterEdit *cell = m_filter.choice(column);
    if (!cell || !cell->isVisible())
        return true; // nobody waits for it any more
    m_entries = entriesOf(column, counts);
    if (m_entries.isEmpty())
        return false;
    QList<PickerItem> items;
    for (const Entry &entry : std::as_const(m_entries))
        items.append({entry.word, {}, m_formats.number(entry.count), cell->values().contains(entry.value)});
    auto *picker = new ChoicePicker(ChoicePicker::Mode::Checklist, cell);
    picker->setWords(tr("Filter: %1").arg(m_columns.title(column)), tr("Search"));
    picker->setItems(items);
    connect(picker, &ChoicePicker::ticked, this, [this, column](const QStringList &words) { take(column, words); });
    picker->open();
    return true;
}

void CustomerChoiceList::take(int column, const QStringList &words) {
    QStringList values;
    for (const Entry &entry : std::as_const(m_entries))
        if (words.contains(entry.word))
            values << entry.value;
    m_filter.setValues(column, values);
}

} // namespace kontor::ui
