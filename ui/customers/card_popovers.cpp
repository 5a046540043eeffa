#include "customers/card_popovers.h"

#include "base/money.h"
#include "forms/date_words_edit.h"
#include "widgets/formats.h"

#include <QCheckBox>
#include <QLineEdit>

namespace kontor::ui {

TaskPopover::TaskPopover(const Formats &formats, QWidget *page)
    : Popover(tr("New task"), page),
      m_formats(formats),
      m_title(new QLineEdit(this)),
      m_due(new DateWordsEdit(formats, DateLean::Future, this)) {
    addField(tr("What is to be done"), m_title);
    addField(tr("When"), m_due);
    addButtons(tr("Add task"));
    connect(this, &Popover::accepted, this, &TaskPopover::finish);
}

void TaskPopover::open(const QRect &anchor) {
    m_title->clear();
    m_due->setValue(DateWords{m_formats.today().addDays(1), std::nullopt});
    openAt(anchor, m_title);
}

void TaskPopover::finish() {
    Task task;
    task.title = m_title->text().trimmed();
    if (task.title.isEmpty())
        return setProblem(tr("Say in a few words what is to be done."));
    if (!m_due->isUnderstood())
        return setProblem(DateWordsEdit::problem());
    if (const auto due = m_due->value()) {
        task.dueOn = due->day.toString(Qt::ISODate);
        if (due->time)
            task.dueAt = Instant{QDateTime(due->day, *due->time, m_formats.clock().zone).toMSecsSinceEpoch()};
    }
    close();
    emit taskReady(task);
}

PurchasePopover::PurchasePopover(const Formats &formats, QWidget *page)
    : Popover(tr("Record a purchase"), page),
      m_formats(formats),
      m_amount(new QLineEdit(this)),
      m_date(new DateWordsEdit(formats, DateLean::Past, this)),
      m_product(new QLineEdit(this)),
      m_note(new QLineEdit(this)),
      m_paid(new QCheckBox(tr("Paid"), this)) {
    //: The currency of the file stands in the label: "Amount, EUR".
    addField(tr("Amount, %1").arg(formats.currency()), m_amount);
    m_amount->setToolTip(tr("A negative amount is a return"));
    addField(tr("Date"), m_date);
    addField(tr("Product or category"), m_product);
    addField(tr("Note"), m_note);
    m_paid->setAccessibleName(tr("Paid"));
    addWidget(m_paid);
    addButtons(tr("Record purchase"));
    connect(this, &Popover::accepted, this, &PurchasePopover::finish);
}

void PurchasePopover::open(const QRect &anchor) {
    for (QLineEdit *line : {m_amount, m_product, m_note})
        line->clear();
    m_paid->setChecked(true);
    m_date->setValue(DateWords{m_formats.today(), std::nullopt});
    openAt(anchor, m_amount);
}

void PurchasePopover::finish() {
    const auto amount = parseMoney(m_amount->text(), currencyDecimals(m_formats.currency()));
    if (!amount || *amount == 0)
        return setProblem(tr("Enter an amount, for example 12.50."));
    const auto day = m_date->value();
    if (!day)
        return setProblem(DateWordsEdit::problem());
    Purchase purchase;
    purchase.amount = *amount;
    purchase.purchasedOn = day->day.toString(Qt::ISODate);
    purchase.paid = m_paid->isChecked();
    purchase.note = m_note->text().trimmed();
    close();
    emit purchaseReady(purchase, m_product->text().trimmed());
}

} // namespace kontor::ui
