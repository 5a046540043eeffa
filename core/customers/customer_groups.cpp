#include "customers/customer_groups.h"

#include "base/fold.h"
#include "base/sort_key.h"
#include "customers/customer_type.h"
#include "customers/customer_where.h"
#include "db/id_list.h"

#include <QLocale>

namespace kontor {

using namespace Qt::StringLiterals;

namespace {

// The value of a row, and what has to be joined for it.
struct Grouped {
    QString value;
    Where join;
    db::Values values; // bound by `value`
};

Grouped byNextStep(QDate today) {
    const QString day = today.toString(Qt::ISODate);
    return {u"CASE WHEN c.next_due_on = '' THEN CASE WHEN EXISTS (SELECT 1 FROM task WHERE customer_id = c.id AND done_at IS NULL"
            " AND trashed_at IS NULL) THEN 'later' ELSE 'none' END"
            " WHEN c.next_due_on < ? THEN 'late' WHEN c.next_due_on = ? THEN 'today' ELSE 'later' END"_s,
            {},
            {day, day}};
}

Grouped groupedBy(const CustomerListQuery &query) {
    Grouped grouped;
    switch (query.grouping) {
    case CustomerGrouping::None: return {u"''"_s, {}, {}};
    case CustomerGrouping::Lifecycle: return {u"c.lifecycle"_s, {}, {}};
    case CustomerGrouping::NextStep: return byNextStep(query.today);
    case CustomerGrouping::City: return {u"c.city"_s, {}, {}};
    case CustomerGrouping::Source: return {u"c.source"_s, {}, {}};
    case CustomerGrouping::Tag:
        grouped.value = u"coalesce(g.name, '')"_s;
        grouped.join.add(u"LEFT JOIN customer_tag gl ON gl.customer_id = c.id LEFT JOIN tag g ON g.id = gl.tag_id"_s);
        break;
    case CustomerGrouping::OwnField:
        grouped.value = u"coalesce(CASE WHEN g.number IS NULL THEN g.text ELSE printf('%g', g.number) END, '')"_s;
        grouped.join.add(u"LEFT JOIN custom_value g ON g.customer_id = c.id AND g.custom_field_id = ?"_s, {query.groupField});
        break;
    }
    return grouped;
}

struct Question {
    QString from; // with its WHERE
    QString value;
    db::Values valueValues;
    db::Values fromValues;
};

Result<Question> questionOf(db::Database &database, const CustomerListQuery &query) {
    TRY(where, whereOf(database, query));
    const Where source = sourceOf(query);
    const Grouped grouped = groupedBy(query);
    return Question{u" FROM %1 %2 WHERE %3"_s.arg(source.conditions.join(u' '), grouped.join.conditions.join(u' '),
                                                  where.conditions.join(" AND "_L1)),
                    grouped.value, grouped.values, source.values + grouped.join.values + where.values};
}

void bindAll(db::BulkStatement &statement, const db::Values &values) {
    for (int position = 0; position < values.size(); ++position)
        statement.bind(position, values[position]);
}

// Collects values that fold alike into one group.
class Groups {
public:
    int of(const QString &value) {
        if (const auto known = m_bySpelling.constFind(value); known != m_bySpelling.cend())
            return *known;
        const int place = m_byFolded.value(fold(value), size());
        if (place == size()) {
            m_byFolded.insert(fold(value), place);
            m_spellings.append(QHash<QString, qint64>());
        }
        m_bySpelling.insert(value, place);
        return place;
    }
    void add(const QString &value, qint64 count) { m_spellings[of(value)][value] += count; }
    int size() const { return int(m_spellings.size()); }

    CustomerGroup group(int place) const {
        CustomerGroup group;
        qint64 most = -1;
        for (auto spelling = m_spellings[place].cbegin(); spelling != m_spellings[place].cend(); ++spelling) {
            group.count += spelling.value();
            if (spelling.value() > most || (spelling.value() == most && spelling.key() < group.value)) {
                most = spelling.value();
                group.value = spelling.key();
            }
        }
        return group;
    }

    // The places of the groups as they are to be shown.
    QList<int> order(const QStringList &natural) const {
        const Collation collation(QLocale().name());
        struct Entry {
            int place;
            bool isEmpty;
            qsizetype natural; // own words after those that are known
            QByteArray key;
        };
        QList<Entry> entries;
        for (int place = 0; place < size(); ++place) {
            const QString value = group(place).value;
            const qsizetype at = natural.indexOf(value);
            entries.append({place, value.isEmpty(), at < 0 ? natural.size() : at, collation.key(value)});
        }
        std::sort(entries.begin(), entries.end(), [](const Entry &one, const Entry &other) {
            return std::tie(one.isEmpty, one.natural, one.key, one.place) <
                   std::tie(other.isEmpty, other.natural, other.key, other.place);
        });
        QList<int> places;
        for (const Entry &entry : std::as_const(entries))
            places << entry.place;
        return places;
    }

private:
    QHash<QString, int> m_bySpelling;
    QHash<QString, int> m_byFolded;
    QList<QHash<QString, qint64>> m_spellings;
};

// The values that have an order of their own, in it.
Result<QStringList> naturalOrder(db::Database &database, CustomerGrouping grouping) {
    QStringList words;
    if (grouping == CustomerGrouping::NextStep)
        for (const NextStepState state : nextStepStates())
            words << wordOf(state);
    if (grouping != CustomerGrouping::Lifecycle)
        return words;
    TRY(types, CustomerTypeList::load(database));
    for (const CustomerType &type : types.all())
        words << type.name;
    return words;
}

} // namespace

Result<GroupedCustomers> groupedCustomers(db::Database &database, const CustomerListQuery &query) {
    GroupedCustomers grouped;
    if (query.grouping == CustomerGrouping::None) {
        TRY(ids, customerIds(database, query));
        grouped.ids = std::move(ids);
        return grouped;
    }
    TRY(question, questionOf(database, query));
    const Where order = orderOf(query);
    TRY(statement, database.prepareBulk(
                       u"SELECT %1, c.id%2 ORDER BY %3"_s.arg(question.value, question.from, order.conditions.join(u", "_s))));
    bindAll(statement, question.valueValues + question.fromValues + order.values);
    Groups groups;
    QList<QList<Id>> members;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        const QString value = statement.text(0);
        const int place = groups.of(value);
        groups.add(value, 1);
        if (place == members.size())
            members.append(QList<Id>());
        members[place].append(Id{statement.integer(1)});
    }
    TRY(natural, naturalOrder(database, query.grouping));
    for (const int place : groups.order(natural)) {
        grouped.ids += members[place];
        grouped.groups << groups.group(place);
    }
    return grouped;
}

Result<QList<CustomerGroup>> customerGroups(db::Database &database, const CustomerListQuery &query) {
    TRY(question, questionOf(database, query));
    TRY(statement, database.prepareBulk(u"SELECT %1, count(*)%2 GROUP BY 1"_s.arg(question.value, question.from)));
    bindAll(statement, question.valueValues + question.fromValues);
    Groups groups;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        groups.add(statement.text(0), statement.integer(1));
    }
    QList<CustomerGroup> shown;
    TRY(natural, naturalOrder(database, query.grouping));
    for (const int place : groups.order(natural))
        shown << groups.group(place);
    return shown;
}

QList<NextStepState> nextStepStates() {
    return {NextStepState::Late, NextStepState::Today, NextStepState::Later, NextStepState::None};
}

QString wordOf(NextStepState state) {
    switch (state) {
    case NextStepState::Late: return u"late"_s;
    case NextStepState::Today: return u"today"_s;
    case NextStepState::Later: return u"later"_s;
    case NextStepState::None: break;
    }
    return u"none"_s;
}

std::optional<NextStepState> nextStepFromWord(QStringView word) {
    for (const NextStepState state : nextStepStates())
        if (word == wordOf(state))
            return state;
    return {};
}

} // namespace kontor
