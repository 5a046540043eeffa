#include "exchange/record_import.h"

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

bool isEmpty(const db::Value &value) { return value.isNull() || (value.isText() && value.text().isEmpty()); }

} // namespace

void compareField(Difference &difference, const db::FieldInfo &field, const db::Value &existing, const db::Value &wanted,
                  OnMatch onMatch) {
    if (isEmpty(wanted) || existing == wanted)
        return;
    if (isEmpty(existing)) {
        difference.values.append({field.column, wanted});
        difference.fills = true;
    } else if (onMatch == OnMatch::Overwrite) {
        difference.values.append({field.column, wanted});
        difference.changes = true;
    } else {
        difference.kept << QString::fromLatin1(field.column);
    }
}

Outcome outcomeOf(const Difference &difference) {
    return difference.changes ? Outcome::Changed : difference.fills ? Outcome::Filled : Outcome::Unchanged;
}

QString keptReason(const QStringList &columns) { return columns.isEmpty() ? QString() : u"kept "_s + columns.join(u", "_s); }

void addSentence(QString &reason, const QString &sentence) {
    if (!sentence.isEmpty())
        reason += reason.isEmpty() ? sentence : u"; "_s + sentence;
}

Result<RowReader> RowReader::create(db::Database &database, const db::RecordType &type) {
    TRY(statement,
        database.prepareBulk(u"SELECT %1 FROM %2 WHERE id = ?"_s.arg(db::columnList(type), QString::fromLatin1(type.table))));
    return RowReader(type, std::move(statement));
}

Result<std::optional<db::Row>> RowReader::read(Id id) {
    m_statement.bind(0, id.value);
    TRY(found, m_statement.next());
    if (!found)
        return std::optional<db::Row>();
    db::Row row{Id{m_statement.integer(0)}, m_statement.integer(1), {}};
    row.values.reserve(m_type->fields.size());
    for (int i = 0; i < m_type->fields.size(); ++i)
        row.values << m_statement.value(i + 2);
    m_statement.reset();
    return std::optional(std::move(row));
}

} // namespace kontor::exchange
