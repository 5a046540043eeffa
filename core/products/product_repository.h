// Products by name: typed once, found again.
#pragma once

#include "products/product.h"
#include "workspace/recorder.h"

namespace kontor {

// The product of that name, made where there is none; names compare folded. Errors: Invalid (empty name).
Result<Id> ensureProduct(workspace::Recorder &recorder, const QString &name, const QString &category = {});

// Those whose name begins with the text before those that contain it.
Result<QList<Product>> productsNamed(db::Database &database, const QString &typed, int limit);

} // namespace kontor
