#include "purchases/purchase_repository.h"

#include "base/partial_date.h"
#include "products/product_repository.h"

#include <QDate>

namespace kontor {

using namespace Qt::StringLiterals;
using workspace::Recorder;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::purchases", text); }

Result<void> checkDate(const Purchase &purchase) {
    if (!QDate::fromString(purchase.purchasedOn, Qt::ISODate).isValid())
        return Error{Code::Invalid, tr("“%1” is not a date. Enter it as 2026-12-31.").arg(purchase.purchasedOn), QString(),
                     QByteArrayLiteral("on")};
    return {};
}

} // namespace

Result<Id> addPurchase(Recorder &recorder, const Purchase &draft, const QString &productName) {
    Purchase purchase = draft;
    if (purchase.purchasedOn.isEmpty())
        purchase.purchasedOn = recorder.context().clock.today().toString(Qt::ISODate);
    TRY_VOID(checkDate(purchase));
    TRY(customer, recorder.database().single(u"SELECT 1 FROM customer WHERE id = ?"_s, {purchase.customerId}));
    if (customer.isNull())
        return Error{Code::NotFound, tr("There is no such customer."), QString(), QByteArrayLiteral("id")};
    if (!productName.trimmed().isEmpty()) {
        TRY(product, ensureProduct(recorder, productName));
        purchase.productId = product;
    }
    return recorder.insert(purchase);
}

Result<void> changePurchase(Recorder &recorder, const Purchase &before, const Purchase &changed, const QString &productName) {
    Purchase after = changed;
    TRY_VOID(checkDate(after));
    after.productId.reset();
    if (!productName.trimmed().isEmpty()) {
        TRY(product, ensureProduct(recorder, productName));
        after.productId = product;
    }
    return recorder.update(before, after);
}

Result<void> trashPurchase(Recorder &recorder, Id purchase) {
    TRY(found, db::find<Purchase>(recorder.database(), purchase));
    if (!found)
        return Error{Code::NotFound, tr("There is no such purchase."), QString(), QByteArrayLiteral("id")};
    Purchase after = *found;
    after.trashedAt = recorder.now();
    return recorder.update(*found, after);
}

Result<QList<PurchaseLine>> purchasesOf(db::Database &database, Id customer) {
    TRY(purchases, db::select<Purchase>(database, u"customer_id = ? AND trashed_at IS NULL ORDER BY purchased_on DESC, id DESC"_s,
                                        {customer}));
    QHash<Id, QString> names;
    QList<PurchaseLine> lines;
    for (const Purchase &purchase : purchases) {
        if (purchase.productId && !names.contains(*purchase.productId)) {
            TRY(name, database.single(u"SELECT name FROM product WHERE id = ?"_s, {*purchase.productId}));
            names.insert(*purchase.productId, name.text());
        }
        lines.append({purchase, purchase.productId ? names.value(*purchase.productId) : QString()});
    }
    return lines;
}

Result<PurchaseSums> purchaseSums(db::Database &database, Id customer, const Clock &clock) {
    const QString since = addYears(clock.today(), -1).toString(Qt::ISODate);
    TRY(statement, database.query(u"SELECT count(*), coalesce(sum(amount), 0), count(*) FILTER (WHERE purchased_on > ?), "
                                  "coalesce(sum(amount) FILTER (WHERE purchased_on > ?), 0) "
                                  "FROM purchase WHERE customer_id = ? AND trashed_at IS NULL"_s,
                                  {since, since, customer}));
    TRY(row, statement.next());
    if (!row)
        return PurchaseSums{};
    return PurchaseSums{statement.integer(0), statement.integer(1), statement.integer(2), statement.integer(3)};
}

Result<qint64> owedBy(db::Database &database, Id customer) {
    TRY(sum, database.single(
                 u"SELECT coalesce(sum(amount), 0) FROM purchase WHERE customer_id = ? AND paid = 0 AND trashed_at IS NULL"_s,
                 {customer}));
    return sum.integer();
}

} // namespace kontor
