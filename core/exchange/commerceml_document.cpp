// Documents of a CommerceML file: orders, deliveries and returns are purchases, others say why they are none.
#include "exchange/commerceml_row.h"

#include "base/money.h"

#include <QCoreApplication>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr int kListedLines = 200;
constexpr int kCents = 2; // only to add amounts of the file up and compare them

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

enum class Operation { Order, Delivery, Return, Invoice, Payment, Other };

Operation operationOf(const XmlElement &document) {
    const QString text = document.value(u"ХозОперация").toLower().replace(u'ё', u'е');
    if (text.startsWith(u"заказ"_s))
        return Operation::Order;
    if (text.startsWith(u"отпуск"_s) || text.startsWith(u"реализация"_s))
        return Operation::Delivery;
    if (text.startsWith(u"возврат товара"_s))
        return Operation::Return;
    if (text.startsWith(u"счет на оплату"_s))
        return Operation::Invoice;
    if (text.startsWith(u"выплата"_s) || text.startsWith(u"возврат наличных"_s) || text.startsWith(u"возврат безналичных"_s) ||
        text.startsWith(u"эквайринг"_s))
        return Operation::Payment;
    return Operation::Other;
}

// "Оплачен" of <ЗначениеРеквизита><Наименование>Заказ оплачен</Наименование><Значение>true</Значение>.
QString requisite(const XmlElement &element, QStringView wanted) {
    if (const XmlElement *values = element.child(u"ЗначенияРеквизитов")) {
        for (const XmlElement &value : values->children) {
            if (value.value(u"Наименование") == wanted)
                return value.value(u"Значение");
        }
    }
    return {};
}

qint64 amountOf(const QString &text) { return parseMoney(text, kCents).value_or(0); }

class DocumentReader {
public:
    DocumentReader(const XmlElement &document, const CommerceMlContext &context, CommerceMlContainer &container)
        : m_element(document), m_context(context), m_container(container), m_operation(operationOf(document)) {}

    CommerceMlRow read();

private:
    const XmlElement *buyer() const;
    void readBuyer();
    void readAmount();
    void readLines();
    void readPayments();
    void readNote();
    QString reasonAgainst() const;
    QString name() const;

    const XmlElement &m_element;
    const CommerceMlContext &m_context;
    CommerceMlContainer &m_container;
    Operation m_operation;
    CommerceMlRow m_row;
    qint64 m_linesTotal = 0;
};

// "Заказ товара 20".
QString DocumentReader::name() const {
    return u"%1 %2"_s.arg(m_element.value(u"ХозОперация"), m_element.value(u"Номер")).trimmed();
}

// Of several the one who buys, then who pays, then who receives.
const XmlElement *DocumentReader::buyer() const {
    const XmlElement *counterparties = m_element.child(u"Контрагенты");
    if (!counterparties)
        return nullptr;
    for (QStringView role : {u"Покупатель", u"Плательщик", u"Получатель", u""}) {
        for (const XmlElement &counterparty : counterparties->children) {
            if (counterparty.value(u"Роль") == role)
                return &counterparty;
        }
    }
    return nullptr;
}

void DocumentReader::readBuyer() {
    const XmlElement *who = buyer();
    if (!who)
        return;
    m_row.set(u"customer id"_s, who->value(u"Ид"));
    if (who->value(u"Ид").isEmpty()) {
        const CommerceMlRow row = counterpartyRow(*who, &m_element);
        m_row.set(u"email"_s, row.text(u"E-mail 1 - Value"));
        m_row.set(u"phone"_s, row.text(u"Phone 1 - Value"));
    }
}

// With one thing sold the purchase says which and how many; all lines stand in the note.
void DocumentReader::readLines() {
    const XmlElement *lines = m_element.child(u"Товары");
    if (!lines)
        return;
    const XmlElement *product = nullptr;
    int products = 0, listed = 0;
    for (const XmlElement &line : lines->children) {
        m_linesTotal += amountOf(line.value(u"Сумма"));
        if (requisite(line, u"ТипНоменклатуры") != u"Услуга"_s && ++products == 1)
            product = &line;
        if (++listed <= kListedLines)
            m_row.set(u"note"_s, u"%1, %2 %3, %4"_s
                                     .arg(line.value(u"Наименование"), line.value(u"Количество"),
                                          line.child(u"Единица") ? line.value(u"Единица") : line.value(u"БазоваяЕдиница"),
                                          line.value(u"Сумма"))
                                     .simplified());
    }
    if (listed > kListedLines)
        m_row.set(u"note"_s, u"… +%1"_s.arg(listed - kListedLines));
    if (lines->children.size() == 1)
        product = &lines->children.front(); // a service alone is what was bought
    else if (products != 1)
        product = nullptr;
    m_row.set(u"product"_s, product ? product->value(u"Наименование") : QString());
    m_row.set(u"quantity"_s, product ? product->value(u"Количество") : QString());
}

void DocumentReader::readAmount() {
    QString amount = m_element.value(u"Сумма");
    if (amount.isEmpty() && m_linesTotal != 0)
        amount = moneyText(m_linesTotal, u"EUR"); // any currency of two decimals
    if (m_operation == Operation::Return && !amount.isEmpty() && !amount.startsWith(u'-'))
        amount.prepend(u'-');
    m_row.set(u"amount"_s, amount);
    m_row.set(u"currency"_s, m_element.value(u"Валюта"));
    m_row.set(u"currency.rate"_s, m_element.value(u"Курс"));
}

// Where nothing says so, an invoice is open and a sale is paid.
void DocumentReader::readPayments() {
    qint64 paid = 0;
    if (const XmlElement *payments = m_element.child(u"Оплаты")) {
        for (const XmlElement &payment : payments->children) {
            paid += amountOf(payment.value(u"СуммаОплаты"));
            m_row.set(u"note"_s,
                      u"Оплата %1 %2 %3"_s
                          .arg(payment.value(u"ДатаОплаты"), payment.value(u"СуммаОплаты"), payment.value(u"СпособОплаты"))
                          .simplified());
        }
    }
    QString isPaid = requisite(m_element, u"Заказ оплачен");
    if (isPaid.isEmpty())
        isPaid = requisite(m_element, u"Оплачен");
    if (isPaid.isEmpty() && m_element.child(u"Оплаты"))
        isPaid = paid >= amountOf(m_row.text(u"amount")) ? u"yes"_s : u"no"_s;
    if (isPaid.isEmpty() && m_operation == Operation::Invoice)
        isPaid = u"no"_s;
    m_row.set(u"paid"_s, isPaid);
}

void DocumentReader::readNote() {
    if (const QString day = m_element.value(u"СрокПлатежа"); !day.isEmpty())
        m_row.set(u"note"_s, u"Срок платежа: "_s + day);
    m_row.set(u"note"_s, m_element.value(u"Комментарий"));
    for (QStringView kept : {u"Статус заказа", u"Метод оплаты", u"Способ доставки"}) {
        if (const QString text = requisite(m_element, kept); !text.isEmpty())
            m_row.set(u"note"_s, kept.toString() + u": "_s + text);
    }
}

QString DocumentReader::reasonAgainst() const {
    const QString role = m_element.value(u"Роль");
    if (isTrue(m_element.value(u"ПометкаУдаления")))
        return tr("It is marked as deleted in the program that wrote the file.");
    if (isTrue(requisite(m_element, u"Отменен")) || isTrue(requisite(m_element, u"Отменён")))
        return tr("The order was cancelled.");
    if (m_operation == Operation::Payment)
        return tr("“%1” is a payment. The purchase that it pays says by itself whether it is paid.").arg(name());
    if (m_operation == Operation::Other)
        return tr("“%1” is neither an order nor a delivery, a return or an invoice, so there is no purchase in it.").arg(name());
    if (role == u"Покупатель"_s)
        return tr("In “%1” the firm itself buys, so it is no customer's purchase.").arg(name());
    if (m_operation == Operation::Invoice && m_context.hasSales)
        return tr("“%1” is an invoice. The orders or deliveries of the same file say what was bought.").arg(name());
    if (m_container.isOpen && m_operation != Operation::Return && !m_container.sale.isEmpty())
        return tr("“%1” belongs to “%2”, which is the purchase.").arg(name(), m_container.sale);
    return {};
}

CommerceMlRow DocumentReader::read() {
    static const QStringList known{u"Ид"_s,     u"Номер"_s,       u"Дата"_s,        u"Время"_s,  u"ХозОперация"_s,
                                   u"Роль"_s,   u"Валюта"_s,      u"Курс"_s,        u"Сумма"_s,  u"Контрагенты"_s,
                                   u"Оплаты"_s, u"СрокПлатежа"_s, u"Комментарий"_s, u"Товары"_s, u"ПометкаУдаления"_s};
    const QString id = m_element.value(u"Ид");
    m_row.set(u"id"_s, !id.isEmpty() ? id : u"%1 %2"_s.arg(name(), m_element.value(u"Дата")).trimmed());
    m_row.set(u"date"_s, m_element.value(u"Дата"));
    m_row.set(u"note"_s, name());
    readBuyer();
    readLines();
    readAmount();
    readPayments();
    readNote();
    addOthers(m_row, m_element, known);
    m_row.problem = reasonAgainst();
    if (m_row.problem.isEmpty() && m_container.isOpen && isSale(m_element))
        m_container.sale = name();
    return m_row;
}

} // namespace

bool isSale(const XmlElement &document) {
    const Operation operation = operationOf(document);
    return operation == Operation::Order || operation == Operation::Delivery;
}

CommerceMlRow documentRow(const XmlElement &document, const CommerceMlContext &context, CommerceMlContainer &container) {
    return DocumentReader(document, context, container).read();
}

} // namespace kontor::exchange
