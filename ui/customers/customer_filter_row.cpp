#include "customers/customer_filter_row.h"

#include "base/fold.h"
#include "base/money.h"
#include "customers/customer_list_model.h"
#include "customers/customer_texts.h"
#include "lists/filter_header.h"
#include "theme/icon.h"
#include "theme/metrics.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace customer_column;

namespace {
constexpr int kNoColumn = -1;
constexpr int kOwnDecimals = 2;
} // namespace

CustomerFilterRow::CustomerFilterRow(FilterHeader &header, const CustomerListModel &model)
    : QObject(&header), m_header(header), m_model(model), m_formats(model.formats()), m_lifecycle(nullptr), m_step(nullptr) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(metrics::kFilterPause);
    connect(&m_pause, &QTimer::timeout, this, &CustomerFilterRow::read);
    m_lifecycle = addChoice(Lifecycle);
    m_step = addChoice(NextStep);
    connect(&header, &FilterHeader::escapedCell, this, &CustomerFilterRow::clearColumn);
    followColumns();
}

void CustomerFilterRow::followColumns() {
    const int count = m_model.columns().count();
    for (int column = 0; column < count; ++column)
        if (column != Lifecycle && column != NextStep && !m_texts.contains(column))
            addText(column);
    for (const int column : m_texts.keys())
        if (column >= count) {
            m_texts.remove(column);
            m_header.removeEditor(column);
        }
    retranslate();
}

void CustomerFilterRow::addText(int column) {
    Cell cell;
    cell.edit = new QLineEdit;
    m_header.setEditor(column, cell.edit);
    if (column == Phone || column == Email)
        cell.edit->setLayoutDirection(Qt::LeftToRight);
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

QComboBox *CustomerFilterRow::addChoice(int column) {
    auto *box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(3);
    m_header.setEditor(column, box);
    connect(box, &QComboBox::currentIndexChanged, this, [this, column](int index) {
        if (m_quiet)
            return;
        if (index > 0)
            m_lastUsed = column;
        read();
    });
    return box;
}

void CustomerFilterRow::fillChoices() {
    const QScopedValueRollback quiet(m_quiet, true);
    const auto refill = [](QComboBox *box, const QList<QPair<QString, QVariant>> &entries) {
        const int current = qMax(0, box->currentIndex());
        box->clear();
        for (const auto &[text, value] : entries)
            box->addItem(text, value);
        box->setCurrentIndex(current);
    };
    QList<QPair<QString, QVariant>> types{{tr("All"), QString()}};
    for (const QString &value : lifecycleValues())
        types.append({lifecycleText(value), value});
    refill(m_lifecycle, types);
    refill(m_step, {{tr("All"), int(NextStepState::Any)},
                    {tr("Late"), int(NextStepState::Late)},
                    {tr("Today"), int(NextStepState::Today)},
                    {tr("Later"), int(NextStepState::Later)},
                    {tr("No next step"), int(NextStepState::None)}});
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
    return column == Company || column == Source || own ? tr("A part of it. Nothing there: empty.") : QString();
}

void CustomerFilterRow::retranslate() {
    fillChoices();
    const CustomerColumns &columns = m_model.columns();
    for (auto cell = m_texts.cbegin(); cell != m_texts.cend(); ++cell) {
        cell->edit->setPlaceholderText(hint(cell.key()));
        cell->edit->setToolTip(help(cell.key()));
        cell->puzzled->setToolTip(tr("This is not understood and filters nothing. %1").arg(help(cell.key())));
    }
    for (int column = 0; column < columns.count(); ++column)
        if (QWidget *cell = m_header.editor(column))
            cell->setAccessibleName(tr("Filter: %1").arg(columns.title(column)));
}

std::optional<ColumnFilter> CustomerFilterRow::ownFilter(int column, const QString &text) const {
    const CustomField &own = *m_model.columns().own(column);
    ColumnFilter filter{CustomerColumn::OwnText, own.id};
    filter.onlyEmpty = fold(text) == fold(tr("empty")) || text == "empty"_L1;
    if (filter.onlyEmpty)
        return filter;
    if (own.kind == "number"_L1 || own.kind == "money"_L1) {
        filter.column = CustomerColumn::OwnNumber;
        filter.amount = parseAmountRange(text, kOwnDecimals);
        return filter.amount ? std::optional(filter) : std::nullopt;
    }
    if (own.kind == "yes_no"_L1) {
        filter.column = CustomerColumn::OwnNumber;
        const QString folded = fold(text);
        const bool yes = fold(tr("Yes")).startsWith(folded) || folded == "yes"_L1;
        const bool no = fold(tr("No")).startsWith(folded) || folded == "no"_L1;
        const qint64 wanted = yes ? 100 : 0;
        filter.amount = AmountRange{wanted, wanted};
        return yes || no ? std::optional(filter) : std::nullopt;
    }
    if (own.kind == "date"_L1) {
        filter.column = CustomerColumn::OwnDate;
        filter.days = parseDayRange(text, m_formats.today(), tr("empty"));
        return filter.days ? std::optional(filter) : std::nullopt;
    }
    filter.contains = text;
    return filter;
}

// Nothing where the text is not understood.
std::optional<ColumnFilter> CustomerFilterRow::columnFilter(int column, const QString &text) const {
    if (column >= Count)
        return ownFilter(column, text);
    const auto days = [&](CustomerColumn which) -> std::optional<ColumnFilter> {
        const auto range = parseDayRange(text, m_formats.today(), tr("empty"));
        return range ? std::optional(ColumnFilter{.column = which, .days = range}) : std::nullopt;
    };
    const auto amount = [&](CustomerColumn which) -> std::optional<ColumnFilter> {
        const auto range = parseAmountRange(text, currencyDecimals(m_formats.currency()));
        return range ? std::optional(ColumnFilter{.column = which, .amount = range}) : std::nullopt;
    };
    const auto words = [&](CustomerColumn which) {
        const bool empty = fold(text) == fold(tr("empty")) || text == "empty"_L1;
        return ColumnFilter{.column = which, .contains = empty ? QString() : text, .onlyEmpty = empty};
    };
    switch (column) {
    case Company: return words(CustomerColumn::Company);
    case Source: return words(CustomerColumn::Source);
    case FirstPurchase: return days(CustomerColumn::FirstPurchase);
    case LastPurchase: return days(CustomerColumn::LastPurchase);
    case Total: return amount(CustomerColumn::Total);
    case Owes: return amount(CustomerColumn::Owes);
    case Created: {
        const auto range = parseContactRange(text, m_formats.clock(), tr("empty"));
        return range ? std::optional(ColumnFilter{.column = CustomerColumn::Created, .moments = range}) : std::nullopt;
    }
    case Birthday: {
        bool isNumber = false;
        const int month = asciiDigits(text).toInt(&isNumber);
        if (isNumber && month >= 1 && month <= 12)
            return ColumnFilter{.column = CustomerColumn::Birthday, .month = month};
        return days(CustomerColumn::Birthday);
    }
    default: return {};
    }
}

CustomerFilter CustomerFilterRow::filterOf(int leftOut) const {
    const auto text = [&](int column) {
        return column == leftOut || !m_texts.contains(column) ? QString() : m_texts[column].edit->text().trimmed();
    };
    CustomerFilter filter;
    filter.name = text(Customer);
    filter.phone = text(Phone);
    filter.city = text(City);
    filter.email = text(Email);
    filter.tag = text(Tags);
    filter.lastContact = parseContactRange(text(LastContact), m_formats.clock(), tr("never"));
    filter.bought = parseAmountRange(text(Bought), currencyDecimals(m_formats.currency()));
    if (const QString type = m_lifecycle->currentData().toString(); !type.isEmpty() && leftOut != Lifecycle)
        filter.lifecycles = {type};
    if (leftOut != NextStep)
        filter.nextStep = NextStepState(m_step->currentData().toInt());
    for (int column = Company; column < m_model.columns().count(); ++column)
        if (const QString typed = text(column); !typed.isEmpty())
            if (const auto one = columnFilter(column, typed))
                filter.columns << *one;
    return filter;
}

CustomerFilter CustomerFilterRow::without(int column) const { return filterOf(column); }

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

bool CustomerFilterRow::isUnderstood(int column) const {
    switch (column) {
    case LastContact: return m_filter.lastContact.has_value();
    case Bought: return m_filter.bought.has_value();
    default: return column < Company || columnFilter(column, m_texts[column].edit->text().trimmed()).has_value();
    }
}

bool CustomerFilterRow::isFiltering(int column) const {
    switch (column) {
    case Lifecycle: return !m_filter.lifecycles.isEmpty();
    case NextStep: return m_filter.nextStep != NextStepState::Any;
    default:
        return m_texts.contains(column) && !m_texts[column].edit->text().trimmed().isEmpty() && isUnderstood(column);
    }
}

QString CustomerFilterRow::textOf(int column) const {
    if (m_texts.contains(column))
        return m_texts[column].edit->text().trimmed();
    return column == Lifecycle ? m_lifecycle->currentText() : m_step->currentText();
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
    for (auto cell = m_texts.cbegin(); cell != m_texts.cend(); ++cell)
        if (!cell->edit->text().isEmpty())
            texts.insert(m_model.columns().key(cell.key()), cell->edit->text());
    if (m_lifecycle->currentIndex() > 0)
        texts.insert(m_model.columns().key(Lifecycle), m_lifecycle->currentIndex());
    if (m_step->currentIndex() > 0)
        texts.insert(m_model.columns().key(NextStep), m_step->currentIndex());
    return texts;
}

void CustomerFilterRow::setTexts(const QVariantMap &texts) {
    {
        const QScopedValueRollback quiet(m_quiet, true);
        for (auto cell = m_texts.cbegin(); cell != m_texts.cend(); ++cell)
            cell->edit->setText(texts.value(m_model.columns().key(cell.key())).toString());
        m_lifecycle->setCurrentIndex(texts.value(m_model.columns().key(Lifecycle), 0).toInt());
        m_step->setCurrentIndex(texts.value(m_model.columns().key(NextStep), 0).toInt());
    }
    m_pause.stop();
    read();
}

void CustomerFilterRow::clear() { setTexts({}); }

void CustomerFilterRow::clearColumn(int column) {
    if (m_texts.contains(column))
        m_texts[column].edit->clear();
    else if (column == Lifecycle)
        m_lifecycle->setCurrentIndex(0);
    else if (column == NextStep)
        m_step->setCurrentIndex(0);
    m_pause.stop();
    read();
}

} // namespace kontor::ui
