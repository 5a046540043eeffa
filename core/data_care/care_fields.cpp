#include "data_care/care_fields.h"

#include "custom_fields/custom_field_repository.h"
#include "customers/customer.h"
#include "customers/field_text.h"
#include "data_care/care_card.h"

#include <QCoreApplication>

namespace kontor::data_care {

using namespace Qt::StringLiterals;

namespace {

struct Known {
    const char16_t *name;
    const char *column; // "": in records of its own
    bool isExpected = false;
};

constexpr Known kKnown[] = {{u"phone", "", true},
                            {u"email", "", true},
                            {u"street", "street", true},
                            {u"postal_code", "postal_code", true},
                            {u"city", "city", true},
                            {u"country", "country", true},
                            {u"lifecycle", "lifecycle", true},
                            {u"company", "company"},
                            {u"job_title", "job_title"},
                            {u"customer_number", "customer_number"},
                            {u"birthday", "birthday_on"},
                            {u"language", "language"},
                            {u"source", "source"},
                            {u"owner", "owner"},
                            {u"industry", "industry"},
                            {u"preferred_channel", "preferred_channel"},
                            {u"tag", ""}};

QString tr(const char *text) { return QCoreApplication::translate("kontor::data_care", text); }

QString labelOfKnown(const QString &name, const QByteArray &column) {
    if (name == "phone"_L1)
        return tr("Phone");
    if (name == "email"_L1)
        return tr("E-mail");
    return column.isEmpty() ? tr("Tags") : labelOf(*db::recordType<Customer>().find(column));
}

} // namespace

Result<QList<CareField>> careFields(db::Database &database) {
    QList<CareField> fields;
    for (const Known &known : kKnown) {
        const QString name = QString::fromUtf16(known.name);
        fields << CareField{name, labelOfKnown(name, known.column), careColumn(known.column), {}, known.isExpected};
    }
    TRY(own, customFields(database));
    for (const CustomField &field : std::as_const(own))
        if (fields.size() < kMostCareFields)
            fields << CareField{"custom."_L1 + field.name, field.label, -1, field.id, false};
    return fields;
}

} // namespace kontor::data_care
