#include "customers/value_query.h"

#include "db/id_list.h"

#include <utility>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kFew = 20'000;
constexpr qsizetype kDayOfYear = 5; // "05-09" of "1980-05-09" or "--05-09"

} // namespace

bool isLookedUp(qsizetype customers) { return customers <= kFew; }

ValueScope ValueScope::among(const QList<Id> &customers) {
    ValueScope scope;
    if (isLookedUp(customers.size()))
        scope.m_among = jsonOf(customers);
    return scope;
}

ValueScope ValueScope::between(Id first, Id last) {
    ValueScope scope;
    scope.m_between = {first, last};
    return scope;
}

class ValueQueries {
public:
    explicit ValueQueries(const ValueScope &scope) : m_scope(scope) {}

    ValueQuery text(const QString &expression) const { return column(u"nullif(%1, '')"_s.arg(expression), true); }
    ValueQuery number(const QString &expression) const { return column(expression, false); }
    ValueQuery purchases(const QString &value, const QString &condition, const db::Values &values) const {
        ValueQuery query = grouped(u"purchase"_s, value, u"trashed_at IS NULL"_s + condition, values);
        query.isZeroWithoutRow = true;
        return query;
    }
    ValueQuery purchaseDay(const QString &value) const {
        ValueQuery query = grouped(u"purchase"_s, value, u"trashed_at IS NULL"_s, {});
        query.isText = true;
        return query;
    }
    // All of them, as they lie in the file: SQLite would find the first of each by an index, and then every row one from here and one from there.
    ValueQuery points(const QString &kind) const {
        return {u"SELECT customer_id, nullif(normalised, ''), position FROM contact_point WHERE kind = ?%1"_s.arg(
                    condition(u"customer_id"_s)),
                db::Values{kind} + bound(), true, false, true};
    }

private:
    ValueQuery column(const QString &expression, bool isText) const {
        if (!m_scope.m_among)
            return {u"SELECT c.id, %1 FROM customer c%2"_s.arg(
                        expression, m_scope.m_between ? u" WHERE c.id BETWEEN ? AND ?"_s : QString()),
                    bound(), isText};
        return {u"SELECT c.id, %1 FROM json_each(?) wanted CROSS JOIN customer c ON c.id = wanted.value"_s.arg(expression),
                bound(), isText};
    }
    ValueQuery grouped(const QString &table, const QString &value, const QString &rows, const db::Values &values) const {
        return {u"SELECT customer_id, %2 FROM %1 WHERE %3%4 GROUP BY customer_id"_s.arg(table, value, rows,
                                                                                        condition(u"customer_id"_s)),
                values + bound()};
    }
    QString condition(const QString &customer) const {
        if (m_scope.m_among)
            return u" AND %1 IN (SELECT value FROM json_each(?))"_s.arg(customer);
        return m_scope.m_between ? u" AND %1 BETWEEN ? AND ?"_s.arg(customer) : QString();
    }
    db::Values bound() const {
        if (m_scope.m_among)
            return {*m_scope.m_among};
        return m_scope.m_between ? db::Values{m_scope.m_between->first, m_scope.m_between->second} : db::Values();
    }

    const ValueScope &m_scope;
};

ValueQuery valueQuery(CustomerSort column, QDate today, const ValueScope &scope) {
    const ValueQueries values(scope);
    switch (column) {
    case CustomerSort::Name: return values.text(u"name_folded"_s);
    case CustomerSort::OwnField: break;
    case CustomerSort::Phone: return values.points(u"phone"_s);
    case CustomerSort::Email: return values.points(u"email"_s);
    case CustomerSort::Lifecycle: return values.text(u"lifecycle"_s);
    case CustomerSort::LastContact: return values.number(u"last_contact_at"_s);
    case CustomerSort::Bought:
        return values.purchases(u"sum(amount)"_s, u" AND purchased_on >= ?"_s, {yearBack(today).toString(Qt::ISODate)});
    case CustomerSort::NextStep: return values.text(u"next_due_on"_s);
    case CustomerSort::City: return values.text(u"city"_s);
    case CustomerSort::Company: return values.text(u"company"_s);
    case CustomerSort::Source: return values.text(u"source"_s);
    case CustomerSort::Birthday: return values.text(u"birthday_on"_s);
    case CustomerSort::FirstPurchase: return values.purchaseDay(u"min(purchased_on)"_s);
    case CustomerSort::LastPurchase: return values.purchaseDay(u"max(purchased_on)"_s);
    case CustomerSort::Total: return values.number(u"bought_total"_s);
    case CustomerSort::Owes: return values.purchases(u"sum(amount)"_s, u" AND paid = 0"_s, {});
    case CustomerSort::Created: return values.number(u"created_at"_s);
    }
    return values.number(u"c.id"_s);
}

QByteArrayView orderPart(CustomerSort column, QByteArrayView text) {
    return column == CustomerSort::Birthday ? text.last(qMin(kDayOfYear, text.size())) : text;
}

QByteArray withoutCase(QByteArray text) {
    for (char &letter : text)
        if (letter >= 'A' && letter <= 'Z')
            letter = char(letter - 'A' + 'a');
    return text;
}

QByteArray orderText(CustomerSort column, const QByteArray &text) { return withoutCase(orderPart(column, text).toByteArray()); }

} // namespace kontor
