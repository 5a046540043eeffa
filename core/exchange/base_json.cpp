#include "exchange/base_json.h"

#include "attachments/attachment.h"
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

#include <QHash>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

template <class R>
BaseJsonTable plain() {
    return {&db::recordType<R>(), false};
}

template <class R>
BaseJsonTable keyed() {
    return {&db::recordType<R>(), true};
}

} // namespace

const QList<BaseJsonTable> &baseJsonTables() {
    static const QList<BaseJsonTable> tables{plain<workspace::Setting>(),
                                             plain<Outcome>(),
                                             plain<CustomerType>(),
                                             keyed<Tag>(),
                                             keyed<CustomField>(),
                                             keyed<Product>(),
                                             keyed<Pipeline>(),
                                             keyed<Stage>(),
                                             plain<segments::SavedSegment>(),
                                             keyed<Customer>(),
                                             keyed<ContactPoint>(),
                                             plain<Address>(),
                                             plain<Relation>(),
                                             plain<ImportantDate>(),
                                             plain<CustomerTag>(),
                                             plain<CustomValue>(),
                                             plain<Consent>(),
                                             plain<NotDuplicate>(),
                                             keyed<Interaction>(),
                                             plain<Participant>(),
                                             plain<Task>(),
                                             plain<Purchase>(),
                                             plain<Deal>(),
                                             plain<SupportCase>(),
                                             plain<Offer>(),
                                             keyed<Attachment>()};
    return tables;
}

QByteArray referredTable(QByteArrayView column) {
    static const QHash<QByteArray, QByteArray> tables{{"customer_id", "customer"},
                                                      {"other_id", "customer"},
                                                      {"merged_into", "customer"},
                                                      {"tag_id", "tag"},
                                                      {"custom_field_id", "custom_field"},
                                                      {"product_id", "product"},
                                                      {"pipeline_id", "pipeline"},
                                                      {"stage_id", "stage"},
                                                      {"interaction_id", "interaction"},
                                                      {"contact_point_id", "contact_point"},
                                                      {"user_id", "user"}};
    return tables.value(column.toByteArray());
}

bool isInBaseJson(const db::FieldInfo &field) { return !field.isDerived || field.column == "changed_at"; }

bool isOwnSetting(const QString &name) { return name == u"base_id"_s || name == u"sort_key_version"_s; }

} // namespace kontor::exchange
