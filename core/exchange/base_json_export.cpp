#include "exchange/base_json_export.h"

#include "customers/customer.h"
#include "db/id_list.h"
#include "exchange/base_json.h"
#include "exchange/file_access.h"
#include "exchange/record_import.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>

#include <algorithm>
#include <cmath>
#include <map>

namespace kontor::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kRecordsPerPage = 1'000; // a reading transaction keeps every writer waiting: it is to be short

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

void addText(QByteArray &json, const QString &text) {
    json += '"';
    for (const char letter : text.toUtf8()) {
        if (letter == '"' || letter == '\\')
            json += '\\';
        if (uchar(letter) < 0x20)
            json += "\\u00" + QByteArray::number(uchar(letter), 16).rightJustified(2, '0');
        else
            json += letter;
    }
    json += '"';
}

void addValue(QByteArray &json, const db::Value &value, db::FieldKind kind) {
    if (value.isInteger())
        json += kind != db::FieldKind::YesNo ? QByteArray::number(value.integer())
                                             : QByteArray(value.integer() != 0 ? "true" : "false");
    else if (value.isReal() && std::isfinite(value.real()))
        json += QByteArray::number(value.real(), 'g', QLocale::FloatingPointShortest);
    else if (value.isText())
        addText(json, value.text());
    else
        json += "null";
}

// The places of records in the file, counted from 1: what others refer to them by.
class Keys {
public:
    void set(QList<Id> ids) {
        m_ids = std::move(ids);
        if (std::is_sorted(m_ids.cbegin(), m_ids.cend()))
            return; // an id's place is found without a list of its own
        for (qsizetype i = 0; i < m_ids.size(); ++i)
            m_places.push_back({m_ids.at(i), i + 1});
        std::sort(m_places.begin(), m_places.end());
    }
    qint64 of(Id id) const { // 0: it is not in the file
        if (m_places.empty()) {
            const auto found = std::lower_bound(m_ids.cbegin(), m_ids.cend(), id);
            return found != m_ids.cend() && *found == id ? found - m_ids.cbegin() + 1 : 0;
        }
        const auto found = std::lower_bound(m_places.cbegin(), m_places.cend(), std::pair{id, qint64(0)});
        return found != m_places.cend() && found->first == id ? found->second : 0;
    }
    const QList<Id> &ids() const { return m_ids; }

private:
    QList<Id> m_ids; // in the file's order
    std::vector<std::pair<Id, qint64>> m_places;
};

class JsonExport {
public:
    JsonExport(workspace::Base &base, const QString &path, const std::function<bool(qint64)> &progress)
        : m_base(base), m_progress(progress), m_file(path) {}
    Result<ExportReport> run();

private:
    Result<void> loadKeys();
    Result<QList<Id>> customersInOrder();
    Result<void> writeUsers();
    Result<void> writeTable(const BaseJsonTable &table);
    Result<void> writeKeyed(const BaseJsonTable &table);
    Result<void> writePlain(const BaseJsonTable &table);
    Result<void> writePieces();
    Result<void> writeRow(const BaseJsonTable &table, const db::Row &row);
    Result<void> openMember(const QByteArray &name);
    Result<void> writeRecord(const QByteArray &json);
    Result<void> write(const QByteArray &bytes);
    Result<void> goOn() const;

    workspace::Base &m_base;
    const std::function<bool(qint64)> &m_progress;
    QSaveFile m_file;
    std::map<QByteArray, Keys> m_keys; // by table
    bool m_isFirst = true;             // of its member
    qint64 m_records = 0;
};

Result<void> JsonExport::write(const QByteArray &bytes) {
    return m_file.write(bytes) == bytes.size() ? Result<void>() : unwritable(m_file);
}

Result<void> JsonExport::openMember(const QByteArray &name) {
    m_isFirst = true;
    return write(",\n\"" + name + "\": [");
}

Result<void> JsonExport::writeRecord(const QByteArray &json) {
    const QByteArray before = m_isFirst ? "\n" : ",\n";
    m_isFirst = false;
    ++m_records;
    return write(before + json);
}

Result<void> JsonExport::goOn() const {
    if (!m_progress || m_progress(m_records))
        return {};
    return Error{Code::Cancelled, tr("The export was stopped. No file was written."), {}, {}};
}

// Cards that became part of another come after it, so that a reader knows it already.
Result<QList<Id>> JsonExport::customersInOrder() {
    db::Database &database = m_base.database();
    TRY(ids, idsOf(database, u"SELECT id FROM customer WHERE merged_into IS NULL ORDER BY id"_s));
    TRY(merged, database.query(u"SELECT id, merged_into FROM customer WHERE merged_into IS NOT NULL ORDER BY id"_s));
    std::vector<std::pair<Id, Id>> waiting;
    while (true) {
        TRY(more, merged.next());
        if (!more)
            break;
        waiting.push_back({merged.id(0), merged.id(1)});
    }
    QSet<Id> unplaced;
    for (const auto &[id, into] : waiting)
        unplaced.insert(id);
    while (!waiting.empty()) {
        const auto later = std::stable_partition(waiting.begin(), waiting.end(),
                                                 [&](const auto &pair) { return !unplaced.contains(pair.second); });
        if (later == waiting.begin())
            break; // a circle, which no merge makes
        for (auto pair = waiting.begin(); pair != later; ++pair)
            ids << pair->first;
        for (auto pair = waiting.begin(); pair != later; ++pair)
            unplaced.remove(pair->first);
        waiting.erase(waiting.begin(), later);
    }
    return ids;
}

Result<void> JsonExport::loadKeys() {
    return m_base.read([this](db::Database &database) -> Result<void> {
        for (const BaseJsonTable &table : baseJsonTables()) {
            if (!table.hasKey)
                continue;
            TRY(ids, table.type->table == "customer"
                         ? customersInOrder()
                         : idsOf(database, u"SELECT id FROM %1 ORDER BY id"_s.arg(QString::fromLatin1(table.type->table))));
            m_keys[table.type->table].set(std::move(ids));
        }
        TRY(users,
            idsOf(
                database,
                u"SELECT id FROM user WHERE id IN (SELECT user_id FROM interaction UNION SELECT user_id FROM task) ORDER BY name, id"_s));
        m_keys["user"].set(std::move(users));
        return {};
    });
}

Result<void> JsonExport::writeUsers() {
    TRY_VOID(openMember("user"));
    const Keys &users = m_keys["user"];
    for (Id id : users.ids()) {
        TRY(name, m_base.database().single(u"SELECT name FROM user WHERE id = ?"_s, {id}));
        QByteArray json = "{\"key\":" + QByteArray::number(users.of(id)) + ",\"name\":";
        addText(json, name.text());
        TRY_VOID(writeRecord(json + '}'));
    }
    return write("\n]");
}

// A value that every new record has is left out. A record that refers to one that is not in the file is newer than the export.
Result<void> JsonExport::writeRow(const BaseJsonTable &table, const db::Row &row) {
    const db::RecordType &type = *table.type;
    QByteArray json = "{";
    if (table.hasKey)
        json += "\"key\":" + QByteArray::number(m_keys[type.table].of(row.id));
    for (int i = 0; i < type.fields.size(); ++i) {
        const db::FieldInfo &field = type.fields.at(i);
        const db::Value &value = row.values.at(i);
        if (!isInBaseJson(field) || value == type.defaults.at(i))
            continue;
        db::Value written = value;
        if (const QByteArray other = referredTable(field.column); !other.isEmpty()) {
            const qint64 key = m_keys[other].of(Id{value.integer()});
            if (key == 0 && !type.defaults.at(i).isNull())
                return {};
            if (key == 0)
                continue;
            written = db::Value(key);
        }
        json += (json.size() > 1 ? ",\"" : "\"") + field.column + "\":";
        addValue(json, written, field.kind);
    }
    return writeRecord(json + '}');
}

Result<void> JsonExport::writeKeyed(const BaseJsonTable &table) {
    TRY(reader, RowReader::create(m_base.database(), *table.type));
    const QList<Id> &ids = m_keys[table.type->table].ids();
    for (qsizetype first = 0; first < ids.size(); first += kRecordsPerPage) {
        TRY_VOID(m_base.read([&](db::Database &) -> Result<void> {
            for (qsizetype i = first; i < std::min<qsizetype>(first + kRecordsPerPage, ids.size()); ++i) {
                TRY(row, reader.read(ids.at(i)));
                if (row)
                    TRY_VOID(writeRow(table, *row));
            }
            return {};
        }));
        TRY_VOID(goOn());
    }
    return {};
}

Result<void> JsonExport::writePlain(const BaseJsonTable &table) {
    const db::RecordType &type = *table.type;
    const QString order = type.table == "setting" ? u"name"_s : u"id"_s;
    const db::Value first = type.table == "setting" ? db::Value(QString()) : db::Value(qint64(0));
    const QString sql =
        u"SELECT %1 FROM %2 WHERE %3 > ? ORDER BY %3 LIMIT %4"_s.arg(db::columnList(type), QString::fromLatin1(type.table), order)
            .arg(kRecordsPerPage);
    db::Value after = first;
    qint64 rows = kRecordsPerPage;
    while (rows == kRecordsPerPage) {
        rows = 0;
        TRY_VOID(m_base.read([&](db::Database &database) -> Result<void> {
            TRY(statement, database.query(sql, {after}));
            while (true) {
                TRY(more, statement.next());
                if (!more)
                    return {};
                const db::Row row = db::readRow(statement, type);
                ++rows;
                after = type.table == "setting" ? row.values.front() : db::Value(row.id);
                if (type.table != "setting" || !isOwnSetting(row.values.front().text()))
                    TRY_VOID(writeRow(table, row));
            }
        }));
        TRY_VOID(goOn());
    }
    return {};
}

Result<void> JsonExport::writeTable(const BaseJsonTable &table) {
    TRY_VOID(openMember(table.type->table));
    TRY_VOID(table.hasKey ? writeKeyed(table) : writePlain(table));
    return write("\n]");
}

// The content of kept files, in the pieces that it stands in.
Result<void> JsonExport::writePieces() {
    TRY_VOID(openMember("attachment_piece"));
    const Keys &attachments = m_keys["attachment"];
    for (Id id : attachments.ids()) {
        for (qint64 number = 0; true; ++number) {
            TRY(content, m_base.database().single(
                             u"SELECT content FROM attachment_piece WHERE attachment_id = ? AND number = ?"_s, {id, number}));
            if (content.isNull())
                break;
            TRY_VOID(writeRecord("{\"attachment\":" + QByteArray::number(attachments.of(id)) + ",\"number\":" +
                                 QByteArray::number(number) + ",\"content\":\"" + content.blob().toBase64() + "\"}"));
            TRY_VOID(goOn());
        }
    }
    return write("\n]");
}

Result<ExportReport> JsonExport::run() {
    if (!m_file.open(QIODevice::WriteOnly))
        return unwritable(m_file);
    TRY_VOID(loadKeys());
    TRY_VOID(write("{\"format\": \"kontor\",\n\"version\": " + QByteArray::number(kBaseJsonVersion)));
    TRY_VOID(writeUsers());
    for (const BaseJsonTable &table : baseJsonTables())
        TRY_VOID(writeTable(table));
    TRY_VOID(writePieces());
    TRY_VOID(write("\n}\n"));
    if (!m_file.commit())
        return unwritable(m_file);
    return ExportReport{QFileInfo(m_file.fileName()).absoluteFilePath(), m_records};
}

} // namespace

Result<ExportReport> exportBaseAsJson(workspace::Base &base, const QString &path, const std::function<bool(qint64)> &progress) {
    return JsonExport(base, path, progress).run();
}

} // namespace kontor::exchange
