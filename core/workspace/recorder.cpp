#include "workspace/recorder.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace kontor::workspace {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::workspace", text); }

QString whatWord(What what) {
    switch (what) {
    case What::Insert: return u"insert"_s;
    case What::Update: return u"update"_s;
    case What::Delete: return u"delete"_s;
    }
    return u"update"_s;
}

QString fieldLabel(const db::RecordType &type, QByteArrayView column) {
    const db::FieldInfo *field = type.find(column);
    if (!field || field->label[0] == '\0')
        return QString::fromLatin1(column.data(), column.size());
    return QCoreApplication::translate("kontor::fields", field->label);
}

} // namespace

Recorder::Recorder(db::Database &database, const RecordCatalogue &catalogue, const DeriveContext &context, Identity identity,
                   OperationInfo info, bool operationExists)
    : m_database(database),
      m_catalogue(catalogue),
      m_context(context),
      m_identity(identity),
      m_info(std::move(info)),
      m_operationExists(operationExists) {
    m_changes.isOwn = true;
}

Result<const RecordEntry *> Recorder::entryOf(QByteArrayView table) const {
    if (const RecordEntry *entry = m_catalogue.find(table))
        return entry;
    return Error{Code::Internal,
                 tr("This version does not know everything that is in this file. Nothing was changed; update Kontor."),
                 u"no record type "_s + QString::fromLatin1(table.data(), table.size()), QByteArray()};
}

// The operation's row is written with its first change: an act that changes nothing leaves no trace.
Result<void> Recorder::ensureOperation() {
    if (m_operationExists)
        return {};
    m_operationExists = true;
    return m_database.execute(u"INSERT INTO operation (id, writer, user_id, at, kind, subject, subject_id, detail, reverses) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                              {m_identity.operation, m_identity.writer, m_identity.user, m_identity.now, m_info.kind,
                               QString::fromLatin1(m_info.subject), m_info.subjectId,
                               QString::fromUtf8(QJsonDocument(m_info.detail).toJson(QJsonDocument::Compact)), m_info.reverses});
}

Result<void> Recorder::noteChange(Change change) {
    TRY_VOID(ensureOperation());
    TRY(statement,
        m_database.cached(u"INSERT INTO change (operation, record, record_id, last_id, about_id, what, field, old, new, "
                          "version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s));
    statement->bind(0, m_identity.operation);
    statement->bind(1, QStringView(QString::fromLatin1(change.record)));
    statement->bind(2, change.recordId.value);
    statement->bind(3, change.lastId.isValid() ? db::Value(change.lastId) : db::Value());
    statement->bind(4, change.aboutId.value);
    statement->bind(5, QStringView(whatWord(change.what)));
    statement->bind(6, QStringView(QString::fromLatin1(change.field)));
    statement->bind(7, change.before);
    statement->bind(8, change.after);
    statement->bind(9, change.version);
    TRY_VOID(statement->execute());
    change.seq = statement->insertedId();
    change.operation = m_identity.operation;
    m_changes.add(change);
    m_noted << change;
    return {};
}

Result<void> Recorder::noteInsertedRange(QByteArrayView table, Id first, Id last) {
    Change change;
    change.record = table.toByteArray();
    change.recordId = first;
    change.lastId = last;
    change.what = What::Insert;
    change.version = 1;
    return noteChange(change);
}

Result<Id> Recorder::newIds(qint64 count) {
    if (m_nextCounter == 0) {
        TRY(counter, m_database.single(u"SELECT next_counter FROM writer WHERE number = ?"_s, {m_identity.writer}));
        m_nextCounter = m_storedCounter = counter.integer();
    }
    if (m_nextCounter + count >= (qint64(1) << kCounterBits))
        return Error{
            Code::Full,
            tr("This computer has used all its numbers in this file. Open the file with another user's computer or make a copy."),
            QString(), QByteArray()};
    const Id first{(m_identity.writer << kCounterBits) | m_nextCounter};
    m_nextCounter += count;
    return first;
}

bool Recorder::isLeftOver(Id id) const {
    const qint64 counter = id.value & ((qint64(1) << kCounterBits) - 1);
    const bool isGivenNow = counter >= m_storedCounter && counter < m_nextCounter;
    return id.value >> kCounterBits == m_identity.writer && counter >= m_leftOver.first && counter < m_leftOver.end &&
           !isGivenNow;
}

Id Recorder::aboutOf(const db::RecordType &type, const db::Row &row) const {
    if (const int column = type.indexOf(type.aboutColumn); column >= 0 && !row.values[column].isNull())
        return Id{row.values[column].integer()};
    return row.id;
}

void Recorder::touchAbout(const db::RecordType &type, const db::Row &row) {
    if (const int column = type.indexOf(type.aboutColumn); column >= 0 && !row.values[column].isNull())
        touch(type.table, Id{row.values[column].integer()});
}

Result<Id> Recorder::insertRow(QByteArrayView table, db::Row &row) {
    TRY(entry, entryOf(table));
    const db::RecordType &type = *entry->type;
    if (!row.id.isValid() || isLeftOver(row.id)) {
        TRY(id, newIds(1));
        row.id = id;
    }
    if (entry->prepare)
        entry->prepare(row.values, m_context);
    TRY_VOID(m_database.execute(type.insertSql, db::Values{row.id, row.version} + row.values));
    Change change;
    change.record = type.table;
    change.recordId = row.id;
    change.aboutId = aboutOf(type, row);
    change.what = What::Insert;
    change.version = row.version;
    TRY_VOID(noteChange(change));
    touchAbout(type, row);
    return row.id;
}

// Someone changed the record since it was read: only the same field is a conflict, all others unite.
Result<void> Recorder::checkConflicts(const db::RecordType &type, const db::Row &current, qint64 versionRead,
                                      const QList<FieldValue> &values) {
    TRY(statement,
        m_database.query(
            u"SELECT DISTINCT field FROM change WHERE about_id = ? AND record_id = ? AND record = ? AND version > ? AND what = 'update'"_s,
            {aboutOf(type, current), current.id, QString::fromLatin1(type.table), versionRead}));
    QSet<QByteArray> changed;
    while (true) {
        TRY(more, statement.next());
        if (!more)
            break;
        changed.insert(statement.text(0).toLatin1());
    }
    for (const FieldValue &wanted : values) {
        const db::Value &now = current.values[type.indexOf(wanted.column)];
        if (changed.contains(wanted.column) && now != wanted.value)
            return Error{Code::Conflict,
                         tr("Someone else changed “%1” in the meantime: it is now “%2”, you entered “%3”. Nothing was "
                            "overwritten; look at both and enter it again.")
                             .arg(fieldLabel(type, wanted.column), now.text(), wanted.value.text()),
                         u"%1 version %2, read %3"_s.arg(QString::fromLatin1(type.table)).arg(current.version).arg(versionRead),
                         wanted.column};
    }
    return {};
}

Result<void> Recorder::writeColumns(const db::RecordType &type, const db::Row &before, const db::Row &after) {
    QStringList assignments{u"version = ?"_s};
    db::Values values{after.version};
    for (int i = 0; i < type.fields.size(); ++i) {
        if (after.values[i] != before.values[i]) {
            assignments << QString::fromLatin1(type.fields[i].column) + u" = ?"_s;
            values << after.values[i];
        }
    }
    values << after.id << before.version;
    TRY(statement, m_database.cached(u"UPDATE %1 SET %2 WHERE id = ? AND version = ?"_s.arg(QString::fromLatin1(type.table),
                                                                                            assignments.join(u", "_s))));
    statement->bindAll(values);
    TRY_VOID(statement->execute());
    if (statement->changedRows() != 1)
        return Error{Code::Conflict,
                     tr("Someone else changed this at the same moment. Nothing was overwritten; try again."), QString(),
                     QByteArray()};
    return {};
}

Result<qint64> Recorder::updateFields(QByteArrayView table, Id id, qint64 versionRead, const QList<FieldValue> &values) {
    TRY(entry, entryOf(table));
    const db::RecordType &type = *entry->type;
    TRY(current, findRow(m_database, type, id));
    if (!current)
        return Error{Code::NotFound, tr("This is no longer there. Your value was not saved."), QString(),
                     QByteArrayLiteral("id")};
    for (const FieldValue &wanted : values)
        if (type.indexOf(wanted.column) < 0)
            return Error{Code::Invalid, tr("There is no field “%1”.").arg(QString::fromUtf8(wanted.column)), QString(),
                         wanted.column};
    if (current->version != versionRead)
        TRY_VOID(checkConflicts(type, *current, versionRead, values));
    return updateRow(*entry, *current, values);
}

Result<qint64> Recorder::updateRow(QByteArrayView table, const db::Row &current, const QList<FieldValue> &values) {
    TRY(entry, entryOf(table));
    return updateRow(*entry, current, values);
}

Result<qint64> Recorder::updateRow(const RecordEntry &entry, const db::Row &current, const QList<FieldValue> &values) {
    const db::RecordType &type = *entry.type;
    db::Row changed = current;
    ++changed.version;
    for (const FieldValue &wanted : values)
        changed.values[type.indexOf(wanted.column)] = wanted.value;
    if (changed.values == current.values)
        return current.version;
    if (entry.prepare)
        entry.prepare(changed.values, m_context);
    TRY_VOID(writeColumns(type, current, changed));
    TRY_VOID(noteFields(type, current, changed));
    touchAbout(type, current);
    touchAbout(type, changed);
    return changed.version;
}

Result<void> Recorder::noteFields(const db::RecordType &type, const db::Row &before, const db::Row &after) {
    for (int i = 0; i < type.fields.size(); ++i) {
        if (type.fields[i].isDerived || after.values[i] == before.values[i])
            continue;
        Change change;
        change.record = type.table;
        change.recordId = after.id;
        change.aboutId = aboutOf(type, after);
        change.field = type.fields[i].column;
        change.before = before.values[i];
        change.after = after.values[i];
        change.version = after.version;
        TRY_VOID(noteChange(change));
    }
    return {};
}

Result<void> Recorder::removeRow(QByteArrayView table, Id id) {
    TRY(entry, entryOf(table));
    const db::RecordType &type = *entry->type;
    TRY(row, findRow(m_database, type, id));
    if (!row)
        return Error{Code::NotFound, tr("This is no longer there."), QString(), QByteArrayLiteral("id")};
    TRY_VOID(m_database.execute(u"DELETE FROM %1 WHERE id = ?"_s.arg(QString::fromLatin1(type.table)), {id}));
    Change change;
    change.record = type.table;
    change.recordId = id;
    change.aboutId = aboutOf(type, *row);
    change.what = What::Delete;
    change.before = db::Value(rowToJson(type, *row));
    change.version = row->version;
    TRY_VOID(noteChange(change));
    touchAbout(type, *row);
    return {};
}

Result<bool> Recorder::finish() {
    for (auto touched = m_touched.cbegin(); touched != m_touched.cend(); ++touched)
        if (const RecordEntry *entry = m_catalogue.find(touched.key()); entry && entry->refresh)
            TRY_VOID(entry->refresh(m_database, touched.value()));
    m_touched.clear();
    if (m_nextCounter != m_storedCounter) {
        TRY_VOID(
            m_database.execute(u"UPDATE writer SET next_counter = ? WHERE number = ?"_s, {m_nextCounter, m_identity.writer}));
        m_storedCounter = m_nextCounter;
    }
    return m_operationExists && !m_changes.isEmpty();
}

} // namespace kontor::workspace
