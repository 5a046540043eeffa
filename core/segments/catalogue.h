// The fields that a rule can speak of: their stable names, kinds, operators and labels, and where the compiler finds their values.
// Made of the built-in list (catalogue_fields.cpp) and of the base's own fields.
#pragma once

#include "base/result.h"
#include "db/database.h"
#include "segments/rule.h"

#include <QHash>
#include <QJsonArray>
#include <QStringList>

namespace kontor::segments {

enum class Kind { Text, Choice, Number, Money, Date, YesNo, Tag, Consent, Segment, Records };

// Where the values of a field are. SQL speaks of the customer as `c` and of a row of several values or of a related record as `r`.
struct Source {
    QString value;      // an expression
    QString folded;     // the same folded, where a column keeps it; else empty
    QString normalised; // phone numbers: as dialled
    QString rows;       // fields with several values: what stands after FROM; else empty
    QString rowFilter;  // and which of its rows; also of related records
    QString reference;  // the value is of another table's row: the column with its id
    QString referenceTable;
    bool isInstant = false;         // dates: UTC milliseconds, else ISO text
    bool isInCustomerIndex = false; // of related records: the index by customer holds it, the row need not be read
    bool isFewDistinct = false;     // indexed, with few different values: these are folded while the rule is compiled
    double scale = 1;               // stored numbers are so many times those of a rule
};

struct Field {
    QString name;
    Kind kind = Kind::Text;
    QString label;   // translated
    QString section; // where a picker lists it: profile, reaching, history, purchases, deals, tasks, tags, technical
    QStringList choices;
    QHash<QString, QString> choiceWords; // what people call them, where the base says it
    QList<Operator> operators;
    Source source;

    // Of related records
    QList<Field> fields;
    QList<Aggregate> aggregates;
    QString timeField; // the sub-field that periods speak of

    const Field *sub(QStringView name) const; // nullptr if there is none
};

class Catalogue {
public:
    // `currencyDecimals`: how many digits the base's currency has after the point.
    static Result<Catalogue> load(db::Database &database, int currencyDecimals = 2);

    const QList<Field> &fields() const { return m_fields; }
    const Field *find(QStringView name) const; // nullptr if there is none

    // [{"name", "kind", "operators", "label", ...}], of related records also "fields", "aggregates" and "period".
    QJsonArray toJson() const;

private:
    QList<Field> m_fields;
};

// The same list for the command line.
Result<QJsonArray> catalogueJson(db::Database &database);

QString wordOf(Kind kind);
QList<Operator> operatorsOf(Kind kind);

// What a condition compares: the field itself, or what the aggregate makes of related records.
struct Compared {
    Kind kind = Kind::Text;
    QList<Operator> operators;
    const Field *subject = nullptr; // the field, or the sub-field that is aggregated; nullptr for exists and count
};
Compared comparedBy(const Field &field, const Condition &condition);
// What kind the customer's own value for it has; Text where the field is gone.
Kind comparedKind(const Catalogue &catalogue, const Condition &condition);

// The sub-field that `condition` aggregates: the one it names, or the time of the record for first and last. nullptr if there is none.
const Field *aggregatedField(const Field &field, const Condition &condition);
Aggregate aggregateOf(const Condition &condition);

// The built-in part.
QList<Field> profileFields();
QList<Field> recordFields(int currencyDecimals);

} // namespace kontor::segments
