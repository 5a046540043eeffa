// Who is in a segment, worked out again in plain C++ from the words of the contract: no SQL, and nothing shared with the compiler but the rule tree.
// Folding, local days, steps of months and anniversaries are its own too.
#pragma once

#include "world.h"

#include <QSet>

namespace kontor::segments::test {

class Evaluator {
public:
    explicit Evaluator(const World &world);

    QSet<qint64> members(const Rule &rule) const;
    bool holds(const Group &group, const Person &person) const;
    bool holds(const Condition &condition, const Person &person) const;

private:
    bool holdsForRecords(const Condition &condition, const Person &person) const;
    QList<Record> recordsOf(const Condition &condition, const Person &person) const;
    Datum aggregated(const Condition &condition, const QList<Record> &records) const;
    bool compares(const Condition &condition, const QList<Datum> &values) const;
    bool positively(const Condition &condition, const Operand &operand, const Datum &datum) const;
    bool dateHolds(const Condition &condition, const Datum &datum) const;
    bool isInPeriod(const Period &period, const Datum &datum) const;
    QDate localDay(const Datum &datum) const; // invalid where the year is not known
    QDate back(int count, Unit unit) const;   // that many units before today; negative: ahead

    const World &m_world;
    QTimeZone m_zone;
    QDate m_today;
};

} // namespace kontor::segments::test
