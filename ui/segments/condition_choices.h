// What a condition can speak of, as the person chooses it: "Bought in total", "Not contacted for", "City". Made of the catalogue; each choice is
// a condition with its usual operator and, where there is a usual one, its value.
#pragma once

#include "segments/catalogue.h"

#include <QCoreApplication>

namespace kontor::ui {

struct ConditionChoice {
    QString label;
    QString section; // translated
    segments::Condition condition;
};

class ConditionChoices {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::ConditionChoices)

public:
    // In the order of the sections.
    static QList<ConditionChoice> all(const segments::Catalogue &catalogue);
    // What a condition speaks of, whatever its operator and values are now.
    static QString subject(const segments::Condition &condition, const segments::Catalogue &catalogue);
    // The usual start of a condition on the sub-field of related records.
    static segments::Condition partOf(const segments::Field &field);
    // The condition with another operator, keeping what still fits.
    static segments::Condition withOperator(segments::Condition condition, segments::Operator op, segments::Kind kind);

private:
    static QList<ConditionChoice> ready(const segments::Field &field);
    static QList<ConditionChoice> aggregates(const segments::Field &field);
    static QString aggregateLabel(const segments::Field &field, segments::Aggregate aggregate, const QString &of);
};

} // namespace kontor::ui
