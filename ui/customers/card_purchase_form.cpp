#include "customers/card_purchase_form.h"

#include "base/money.h"
#include "forms/date_words_edit.h"
#include "theme/metrics.h"
#include "widgets/formats.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace metrics;

namespace {

constexpr int kItemRows = 6;
constexpr int kItemRowsShown = 4;
enum ItemColumn { Product, Quantity, Amount, ItemColumns };

QStringList currencies(const QString &first) {
    QStringList all{u"EUR"_s, u"USD"_s, u"GBP"_s, u"SEK"_s, u"NOK"_s, u"DKK"_s, u"CHF"_s,
                    u"PLN"_s, u"RUB"_s, u"CNY"_s, u"IRR"_s, u"TRY"_s, u"JPY"_s};
    all.removeAll(first);
    all.prepend(first);
    return all;
}

std::optional<double> quantityFrom(const QString &typed, const QLocale &locale) {
    if (typed.trimmed().isEmpty())
        return 1;
    bool isNumber = false;
    const double quantity = locale.toDouble(typed.trimmed(), &isNumber);
    return isNumber && quantity > 0 ? std::optional(quantity) : std::nullopt;
}

} // namespace

PurchasePopover::PurchasePopover(const Formats &formats, SuggestEdit::Provider products, QWidget *page)
    : Popover(tr("Record a purchase"), page), m_formats(formats) {
    build(std::move(products));
    connect(m_currency, &QComboBox::currentTextChanged, this, &PurchasePopover::showCurrency);
    connect(m_several, &QPushButton::toggled, this, &PurchasePopover::showItems);
    connect(this, &Popover::accepted, this, &PurchasePopover::finish);
    for (QLineEdit *line : {m_amount, m_converted})
        connect(line, &QLineEdit::textEdited, this, [this] { m_isReturnAsked = false; });
}

void PurchasePopover::build(SuggestEdit::Provider products) {
    m_singleRow = new QWidget(this);
    auto *single = new QVBoxLayout(m_singleRow);
    single->setContentsMargins(0, 0, 0, 0);
    single->setSpacing(kGap);
    addWidget(m_singleRow);
    m_amount = new QLineEdit(this);
    m_product = new SuggestEdit(std::move(products), this);
    m_quantity = new QLineEdit(this);
    m_currency = new QComboBox(this);
    m_currency->addItems(currencies(m_formats.currency()));
    m_amount->setToolTip(tr("A negative amount is a return"));
    addFieldTo(single, tr("Amount"), m_amount);
    addFieldTo(single, tr("Product or category"), m_product);
    addFieldTo(single, tr("Quantity"), m_quantity);
    addFieldTo(single, tr("Currency"), m_currency);
    m_convertedRow = new QWidget(this);
    auto *converted = new QVBoxLayout(m_convertedRow);
    converted->setContentsMargins(0, 0, 0, 0);
    m_converted = new QLineEdit(this);
    //: The currency of the file stands in the label: "The same in EUR".
    addFieldTo(converted, tr("The same in %1").arg(m_formats.currency()), m_converted);
    single->addWidget(m_convertedRow);
    m_items = new QTableWidget(kItemRows, ItemColumns, this);
    m_items->setAccessibleName(tr("Items"));
    m_items->setHorizontalHeaderLabels({tr("Product"), tr("Quantity"), tr("Amount, %1").arg(m_formats.currency())});
    m_items->horizontalHeader()->setSectionResizeMode(Product, QHeaderView::Stretch);
    m_items->horizontalHeader()->setAccessibleName(tr("Columns of the items"));
    m_items->verticalHeader()->hide();
    m_items->verticalHeader()->setAccessibleName(tr("Rows of the items"));
    for (auto *corner : m_items->findChildren<QAbstractButton *>())
        corner->setAccessibleName(tr("Select all items"));
    m_items->setTabKeyNavigation(false); // in an editor Tab goes on, else it leaves
    m_items->setMinimumHeight(kHeader + kItemRowsShown * kCompactRow);
    addWidget(m_items);
    m_several = new QPushButton(tr("Several items"), this);
    m_several->setAccessibleName(tr("Several items"));
    m_several->setFlat(true);
    m_several->setCheckable(true);
    addWidget(m_several);
    m_date = new DateWordsEdit(m_formats, DateLean::Past, this);
    m_note = new QLineEdit(this);
    m_paid = new QCheckBox(tr("Paid"), this);
    m_paid->setAccessibleName(tr("Paid"));
    addField(tr("Date"), m_date);
    addField(tr("Note"), m_note);
    addWidget(m_paid);
    m_record = addButtons(tr("Record purchase"));
}

void PurchasePopover::clear() {
    for (QLineEdit *line : std::initializer_list<QLineEdit *>{m_amount, m_converted, m_product, m_note})
        line->clear();
    m_quantity->setText(m_formats.locale().toString(1));
    m_currency->setCurrentText(m_formats.currency());
    m_items->clearContents();
    m_several->setChecked(false);
    m_paid->setChecked(true);
    m_date->setValue(DateWords{m_formats.today(), std::nullopt});
    m_isReturnAsked = false;
    m_before = {};
    showItems(false);
    showCurrency();
}

void PurchasePopover::open(const QRect &anchor) {
    clear();
    setTitle(tr("Record a purchase"));
    m_record->setText(tr("Record purchase"));
    m_several->show();
    openAt(anchor, m_amount);
}

void PurchasePopover::edit(const PurchaseLine &line, const QRect &anchor) {
    clear();
    const Purchase &purchase = line.purchase;
    m_before = purchase;
    setTitle(tr("Purchase"));
    m_record->setText(tr("Save"));
    m_several->hide();
    const bool isOther = !purchase.currency.isEmpty() && purchase.currency != m_formats.currency() && purchase.originalAmount;
    const QLocale locale = m_formats.locale();
    const auto typed = [&](qint64 minor, const QString &currency) {
        return locale.toString(moneyText(minor, currency).toDouble(), 'f', currencyDecimals(currency));
    };
    if (isOther) {
        if (m_currency->findText(purchase.currency) < 0)
            m_currency->addItem(purchase.currency);
        m_currency->setCurrentText(purchase.currency);
        m_amount->setText(typed(*purchase.originalAmount, purchase.currency));
        m_converted->setText(typed(purchase.amount, m_formats.currency()));
    } else {
        m_amount->setText(typed(purchase.amount, m_formats.currency()));
    }
    m_isReturnAsked = purchase.amount < 0;
    m_product->setChosen({line.productName, purchase.productId.value_or(Id())});
    m_quantity->setText(locale.toString(purchase.quantity, 'g', QLocale::FloatingPointShortest));
    m_date->setValue(DateWords{QDate::fromString(purchase.purchasedOn, Qt::ISODate), std::nullopt});
    m_note->setText(purchase.note);
    m_paid->setChecked(purchase.paid);
    openAt(anchor, m_amount);
    m_amount->selectAll();
}

void PurchasePopover::showItems(bool several) {
    m_singleRow->setVisible(!several);
    m_items->setVisible(several);
    if (several && isVisible()) {
        m_items->setCurrentCell(0, Product);
        m_items->setFocus(Qt::OtherFocusReason);
    }
    fit();
}

void PurchasePopover::showCurrency() {
    m_convertedRow->setVisible(isForeign());
    fit();
}

bool PurchasePopover::isForeign() const { return m_currency->currentText() != m_formats.currency(); }

std::optional<qint64> PurchasePopover::amountIn(const QLineEdit &line, const QString &currency) const {
    const auto amount = parseMoney(line.text(), currencyDecimals(currency));
    return amount && *amount != 0 ? amount : std::nullopt;
}

std::optional<Purchase> PurchasePopover::common() {
    const auto day = m_date->value();
    if (!day) {
        setProblem(DateWordsEdit::problem());
        return std::nullopt;
    }
    Purchase purchase = m_before;
    purchase.purchasedOn = day->day.toString(Qt::ISODate);
    purchase.paid = m_paid->isChecked();
    purchase.note = m_note->text().trimmed();
    return purchase;
}

std::optional<PurchaseLine> PurchasePopover::single(Purchase purchase) {
    const auto amount = amountIn(*m_amount, m_currency->currentText());
    const auto converted = isForeign() ? amountIn(*m_converted, m_formats.currency()) : amount;
    const auto quantity = quantityFrom(m_quantity->text(), m_formats.locale());
    if (!amount || !converted || !quantity) {
        setProblem(!amount      ? tr("Enter an amount, for example 12.50.")
                   : !converted ? tr("Enter what it is in %1, for example 12.50.").arg(m_formats.currency())
                                : tr("Enter how many, for example 2."));
        return std::nullopt;
    }
    purchase.amount = *converted;
    purchase.currency = isForeign() ? m_currency->currentText() : QString();
    purchase.originalAmount = isForeign() ? amount : std::nullopt;
    purchase.quantity = *quantity;
    return PurchaseLine{purchase, m_product->text().simplified()};
}

std::optional<QList<PurchaseLine>> PurchasePopover::items(const Purchase &common) {
    const auto cell = [this](int row, int column) {
        const QTableWidgetItem *item = m_items->item(row, column);
        return item ? item->text().simplified() : QString();
    };
    QList<PurchaseLine> lines;
    for (int row = 0; row < m_items->rowCount(); ++row) {
        if (cell(row, Product).isEmpty() && cell(row, Amount).isEmpty())
            continue;
        const auto amount = parseMoney(cell(row, Amount), currencyDecimals(m_formats.currency()));
        const auto quantity = quantityFrom(cell(row, Quantity), m_formats.locale());
        if (!amount || *amount == 0 || !quantity) {
            m_items->setCurrentCell(row, amount && *amount != 0 ? Quantity : Amount);
            setProblem(tr("Enter the amount of each item, for example 12.50, and how many as a number."));
            return std::nullopt;
        }
        PurchaseLine line{common, cell(row, Product)};
        line.purchase.amount = *amount;
        line.purchase.quantity = *quantity;
        lines << line;
    }
    if (lines.isEmpty()) {
        setProblem(tr("Enter at least one item with its amount."));
        return std::nullopt;
    }
    return lines;
}

std::optional<QList<PurchaseLine>> PurchasePopover::lines() {
    const auto shared = common();
    if (!shared)
        return std::nullopt;
    if (m_several->isChecked())
        return items(*shared);
    const auto line = single(*shared);
    return line ? std::optional(QList<PurchaseLine>{*line}) : std::nullopt;
}

void PurchasePopover::finish() {
    const auto ready = lines();
    if (!ready)
        return;
    const bool isReturn =
        std::any_of(ready->cbegin(), ready->cend(), [](const PurchaseLine &line) { return line.purchase.amount < 0; });
    if (isReturn && !m_isReturnAsked) {
        m_isReturnAsked = true;
        m_record->setText(tr("Record return"));
        return setProblem(tr("The amount is negative. Record it as a return?"));
    }
    const Purchase before = m_before;
    close();
    if (before.id.isValid())
        emit purchaseChanged(before, ready->first());
    else
        emit purchasesReady(*ready);
}

} // namespace kontor::ui
