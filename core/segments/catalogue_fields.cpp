// The built-in fields. To add one that is a column of `customer`: one line in kColumns.
#include "segments/catalogue.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::segments", text); }

struct Column {
    const char16_t *name;
    const char16_t *column; // of customer
    Kind kind;
    const char *label;
    const char16_t *section;
    const char16_t *choices = u""; // separated by spaces
};

constexpr Column kColumns[] = {
    {u"name", u"name", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Name"), u"profile"},
    {u"given_name", u"given_name", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Given name"), u"profile"},
    {u"family_name", u"family_name", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Family name"), u"profile"},
    {u"kind", u"kind", Kind::Choice, QT_TRANSLATE_NOOP("kontor::segments", "Kind"), u"profile", u"person organisation"},
    {u"lifecycle", u"lifecycle", Kind::Choice, QT_TRANSLATE_NOOP("kontor::segments", "Type"), u"profile",
     u"lead prospect customer former"},
    {u"company", u"company", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Company"), u"profile"},
    {u"job_title", u"job_title", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Job title"), u"profile"},
    {u"customer_number", u"customer_number", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Customer number"), u"profile"},
    {u"street", u"street", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Street"), u"profile"},
    {u"city", u"city", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "City"), u"profile"},
    {u"district", u"district", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "District"), u"profile"},
    {u"region", u"region", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Region"), u"profile"},
    {u"postal_code", u"postal_code", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Postal code"), u"profile"},
    {u"country", u"country", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Country"), u"profile"},
    {u"birthday", u"birthday_on", Kind::Date, QT_TRANSLATE_NOOP("kontor::segments", "Birthday"), u"profile"},
    {u"gender", u"gender", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Gender"), u"profile"},
    {u"language", u"language", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Language"), u"profile"},
    {u"marital_status", u"marital_status", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Marital status"), u"profile"},
    {u"education", u"education", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Education"), u"profile"},
    {u"occupation", u"occupation", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Occupation"), u"profile"},
    {u"income", u"income", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Income"), u"profile"},
    {u"household_size", u"household_size", Kind::Number, QT_TRANSLATE_NOOP("kontor::segments", "Household size"), u"profile"},
    {u"hobby", u"hobby", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Hobby"), u"profile"},
    {u"industry", u"industry", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Industry"), u"profile"},
    {u"company_size", u"company_size", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Company size"), u"profile"},
    {u"market_segment", u"market_segment", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Market segment"), u"profile"},
    {u"source", u"source", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Source"), u"technical"},
    {u"score", u"score", Kind::Number, QT_TRANSLATE_NOOP("kontor::segments", "Score"), u"profile"},
    {u"status", u"status", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Status"), u"profile"},
    {u"owner", u"owner", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Owner"), u"profile"},
    {u"preferred_channel", u"preferred_channel", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Preferred channel"),
     u"reaching"},
    {u"preferred_time", u"preferred_time", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Best time"), u"reaching"},
    {u"delivery_method", u"delivery_method", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Delivery method"), u"reaching"},
    {u"discount", u"discount", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Discount"), u"purchases"},
    {u"likes", u"likes", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Likes"), u"profile"},
    {u"note", u"note", Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Note"), u"profile"},
    {u"created", u"created_at", Kind::Date, QT_TRANSLATE_NOOP("kontor::segments", "Created"), u"technical"},
    {u"changed", u"changed_at", Kind::Date, QT_TRANSLATE_NOOP("kontor::segments", "Changed"), u"technical"},
};

Field plain(const QString &name, Kind kind, const char *label, const QString &section, const QString &value) {
    Field field{.name = name, .kind = kind, .label = tr(label), .section = section};
    field.operators = operatorsOf(kind);
    field.source.value = value;
    field.source.isInstant = value.endsWith("_at"_L1) || value.endsWith(".at"_L1);
    return field;
}

Field fieldOf(const Column &column) {
    const QString name = QString::fromUtf16(column.column);
    Field field =
        plain(QString::fromUtf16(column.name), column.kind, column.label, QString::fromUtf16(column.section), u"c."_s + name);
    field.choices = QString::fromUtf16(column.choices).split(u' ', Qt::SkipEmptyParts);
    if (name == "name"_L1)
        field.source.folded = u"c.name_folded"_s;
    field.source.isFewDistinct = name == "city"_L1;
    return field;
}

// What was decided last for each channel; a decision without a channel is about all of them. A value is "channel:state".
constexpr auto kConsentRows = uR"(
    (SELECT decision.customer_id, decision.channel || ':' || decision.state AS value, decision.state
     FROM (SELECT k.customer_id, s.channel, k.state,
                  row_number() OVER (PARTITION BY k.customer_id, k.purpose, s.channel ORDER BY k.decided_at DESC, k.id DESC) AS place
           FROM consent k
           JOIN (SELECT 'phone' AS channel UNION SELECT 'email' UNION SELECT 'sms' UNION SELECT 'messenger' UNION SELECT 'post'
                 UNION SELECT channel FROM consent WHERE channel <> '') s ON k.channel IN ('', s.channel)) decision
     WHERE decision.place = 1) r)";

QList<Field> reachingFields() {
    Field tag = plain(u"tag"_s, Kind::Tag, QT_TRANSLATE_NOOP("kontor::segments", "Tag"), u"tags"_s, u"tag.name"_s);
    tag.source.folded = u"tag.name_folded"_s;
    tag.source.rows = u"customer_tag r JOIN tag ON tag.id = r.tag_id"_s;

    Field phone = plain(u"phone"_s, Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Phone"), u"reaching"_s, u"r.value"_s);
    phone.source.rows = u"contact_point r"_s;
    phone.source.rowFilter = u"r.kind = 'phone' AND r.value <> ''"_s;
    phone.source.normalised = u"r.normalised"_s;

    Field email = plain(u"email"_s, Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "E-mail"), u"reaching"_s, u"r.value"_s);
    email.source.rows = phone.source.rows;
    email.source.rowFilter = u"r.kind = 'email' AND r.value <> ''"_s;

    Field consent =
        plain(u"consent"_s, Kind::Consent, QT_TRANSLATE_NOOP("kontor::segments", "Consent"), u"reaching"_s, u"r.value"_s);
    consent.source.rows = QString::fromUtf16(kConsentRows);
    for (const QString &channel : {u"phone"_s, u"email"_s, u"sms"_s, u"messenger"_s, u"post"_s})
        for (const QString &state : {u"given"_s, u"refused"_s, u"withdrawn"_s})
            consent.choices << channel + u':' + state;

    const Field segment = plain(u"segment"_s, Kind::Segment, QT_TRANSLATE_NOOP("kontor::segments", "Segment"), u"tags"_s, {});
    return {tag, phone, email, consent, segment};
}

Field records(const QString &name, const char *label, const QString &section, const QString &table, const QString &timeField) {
    Field field{.name = name, .kind = Kind::Records, .label = tr(label), .section = section};
    field.operators = operatorsOf(Kind::Records);
    field.timeField = timeField;
    field.source.rows = table + " r"_L1;
    field.source.rowFilter = u"r.trashed_at IS NULL"_s;
    return field;
}

Field referenced(const QString &name, const char *label, const QString &column, const QString &table, const QString &value,
                 const QString &folded = {}) {
    Field field = plain(name, Kind::Text, label, {}, value);
    field.source.reference = column;
    field.source.referenceTable = table;
    field.source.folded = folded;
    return field;
}

Field product() {
    return referenced(u"product"_s, QT_TRANSLATE_NOOP("kontor::segments", "Product"), u"r.product_id"_s, u"product"_s, u"name"_s,
                      u"name_folded"_s);
}

Field inCustomerIndex(Field field) {
    field.source.isInCustomerIndex = true;
    return field;
}

Field scaled(Field field, double scale) {
    field.source.scale = scale;
    return field;
}

Field choice(const QString &name, const char *label, const QString &value, const QStringList &choices) {
    Field field = plain(name, Kind::Choice, label, {}, value);
    field.choices = choices;
    return field;
}

Field purchases(double minorUnits) {
    Field field =
        records(u"purchases"_s, QT_TRANSLATE_NOOP("kontor::segments", "Purchases"), u"purchases"_s, u"purchase"_s, u"on"_s);
    field.fields = {
        inCustomerIndex(plain(u"on"_s, Kind::Date, QT_TRANSLATE_NOOP("kontor::segments", "Date"), {}, u"r.purchased_on"_s)),
        inCustomerIndex(scaled(
            plain(u"amount"_s, Kind::Money, QT_TRANSLATE_NOOP("kontor::segments", "Amount"), {}, u"r.amount"_s), minorUnits)),
        product(),
        referenced(u"category"_s, QT_TRANSLATE_NOOP("kontor::segments", "Category"), u"r.product_id"_s, u"product"_s,
                   u"category"_s),
        referenced(u"brand"_s, QT_TRANSLATE_NOOP("kontor::segments", "Brand"), u"r.product_id"_s, u"product"_s, u"brand"_s),
        plain(u"quantity"_s, Kind::Number, QT_TRANSLATE_NOOP("kontor::segments", "Quantity"), {}, u"r.quantity"_s),
        plain(u"paid"_s, Kind::YesNo, QT_TRANSLATE_NOOP("kontor::segments", "Paid"), {}, u"r.paid"_s),
    };
    return field;
}

Field interactions() {
    Field field = records(u"interactions"_s, QT_TRANSLATE_NOOP("kontor::segments", "Entries"), u"history"_s,
                          u"interaction"_s, u"at"_s);
    field.fields = {
        inCustomerIndex(plain(u"at"_s, Kind::Date, QT_TRANSLATE_NOOP("kontor::segments", "Time"), {}, u"r.at"_s)),
        choice(u"kind"_s, QT_TRANSLATE_NOOP("kontor::segments", "Kind"), u"r.kind"_s,
               {u"call"_s, u"email"_s, u"meeting"_s, u"message"_s, u"sms"_s, u"visit"_s, u"note"_s}),
        choice(u"direction"_s, QT_TRANSLATE_NOOP("kontor::segments", "Direction"), u"r.direction"_s, {u"in"_s, u"out"_s}),
        choice(u"outcome"_s, QT_TRANSLATE_NOOP("kontor::segments", "Outcome"), u"r.outcome"_s,
               {u"reached"_s, u"call_again"_s, u"no_answer"_s, u"busy"_s, u"sent_offer"_s, u"not_interested"_s, u"wrong_number"_s,
                u"do_not_call"_s}),
        scaled(plain(u"duration"_s, Kind::Number, QT_TRANSLATE_NOOP("kontor::segments", "Duration in minutes"), {},
                     u"r.duration_seconds"_s),
               60),
        plain(u"text"_s, Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Text"), {}, u"r.text"_s),
    };
    return field;
}

Field tasks() {
    Field field = records(u"tasks"_s, QT_TRANSLATE_NOOP("kontor::segments", "Tasks"), u"tasks"_s, u"task"_s, u"due"_s);
    Field done = plain(u"done"_s, Kind::Date, QT_TRANSLATE_NOOP("kontor::segments", "Done"), {}, u"r.done_at"_s);
    done.operators.prepend(Operator::Is); // "done is false" says it more plainly than "done is empty"
    field.fields = {
        plain(u"due"_s, Kind::Date, QT_TRANSLATE_NOOP("kontor::segments", "Due"), {}, u"r.due_on"_s),
        done,
        plain(u"title"_s, Kind::Text, QT_TRANSLATE_NOOP("kontor::segments", "Title"), {}, u"r.title"_s),
    };
    return field;
}

Field deals(double minorUnits) {
    Field field = records(u"deals"_s, QT_TRANSLATE_NOOP("kontor::segments", "Deals"), u"deals"_s, u"deal"_s, u"expected_on"_s);
    field.fields = {
        referenced(u"stage"_s, QT_TRANSLATE_NOOP("kontor::segments", "Stage"), u"r.stage_id"_s, u"stage"_s, u"name"_s),
        scaled(plain(u"amount"_s, Kind::Money, QT_TRANSLATE_NOOP("kontor::segments", "Amount"), {}, u"r.amount"_s), minorUnits),
        plain(u"expected_on"_s, Kind::Date, QT_TRANSLATE_NOOP("kontor::segments", "Expected close"), {}, u"r.expected_on"_s),
        choice(u"state"_s, QT_TRANSLATE_NOOP("kontor::segments", "State"), u"r.state"_s, {u"open"_s, u"won"_s, u"lost"_s}),
    };
    return field;
}

Field cases() {
    Field field =
        records(u"cases"_s, QT_TRANSLATE_NOOP("kontor::segments", "Cases"), u"history"_s, u"support_case"_s, u"opened_at"_s);
    field.fields = {
        plain(u"opened_at"_s, Kind::Date, QT_TRANSLATE_NOOP("kontor::segments", "Opened"), {}, u"r.opened_at"_s),
        choice(u"state"_s, QT_TRANSLATE_NOOP("kontor::segments", "State"), u"r.state"_s,
               {u"open"_s, u"waiting"_s, u"solved"_s, u"closed"_s}),
        product(),
    };
    return field;
}

Field offers() {
    Field field = records(u"offers"_s, QT_TRANSLATE_NOOP("kontor::segments", "Offers"), u"deals"_s, u"offer"_s, u"on"_s);
    field.fields = {
        plain(u"on"_s, Kind::Date, QT_TRANSLATE_NOOP("kontor::segments", "Date"), {}, u"r.offered_on"_s),
        product(),
        choice(u"reaction"_s, QT_TRANSLATE_NOOP("kontor::segments", "Reaction"), u"r.reaction"_s,
               {u"accepted"_s, u"declined"_s, u"undecided"_s}),
    };
    return field;
}

QList<Aggregate> aggregatesOver(const QList<Field> &fields) {
    QList<Aggregate> aggregates{Aggregate::Exists, Aggregate::Count, Aggregate::First, Aggregate::Last};
    const auto isNumber = [](const Field &field) { return field.kind == Kind::Number || field.kind == Kind::Money; };
    if (std::any_of(fields.begin(), fields.end(), isNumber))
        aggregates << Aggregate::Sum << Aggregate::Average << Aggregate::Largest;
    return aggregates;
}

} // namespace

QList<Field> profileFields() {
    QList<Field> fields;
    for (const Column &column : kColumns)
        fields << fieldOf(column);
    return fields + reachingFields();
}

QList<Field> recordFields(int currencyDecimals) {
    const double minorUnits = std::pow(10.0, currencyDecimals);
    QList<Field> list{purchases(minorUnits), interactions(), tasks(), deals(minorUnits), cases(), offers()};
    for (Field &field : list)
        field.aggregates = aggregatesOver(field.fields);
    return list;
}

} // namespace kontor::segments
