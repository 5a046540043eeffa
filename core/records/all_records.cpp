#include "records/all_records.h"

#include "attachments/attachment.h"
#include "base/email.h"
#include "base/fold.h"
#include "base/phone.h"
#include "cases/support_case.h"
#include "custom_fields/custom_field.h"
#include "customers/address.h"
#include "customers/consent.h"
#include "customers/contact_point.h"
#include "customers/customer.h"
#include "customers/customer_type.h"
#include "customers/important_date.h"
#include "customers/not_duplicate.h"
#include "customers/relation.h"
#include "deals/deal.h"
#include "interactions/interaction.h"
#include "interactions/outcome.h"
#include "offers/offer.h"
#include "products/product.h"
#include "purchases/purchase.h"
#include "segments/saved_segment.h"
#include "tags/tag.h"
#include "tasks/task.h"
#include "workspace/setting.h"

#include <algorithm>

namespace kontor::records {

using namespace Qt::StringLiterals;
using workspace::DeriveContext;
using workspace::derivedEntry;
using workspace::RecordEntry;

namespace {

void deriveCustomer(Customer &customer, const DeriveContext &context) {
    customer.nameFolded = fold(customer.name);
    customer.sortKey = context.collation->key(customer.name);
    customer.changedAt = context.clock.now();
}

void deriveContactPoint(ContactPoint &point, const DeriveContext &context) {
    if (point.kind == "phone"_L1)
        point.normalised = parsePhone(point.value, context.country).normalised;
    else if (point.kind == "email"_L1)
        point.normalised = parseEmail(point.value).normalised;
    else
        point.normalised = point.value.trimmed();
}

void deriveTag(Tag &tag, const DeriveContext &) { tag.nameFolded = fold(tag.name); }
void deriveProduct(Product &product, const DeriveContext &) { product.nameFolded = fold(product.name); }
void deriveSegment(segments::SavedSegment &segment, const DeriveContext &) { segment.nameFolded = fold(segment.name); }

// `value`: SQL for the new value of customer.`column`, with the customer's id as the one placeholder.
auto refreshCustomers(const QString &column, const QString &value) {
    const QString sql = u"UPDATE customer SET %1 = (%2) WHERE id = ?2"_s.arg(column, value);
    return [sql](db::Database &database, const QSet<Id> &customers) -> Result<void> {
        TRY(statement, database.prepareBulk(sql));
        QList<Id> inOrder(customers.cbegin(), customers.cend()); // neighbours stand on one page of the file
        std::sort(inOrder.begin(), inOrder.end());
        for (const Id customer : std::as_const(inOrder)) {
            statement.bind(0, customer.value);
            statement.bind(1, customer.value);
            TRY_VOID(statement.execute());
        }
        return {};
    };
}

template <class R>
RecordEntry plainEntry() {
    return {&db::recordType<R>()};
}

template <class R>
RecordEntry refreshingEntry(const QString &column, const QString &value) {
    return {&db::recordType<R>(), {}, refreshCustomers(column, value)};
}

} // namespace

std::shared_ptr<const workspace::RecordCatalogue> catalogue() {
    auto catalogue = std::make_shared<workspace::RecordCatalogue>();
    catalogue->add(derivedEntry(&deriveCustomer));
    catalogue->add(derivedEntry(&deriveContactPoint));
    catalogue->add(derivedEntry(&deriveTag));
    catalogue->add(derivedEntry(&deriveProduct));
    catalogue->add(derivedEntry(&deriveSegment));
    catalogue->add(refreshingEntry<Interaction>(
        u"last_contact_at"_s,
        u"SELECT max(at) FROM interaction WHERE customer_id = ?1 AND trashed_at IS NULL AND kind <> 'note'"_s));
    catalogue->add(refreshingEntry<Task>(
        u"next_due_on"_s,
        u"SELECT coalesce(min(due_on), '') FROM task WHERE customer_id = ?1 AND due_on <> '' AND done_at IS NULL AND trashed_at IS NULL"_s));
    catalogue->add(refreshingEntry<Purchase>(
        u"bought_total"_s, u"SELECT coalesce(sum(amount), 0) FROM purchase WHERE customer_id = ?1 AND trashed_at IS NULL"_s));
    catalogue->add(plainEntry<Address>());
    catalogue->add(plainEntry<Relation>());
    catalogue->add(plainEntry<ImportantDate>());
    catalogue->add(plainEntry<Consent>());
    catalogue->add(plainEntry<NotDuplicate>());
    catalogue->add(plainEntry<CustomerTag>());
    catalogue->add(plainEntry<CustomField>());
    catalogue->add(plainEntry<CustomValue>());
    catalogue->add(plainEntry<Participant>());
    catalogue->add(plainEntry<Pipeline>());
    catalogue->add(plainEntry<Stage>());
    catalogue->add(plainEntry<Deal>());
    catalogue->add(plainEntry<SupportCase>());
    catalogue->add(plainEntry<Offer>());
    catalogue->add(plainEntry<Attachment>());
    catalogue->add(plainEntry<Outcome>());
    catalogue->add(plainEntry<CustomerType>());
    catalogue->add(plainEntry<workspace::Setting>());
    return catalogue;
}

} // namespace kontor::records
