#include "duplicates/child_mover.h"

#include "base/fold.h"
#include "custom_fields/custom_field.h"
#include "customers/contact_point.h"
#include "customers/customer.h"
#include "duplicates/merge_preview.h"

#include <algorithm>

namespace kontor::duplicates {

using namespace Qt::StringLiterals;

namespace {

QString latin(QByteArrayView text) { return QString::fromLatin1(text.data(), text.size()); }

Id idAt(const db::RecordType &type, const db::Row &row, QByteArrayView column) {
    return Id{row.values[type.indexOf(column)].integer()};
}

// Two rows that say the same, of whomever they speak. `without`: columns that do not count beside the owner and the order.
bool saySame(const db::RecordType &type, const db::Row &a, const db::Row &b, const QByteArrayList &without = {}) {
    for (int i = 0; i < type.fields.size(); ++i) {
        const QByteArray &column = type.fields[i].column;
        if (type.fields[i].isDerived || column == type.aboutColumn || column == "position" || without.contains(column))
            continue;
        const db::Value &mine = a.values[i], &theirs = b.values[i];
        if (mine != theirs && !(mine.isText() && theirs.isText() && fold(mine.text()) == fold(theirs.text())))
            return false;
    }
    return true;
}

bool isAmong(const db::RecordType &type, const QList<db::Row> &rows, const db::Row &row, const QByteArrayList &without = {}) {
    return std::any_of(rows.cbegin(), rows.cend(),
                       [&](const db::Row &other) { return other.id != row.id && saySame(type, other, row, without); });
}

} // namespace

Result<QList<db::Row>> ChildMover::rows(const db::RecordType &type, QByteArrayView column, Id id) const {
    TRY(statement,
        m_recorder.database().query(
            u"SELECT %1 FROM %2 WHERE %3 = ? ORDER BY id"_s.arg(columnList(type), latin(type.table), latin(column)), {id}));
    QList<db::Row> found;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            return found;
        found << db::readRow(statement, type);
    }
}

Result<void> ChildMover::move(const db::RecordType &type, const db::Row &row, Values more) {
    more.prepend({type.aboutColumn, db::Value(m_keep)});
    TRY_VOID(m_recorder.updateFields(type.table, row.id, row.version, more));
    ++m_moved;
    return {};
}

Result<void> ChildMover::moveAll(const db::RecordType &type) {
    TRY(theirs, rows(type, type.aboutColumn, m_other));
    const int point = type.indexOf("contact_point_id");
    for (const db::Row &row : std::as_const(theirs)) {
        Values more;
        if (point >= 0)
            if (const Id same = m_samePoints.value(Id{row.values[point].integer()}); same.isValid())
                more.append({"contact_point_id", db::Value(same)});
        TRY_VOID(move(type, row, more));
    }
    return {};
}

Result<void> ChildMover::moveUnlessThere(const db::RecordType &type) {
    TRY(mine, rows(type, type.aboutColumn, m_keep));
    TRY(theirs, rows(type, type.aboutColumn, m_other));
    const int position = type.indexOf("position");
    qint64 next = 0;
    if (position >= 0)
        for (const db::Row &row : std::as_const(mine))
            next = qMax(next, row.values[position].integer() + 1);
    for (const db::Row &row : std::as_const(theirs)) {
        if (isAmong(type, mine, row))
            continue;
        TRY_VOID(move(type, row, position >= 0 ? Values{{"position", db::Value(next++)}} : Values()));
        mine << row;
    }
    return {};
}

// The same number stands once, and what one of the two says against using it counts.
Result<void> ChildMover::unitePoint(const db::RecordType &type, const db::Row &mine, const db::Row &theirs) {
    m_samePoints.insert(theirs.id, mine.id);
    Values stricter;
    for (const QByteArray column : {"opted_out", "wrong"})
        if (theirs.values[type.indexOf(column)].integer() != 0)
            stricter.append({column, db::Value(1)});
    if (mine.values[type.indexOf("label")].text().isEmpty())
        stricter.append({"label", theirs.values[type.indexOf("label")]});
    TRY_VOID(m_recorder.updateFields(type.table, mine.id, mine.version, stricter));
    return {};
}

Result<void> ChildMover::movePoints(const db::RecordType &type) {
    TRY(mine, rows(type, type.aboutColumn, m_keep));
    TRY(theirs, rows(type, type.aboutColumn, m_other));
    std::stable_sort(theirs.begin(), theirs.end(), [&](const db::Row &a, const db::Row &b) {
        return a.values[type.indexOf("position")].integer() < b.values[type.indexOf("position")].integer();
    });
    QHash<QString, qint64> next;
    const auto kindOf = [&](const db::Row &row) { return row.values[type.indexOf("kind")].text(); };
    for (const db::Row &row : std::as_const(mine))
        next[kindOf(row)] = qMax(next.value(kindOf(row)), row.values[type.indexOf("position")].integer() + 1);
    for (const db::Row &row : std::as_const(theirs)) {
        const auto same = std::find_if(mine.cbegin(), mine.cend(), [&](const db::Row &known) {
            return isSamePoint(db::fromRow<ContactPoint>(known), db::fromRow<ContactPoint>(row));
        });
        if (same != mine.cend()) {
            TRY_VOID(unitePoint(type, *same, row));
            continue;
        }
        TRY_VOID(move(type, row, {{"position", db::Value(next[kindOf(row)]++)}}));
        mine << row;
    }
    return {};
}

// A field of one value is decided as the other fields are; of several choices all stand once.
Result<void> ChildMover::moveOwnValues(const db::RecordType &type) {
    TRY(mine, rows(type, type.aboutColumn, m_keep));
    TRY(theirs, rows(type, type.aboutColumn, m_other));
    for (const db::Row &row : std::as_const(theirs)) {
        const Id fieldId = idAt(type, row, "custom_field_id");
        TRY(field, db::find<CustomField>(m_recorder.database(), fieldId));
        const bool isThere = field && field->kind == "choices"_L1
                                 ? isAmong(type, mine, row)
                                 : std::any_of(mine.cbegin(), mine.cend(), [&](const db::Row &known) {
                                       return idAt(type, known, "custom_field_id") == fieldId;
                                   });
        if (!isThere)
            TRY_VOID(move(type, row));
    }
    return {};
}

// Nobody takes part twice, or beside the card on which the entry stands.
Result<void> ChildMover::moveParticipations(const db::RecordType &type) {
    TRY(mine, rows(type, type.aboutColumn, m_keep));
    TRY(theirs, rows(type, type.aboutColumn, m_other));
    for (const db::Row &row : std::as_const(theirs)) {
        TRY(owner, m_recorder.database().single(u"SELECT customer_id FROM interaction WHERE id = ?"_s,
                                                {row.values[type.indexOf("interaction_id")]}));
        if (Id{owner.integer()} == m_keep || Id{owner.integer()} == m_other || isAmong(type, mine, row, {"role"}))
            TRY_VOID(m_recorder.removeRow(type.table, row.id));
        else
            TRY_VOID(move(type, row));
    }
    return {};
}

Result<void> ChildMover::dropOwnParticipations(const db::RecordType &type) {
    TRY(own, rows(type, type.aboutColumn, m_keep));
    for (const db::Row &row : std::as_const(own)) {
        TRY(owner, m_recorder.database().single(u"SELECT customer_id FROM interaction WHERE id = ?"_s,
                                                {row.values[type.indexOf("interaction_id")]}));
        if (Id{owner.integer()} == m_other)
            TRY_VOID(m_recorder.removeRow(type.table, row.id));
    }
    return {};
}

// Both directions: what the other card says of somebody, and what somebody says of it. Nobody is related to themselves.
Result<void> ChildMover::moveRelations(const db::RecordType &type) {
    TRY(mine, rows(type, type.aboutColumn, m_keep));
    TRY(theirs, rows(type, type.aboutColumn, m_other));
    for (const db::Row &row : std::as_const(theirs)) {
        if (idAt(type, row, "other_id") == m_keep || isAmong(type, mine, row))
            TRY_VOID(m_recorder.removeRow(type.table, row.id));
        else
            TRY_VOID(move(type, row));
    }
    TRY(towards, rows(type, "other_id", m_other));
    TRY(towardsKeep, rows(type, "other_id", m_keep));
    const int about = type.indexOf(type.aboutColumn);
    for (const db::Row &row : std::as_const(towards)) {
        const bool isDouble = std::any_of(towardsKeep.cbegin(), towardsKeep.cend(), [&](const db::Row &known) {
            return known.values[about] == row.values[about] && saySame(type, known, row, {"other_id"});
        });
        if (idAt(type, row, type.aboutColumn) == m_keep || isDouble) {
            TRY_VOID(m_recorder.removeRow(type.table, row.id));
            continue;
        }
        TRY_VOID(m_recorder.updateFields(type.table, row.id, row.version, {{"other_id", db::Value(m_keep)}}));
        ++m_moved;
    }
    return {};
}

Result<void> ChildMover::repoint(const db::RecordType &type, QByteArrayView column) {
    TRY(found, rows(type, column, m_other));
    for (const db::Row &row : std::as_const(found))
        TRY_VOID(m_recorder.updateFields(type.table, row.id, row.version, {{column.toByteArray(), db::Value(m_keep)}}));
    return {};
}

Result<void> ChildMover::run() {
    QList<const workspace::RecordEntry *> entries = m_recorder.catalogue().entries();
    // Numbers first, since entries name the number that was used; the rest in an order that is the same everywhere.
    std::sort(entries.begin(), entries.end(), [](const workspace::RecordEntry *a, const workspace::RecordEntry *b) {
        return std::pair(a->type->table != "contact_point", a->type->table) <
               std::pair(b->type->table != "contact_point", b->type->table);
    });
    if (const workspace::RecordEntry *participant = m_recorder.catalogue().find("participant"))
        TRY_VOID(dropOwnParticipations(*participant->type));
    for (const workspace::RecordEntry *entry : std::as_const(entries)) {
        const db::RecordType &type = *entry->type;
        if (type.aboutColumn != "customer_id" || type.table == "not_duplicate") // what was said of the two cards stays with them
            continue;
        if (type.table == "contact_point")
            TRY_VOID(movePoints(type));
        else if (type.table == "custom_value")
            TRY_VOID(moveOwnValues(type));
        else if (type.table == "participant")
            TRY_VOID(moveParticipations(type));
        else if (type.table == "relation")
            TRY_VOID(moveRelations(type));
        else if (type.table == "address" || type.table == "important_date" || type.table == "customer_tag" ||
                 type.table == "consent")
            TRY_VOID(moveUnlessThere(type));
        else
            TRY_VOID(moveAll(type));
    }
    return repoint(db::recordType<Customer>(), "merged_into");
}

} // namespace kontor::duplicates
