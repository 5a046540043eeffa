#include "customers/customer_where.h"

#include "base/fold.h"
#include "base/phone.h"
#include "db/id_list.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

QString containing(const QString &folded) { return u'%' + likePattern(folded) + u'%'; }

QString jsonOf(const QStringList &texts) {
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QStringList foldedAll(const QStringList &texts) {
    QStringList folded;
    for (const QString &text : texts)
        folded << fold(text);
    return folded;
}

// The values of a column that are wanted: SQLite knows no folding, but columns hold few distinct values.
Result<QStringList> textsWanted(db::BulkStatement statement, const Wanted &wanted) {
    QStringList found;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return found;
        if (const QString text = statement.text(0); wanted(fold(text)))
            found << text;
    }
}

Result<QStringList> valuesWanted(db::Database &database, const QString &column, const Wanted &wanted) {
    TRY(statement, database.prepareBulk(u"SELECT DISTINCT %1 FROM customer WHERE %1 <> ''"_s.arg(column)));
    return textsWanted(std::move(statement), wanted);
}

Result<QStringList> ownValuesWanted(db::Database &database, Id field, const Wanted &wanted) {
    TRY(statement, database.prepareBulk(u"SELECT DISTINCT text FROM custom_value WHERE custom_field_id = ? AND text <> ''"_s));
    statement.bind(0, field.value);
    return textsWanted(std::move(statement), wanted);
}

// Exactly one of the values, in any way of writing; "" for nothing there.
Result<void> addOneOf(db::Database &database, Where &where, const QString &column, const QStringList &wanted) {
    TRY(values, valuesWanted(database, column, textAmong(wanted)));
    if (wanted.contains(QString()))
        values << QString();
    where.add(u"c.%1 IN (SELECT value FROM json_each(?))"_s.arg(column), {jsonOf(values)});
    return {};
}

void addTags(Where &where, const CustomerFilter &filter) {
    for (const Where &tagged : taggedCustomers(filter)) {
        const QString none = tagged.conditions.size() > 1 ? u" OR %1"_s.arg(tagged.conditions.at(1)) : QString();
        where.add(u"(c.id IN (%1)%2)"_s.arg(tagged.conditions.first(), none), tagged.values);
    }
}

void addPhone(Where &where, const QString &typed) {
    const QStringList parts = phoneParts(typed);
    if (parts.isEmpty())
        return where.add(u"0"_s);
    where.add(
        u"c.id IN (SELECT customer_id FROM contact_point WHERE kind = 'phone' AND (normalised LIKE ? OR normalised LIKE ?))"_s,
        {containing(parts.first()), containing(parts.last())});
}

void addLastContact(Where &where, const ContactRange &range) {
    if (range.onlyNever)
        return where.add(u"c.last_contact_at IS NULL"_s);
    if (range.from)
        where.add(u"c.last_contact_at >= ?"_s, {*range.from});
    if (range.before && range.orNever)
        where.add(u"(c.last_contact_at < ? OR c.last_contact_at IS NULL)"_s, {*range.before});
    else if (range.before)
        where.add(u"c.last_contact_at < ?"_s, {*range.before});
}

void addNextStep(Where &where, const QList<NextStepState> &states, QDate today) {
    const QString day = today.toString(Qt::ISODate);
    const QString open = u"SELECT 1 FROM task WHERE customer_id = c.id AND done_at IS NULL AND trashed_at IS NULL"_s;
    Where any;
    for (const NextStepState state : states)
        switch (state) {
        case NextStepState::Late: any.add(u"(c.next_due_on <> '' AND c.next_due_on < ?)"_s, {day}); break;
        case NextStepState::Today: any.add(u"c.next_due_on = ?"_s, {day}); break;
        case NextStepState::Later:
            any.add(u"(c.next_due_on > ? OR (c.next_due_on = '' AND EXISTS (%1)))"_s.arg(open), {day});
            break;
        case NextStepState::None: any.add(u"(c.next_due_on = '' AND NOT EXISTS (%1))"_s.arg(open)); break;
        }
    if (!any.conditions.isEmpty())
        where.add(u"(%1)"_s.arg(any.conditions.join(" OR "_L1)), any.values);
}

// ISO days as text.
void addDays(Where &where, const QString &expression, const DayRange &days) {
    if (days.onlyEmpty)
        return where.add(u"coalesce(%1, '') = ''"_s.arg(expression));
    QStringList conditions;
    db::Values values;
    if (days.from.isValid()) {
        conditions << u"%1 >= ?"_s.arg(expression);
        values << days.from.toString(Qt::ISODate);
    }
    if (days.to.isValid()) {
        conditions << u"%1 <= ? AND %1 <> ''"_s.arg(expression);
        values << days.to.toString(Qt::ISODate);
    }
    const QString both = conditions.join(" AND "_L1);
    where.add(days.orEmpty ? u"(coalesce(%1, '') = '' OR (%2))"_s.arg(expression, both) : both, values);
}

void addAmount(Where &where, const QString &expression, const AmountRange &amount) {
    where.add(u"%1 >= ? AND %1 <= ?"_s.arg(expression), {amount.atLeast.value_or(std::numeric_limits<qint64>::min()),
                                                         amount.atMost.value_or(std::numeric_limits<qint64>::max())});
}

// Days of a birthday come back every year: "within the last 14 days" of the filter cells is meant forward.
void addBirthday(Where &where, const ColumnFilter &filter, QDate today) {
    if (filter.month > 0)
        return where.add(u"substr(c.birthday_on, -5, 2) = ?"_s, {u"%1"_s.arg(filter.month, 2, 10, QChar(u'0'))});
    if (!filter.days)
        return where.add(u"0"_s);
    const DayRange &days = *filter.days;
    if (days.onlyEmpty || days.to.isValid() || !days.from.isValid())
        return addDays(where, u"c.birthday_on"_s, days);
    const QString first = today.toString(u"MM-dd"_s);
    const QString last = today.addDays(days.from.daysTo(today) + 1).toString(u"MM-dd"_s);
    where.add(first <= last ? u"c.birthday_on <> '' AND substr(c.birthday_on, -5) >= ? AND substr(c.birthday_on, -5) <= ?"_s
                            : u"c.birthday_on <> '' AND (substr(c.birthday_on, -5) >= ? OR substr(c.birthday_on, -5) <= ?)"_s,
              {first, last});
}

Result<void> addText(db::Database &database, Where &where, const ColumnFilter &filter, const QString &column) {
    if (filter.onlyEmpty) {
        where.add(u"c.%1 = ''"_s.arg(column));
        return {};
    }
    if (!filter.oneOf.isEmpty())
        return addOneOf(database, where, column, filter.oneOf);
    TRY(values, valuesWanted(database, column, textHolding(fold(filter.contains))));
    where.add(u"c.%1 IN (SELECT value FROM json_each(?))"_s.arg(column), {jsonOf(values)});
    return {};
}

// Choices are texts; yes and no are the numbers 1 and 0.
Result<void> addOwnOneOf(db::Database &database, Where &where, const ColumnFilter &filter, const QString &has, const QString &any) {
    Where either;
    if (filter.column == CustomerColumn::OwnNumber) {
        const QString wanted = u"number IN (SELECT CAST(value AS REAL) FROM json_each(?) WHERE value <> '')"_s;
        either.add(has.arg(u"IN"_s, wanted), {filter.ownField, jsonOf(filter.oneOf)});
    } else {
        TRY(values, ownValuesWanted(database, filter.ownField, textAmong(filter.oneOf)));
        either.add(has.arg(u"IN"_s, u"text IN (SELECT value FROM json_each(?))"_s), {filter.ownField, jsonOf(values)});
    }
    if (filter.oneOf.contains(QString()))
        either.add(has.arg(u"NOT IN"_s, any), {filter.ownField});
    where.add(u"(%1)"_s.arg(either.conditions.join(" OR "_L1)), either.values);
    return {};
}

Result<void> addOwn(db::Database &database, Where &where, const ColumnFilter &filter) {
    const QString has = u"c.id %1 (SELECT customer_id FROM custom_value WHERE custom_field_id = ? AND %2)"_s;
    const QString any = u"(text <> '' OR number IS NOT NULL)"_s;
    if (filter.onlyEmpty || (filter.days && filter.days->onlyEmpty)) {
        where.add(has.arg(u"NOT IN"_s, any), {filter.ownField});
    } else if (!filter.oneOf.isEmpty()) {
        return addOwnOneOf(database, where, filter, has, any);
    } else if (filter.amount) {
        const double least = filter.amount->atLeast ? double(*filter.amount->atLeast) / 100 : -1e300;
        const double most = filter.amount->atMost ? double(*filter.amount->atMost) / 100 : 1e300;
        where.add(has.arg(u"IN"_s, u"number >= ? AND number <= ?"_s), {filter.ownField, least, most});
    } else if (filter.days) {
        Where days;
        addDays(days, u"text"_s, DayRange{filter.days->from, filter.days->to});
        where.add(has.arg(u"IN"_s, days.conditions.join(" AND "_L1)), db::Values{filter.ownField} + days.values);
    } else {
        TRY(values, ownValuesWanted(database, filter.ownField, textHolding(fold(filter.contains))));
        where.add(has.arg(u"IN"_s, u"text IN (SELECT value FROM json_each(?))"_s), {filter.ownField, jsonOf(values)});
    }
    return {};
}

Result<void> addColumn(db::Database &database, Where &where, const ColumnFilter &filter, QDate today) {
    switch (filter.column) {
    case CustomerColumn::Company: return addText(database, where, filter, u"company"_s);
    case CustomerColumn::Source: return addText(database, where, filter, u"source"_s);
    case CustomerColumn::Birthday: addBirthday(where, filter, today); break;
    case CustomerColumn::FirstPurchase: addDays(where, u"h.first_on"_s, filter.days.value_or(DayRange())); break;
    case CustomerColumn::LastPurchase: addDays(where, u"h.last_on"_s, filter.days.value_or(DayRange())); break;
    case CustomerColumn::Total: addAmount(where, u"c.bought_total"_s, filter.amount.value_or(AmountRange())); break;
    case CustomerColumn::Owes: addAmount(where, u"coalesce(w.owes, 0)"_s, filter.amount.value_or(AmountRange())); break;
    case CustomerColumn::Created:
        if (filter.moments && filter.moments->from)
            where.add(u"c.created_at >= ?"_s, {*filter.moments->from});
        if (filter.moments && filter.moments->before)
            where.add(u"c.created_at < ?"_s, {*filter.moments->before});
        break;
    case CustomerColumn::OwnText:
    case CustomerColumn::OwnNumber:
    case CustomerColumn::OwnDate: return addOwn(database, where, filter);
    }
    return {};
}

} // namespace

Wanted textHolding(const QString &folded) {
    return [folded](const QString &text) { return text.contains(folded); };
}

Wanted textAmong(const QStringList &texts) {
    return [wanted = foldedAll(texts)](const QString &text) { return wanted.contains(text); };
}

QStringList phoneParts(const QString &typed) {
    const QString digits = phoneDigits(typed);
    if (digits.isEmpty())
        return {};
    QStringList parts{digits};
    if (digits.size() > 3 && (digits.startsWith(u'0') || digits.startsWith(u'8')))
        parts << digits.mid(1);
    return parts;
}

QList<Where> taggedCustomers(const CustomerFilter &filter) {
    const QString select = u"SELECT customer_id FROM tag CROSS JOIN customer_tag ON tag_id = tag.id WHERE name_folded %1"_s;
    QList<Where> tagged;
    const auto add = [&](const QString &condition, const QString &value) {
        Where where;
        where.add(select.arg(condition), {value});
        tagged << where;
    };
    if (const QString tag = fold(filter.tag); !tag.isEmpty())
        add(u"LIKE ? ESCAPE '\\'"_s, containing(tag));
    if (filter.tags.isEmpty())
        return tagged;
    add(u"IN (SELECT value FROM json_each(?))"_s, jsonOf(foldedAll(filter.tags)));
    if (filter.tags.contains(QString()))
        tagged.last().conditions << u"NOT EXISTS (SELECT 1 FROM customer_tag WHERE customer_id = c.id)"_s;
    return tagged;
}

QString likePattern(const QString &text) {
    QString pattern = text;
    return pattern.replace(u'\\', "\\\\"_L1).replace(u'%', "\\%"_L1).replace(u'_', "\\_"_L1);
}

Result<Where> whereOf(db::Database &database, const CustomerListQuery &query) {
    const CustomerFilter &filter = query.filter;
    Where where;
    // The plus keeps SQLite from going through the rows in the order of their names, which lie all over the file.
    where.add(u"+c.trashed_at IS NULL AND +c.merged_into IS NULL"_s);
    if (query.within)
        where.add(u"c.id IN (SELECT value FROM json_each(?))"_s, {jsonOf(*query.within)});
    if (const QString name = fold(filter.name); !name.isEmpty()) {
        TRY(companies, valuesWanted(database, u"company"_s, textHolding(name)));
        where.add(u"(c.name_folded LIKE ? ESCAPE '\\' OR c.company IN (SELECT value FROM json_each(?)))"_s,
                  {containing(name), jsonOf(companies)});
    }
    if (!filter.phone.trimmed().isEmpty())
        addPhone(where, filter.phone);
    if (!filter.lifecycles.isEmpty())
        where.add(u"c.lifecycle IN (SELECT value FROM json_each(?))"_s, {jsonOf(filter.lifecycles)});
    if (filter.lastContact)
        addLastContact(where, *filter.lastContact);
    if (filter.bought) {
        where.add(u"coalesce(b.amount, 0) >= ? AND coalesce(b.amount, 0) <= ?"_s,
                  {filter.bought->atLeast.value_or(std::numeric_limits<qint64>::min()),
                   filter.bought->atMost.value_or(std::numeric_limits<qint64>::max())});
    }
    addNextStep(where, filter.nextSteps, query.today);
    if (const QString city = fold(filter.city); !city.isEmpty()) {
        TRY(cities, valuesWanted(database, u"city"_s, textHolding(city)));
        where.add(u"c.city IN (SELECT value FROM json_each(?))"_s, {jsonOf(cities)});
    }
    if (!filter.cities.isEmpty())
        TRY_VOID(addOneOf(database, where, u"city"_s, filter.cities));
    if (const QString email = filter.email.trimmed().toLower(); !email.isEmpty())
        where.add(u"c.id IN (SELECT customer_id FROM contact_point WHERE kind = 'email' AND normalised LIKE ? ESCAPE '\\')"_s,
                  {containing(email)});
    addTags(where, filter);
    for (const ColumnFilter &column : filter.columns)
        TRY_VOID(addColumn(database, where, column, query.today));
    return where;
}

} // namespace kontor
