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

Result<QList<Product>> productsNamed(db::Database &database, const QString &typed, int limit) {
    QString pattern = fold(typed).trimmed();
    if (pattern.isEmpty())
        return QList<Product>{};
    pattern.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return db::select<Product>(database,
                               u"trashed_at IS NULL AND name_folded LIKE ?1 ESCAPE '\\' "
                               "ORDER BY name_folded NOT LIKE ?2 ESCAPE '\\', name_folded LIMIT ?3"_s,
                               {QString(u'%' + pattern + u'%'), QString(pattern + u'%'), qint64(limit)});
}

} // namespace kontor
