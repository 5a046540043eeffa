#include "segments/rule_words.h"
#include "widgets/bidi.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace segments;

QString RuleWords::outermost(Match match) {
    switch (match) {
    case Match::All: return tr("Customers who match all of these");
    case Match::Any: return tr("Customers who match any of these");
    case Match::None: break;
    }
    return tr("Customers who match none of these");
}

QString RuleWords::group(Match match) {
    switch (match) {
    case Match::All: return tr("All of these");
    case Match::Any: return tr("Any of these");
    case Match::None: break;
    }
    return tr("None of these");
}

QString RuleWords::connective(Match match) {
    switch (match) {
    case Match::All: return tr("and");
    case Match::Any: return tr("or");
    case Match::None: break;
    }
    return tr("nor");
}

QString RuleWords::op(Operator op, Kind kind) {
    switch (op) {
    case Operator::Is: return tr("is");
    case Operator::IsNot: return tr("is not");
    case Operator::Contains: return tr("contains");
    case Operator::StartsWith: return tr("starts with");
    case Operator::OneOf: return tr("is one of");
    case Operator::NoneOf: return tr("is none of");
    case Operator::Empty: return kind == Kind::Date ? tr("was never") : kind == Kind::Tag ? tr("there is none") : tr("is not known");
    case Operator::NotEmpty:
        return kind == Kind::Date ? tr("was at some time") : kind == Kind::Tag ? tr("there is one") : tr("is known");
    case Operator::Equals: return tr("is exactly");
    case Operator::MoreThan: return tr("more than");
    case Operator::AtLeast: return tr("at least");
    case Operator::LessThan: return tr("less than");
    case Operator::AtMost: return tr("at most");
    case Operator::Between: return tr("between");
    case Operator::Before: return tr("before");
    case Operator::After: return tr("after");
    case Operator::On: return tr("on");
    case Operator::InLast: return tr("in the last");
    case Operator::InNext: return tr("in the next");
    case Operator::MoreThanAgo: return tr("longer ago than");
    case Operator::MoreThanAhead: return tr("further ahead than");
    case Operator::AnniversaryWithin: return tr("has its day within the next");
    case Operator::Has: return tr("has");
    case Operator::HasAny: return tr("has any of");
    case Operator::HasAll: return tr("has all of");
    case Operator::HasNone: break;
    }
    return tr("has none of");
}

QString RuleWords::unit(Unit unit) {
    switch (unit) {
    case Unit::Day: return tr("days");
    case Unit::Week: return tr("weeks");
    case Unit::Month: return tr("months");
    case Unit::Year: break;
    }
    return tr("years");
}

QString RuleWords::calendar(Calendar calendar) {
    switch (calendar) {
    case Calendar::ThisMonth: return tr("this month");
    case Calendar::LastMonth: return tr("last calendar month");
    case Calendar::ThisQuarter: return tr("this quarter");
    case Calendar::LastQuarter: return tr("last calendar quarter");
    case Calendar::ThisYear: return tr("this year");
    case Calendar::LastYear: break;
    }
    return tr("last calendar year");
}

QString RuleWords::section(const QString &section) {
    static const QHash<QString, const char *> words{
        {u"profile"_s, QT_TR_NOOP("Profile")},         {u"reaching"_s, QT_TR_NOOP("Reaching and consent")},
        {u"history"_s, QT_TR_NOOP("Contact history")}, {u"purchases"_s, QT_TR_NOOP("Purchases")},
        {u"deals"_s, QT_TR_NOOP("Deals and offers")},  {u"tasks"_s, QT_TR_NOOP("Tasks")},
        {u"tags"_s, QT_TR_NOOP("Tags and segments")},  {u"technical"_s, QT_TR_NOOP("Technical")}};
    const char *word = words.value(section);
    return word ? tr(word) : section;
}

QString RuleWords::choice(const QString &value) {
    static const QHash<QString, const char *> words{
        {u"person"_s, QT_TR_NOOP("Person")},
        {u"organisation"_s, QT_TR_NOOP("Organisation")},
        {u"call"_s, QT_TR_NOOP("Call")},
        {u"email"_s, QT_TR_NOOP("E-mail")},
        {u"meeting"_s, QT_TR_NOOP("Meeting")},
        {u"message"_s, QT_TR_NOOP("Message")},
        {u"sms"_s, QT_TR_NOOP("Text message")},
        {u"visit"_s, QT_TR_NOOP("Visit")},
        {u"note"_s, QT_TR_NOOP("Note")},
        {u"in"_s, QT_TR_NOOP("Incoming")},
        {u"out"_s, QT_TR_NOOP("Outgoing")},
        {u"open"_s, QT_TR_NOOP("Open")},
        {u"won"_s, QT_TR_NOOP("Won")},
        {u"lost"_s, QT_TR_NOOP("Lost")},
        {u"waiting"_s, QT_TR_NOOP("Waiting")},
        {u"solved"_s, QT_TR_NOOP("Solved")},
        {u"closed"_s, QT_TR_NOOP("Closed")},
        {u"accepted"_s, QT_TR_NOOP("Accepted")},
        {u"declined"_s, QT_TR_NOOP("Declined")},
        {u"undecided"_s, QT_TR_NOOP("Undecided")},
        {u"phone:given"_s, QT_TR_NOOP("Phone: agreed")},
        {u"phone:refused"_s, QT_TR_NOOP("Phone: refused")},
        {u"phone:withdrawn"_s, QT_TR_NOOP("Phone: withdrawn")},
        {u"email:given"_s, QT_TR_NOOP("E-mail: agreed")},
        {u"email:refused"_s, QT_TR_NOOP("E-mail: refused")},
        {u"email:withdrawn"_s, QT_TR_NOOP("E-mail: withdrawn")},
        {u"sms:given"_s, QT_TR_NOOP("Text message: agreed")},
        {u"sms:refused"_s, QT_TR_NOOP("Text message: refused")},
        {u"sms:withdrawn"_s, QT_TR_NOOP("Text message: withdrawn")},
        {u"messenger:given"_s, QT_TR_NOOP("Messenger: agreed")},
        {u"messenger:refused"_s, QT_TR_NOOP("Messenger: refused")},
        {u"messenger:withdrawn"_s, QT_TR_NOOP("Messenger: withdrawn")},
        {u"post:given"_s, QT_TR_NOOP("Post: agreed")},
        {u"post:refused"_s, QT_TR_NOOP("Post: refused")},
        {u"post:withdrawn"_s, QT_TR_NOOP("Post: withdrawn")},
    };
    const char *word = words.value(value);
    return word ? tr(word) : value;
}

QString RuleWords::days(const DayRange &range, const Formats &formats) {
    if (range.from.isValid() && range.to.isValid())
        //: From one day to another; both count.
        return range.from == range.to ? formats.date(range.from)
                                      : tr("%1 – %2").arg(formats.date(range.from), formats.date(range.to));
    if (range.from.isValid())
        return tr("from %1 on").arg(isolated(formats.date(range.from)));
    return range.to.isValid() ? tr("until %1").arg(isolated(formats.date(range.to))) : QString();
}

QList<Operator> RuleWords::inOrderOfUse(const QList<Operator> &operators) {
    static const QList<Operator> order{Operator::MoreThan,   Operator::LessThan,
                                       Operator::Between,    Operator::MoreThanAgo,
                                       Operator::InLast,     Operator::AnniversaryWithin,
                                       Operator::InNext,     Operator::MoreThanAhead,
                                       Operator::Before,     Operator::After,
                                       Operator::On,         Operator::OneOf,
                                       Operator::Is,         Operator::Contains,
                                       Operator::StartsWith, Operator::IsNot,
                                       Operator::NoneOf,     Operator::Has,
                                       Operator::HasAny,     Operator::HasAll,
                                       Operator::HasNone,    Operator::AtLeast,
                                       Operator::AtMost,     Operator::Equals,
                                       Operator::Empty,      Operator::NotEmpty};
    QList<Operator> sorted;
    for (const Operator op : order)
        if (operators.contains(op))
            sorted << op;
    return sorted;
}

} // namespace kontor::ui
