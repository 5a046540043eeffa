#include "customers/customer_filter_row.h"

#include "customers/customer_list_model.h"
#include "lists/choice_filter_edit.h"
#include "lists/filter_header.h"
#include "theme/icon.h"
#include "theme/metrics.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalBlocker>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace customer_column;

namespace {
constexpr int kNoColumn = -1;
} // namespace

CustomerFilterRow::CustomerFilterRow(FilterHeader &header, const CustomerListModel &model)
    : QObject(&header), m_header(header), m_model(model), m_formats(model.formats()) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(metrics::kFilterPause);
    connect(&m_pause, &QTimer::timeout, this, &CustomerFilterRow::read);
    connect(&header, &FilterHeader::escapedCell, this, &CustomerFilterRow::clearColumn);
    followColumns();
}

void CustomerFilterRow::followColumns() {
    const int count = m_model.columns().count();
    for (int column = 0; column < count; ++column)
        if (!m_texts.contains(column) || (choice(column) != nullptr) != isChoice(column))
            addCell(column);
    for (const int column : m_texts.keys())
        if (column >= count) {
            m_texts.remove(column);
            m_header.removeEditor(column);
        }
    retranslate();
}

void CustomerFilterRow::addCell(int column) {
    Cell cell;
    if (isChoice(column)) {
        auto *list = new ChoiceFilterEdit;
        connect(list, &ChoiceFilterEdit::listWanted, this, [this, column] { emit listWanted(column); });
        cell.edit = list;
    } else {
        cell.edit = new QLineEdit;
    }
    m_header.setEditor(column, cell.edit);
    cell.puzzled = cell.edit->addAction(Icon::get("warning"_L1), QLineEdit::TrailingPosition);
    cell.puzzled->setVisible(false);
    // The text changes only when an input method has committed, so half-written Chinese filters nothing.
    connect(cell.edit, &QLineEdit::textChanged, this, [this, column](const QString &text) {
        if (m_quiet)
            return;
        if (!text.isEmpty())
            m_lastUsed = column;
        m_pause.start();
    });
    m_texts.insert(column, cell);
}

bool CustomerFilterRow::isChoice(int column) const { return m_model.columns().grouping(column) != CustomerGrouping::None; }

ChoiceFilterEdit *CustomerFilterRow::choice(int column) const { return qobject_cast<ChoiceFilterEdit *>(m_texts.value(column).edit); }

void CustomerFilterRow::setValues(int column, const QStringList &values) {
    QStringList words;
    for (const QString &value : values)
        words << m_model.columns().groupWords(column, value, m_formats);
    {
        const QScopedValueRollback quiet(m_quiet, true);
        choice(column)->setValues(values, words);
    }
    if (!values.isEmpty())
        m_lastUsed = column;
    m_pause.stop();
    read();
}

QString CustomerFilterRow::hint(int column) const {
    if (m_model.columns().isNumber(column))
        return tr(">1000"); //: An example in a filter cell of the customers list, as the others here.
    switch (column) {
    case Customer: return tr("Name or company");
    case Phone: return tr("Digits");
    case LastContact: return tr(">90 days");
    case Birthday: return tr("<14 days");
    case FirstPurchase:
    case LastPurchase:
    case Created: return tr("last month");
    case Lifecycle:
    case NextStep: return tr("All");
    case Tags: return tr("Tag");
    default: break;
    }
    const CustomField *own = m_model.columns().own(column);
    return own && own->kind == "date"_L1 ? tr("last month") : m_model.columns().title(column);
}

QString CustomerFilterRow::help(int column) const {
    if (m_model.columns().isNumber(column))
        return tr("More than 1000: >1000. Between: 100-500.");
    const CustomField *own = m_model.columns().own(column);
    switch (column) {
    case LastContact:
        return tr("More than 90 days ago: >90. Within 30 days: <30. A year: 2025. In words: last month. Never: empty.");
    case Birthday: return tr("In the next 14 days: <14. In May: 5. Unknown: empty.");
    case FirstPurchase:
    case LastPurchase:
    case Created: return tr("Within 30 days: <30. A year: 2025. In words: last month, this year.");
    default: break;
    }
    if (own && own->kind == "date"_L1)
        return tr("Within 30 days: <30. A year: 2025. In words: last month, this year.");
    if (column == Lifecycle || column == NextStep)
        return tr("Type a part of it, or choose several.");
    return column == Company || column == Source || own ? tr("A part of it. Nothing there: empty.") : QString();
}

void CustomerFilterRow::retranslate() {
    const CustomerColumns &columns = m_model.columns();
    for (auto cell = m_texts.cbegin(); cell != m_texts.cend(); ++cell) {
        cell->edit->setPlaceholderText(hint(cell.key()));
        if (ChoiceFilterEdit *list = choice(cell.key())) {
            list->retranslate();
            if (!list->values().isEmpty())
                setValues(cell.key(), list->values());
        }
        cell->edit->setToolTip(help(cell.key()));
        cell->puzzled->setToolTip(tr("This is not understood and filters nothing. %1").arg(help(cell.key())));
    }
    for (int column = 0; column < columns.count(); ++column)
        if (QWidget *cell = m_header.editor(column))
            cell->setAccessibleName(tr("Filter: %1").arg(columns.title(column)));
}

void CustomerFilterRow::read() {
    const CustomerFilter filter = filterOf(kNoColumn);
    const bool other = filter != m_filter;
    m_filter = filter;
    for (int column = 0; column < m_model.columns().count(); ++column) {
        m_header.setFiltering(column, isFiltering(column));
        if (m_texts.contains(column)) {
            const bool puzzled = !m_texts[column].edit->text().trimmed().isEmpty() && !isUnderstood(column);
            m_texts[column].puzzled->setVisible(puzzled);
            m_texts[column].edit->setAccessibleDescription(puzzled ? m_texts[column].puzzled->toolTip() : QString());
        }
    }
    if (other)
        emit changed();
}

bool CustomerFilterRow::isFiltering(int column) const {
    return m_texts.contains(column) && !m_texts[column].edit->text().trimmed().isEmpty() && isUnderstood(column);
}

QString CustomerFilterRow::textOf(int column) const {
    return choice(column) ? choice(column)->words() : m_texts[column].edit->text().trimmed();
}

QList<QPair<int, QString>> CustomerFilterRow::descriptions() const {
    QList<QPair<int, QString>> texts;
    for (int column = 0; column < m_model.columns().count(); ++column)
        if (isFiltering(column))
            texts.append({column, tr("%1: %2").arg(m_model.columns().title(column), textOf(column))});
    return texts;
}

QVariantMap CustomerFilterRow::texts() const {
    QVariantMap texts;
    for (auto cell = m_texts.cbegin(); cell != m_texts.cend(); ++cell) {
        const ChoiceFilterEdit *list = choice(cell.key());
        if (list && !list->values().isEmpty())
            texts.insert(m_model.columns().key(cell.key()), list->values());
        else if (!cell->edit->text().isEmpty())
            texts.insert(m_model.columns().key(cell.key()), cell->edit->text());
    }
    return texts;
}

void CustomerFilterRow::setTexts(const QVariantMap &texts) {
    {
        const QScopedValueRollback quiet(m_quiet, true);
        for (auto cell = m_texts.cbegin(); cell != m_texts.cend(); ++cell) {
            const QVariant value = texts.value(m_model.columns().key(cell.key()));
            ChoiceFilterEdit *list = choice(cell.key());
            if (!list || value.typeId() != QMetaType::QStringList) {
                cell->edit->setText(value.toString());
                continue;
            }
            QStringList words;
            for (const QString &one : value.toStringList())
                words << m_model.columns().groupWords(cell.key(), one, m_formats);
            list->setValues(value.toStringList(), words);
        }
    }
    m_pause.stop();
    read();
}

void CustomerFilterRow::clear() { setTexts({}); }

void CustomerFilterRow::clearColumn(int column) {
    if (m_texts.contains(column))
        m_texts[column].edit->clear();
    m_pause.stop();
    read();
}

} // namespace kontor::ui
