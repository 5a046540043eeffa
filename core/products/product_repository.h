// Products by name: typed once, found again.
#pragma once

#include "products/product.h"
#include "workspace/recorder.h"

namespace kontor {

// The product of that name, made where there is none; names compare folded. Errors: Invalid (empty name).
Result<Id> ensureProduct(workspace::Recorder &recorder, const QString &name, const QString &category = {});

} // namespace kontor
