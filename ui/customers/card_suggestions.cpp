#include "customers/card_suggestions.h"

#include "customers/customer_names.h"
#include "products/product_repository.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostOffers = 8;
}

SuggestEdit::Provider customerSuggestions(workspace::Workspace &workspace) {
    return [&workspace](QObject *context, const QString &typed, const SuggestEdit::Answer &answer) {
        workspace.read(
            context, [typed](db::Database &database) { return customersNamed(database, typed, kMostOffers); },
            [answer](Result<QList<CustomerName>> found) {
                QList<Suggested> offers;
                for (const CustomerName &name : found ? *found : QList<CustomerName>())
                    offers.append(
                        {name.company.isEmpty() || name.company == name.name ? name.name : name.name + u", "_s + name.company,
                         name.id});
                answer(offers);
            });
    };
}

SuggestEdit::Provider productSuggestions(workspace::Workspace &workspace) {
    return [&workspace](QObject *context, const QString &typed, const SuggestEdit::Answer &answer) {
        workspace.read(
            context, [typed](db::Database &database) { return productsNamed(database, typed, kMostOffers); },
            [answer](Result<QList<Product>> found) {
                QList<Suggested> offers;
                for (const Product &product : found ? *found : QList<Product>())
                    offers.append({product.name, product.id});
                answer(offers);
            });
    };
}

} // namespace kontor::ui
