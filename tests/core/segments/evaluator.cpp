#include "evaluator.h"

#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

namespace {

QString plain(const QString &text) {
    QString folded;
    QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    apart.replace(u"ß"_s, u"ss"_s);
    for (const QChar letter : std::as_const(apart))
        if (letter.category() != QChar::Mark_NonSpacing)
            folded += letter;
    return folded.trimmed();
}

QString digitsOnly(const QString &text) {
    QString digits;
    for (const QChar letter : text)
        if (letter.isDigit())
            digits += letter;
    return digits;
}

bool isNumberOnly(const QString &text) {
    return std::all_of(text.begin(), text.end(),
                       [](QChar letter) { return letter.isDigit() || letter == u'+' || letter == u' ' || letter == u'-'; });
}

// Days since 1970 from seconds: the calendar of the zone at that moment.
QDate dayAt(qint64 milliseconds, const QTimeZone &zone) {
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    const qint64 local = milliseconds + qint64(zone.offsetFromUtc(moment)) * 1000;
    const qint64 day = local >= 0 ? local / 86'400'000 : -((-local + 86'399'999) / 86'400'000);
    return QDate(1970, 1, 1).addDays(day);
}

QDate clampedMonth(QDate date, int months) {
    const int total = date.year() * 12 + date.month() - 1 + months;
    const QDate first(total / 12, total % 12 + 1, 1);
    return QDate(first.year(), first.month(), std::min(date.day(), first.daysInMonth()));
}

bool textHolds(Operator op, const QString &operand, const Datum &datum) {
    const QString text = plain(datum.text);
    const QString wanted = plain(operand);
    const bool isDialled = !datum.normalised.isEmpty() && isNumberOnly(operand);
    const QString dialled = (operand.startsWith(u'+') ? u"+"_s : QString()) + digitsOnly(operand);
    switch (op) {
    case Operator::Contains: return text.contains(wanted) || (isDialled && datum.normalised.contains(dialled));
    case Operator::StartsWith: return text.startsWith(wanted) || (isDialled && datum.normalised.startsWith(dialled));
    default: return text == wanted || (isDialled && datum.normalised == dialled);
    }
}

bool isNegativeOperator(Operator op) { return op == Operator::IsNot || op == Operator::NoneOf || op == Operator::HasNone; }

} // namespace

Evaluator::Evaluator(const World &world) : m_world(world), m_zone(world.context.clock.zone) {
    m_today = dayAt(world.context.clock.fixedNow->milliseconds, m_zone);
}

QSet<qint64> Evaluator::members(const Rule &rule) const {
    QSet<qint64> ids;
    for (const Person &person : m_world.people)
        if (person.isLive && holds(rule, person))
            ids << person.id;
    return ids;
}

bool Evaluator::holds(const Group &group, const Person &person) const {
    int holding = 0;
    for (const Node &node : group.rules)
        if (node.condition() ? holds(*node.condition(), person) : holds(*node.group(), person))
            ++holding;
    switch (group.match) {
    case Match::All: return holding == int(group.rules.size());
    case Match::Any: return holding > 0;
    case Match::None: return holding == 0;
    }
    return false;
}

bool Evaluator::holds(const Condition &condition, const Person &person) const {
    if (condition.field == "segment"_L1) {
        bool isIn = false;
        for (const Operand &name : condition.values)
            for (auto segment = m_world.segments.cbegin(); segment != m_world.segments.cend(); ++segment)
                if (plain(segment.key()) == plain(std::get<QString>(name)))
                    isIn = isIn || holds(*segment, person);
        return isNegativeOperator(condition.op) != isIn;
    }
    static const QSet<QString> records{u"purchases"_s, u"interactions"_s, u"tasks"_s, u"deals"_s, u"cases"_s, u"offers"_s};
    return records.contains(condition.field) ? holdsForRecords(condition, person)
                                             : compares(condition, person.fields.value(condition.field));
}

QList<Record> Evaluator::recordsOf(const Condition &condition, const Person &person) const {
    static const QHash<QString, QString> times{{u"purchases"_s, u"on"_s},    {u"interactions"_s, u"at"_s},
                                               {u"tasks"_s, u"due"_s},       {u"deals"_s, u"expected_on"_s},
                                               {u"cases"_s, u"opened_at"_s}, {u"offers"_s, u"on"_s}};
    QList<Record> chosen;
    for (const Record &record : person.records.value(condition.field)) {
        bool counts = !record.isTrashed;
        if (condition.period)
            counts = counts && isInPeriod(*condition.period, record.fields.value(times.value(condition.field)));
        for (const Condition &inner : condition.where)
            counts = counts && compares(inner, {record.fields.value(inner.field)});
        if (counts)
            chosen << record;
    }
    const QString time = times.value(condition.field);
    std::sort(chosen.begin(), chosen.end(), [&](const Record &left, const Record &right) {
        const Datum &first = left.fields[time];
        const Datum &second = right.fields[time];
        return std::tuple(first.milliseconds, first.text, left.id) < std::tuple(second.milliseconds, second.text, right.id);
    });
    return chosen;
}

Datum Evaluator::aggregated(const Condition &condition, const QList<Record> &records) const {
    QList<Datum> present;
    for (const Record &record : records)
        if (const Datum datum = record.fields.value(condition.of); !datum.isEmpty())
            present << datum;
    const auto isEarlier = [](const Datum &left, const Datum &right) {
        return std::tuple(left.milliseconds, left.text) < std::tuple(right.milliseconds, right.text);
    };
    const bool isFirst = condition.aggregate == Aggregate::First;
    if (isFirst || condition.aggregate == Aggregate::Last) {
        const QString of = condition.of;
        const bool isDate =
            of == "on"_L1 || of == "at"_L1 || of == "due"_L1 || of == "done"_L1 || of == "expected_on"_L1 || of == "opened_at"_L1;
        if (isDate && present.isEmpty())
            return {};
        if (isDate)
            return isFirst ? *std::min_element(present.begin(), present.end(), isEarlier)
                           : *std::max_element(present.begin(), present.end(), isEarlier);
        QList<Record> timed;
        for (const Record &record : records)
            if (!(condition.field == "tasks"_L1 && record.fields["due"_L1].isEmpty()) &&
                !(condition.field == "deals"_L1 && record.fields["expected_on"_L1].isEmpty()))
                timed << record;
        return timed.isEmpty() ? Datum() : (isFirst ? timed.first() : timed.last()).fields.value(of);
    }
    Datum result{.type = Datum::Type::Number, .number = 0};
    for (const Datum &datum : present) {
        result.scale = datum.scale;
        result.number = condition.aggregate == Aggregate::Largest && &datum != &present.first()
                            ? std::max(result.number, datum.number)
                        : condition.aggregate == Aggregate::Largest ? datum.number
                                                                    : result.number + datum.number;
    }
    if (condition.aggregate == Aggregate::Sum)
        return result;
    if (present.isEmpty())
        return {};
    if (condition.aggregate == Aggregate::Average)
        result.number /= double(present.size());
    return result;
}

bool Evaluator::holdsForRecords(const Condition &condition, const Person &person) const {
    const QList<Record> records = recordsOf(condition, person);
    if (condition.aggregate == Aggregate::Exists)
        return records.isEmpty() != std::get<bool>(condition.values.first());
    if (condition.aggregate == Aggregate::Count)
        return compares(condition, {Datum{.type = Datum::Type::Number, .number = double(records.size())}});
    return compares(condition, {aggregated(condition, records)});
}

bool Evaluator::compares(const Condition &condition, const QList<Datum> &all) const {
    QList<Datum> values;
    for (const Datum &datum : all)
        if (!datum.isEmpty())
            values << datum;
    const auto anyIs = [&](const Operand &operand) {
        return std::any_of(values.begin(), values.end(),
                           [&](const Datum &datum) { return positively(condition, operand, datum); });
    };
    if (condition.op == Operator::Empty)
        return values.isEmpty();
    if (condition.op == Operator::NotEmpty)
        return !values.isEmpty();
    if (condition.field == "done"_L1 && condition.op == Operator::Is)
        return values.isEmpty() != std::get<bool>(condition.values.first()) || (values.isEmpty() && condition.orNever);
    if (isNegativeOperator(condition.op))
        return std::none_of(condition.values.begin(), condition.values.end(), anyIs);
    if (values.isEmpty())
        return condition.orNever;
    if (condition.op == Operator::HasAll)
        return std::all_of(condition.values.begin(), condition.values.end(), anyIs);
    if (condition.op == Operator::Between)
        return anyIs(Operand());
    return std::any_of(condition.values.begin(), condition.values.end(), anyIs);
}

bool Evaluator::positively(const Condition &condition, const Operand &operand, const Datum &datum) const {
    switch (datum.type) {
    case Datum::Type::Nothing: return false;
    case Datum::Type::Yes: return (datum.number != 0) == std::get<bool>(operand);
    case Datum::Type::Day:
    case Datum::Type::Moment: return dateHolds(condition, datum);
    case Datum::Type::Text:
        if (condition.field == "consent"_L1) {
            const QString wanted = plain(std::get<QString>(operand));
            return datum.text == wanted || datum.text.endsWith(u':' + wanted);
        }
        return textHolds(condition.op, std::get<QString>(operand), datum);
    case Datum::Type::Number: break;
    }
    const auto limit = [&](int index) { return std::get<double>(condition.values.at(index)) * datum.scale; };
    switch (condition.op) {
    case Operator::Equals: return datum.number == limit(0);
    case Operator::MoreThan: return datum.number > limit(0);
    case Operator::AtLeast: return datum.number >= limit(0);
    case Operator::LessThan: return datum.number < limit(0);
    case Operator::AtMost: return datum.number <= limit(0);
    case Operator::Between: return datum.number >= limit(0) && datum.number <= limit(1);
    default: return false;
    }
}

QDate Evaluator::localDay(const Datum &datum) const {
    return datum.type == Datum::Type::Moment ? dayAt(datum.milliseconds, m_zone) : QDate::fromString(datum.text, Qt::ISODate);
}

QDate Evaluator::back(int count, Unit unit) const {
    switch (unit) {
    case Unit::Day: return m_today.addDays(-count);
    case Unit::Week: return m_today.addDays(-7 * count);
    case Unit::Month: return clampedMonth(m_today, -count);
    case Unit::Year: return clampedMonth(m_today, -12 * count);
    }
    return {};
}

bool Evaluator::dateHolds(const Condition &condition, const Datum &datum) const {
    const QDate day = localDay(datum);
    const Operand &first = condition.values.first();
    const int count = std::holds_alternative<double>(first) ? int(std::get<double>(first)) : 0;
    const Unit unit = condition.unit.value_or(Unit::Day);
    if (condition.op == Operator::AnniversaryWithin) {
        const QString monthAndDay = day.isValid() ? day.toString(u"MM-dd"_s) : datum.text.right(5);
        for (QDate each = m_today; each <= back(-count, unit); each = each.addDays(1)) {
            const bool standsIn = monthAndDay == "02-29"_L1 && each.month() == 2 && each.day() == 28 && each.daysInMonth() == 28;
            if (standsIn || each.toString(u"MM-dd"_s) == monthAndDay)
                return true;
        }
        return false;
    }
    if (!day.isValid())
        return false;
    const auto value = [&](int index) { return QDate::fromString(std::get<QString>(condition.values.at(index)), Qt::ISODate); };
    switch (condition.op) {
    case Operator::Before: return day < value(0);
    case Operator::After: return day > value(0);
    case Operator::On: return day == value(0);
    case Operator::Between: return day >= value(0) && day <= value(1);
    case Operator::InLast: return day > back(count, unit) && day <= m_today;
    case Operator::InNext: return day >= m_today && day < back(-count, unit);
    case Operator::MoreThanAgo: return day < back(count, unit);
    case Operator::MoreThanAhead: return day > back(-count, unit);
    default: return false;
    }
}

bool Evaluator::isInPeriod(const Period &period, const Datum &datum) const {
    const QDate day = localDay(datum);
    if (datum.isEmpty() || !day.isValid())
        return false;
    if (period.kind == Period::Kind::Rolling)
        return day > back(period.last, period.unit) && day <= m_today;
    if (period.kind == Period::Kind::Dates)
        return (!period.from.isValid() || day >= period.from) && (!period.to.isValid() || day <= period.to);
    const int months = (day.year() - m_today.year()) * 12 + day.month() - m_today.month();
    const int quarters = (day.year() * 4 + (day.month() - 1) / 3) - (m_today.year() * 4 + (m_today.month() - 1) / 3);
    switch (period.calendar) {
    case Calendar::ThisMonth: return months == 0;
    case Calendar::LastMonth: return months == -1;
    case Calendar::ThisQuarter: return quarters == 0;
    case Calendar::LastQuarter: return quarters == -1;
    case Calendar::ThisYear: return day.year() == m_today.year();
    case Calendar::LastYear: return day.year() == m_today.year() - 1;
    }
    return false;
}

} // namespace kontor::segments::test
