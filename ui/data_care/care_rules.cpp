#include "data_care/care_rules.h"

namespace kontor::ui {

using namespace Qt::StringLiterals;
using namespace segments;

segments::Rule lacking(const QString &field) { return {Match::All, {{Condition{field, Operator::Empty}}}}; }

segments::Rule silentFor(int months, bool isUnchanged) {
    Condition silent{.field = u"interactions"_s,
                     .op = Operator::MoreThanAgo,
                     .values = {double(months)},
                     .unit = Unit::Month,
                     .orNever = true};
    silent.aggregate = Aggregate::Last;
    silent.of = u"at"_s;
    silent.where = {{.field = u"kind"_s, .op = Operator::IsNot, .values = {u"note"_s}}}; // a note is no contact
    Rule rule{Match::All, {{silent}}};
    if (isUnchanged)
        rule.rules.push_back(
            {Condition{.field = u"changed"_s, .op = Operator::MoreThanAgo, .values = {double(months)}, .unit = Unit::Month}});
    return rule;
}

} // namespace kontor::ui
