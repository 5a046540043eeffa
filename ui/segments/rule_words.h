// The words of a rule's parts as a builder shows them in lists and on buttons. Whole sentences come from core/segments.
#pragma once

#include "segments/catalogue.h"
#include "segments/day_range.h"
#include "widgets/formats.h"

#include <QCoreApplication>

namespace kontor::ui {

class RuleWords {
    Q_DECLARE_TR_FUNCTIONS(kontor::ui::RuleWords)

public:
    static QString outermost(segments::Match match);  // "Customers who match all of these"
    static QString group(segments::Match match);      // "All of these"
    static QString connective(segments::Match match); // "and", "or", "nor"
    static QString op(segments::Operator op, segments::Kind kind);
    static QString unit(segments::Unit unit);             // "days"
    static QString calendar(segments::Calendar calendar); // "in the last calendar year"
    static QString section(const QString &section);
    static QString choice(const QString &value); // of fields with a fixed list; an unknown one as it is
    static QString days(const segments::DayRange &range,
                        const Formats &formats); // "1 Jan 2025 – 31 Dec 2025", "before 9 Dec 2025"

    // The most used first.
    static QList<segments::Operator> inOrderOfUse(const QList<segments::Operator> &operators);
};

} // namespace kontor::ui
