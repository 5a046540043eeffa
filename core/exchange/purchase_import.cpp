#include "exchange/linked_import.h"
#include "exchange/product_finder.h"

#include "base/fold.h"
#include "base/money.h"
#include "products/product.h"
#include "purchases/purchase.h"

#include <QCoreApplication>

#include <cmath>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

// "€", "EUR", "руб": ISO 4217, or the text in capitals.
QString currencyCode(const QString &typed) {
    static const QHash<QString, QString> signs{{u"€"_s, u"EUR"_s},   {u"$"_s, u"USD"_s},    {u"£"_s, u"GBP"_s},
                                               {u"₽"_s, u"RUB"_s}, {u"РУБ"_s, u"RUB"_s},  {u"РУБ."_s, u"RUB"_s},
                                               {u"RUR"_s, u"RUB"_s}, {u"EURO"_s, u"EUR"_s}, {u"元"_s, u"CNY"_s},
                                               {u"RMB"_s, u"CNY"_s}, {u"KR"_s, u"SEK"_s},   {u"ریال"_s, u"IRR"_s}};
    const QString upper = typed.trimmed().toUpper();
    return signs.value(upper, upper);
}

class PurchaseImport : public LinkedImport {
public:
    static Result<std::unique_ptr<RecordImport>> create(db::Database &database, LinkedSetup setup) {
        const db::RecordType &type = db::recordType<Purchase>();
        TRY(statements,
            prepare(
                database, type,
                u"SELECT id FROM purchase WHERE customer_id = ? AND purchased_on = ? AND amount = ? AND coalesce(product_id, 0) = ? ORDER BY id"_s));
        TRY(products, ProductFinder::create(database));
        return std::unique_ptr<RecordImport>(
            new PurchaseImport(type, std::move(setup), std::move(statements), std::move(products)));
    }

protected:
    void beginRow() override {
        m_currency.clear();
        m_amount.clear();
        m_rate.clear();
        m_hasAmount = false;
    }
    QString readCell(int column, const QString &text, LinkedDraft &draft) override;
    QString finishReading(LinkedDraft &draft) override;
    Result<void> complete(LinkedDraft &draft, ImportWriter &writer) override;
    void bindSame(const LinkedDraft &draft, db::BulkStatement &same) override;

private:
    PurchaseImport(const db::RecordType &type, LinkedSetup setup, Statements statements, ProductFinder products)
        : LinkedImport(type, std::move(setup), std::move(statements)), m_products(std::move(products)) {}

    bool convert(LinkedDraft &draft) const;

    ProductFinder m_products;
    QString m_currency, m_amount, m_rate; // of the row, as they stand there
    bool m_hasAmount = false;
};

QString PurchaseImport::readCell(int column, const QString &text, LinkedDraft &draft) {
    switch (m_setup.map.columns.at(column).field) {
    case Field::PurchasedOn: return setDay(column, text, "purchased_on", draft);
    case Field::Amount: {
        const auto amount = readMoney(text, title(column), m_setup.context);
        m_hasAmount = amount.value.has_value();
        m_amount = text;
        if (amount.value)
            draft.set("amount", db::Value(*amount.value));
        return amount.problem;
    }
    case Field::Quantity: {
        const auto number = readNumber(text, title(column));
        if (number.value)
            draft.set("quantity", db::Value(*number.value));
        return number.problem;
    }
    case Field::Paid: {
        const auto answer = readYesNo(text, title(column), m_setup.context);
        if (answer.value)
            draft.set("paid", db::Value(*answer.value));
        return answer.problem;
    }
    case Field::Product: draft.product = text; return {};
    case Field::Category: draft.category = text; return {};
    case Field::Currency:
        if (m_setup.map.columns.at(column).label == u"rate"_s)
            m_rate = text;
        else
            m_currency = currencyCode(text);
        return {};
    case Field::Note: draft.set("note", db::Value(text)); return {};
    default: return {};
    }
}

// Into the base's currency by the rate that the document names. That rate is one to the currency in which a firm of 1C keeps its books, which the
// file does not name: it counts only in a base of such a currency.
bool PurchaseImport::convert(LinkedDraft &draft) const {
    static const QStringList currenciesOfBooks{u"RUB"_s, u"BYN"_s, u"KZT"_s, u"UAH"_s, u"UZS"_s, u"KGS"_s,
                                               u"AMD"_s, u"AZN"_s, u"GEL"_s, u"MDL"_s, u"TJS"_s, u"TMT"_s};
    const auto amount = readNumber(m_amount, {}), rate = readNumber(m_rate, {});
    if (!currenciesOfBooks.contains(m_setup.context.currency) || !amount.value || rate.value.value_or(0) <= 0)
        return false;
    const auto minorUnits = [](double value, int decimals) { return qint64(std::llround(value * std::pow(10, decimals))); };
    draft.set("amount", db::Value(minorUnits(*amount.value * *rate.value, m_setup.context.currencyDecimals)));
    draft.set("currency", db::Value(m_currency));
    draft.set("original_amount", db::Value(minorUnits(*amount.value, currencyDecimals(m_currency))));
    return true;
}

QString PurchaseImport::finishReading(LinkedDraft &draft) {
    if (draft.value("purchased_on").text().isEmpty())
        return tr("The row does not say when it was bought. Add the date.");
    if (!m_hasAmount)
        return tr("The row has no amount. Add what was paid.");
    if (!m_currency.isEmpty() && m_currency != m_setup.context.currency && !convert(draft))
        return tr("The amount is in %1, but this file reckons in %2. Put the amount in %2 into the file.")
            .arg(m_currency, m_setup.context.currency);
    return {};
}

Result<void> PurchaseImport::complete(LinkedDraft &draft, ImportWriter &writer) {
    if (!draft.product.isEmpty()) {
        TRY(id, m_products.named(draft.product, draft.category, writer));
        draft.set("product_id", db::Value(id));
    }
    return {};
}

void PurchaseImport::bindSame(const LinkedDraft &draft, db::BulkStatement &same) {
    same.bind(0, draft.value("customer_id"));
    same.bind(1, draft.value("purchased_on"));
    same.bind(2, draft.value("amount"));
    same.bind(3, draft.value("product_id").integer());
}

class ProductImport : public LinkedImport {
public:
    static Result<std::unique_ptr<RecordImport>> create(db::Database &database, LinkedSetup setup) {
        const db::RecordType &type = db::recordType<Product>();
        TRY(statements,
            prepare(database, type, u"SELECT id FROM product WHERE name_folded = ? AND trashed_at IS NULL ORDER BY id"_s));
        return std::unique_ptr<RecordImport>(new ProductImport(type, std::move(setup), std::move(statements)));
    }

protected:
    void beginRow() override { m_currency.clear(); }
    QString readCell(int column, const QString &text, LinkedDraft &draft) override {
        switch (m_setup.map.columns.at(column).field) {
        case Field::Currency: m_currency = currencyCode(text); return {};
        case Field::Product:
        case Field::Name: draft.set("name", db::Value(text.simplified())); return {};
        case Field::Category: draft.set("category", db::Value(text)); return {};
        case Field::Brand: draft.set("brand", db::Value(text)); return {};
        case Field::Price: {
            const auto price = readMoney(text, title(column), m_setup.context);
            if (price.value)
                draft.set("price", db::Value(*price.value));
            return price.problem;
        }
        default: return {};
        }
    }
    QString finishReading(LinkedDraft &draft) override {
        if (draft.value("name").text().isEmpty() && draft.externalId.isEmpty())
            return tr("The row names no product. Add its name.");
        if (!m_currency.isEmpty() && m_currency != m_setup.context.currency && !draft.value("price").isNull())
            return tr("The price is in %1, but this file reckons in %2. Put the price in %2 into the file.")
                .arg(m_currency, m_setup.context.currency);
        return {};
    }
    QString missingForNew(const LinkedDraft &draft) const override {
        return draft.value("name").text().isEmpty()
                   ? tr("No product has this id yet, and the row has no name to make one of. Add its name.")
                   : QString();
    }
    void bindSame(const LinkedDraft &draft, db::BulkStatement &same) override {
        same.bind(0, QStringView(fold(draft.value("name").text())));
    }
    bool needsCustomer() const override { return false; }
    bool repeatsAreOne() const override { return true; }

private:
    using LinkedImport::LinkedImport;

    QString m_currency;
};

} // namespace

Result<ProductFinder> ProductFinder::create(db::Database &database) {
    TRY(byName, database.prepareBulk(u"SELECT id FROM product WHERE name_folded = ? AND trashed_at IS NULL ORDER BY id"_s));
    return ProductFinder(std::move(byName));
}

Result<Id> ProductFinder::named(const QString &name, const QString &category, ImportWriter &writer) {
    if (const auto known = m_known.constFind(name); known != m_known.cend())
        return *known;
    m_byName.bind(0, QStringView(fold(name)));
    TRY(found, m_byName.next());
    Product product;
    product.id = Id{found ? m_byName.integer(0) : 0};
    m_byName.reset();
    if (!found) {
        product.name = name.simplified();
        product.category = category;
        TRY(id, writer.recorder().insert(product));
        product.id = id;
    }
    m_known.insert(name, product.id);
    return product.id;
}

Result<std::unique_ptr<RecordImport>> createPurchaseImport(db::Database &database, LinkedSetup setup) {
    return PurchaseImport::create(database, std::move(setup));
}

Result<std::unique_ptr<RecordImport>> createProductImport(db::Database &database, LinkedSetup setup) {
    return ProductImport::create(database, std::move(setup));
}

} // namespace kontor::exchange
