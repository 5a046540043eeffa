#include "customers/customer_filter_row.h"

#include "base/money.h"
#include "customers/customer_list_model.h"
#include "customers/customer_texts.h"
#include "lists/filter_header.h"
#include "theme/metrics.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace customer_column;

CustomerFilterRow::CustomerFilterRow(FilterHeader &header, const Formats &formats)
    : QObject(&header), m_header(header), m_formats(formats), m_lifecycle(nullptr), m_step(nullptr) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(metrics::kFilterPause);
    connect(&m_pause, &QTimer::timeout, this, &CustomerFilterRow::read);
    for (const int column : {Customer, Phone, LastContact, Bought, City, Email, Tags})
        m_texts.insert(column, addText(column));
    m_lifecycle = addChoice(Lifecycle);
    m_step = addChoice(NextStep);
    connect(&header, &FilterHeader::escapedCell, this, &CustomerFilterRow::clearColumn);
    retranslate();
}

QLineEdit *CustomerFilterRow::addText(int column) {
    auto *edit = new QLineEdit;
    m_header.setEditor(column, edit);
    if (column == Phone || column == Email)
        edit->setLayoutDirection(Qt::LeftToRight);
    // The text changes only when an input method has committed, so half-written Chinese filters nothing.
    connect(edit, &QLineEdit::textChanged, this, [this] {
        if (!m_quiet)
            m_pause.start();
    });
    return edit;
}

QComboBox *CustomerFilterRow::addChoice(int column) {
    auto *box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(3);
    m_header.setEditor(column, box);
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_quiet)
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

void CustomerFilterRow::retranslate() {
    fillChoices();
    //: Examples in the filter cells of the customers list.
    const QHash<int, QString> hints{{Customer, tr("Name or company")},
                                    {Phone, tr("Digits")},
                                    {LastContact, tr(">90 days")},
                                    {Bought, tr(">1000")},
                                    {City, tr("City")},
                                    {Email, tr("E-mail")},
                                    {Tags, tr("Tag")}};
    for (auto edit = m_texts.cbegin(); edit != m_texts.cend(); ++edit)
        edit.value()->setPlaceholderText(hints.value(edit.key()));
    for (int column = 0; column < Count; ++column)
        if (QWidget *cell = m_header.editor(column))
            cell->setAccessibleName(tr("Filter: %1").arg(CustomerListModel::columnTitle(column)));
    m_texts[LastContact]->setToolTip(tr("More than 90 days ago: >90. Within 30 days: <30. A year: 2025. Never: empty."));
    m_texts[Bought]->setToolTip(tr("More than 1000: >1000. Between: 100-500."));
}

void CustomerFilterRow::read() {
    CustomerFilter filter;
    filter.name = m_texts[Customer]->text().trimmed();
    filter.phone = m_texts[Phone]->text().trimmed();
    filter.city = m_texts[City]->text().trimmed();
    filter.email = m_texts[Email]->text().trimmed();
    filter.tag = m_texts[Tags]->text().trimmed();
    filter.lastContact = parseContactRange(m_texts[LastContact]->text(), m_formats.clock(), tr("never"));
    filter.bought = parseAmountRange(m_texts[Bought]->text(), currencyDecimals(m_formats.currency()));
    if (const QString type = m_lifecycle->currentData().toString(); !type.isEmpty())
        filter.lifecycles = {type};
    filter.nextStep = NextStepState(m_step->currentData().toInt());
    const bool other = filter != m_filter;
    m_filter = filter;
    for (int column = 0; column < Count; ++column)
        m_header.setFiltering(column, isFiltering(column));
    if (other)
        emit changed();
}

bool CustomerFilterRow::isFiltering(int column) const {
    switch (column) {
    case Lifecycle: return !m_filter.lifecycles.isEmpty();
    case LastContact: return m_filter.lastContact.has_value();
    case Bought: return m_filter.bought.has_value();
    case NextStep: return m_filter.nextStep != NextStepState::Any;
    default: return m_texts.contains(column) && !m_texts[column]->text().trimmed().isEmpty();
    }
}

QString CustomerFilterRow::textOf(int column) const {
    if (const QLineEdit *edit = m_texts.value(column))
        return edit->text().trimmed();
    return column == Lifecycle ? m_lifecycle->currentText() : m_step->currentText();
}

QList<QPair<int, QString>> CustomerFilterRow::descriptions() const {
    QList<QPair<int, QString>> texts;
    for (int column = 0; column < Count; ++column)
        if (isFiltering(column))
            texts.append({column, tr("%1: %2").arg(CustomerListModel::columnTitle(column), textOf(column))});
    return texts;
}

QVariantMap CustomerFilterRow::texts() const {
    QVariantMap texts;
    for (auto edit = m_texts.cbegin(); edit != m_texts.cend(); ++edit)
        if (!edit.value()->text().isEmpty())
            texts.insert(QString::number(edit.key()), edit.value()->text());
    if (m_lifecycle->currentIndex() > 0)
        texts.insert(u"lifecycle"_s, m_lifecycle->currentIndex());
    if (m_step->currentIndex() > 0)
        texts.insert(u"step"_s, m_step->currentIndex());
    return texts;
}

void CustomerFilterRow::setTexts(const QVariantMap &texts) {
    {
        const QScopedValueRollback quiet(m_quiet, true);
        for (auto edit = m_texts.cbegin(); edit != m_texts.cend(); ++edit)
            edit.value()->setText(texts.value(QString::number(edit.key())).toString());
        m_lifecycle->setCurrentIndex(texts.value(u"lifecycle"_s, 0).toInt());
        m_step->setCurrentIndex(texts.value(u"step"_s, 0).toInt());
    }
    m_pause.stop();
    read();
}

void CustomerFilterRow::clear() { setTexts({}); }

void CustomerFilterRow::clearColumn(int column) {
    if (QLineEdit *edit = m_texts.value(column))
        edit->clear();
    else if (column == Lifecycle)
        m_lifecycle->setCurrentIndex(0);
    else if (column == NextStep)
        m_step->setCurrentIndex(0);
    m_pause.stop();
    read();
}

} // namespace kontor::ui
