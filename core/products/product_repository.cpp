#include "products/product_repository.h"

#include "base/fold.h"

namespace kontor {

using namespace Qt::StringLiterals;

Result<Id> ensureProduct(workspace::Recorder &recorder, const QString &name, const QString &category) {
    const QString trimmed = name.simplified();
    if (trimmed.isEmpty())
        return Error{Code::Invalid, QCoreApplication::translate("kontor::products", "A product needs a name."), QString(),
                     QByteArrayLiteral("product")};
    TRY(existing,
        recorder.database().single(u"SELECT id FROM product WHERE name_folded = ? AND trashed_at IS NULL ORDER BY id LIMIT 1"_s,
                                   {fold(trimmed)}));
    if (!existing.isNull())
        return Id{existing.integer()};
    Product product;
    product.name = trimmed;
    product.category = category;
    return recorder.insert(product);
}

} // namespace kontor
