#include "exchange/base_json_import.h"

#include "customers/customer.h"
#include "exchange/base_json_reader.h"
#include "exchange/import_writer.h"
#include "workspace/bulk_operation.h"
#include "workspace/refresh_steps.h"
#include "workspace/setting.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace kontor::exchange {

using namespace Qt::StringLiterals;
using workspace::BulkOperation;

namespace {

constexpr int kRecordsPerStep = 3'000;
constexpr qint64 kBytesPerStep = 8 << 20; // of the file

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

Result<void> checkIsEmpty(db::Database &database) {
    for (const BaseJsonTable &table : baseJsonTables()) {
        if (table.type->table == "setting")
            continue;
        TRY(found, database.single(u"SELECT 1 FROM %1 LIMIT 1"_s.arg(QString::fromLatin1(table.type->table))));
        if (!found.isNull())
            return Error{
                Code::Invalid,
                tr("This base holds something already, but the file is a whole base. Nothing was taken in. Make a new base "
                   "and take the file in there."),
                QString::fromLatin1(table.type->table), "base"};
    }
    return {};
}

struct Contents {
    ImportCounts counts;
    workspace::BaseSettings settings;
};

void note(workspace::BaseSettings &settings, const QString &name, const QString &value) {
    if (name == u"country"_s)
        settings.country = value;
    else if (name == u"currency"_s)
        settings.currency = value;
    else if (name == u"time_zone"_s)
        settings.timeZone = value;
    else if (name == u"language"_s)
        settings.language = value;
}

// Reads all of it, so that nothing is written from a file that turns out to be damaged further on.
Result<Contents> checkFile(const QString &path) {
    TRY(reader, BaseJsonReader::open(path));
    BaseJsonKeys keys;
    BaseJsonRecord record;
    Contents contents;
    while (true) {
        TRY(more, reader->next(record, keys));
        if (!more)
            return contents;
        const QByteArray table = record.table ? record.table->type->table : record.member;
        if (record.key > 0 && !keys.add(table, record.key, Id{record.key}))
            return Error{Code::Invalid,
                         tr("“%1” cannot be taken in: the key %2 stands twice among %3. Nothing was changed.")
                             .arg(QFileInfo(path).fileName())
                             .arg(record.key)
                             .arg(QString::fromUtf8(table)),
                         {},
                         "file"};
        if (table == "setting") {
            note(contents.settings, record.values.front().text(), record.values.back().text());
        } else if (record.table) {
            ++contents.counts.read;
            ++contents.counts.added;
        }
    }
}

class JsonImport {
public:
    JsonImport(workspace::Base &base, std::unique_ptr<BaseJsonReader> reader, const ImportOptions &options,
               const QString &fileName)
        : m_base(base), m_reader(std::move(reader)), m_options(options), m_fileName(fileName), m_writer(base) {}
    Result<void> run(FileReport &report);

private:
    Result<bool> take();
    Result<void> takeRecord();
    Result<void> takeUser();
    Result<void> insert(Id id);
    void touch();

    workspace::Base &m_base;
    std::unique_ptr<BaseJsonReader> m_reader;
    const ImportOptions &m_options;
    QString m_fileName;
    ImportWriter m_writer;
    BaseJsonKeys m_keys;
    BaseJsonRecord m_record;  // the one that is being taken in
    bool m_isWaiting = false; // it was read, but belongs to the next step
    bool m_areSettingsRead = false;
    qint64 m_taken = 0, m_customers = 0;
};

Result<void> JsonImport::takeUser() {
    db::Database &database = m_base.database();
    TRY(known, database.single(u"SELECT id FROM user WHERE name = ?"_s, {m_record.userName}));
    Id id{known.integer()};
    if (known.isNull()) {
        TRY(fresh, m_writer.newId());
        id = fresh;
        TRY_VOID(database.execute(u"INSERT INTO user (id, name) VALUES (?, ?)"_s, {id, m_record.userName}));
    }
    m_keys.add("user", m_record.key, id);
    return {};
}

// Customers' derived columns that this record feeds.
void JsonImport::touch() {
    const QByteArray &table = m_record.table->type->table;
    if (table != "interaction" && table != "task" && table != "purchase")
        return;
    if (const Id customer{m_record.values.at(m_record.table->type->indexOf("customer_id")).integer()}; customer.isValid())
        m_writer.touch(table, customer);
}

Result<void> JsonImport::insert(Id id) {
    const db::RecordType &type = *m_record.table->type;
    db::Values values = m_record.values;
    if (const workspace::RecordEntry *entry = m_base.catalogue().find(type.table); entry && entry->prepare)
        entry->prepare(values, m_base.context());
    if (const int changedAt = type.indexOf("changed_at"); changedAt >= 0)
        values[changedAt] = m_record.values.at(changedAt);
    return m_writer.insertPrepared(type, id, values);
}

Result<void> JsonImport::takeRecord() {
    if (m_record.member == "user")
        return takeUser();
    if (!m_record.table)
        return m_base.database().execute(u"INSERT INTO attachment_piece (attachment_id, number, content) VALUES (?, ?, ?)"_s,
                                         {m_record.attachment, m_record.pieceNumber, m_record.content});
    const QByteArray &table = m_record.table->type->table;
    if (table == "setting") {
        const QString name = m_record.values.at(m_record.table->type->indexOf("name")).text();
        return isOwnSetting(name) ? Result<void>()
                                  : workspace::keepSetting(m_writer.recorder(), name,
                                                           m_record.values.at(m_record.table->type->indexOf("value")).text());
    }
    TRY(id, m_writer.newRowId());
    TRY_VOID(insert(id));
    if (m_record.key > 0)
        m_keys.add(table, m_record.key, id);
    if (table == "customer")
        m_writer.noteRow(++m_customers, Outcome::Added, id);
    touch();
    ++m_taken;
    return {};
}

// The records of one transaction; false: that was all. The settings are a transaction of their own: what is derived depends on them.
Result<bool> JsonImport::take() {
    const qint64 until = m_reader->bytesRead() + kBytesPerStep;
    for (int records = 0; records < kRecordsPerStep && m_reader->bytesRead() < until; ++records) {
        if (!m_isWaiting) {
            TRY(more, m_reader->next(m_record, m_keys));
            if (!more)
                return false;
        }
        m_isWaiting = !m_areSettingsRead && m_record.member != "setting" && m_record.member != "user";
        if (m_isWaiting)
            return true;
        TRY_VOID(takeRecord());
    }
    return true;
}

Result<void> JsonImport::run(FileReport &report) {
    TRY(operation, BulkOperation::begin(
                       m_base, {u"import"_s, {}, {}, {{u"file"_s, m_fileName}, {u"kind"_s, fileKindName(FileKind::Customers)}}}));
    TRY_VOID(inStep(*operation, m_writer,
                    [&] { return m_writer.beginBatch(m_fileName, FileKind::Customers, u"{\"format\":\"kontor\"}"_s); }));
    for (bool more = true; more;) {
        TRY_VOID(inStep(*operation, m_writer, [&]() -> Result<void> {
            TRY(isMore, take());
            more = isMore;
            return {};
        }));
        if (m_isWaiting) {
            TRY_VOID(m_base.readSettings());
            m_areSettingsRead = true;
        }
        if (m_options.progress && !m_options.progress({m_fileName, m_taken, m_reader->bytesRead(), m_reader->size()}))
            return Error{Code::Cancelled, tr("The import was stopped. Everything it had taken in was taken back."), {}, {}};
    }
    if (!m_areSettingsRead)
        TRY_VOID(m_base.readSettings());
    TRY_VOID(refreshInSteps(*operation, m_writer.touched()));
    TRY_VOID(inStep(*operation, m_writer, [&] { return m_writer.finishBatch(report.counts); }));
    TRY_VOID(operation->finish());
    report.batch = m_writer.batch();
    report.operation = operation->id();
    return {};
}

} // namespace

bool isBaseJson(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.read(64).trimmed().startsWith('{'))
        return false;
    auto members = JsonMembers::open(path);
    JsonItem item;
    if (!members)
        return false;
    const auto more = (*members)->next(item);
    return more && *more && item.member == "format" && item.json == "\"kontor\"";
}

Result<workspace::BaseSettings> settingsInBaseJson(const QString &path) {
    TRY(contents, checkFile(path));
    return contents.settings;
}

Result<FileReport> importBaseJson(workspace::Base &base, const QString &path, const ImportOptions &options) {
    FileReport report;
    report.path = path;
    report.charset = "UTF-8";
    report.hasHeader = false;
    TRY(contents, checkFile(path));
    report.counts = contents.counts;
    TRY_VOID(checkIsEmpty(base.database()));
    if (options.dryRun)
        return report;
    TRY(reader, BaseJsonReader::open(path));
    JsonImport import(base, std::move(reader), options, QFileInfo(path).fileName());
    if (const Result<void> done = import.run(report); !done) {
        (void)base.readSettings(); // those of before are back
        return done.error();
    }
    return report;
}

} // namespace kontor::exchange
