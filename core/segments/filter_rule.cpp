#include "segments/filter_rule.h"

#include "base/fold.h"
#include "custom_fields/custom_field_repository.h"
#include "tags/tag_repository.h"

#include <cmath>

namespace kontor::segments {

using namespace Qt::StringLiterals;

namespace {

constexpr double kHundredths = 100;

class Writer {
public:
    explicit Writer(const Context &context) : m_today(context.clock.today()), m_context(context) {}

    Rule take() { return std::move(m_rule); }
    void add(const Condition &condition) { m_rule.rules.push_back(Node{condition}); }
    void add(Group group) { m_rule.rules.push_back(Node{std::move(group)}); }

    void addText(const QString &field, const QString &text) {
        if (!text.trimmed().isEmpty())
            add(Condition{.field = field, .op = Operator::Contains, .values = {text.trimmed()}});
    }

    void addAmount(Condition condition, const AmountRange &range, double scale) {
        const auto main = [scale](qint64 amount) { return double(amount) / scale; };
        condition.values.clear();
        if (range.atLeast && range.atMost) {
            condition.op = *range.atLeast == *range.atMost ? Operator::Equals : Operator::Between;
            condition.values << main(*range.atLeast);
            if (condition.op == Operator::Between)
                condition.values << main(*range.atMost);
        } else {
            condition.op = range.atLeast ? Operator::AtLeast : Operator::AtMost;
            condition.values << main(range.atLeast ? *range.atLeast : range.atMost.value_or(0));
        }
        // Nothing bought is no money, and that is a small amount.
        condition.orNever = condition.aggregate && range.atLeast.value_or(0) <= 0 && range.atMost.value_or(0) >= 0;
        add(condition);
    }

    void addDays(Condition condition, const kontor::DayRange &days) {
        if (days.onlyEmpty) {
            condition.op = Operator::Empty;
        } else if (days.orEmpty && days.to.isValid()) {
            condition.op = Operator::MoreThanAgo;
            condition.values = {double(days.to.daysTo(m_today) - 1)};
            condition.unit = Unit::Day;
            condition.orNever = true;
        } else if (days.from.isValid() && !days.to.isValid()) {
            condition.op = Operator::InLast;
            condition.values = {double(days.from.daysTo(m_today) + 1)};
            condition.unit = Unit::Day;
        } else {
            condition.op = Operator::Between;
            condition.values = {days.from.toString(Qt::ISODate), days.to.toString(Qt::ISODate)};
        }
        add(condition);
    }

    void addMoments(const Condition &condition, const ContactRange &range) {
        kontor::DayRange days;
        days.onlyEmpty = range.onlyNever;
        days.orEmpty = range.orNever;
        if (range.from)
            days.from = m_context.clock.dateOf(*range.from);
        if (range.before)
            days.to = m_context.clock.dateOf(*range.before).addDays(-1);
        addDays(condition, days);
    }

    void addName(const QString &name) {
        if (name.trimmed().isEmpty())
            return;
        Group either{Match::Any, {}};
        for (const QString &field : {u"name"_s, u"company"_s})
            either.rules.push_back(
                Node{Condition{.field = field, .op = Operator::Contains, .values = {name.trimmed()}}});
        add(std::move(either));
    }

    // One of the values, or nothing there.
    void addOneOf(const QString &field, const QStringList &values, Operator op = Operator::OneOf) {
        Condition condition{.field = field, .op = op};
        for (const QString &value : values)
            if (!value.isEmpty())
                condition.values << value;
        const Condition empty{.field = field, .op = Operator::Empty};
        if (condition.values.isEmpty())
            return add(empty);
        if (!values.contains(QString()))
            return add(condition);
        add(Group{Match::Any, {Node{condition}, Node{empty}}});
    }

    void addNextSteps(const QList<NextStepState> &states) {
        if (states.size() == 1)
            return add(nextStep(states.first()));
        Group any{Match::Any, {}};
        for (const NextStepState state : states)
            any.rules.push_back(Node{nextStep(state)});
        if (!states.isEmpty())
            add(std::move(any));
    }

    static Condition nextStep(NextStepState state) {
        const Condition open{.field = u"done"_s, .op = Operator::Is, .values = {false}};
        Condition step{.field = u"tasks"_s, .op = Operator::Is, .values = {state != NextStepState::None}};
        step.aggregate = Aggregate::Exists;
        step.where = {open};
        Condition due{.field = u"due"_s, .unit = Unit::Day};
        switch (state) {
        case NextStepState::None: return step;
        case NextStepState::Late:
            due.op = Operator::MoreThanAgo;
            due.values = {0.0};
            break;
        case NextStepState::Today:
            due.op = Operator::InNext;
            due.values = {1.0};
            break;
        case NextStepState::Later:
            due.op = Operator::MoreThanAhead;
            due.values = {0.0};
            break;
        }
        step.where << due;
        return step;
    }

    void addBirthday(const ColumnFilter &filter) {
        Condition birthday{.field = u"birthday"_s};
        if (filter.days && filter.days->from.isValid() && !filter.days->to.isValid()) {
            birthday.op = Operator::AnniversaryWithin;
            birthday.values = {double(filter.days->from.daysTo(m_today) + 1)};
            birthday.unit = Unit::Day;
            return add(birthday);
        }
        if (filter.days)
            addDays(birthday, *filter.days);
    }

    void addColumn(const ColumnFilter &filter, const QString &ownName) {
        Condition purchases{.field = u"purchases"_s, .aggregate = Aggregate::Sum, .of = u"amount"_s};
        Condition day{.field = u"purchases"_s, .aggregate = Aggregate::Last, .of = u"on"_s};
        const auto text = [&](const QString &field) {
            if (!filter.oneOf.isEmpty())
                addOneOf(field, filter.oneOf);
            else if (filter.onlyEmpty)
                add(Condition{.field = field, .op = Operator::Empty});
            else
                addText(field, filter.contains);
        };
        switch (filter.column) {
        case CustomerColumn::Company: return text(u"company"_s);
        case CustomerColumn::Source: return text(u"source"_s);
        case CustomerColumn::Birthday: return addBirthday(filter);
        case CustomerColumn::FirstPurchase: day.aggregate = Aggregate::First; [[fallthrough]];
        case CustomerColumn::LastPurchase: return addDays(day, filter.days.value_or(kontor::DayRange()));
        case CustomerColumn::Owes:
            purchases.where = {Condition{.field = u"paid"_s, .op = Operator::Is, .values = {false}}};
            [[fallthrough]];
        case CustomerColumn::Total: return addAmount(purchases, filter.amount.value_or(AmountRange()), moneyScale());
        case CustomerColumn::Created:
            return addMoments(Condition{.field = u"created"_s}, filter.moments.value_or(ContactRange()));
        case CustomerColumn::OwnText: return text(ownName);
        case CustomerColumn::OwnNumber:
            if (!filter.oneOf.isEmpty())
                return addYesNo(ownName, filter.oneOf);
            return addAmount(Condition{.field = ownName}, filter.amount.value_or(AmountRange()), kHundredths);
        case CustomerColumn::OwnDate:
            return addDays(Condition{.field = ownName}, filter.days.value_or(kontor::DayRange()));
        }
    }

    void addYesNo(const QString &field, const QStringList &values) {
        Group any{Match::Any, {}};
        for (const QString &value : values)
            any.rules.push_back(Node{Condition{.field = field, .op = Operator::Is, .values = {value == "1"_L1}}});
        if (any.rules.size() == 1)
            return add(*any.rules.front().condition());
        add(std::move(any));
    }

    double moneyScale() const { return std::pow(10.0, m_context.decimals()); }

private:
    QDate m_today;
    const Context &m_context;
    Rule m_rule;
};

// The tags whose names hold the text: rules know whole names. The text itself where there is none.
Result<QStringList> tagsNamed(db::Database &database, const QString &text) {
    TRY(tags, allTags(database));
    QStringList names;
    for (const Tag &tag : std::as_const(tags))
        if (fold(tag.name).contains(fold(text)))
            names << tag.name;
    return names.isEmpty() ? QStringList{text.trimmed()} : names;
}

} // namespace

Result<Rule> ruleOfFilter(db::Database &database, const CustomerFilter &filter, const Context &context) {
    Writer writer(context);
    writer.addName(filter.name);
    writer.addText(u"phone"_s, filter.phone);
    if (!filter.lifecycles.isEmpty())
        writer.addOneOf(u"lifecycle"_s, filter.lifecycles);
    writer.addText(u"city"_s, filter.city);
    if (!filter.cities.isEmpty())
        writer.addOneOf(u"city"_s, filter.cities);
    writer.addText(u"email"_s, filter.email);
    if (!filter.tag.trimmed().isEmpty()) {
        TRY(named, tagsNamed(database, filter.tag));
        writer.addOneOf(u"tag"_s, named, Operator::HasAny);
    }
    if (!filter.tags.isEmpty())
        writer.addOneOf(u"tag"_s, filter.tags, Operator::HasAny);
    if (filter.lastContact) {
        // As everywhere else, a note about the customer is no contact with the customer.
        Condition last{.field = u"interactions"_s, .aggregate = Aggregate::Last, .of = u"at"_s};
        last.where = {Condition{.field = u"kind"_s, .op = Operator::IsNot, .values = {u"note"_s}}};
        writer.addMoments(last, *filter.lastContact);
    }
    if (filter.bought) {
        Condition bought{.field = u"purchases"_s, .aggregate = Aggregate::Sum, .of = u"amount"_s};
        bought.period = Period{.kind = Period::Kind::Rolling, .last = 1, .unit = Unit::Year};
        writer.addAmount(bought, *filter.bought, writer.moneyScale());
    }
    writer.addNextSteps(filter.nextSteps);
    TRY(own, customFields(database));
    for (const ColumnFilter &column : filter.columns) {
        QString name;
        for (const CustomField &field : std::as_const(own))
            if (field.id == column.ownField)
                name = u"custom."_s + field.name;
        writer.addColumn(column, name);
    }
    return writer.take();
}

} // namespace kontor::segments
