#include "segments/catalogue.h"

#include "customers/customer_type.h"
#include "interactions/outcome.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

Kind kindOfCustomField(const QString &word) {
    if (word == "number"_L1 || word == "money"_L1)
        return Kind::Number; // money of own fields is kept in main units already
    if (word == "date"_L1)
        return Kind::Date;
    if (word == "yes_no"_L1)
        return Kind::YesNo;
    if (word == "choices"_L1)
        return Kind::Tag;
    return word == "choice"_L1 ? Kind::Choice : Kind::Text;
}

Field customField(Id id, const QString &name, const QString &label, const QString &kind, const QString &choices) {
    Field field{.name = u"custom."_s + name, .kind = kindOfCustomField(kind), .label = label, .section = u"profile"_s};
    field.operators = operatorsOf(field.kind);
    for (const QJsonValue &choice : QJsonDocument::fromJson(choices.toUtf8()).array())
        field.choices << choice.toString();
    const bool isNumber = field.kind == Kind::Number || field.kind == Kind::YesNo;
    field.source.value = isNumber ? u"r.number"_s : u"r.text"_s;
    field.source.rows = u"custom_value r"_s;
    field.source.rowFilter =
        u"r.custom_field_id = %1 AND %2"_s.arg(id.value).arg(isNumber ? "r.number IS NOT NULL"_L1 : "r.text <> ''"_L1);
    return field;
}

Result<QList<Field>> customFields(db::Database &database) {
    TRY(statement,
        database.query(
            u"SELECT id, name, label, kind, choices FROM custom_field WHERE trashed_at IS NULL ORDER BY position, id"_s));
    QList<Field> fields;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return fields;
        fields << customField(statement.id(0), statement.text(1), statement.text(2), statement.text(3), statement.text(4));
    }
}

// Those that were removed are among them: old entries carry them.
template <class List>
void takeWords(Field &field, const List &list) {
    field.choices.clear();
    for (const auto &word : list.all()) {
        field.choices << word.name;
        field.choiceWords.insert(word.name, word.label());
    }
}

QJsonArray operatorsToJson(const QList<Operator> &operators) {
    QJsonArray list;
    for (Operator op : operators)
        list << wordOf(op);
    return list;
}

QJsonObject fieldToJson(const Field &field) {
    QJsonObject object{{u"name"_s, field.name},
                       {u"kind"_s, wordOf(field.kind)},
                       {u"operators"_s, operatorsToJson(field.operators)},
                       {u"label"_s, field.label}};
    if (!field.choices.isEmpty())
        object.insert(u"choices"_s, QJsonArray::fromStringList(field.choices));
    if (field.kind != Kind::Records)
        return object;
    QJsonArray fields;
    for (const Field &sub : field.fields)
        fields << fieldToJson(sub);
    QJsonArray aggregates;
    for (Aggregate aggregate : field.aggregates)
        aggregates << wordOf(aggregate);
    object.insert(u"fields"_s, fields);
    object.insert(u"aggregates"_s, aggregates);
    object.insert(u"period"_s, field.timeField);
    return object;
}

const Field *findNamed(const QList<Field> &fields, QStringView name) {
    for (const Field &field : fields)
        if (field.name == name)
            return &field;
    return nullptr;
}

constexpr Operator kTextOperators[] = {Operator::Is,    Operator::IsNot,  Operator::Contains, Operator::StartsWith,
                                       Operator::OneOf, Operator::NoneOf, Operator::Empty,    Operator::NotEmpty};
constexpr Operator kNumberOperators[] = {Operator::Equals, Operator::MoreThan, Operator::AtLeast, Operator::LessThan,
                                         Operator::AtMost, Operator::Between,  Operator::Empty,   Operator::NotEmpty};
constexpr Operator kDateOperators[] = {Operator::Before,      Operator::After,         Operator::On,
                                       Operator::Between,     Operator::InLast,        Operator::InNext,
                                       Operator::MoreThanAgo, Operator::MoreThanAhead, Operator::AnniversaryWithin,
                                       Operator::Empty,       Operator::NotEmpty};
constexpr Operator kTagOperators[] = {Operator::Has,     Operator::HasAny, Operator::HasAll,
                                      Operator::HasNone, Operator::Empty,  Operator::NotEmpty};
constexpr Operator kConsentOperators[] = {Operator::Is,     Operator::IsNot, Operator::OneOf,
                                          Operator::NoneOf, Operator::Empty, Operator::NotEmpty};
constexpr Operator kSegmentOperators[] = {Operator::Is, Operator::IsNot, Operator::OneOf, Operator::NoneOf};

template <std::size_t N>
QList<Operator> listOf(const Operator (&operators)[N]) {
    return {std::begin(operators), std::end(operators)};
}

} // namespace

const Field *Field::sub(QStringView name) const { return findNamed(fields, name); }

Result<Catalogue> Catalogue::load(db::Database &database, int currencyDecimals) {
    TRY(own, customFields(database));
    TRY(types, CustomerTypeList::load(database));
    TRY(outcomes, OutcomeList::load(database));
    Catalogue catalogue;
    catalogue.m_fields = profileFields() + own + recordFields(currencyDecimals);
    for (Field &field : catalogue.m_fields) {
        if (field.name == "lifecycle"_L1)
            takeWords(field, types);
        for (Field &sub : field.fields)
            if (sub.name == "outcome"_L1)
                takeWords(sub, outcomes);
    }
    return catalogue;
}

const Field *Catalogue::find(QStringView name) const { return findNamed(m_fields, name); }

QJsonArray Catalogue::toJson() const {
    QJsonArray list;
    for (const Field &field : m_fields)
        list << fieldToJson(field);
    return list;
}

Result<QJsonArray> catalogueJson(db::Database &database) {
    TRY(catalogue, Catalogue::load(database));
    return catalogue.toJson();
}

QString wordOf(Kind kind) {
    switch (kind) {
    case Kind::Text: return u"text"_s;
    case Kind::Choice: return u"choice"_s;
    case Kind::Number: return u"number"_s;
    case Kind::Money: return u"money"_s;
    case Kind::Date: return u"date"_s;
    case Kind::YesNo: return u"yes_no"_s;
    case Kind::Tag: return u"tag"_s;
    case Kind::Consent: return u"consent"_s;
    case Kind::Segment: return u"segment"_s;
    case Kind::Records: return u"records"_s;
    }
    return {};
}

QList<Operator> operatorsOf(Kind kind) {
    switch (kind) {
    case Kind::Text:
    case Kind::Choice: return listOf(kTextOperators);
    case Kind::Number:
    case Kind::Money: return listOf(kNumberOperators);
    case Kind::Date: return listOf(kDateOperators);
    case Kind::YesNo: return {Operator::Is};
    case Kind::Tag: return listOf(kTagOperators);
    case Kind::Consent: return listOf(kConsentOperators);
    case Kind::Segment: return listOf(kSegmentOperators);
    case Kind::Records: break;
    }
    QList<Operator> operators{Operator::Is};
    for (Operator op : listOf(kNumberOperators) + listOf(kDateOperators) + listOf(kTextOperators))
        if (!operators.contains(op))
            operators << op;
    return operators;
}

Aggregate aggregateOf(const Condition &condition) { return condition.aggregate.value_or(Aggregate::Exists); }

const Field *aggregatedField(const Field &field, const Condition &condition) {
    const Aggregate aggregate = aggregateOf(condition);
    if (aggregate == Aggregate::Exists || aggregate == Aggregate::Count)
        return nullptr;
    const bool isEnd = aggregate == Aggregate::First || aggregate == Aggregate::Last;
    return field.sub(condition.of.isEmpty() && isEnd ? field.timeField : condition.of);
}

Kind comparedKind(const Catalogue &catalogue, const Condition &condition) {
    const Field *field = catalogue.find(condition.field);
    return field ? comparedBy(*field, condition).kind : Kind::Text;
}

Compared comparedBy(const Field &field, const Condition &condition) {
    if (field.kind != Kind::Records)
        return {field.kind, field.operators, &field};
    const Aggregate aggregate = aggregateOf(condition);
    if (aggregate == Aggregate::Exists)
        return {Kind::YesNo, operatorsOf(Kind::YesNo), nullptr};
    const Field *subject = aggregatedField(field, condition);
    Compared compared{subject ? subject->kind : Kind::Number, {}, subject};
    compared.operators = operatorsOf(compared.kind);
    if (aggregate == Aggregate::Count || aggregate == Aggregate::Sum) { // never empty: they are 0 over nothing
        compared.operators.removeAll(Operator::Empty);
        compared.operators.removeAll(Operator::NotEmpty);
    }
    return compared;
}

} // namespace kontor::segments
