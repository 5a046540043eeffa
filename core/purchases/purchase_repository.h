// What customers bought.
#pragma once

#include "purchases/purchase.h"
#include "workspace/recorder.h"

namespace kontor {

// `productName` is found or made; empty: none. An empty date is today. Errors: Invalid (date), NotFound (customer).
Result<Id> addPurchase(workspace::Recorder &recorder, const Purchase &draft, const QString &productName = {});

// Product as in addPurchase(); an empty name is none. Errors: Invalid (date), Conflict.
Result<void> changePurchase(workspace::Recorder &recorder, const Purchase &before, const Purchase &after,
                            const QString &productName);
// Errors: NotFound.
Result<void> trashPurchase(workspace::Recorder &recorder, Id purchase);

struct PurchaseLine {
    Purchase purchase;
    QString productName;
};
// Newest first.
Result<QList<PurchaseLine>> purchasesOf(db::Database &database, Id customer);

struct PurchaseSums {
    qint64 count = 0;
    qint64 total = 0;         // minor units
    qint64 countLastYear = 0; // in the last 12 months
    qint64 totalLastYear = 0;
};
Result<PurchaseSums> purchaseSums(db::Database &database, Id customer, const Clock &clock);
// What was bought and is not paid yet, in minor units.
Result<qint64> owedBy(db::Database &database, Id customer);

} // namespace kontor
