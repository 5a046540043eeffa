// Random rules over the whole catalogue. Which operator meets which kind of field is chosen so that the rarest pair so far comes next.
#pragma once

#include "segments/catalogue.h"
#include "world.h"

#include <QMap>

namespace kontor::segments::test {

class RuleMaker {
public:
    // Counts of "operator kind" pairs, for example "more_than money" or "is several texts".
    using Coverage = QMap<QString, int>;

    RuleMaker(const Catalogue &catalogue, QDate today, Coverage &coverage, unsigned seed);

    Rule make();
    static QStringList expectedPairs(const Catalogue &catalogue);

private:
    // A place where a comparison can stand.
    struct Slot {
        Condition frame; // the condition around it, with its field, aggregate and of
        bool isInWhere = false;
        QString field; // whose words and numbers fit
        QString kind;  // for the coverage
        Kind compared = Kind::Text;
        QList<Operator> operators;
    };
    static QList<Slot> slotsOf(const Catalogue &catalogue);
    static QString pairOf(const Slot &slot, Operator op) { return wordOf(op) + u' ' + slot.kind; }

    Group group(int depth);
    Condition condition();
    void fill(Condition &condition, const Slot &slot, Operator op);
    Operand operand(const Slot &slot, Operator op);
    Period period();
    QDate someDay();
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    bool chance(int percent) { return below(100) < percent; }

    QList<Slot> m_slots;
    QDate m_today;
    Coverage &m_coverage;
    std::mt19937 m_random;
};

} // namespace kontor::segments::test
