#include "rule_maker.h"

#include <algorithm>

namespace kontor::segments::test {

using namespace Qt::StringLiterals;

RuleMaker::RuleMaker(const Catalogue &catalogue, QDate today, Coverage &coverage, unsigned seed)
    : m_slots(slotsOf(catalogue)), m_today(today), m_coverage(coverage), m_random(seed) {}

QList<RuleMaker::Slot> RuleMaker::slotsOf(const Catalogue &catalogue) {
    QList<Slot> list;
    for (const Field &field : catalogue.fields()) {
        Condition plain{.field = field.name};
        if (field.kind != Kind::Records) {
            QString kind = wordOf(field.kind);
            if (!field.source.rows.isEmpty() && !field.name.startsWith("custom."_L1))
                kind = u"several "_s + kind;
            list << Slot{plain, false, field.name, field.source.isInstant ? u"instant"_s : kind, field.kind, field.operators};
            continue;
        }
        for (Aggregate aggregate : field.aggregates) {
            Condition frame = plain;
            frame.aggregate = aggregate;
            const bool needsField = aggregate != Aggregate::Exists && aggregate != Aggregate::Count;
            if (!needsField) {
                const Compared compared = comparedBy(field, frame);
                list << Slot{frame, false, u"count"_s, wordOf(aggregate), compared.kind, compared.operators};
            }
            for (const Field &sub : field.fields) {
                const bool isNumber = sub.kind == Kind::Number || sub.kind == Kind::Money;
                if (!needsField || (!isNumber && aggregate != Aggregate::First && aggregate != Aggregate::Last))
                    continue;
                frame.of = sub.name;
                const Compared compared = comparedBy(field, frame);
                const QString kind = sub.source.isInstant ? u"instant"_s : wordOf(compared.kind);
                list << Slot{frame, false, sub.name, wordOf(aggregate) + u' ' + kind, compared.kind, compared.operators};
            }
        }
        for (const Field &sub : field.fields)
            list << Slot{plain,    true,
                         sub.name, (sub.source.isInstant ? u"instant"_s : wordOf(sub.kind)) + u" of a record"_s,
                         sub.kind, sub.operators};
    }
    return list;
}

QStringList RuleMaker::expectedPairs(const Catalogue &catalogue) {
    QStringList pairs;
    for (const Slot &slot : slotsOf(catalogue))
        for (Operator op : slot.operators)
            pairs << pairOf(slot, op);
    pairs.removeDuplicates();
    return pairs;
}

Rule RuleMaker::make() {
    if (chance(1))
        return Rule{Match(below(3)), {}};
    return group(1);
}

Group RuleMaker::group(int depth) {
    const int roll = below(10);
    Group result{roll < 4 ? Match::All : roll < 8 ? Match::Any : Match::None, {}};
    for (int i = 1 + below(depth == 1 ? 4 : 3); i > 0; --i) {
        if (depth < kDeepestGroup && chance(18))
            result.rules.push_back(Node{group(depth + 1)});
        else
            result.rules.push_back(Node{condition()});
    }
    return result;
}

Condition RuleMaker::condition() {
    // Several draws, and the pair that was used least wins.
    const Slot *slot = nullptr;
    Operator op = Operator::Is;
    for (int i = 0; i < 24; ++i) {
        const Slot &candidate = m_slots.at(below(int(m_slots.size())));
        const Operator drawn = candidate.operators.at(below(int(candidate.operators.size())));
        if (!slot || m_coverage.value(pairOf(candidate, drawn)) < m_coverage.value(pairOf(*slot, op))) {
            slot = &candidate;
            op = drawn;
        }
    }
    ++m_coverage[pairOf(*slot, op)];
    Condition result = slot->frame;
    if (!slot->isInWhere) {
        fill(result, *slot, op);
        if (result.aggregate && chance(60))
            result.period = period();
        return result;
    }
    Condition inner{.field = slot->field};
    fill(inner, *slot, op);
    result.where << inner;
    if (chance(50)) {
        result.aggregate = Aggregate::Exists;
        result.op = Operator::Is;
        result.values = {chance(70)};
    } else {
        result.aggregate = Aggregate::Count;
        result.op = chance(50) ? Operator::AtLeast : Operator::LessThan;
        result.values = {double(below(3))};
    }
    if (chance(30))
        result.period = period();
    return result;
}

void RuleMaker::fill(Condition &condition, const Slot &slot, Operator op) {
    condition.op = op;
    if (takesUnit(op))
        condition.unit = Unit(below(4));
    const Arity arity = arityOf(op);
    const int count = arity == Arity::None ? 0 : arity == Arity::One ? 1 : arity == Arity::Two ? 2 : 1 + below(3);
    for (int i = 0; i < count; ++i)
        condition.values << operand(slot, op);
    if (op == Operator::Between && condition.values.at(1) < condition.values.at(0))
        condition.values.swapItemsAt(0, 1);
    condition.orNever = chance(20);
}

Operand RuleMaker::operand(const Slot &slot, Operator op) {
    if (takesUnit(op)) {
        const QList<double> distances{0, 1, 1, 2, 3, 7, 7, 14, 28, 30, 90};
        return distances.at(below(int(distances.size())));
    }
    if (slot.compared == Kind::YesNo || (slot.compared == Kind::Date && op == Operator::Is))
        return chance(50);
    if (slot.compared == Kind::Date)
        return someDay().toString(Qt::ISODate);
    QString field = slot.field;
    if (slot.compared == Kind::Number || slot.compared == Kind::Money) {
        const QList<double> numbers = numbersFor(field);
        return numbers.at(below(int(numbers.size())));
    }
    const bool isOfInteraction = slot.frame.field == "interactions"_L1 && field == "kind"_L1;
    if (isOfInteraction || field == "state"_L1)
        field = slot.frame.field + u'.' + field;
    if (field.startsWith("custom."_L1))
        field = field.mid(7);
    const QStringList words = wordsFor(field);
    QString word = words.at(below(int(words.size())));
    const bool isPart = op == Operator::Contains || op == Operator::StartsWith;
    if (field == "phone"_L1 && isPart && chance(60))
        return chance(50) ? u"+46 70-1"_s : u"4512"_s;
    if (isPart && word.size() > 2)
        word = op == Operator::Contains ? word.mid(1, 2 + below(2)).trimmed() : word.left(1 + below(3)).trimmed();
    return chance(30) ? word.toUpper() : word;
}

QDate RuleMaker::someDay() {
    switch (below(4)) {
    case 0: return m_today;
    case 1: return m_today.addDays(below(3) - 1);
    case 2: return m_today.addMonths(-below(14));
    default: return m_today.addDays(30 - below(800));
    }
}

Period RuleMaker::period() {
    switch (below(3)) {
    case 0: {
        const QList<int> counts{0, 1, 1, 7, 14, 29, 30, 90, 365};
        return {.kind = Period::Kind::Rolling, .last = counts.at(below(int(counts.size()))), .unit = Unit(below(4))};
    }
    case 1: return {.kind = Period::Kind::Calendar, .calendar = segments::Calendar(below(6))};
    default: break;
    }
    QDate from = someDay();
    QDate to = someDay();
    if (to < from)
        std::swap(from, to);
    const int ends = below(3);
    return {.kind = Period::Kind::Dates, .from = ends == 1 ? QDate() : from, .to = ends == 2 ? QDate() : to};
}

} // namespace kontor::segments::test
