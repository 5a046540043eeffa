#include "exchange/import_session.h"

#include "exchange/base_json_import.h"
#include "exchange/charset_names.h"
#include "exchange/file_work.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace kontor::ui {

using namespace Qt::StringLiterals;
using exchange::ImportOptions;
using exchange::ImportReport;

namespace {

constexpr int kProgressPause = 100;

struct Reading {
    QList<exchange::TablePreview> tables;
    QList<QByteArray> betterCharsets;
    QList<CustomField> ownFields;
    ImportOptions options; // with those of the kept mapping
    QString mapping;       // its name
};

Result<std::optional<exchange::SavedMapping>> mappingFor(db::Database &database, const QString &wanted, const QStringList &titles) {
    if (wanted.isEmpty())
        return exchange::savedMappingFor(database, titles);
    TRY(all, exchange::savedMappings(database));
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const auto &mapping) { return mapping.name == wanted; });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

bool hasSameRows(const ImportOptions &a, const ImportOptions &b) {
    return a.charset == b.charset && a.delimiter == b.delimiter && a.sheet == b.sheet;
}

Result<Reading> readFile(db::Database &database, const QString &path, const workspace::BaseSettings &settings,
                         ImportOptions options, bool isFirst, const QString &wantedMapping) {
    TRY(tables, exchange::previewFile(path, settings, options));
    QString name;
    if (isFirst) {
        TRY(mapping, mappingFor(database, wantedMapping, tables.first().titles));
        if (mapping) {
            exchange::apply(*mapping, options);
            name = mapping->name;
            TRY(again, exchange::previewFile(path, settings, options));
            tables = again;
        }
    }
    TRY(ownFields, customFields(database));
    const bool isGarbledText = !tables.isEmpty() && tables.first().isGarbled && !tables.first().delimiter.isNull();
    return Reading{tables, isGarbledText ? exchange::betterCharsets(path, tables.first(), usualCharsets()) : QList<QByteArray>(),
                   ownFields, options, name};
}

} // namespace

ImportSession::ImportSession(workspace::Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace) {
    m_look.setInterval(kProgressPause);
    connect(&m_look, &QTimer::timeout, this, [this] {
        {
            const std::lock_guard lock(m_work->mutex);
            m_progress = m_work->progress;
        }
        emit workChanged();
    });
}

ImportSession::~ImportSession() {
    stop();
    stopCounting();
}

QString ImportSession::fileName() const { return m_pasted ? tr("Copied table") : QFileInfo(m_path).fileName(); }

void ImportSession::start(const QString &path) {
    const QString wanted = m_wantedMapping;
    clear();
    if (exchange::isBaseJson(path)) {
        m_exportPath = path;
        return emit exportChosen();
    }
    m_wantedMapping = wanted;
    m_path = path;
    readAgain();
}

bool ImportSession::startFromText(const QString &text) {
    if (!text.contains(u'\t') && !text.contains(u'\n'))
        return false;
    auto folder = std::make_unique<QTemporaryDir>();
    QFile file(QDir(folder->path()).filePath(u"table.tsv"_s));
    if (!folder->isValid() || !file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return false;
    file.close();
    clear();
    m_pasted = std::move(folder);
    m_path = file.fileName();
    readAgain();
    return true;
}

void ImportSession::clear() {
    forgetChecked();
    stop();
    stopCounting();
    ++m_reading;
    m_pasted.reset();
    m_path.clear();
    m_exportPath.clear();
    m_options = ImportOptions();
    m_tables.clear();
    m_wantedMapping.clear();
    m_mappingName.clear();
    m_rememberAs.clear();
    m_feed.clear();
    forgetImported();
    forgetMatches();
}

void ImportSession::forgetImported() {
    m_imported.reset();
    m_trial = 0;
    m_checked.reset(); // counted before it
}

// What is being counted holds no longer either.
void ImportSession::forgetChecked() {
    m_checked.reset();
    if (m_work && m_work->isDry) {
        m_work->isOutdated = true;
        m_work->isStopped = true;
    }
}

void ImportSession::forgetMatches() {
    m_matches.reset();
    m_matched = 0;
    emit matchesChanged();
}

void ImportSession::readAgain() {
    forgetChecked();
    forgetMatches();
    m_options.exceptions.clear();
    m_workspace.read(
        this,
        [path = m_path, settings = m_workspace.settings(), options = m_options, isFirst = !isRead(),
         wanted = m_wantedMapping](db::Database &database) { return readFile(database, path, settings, options, isFirst, wanted); },
        [this, number = ++m_reading, isFirst = !isRead()](Result<Reading> reading) {
            if (number != m_reading)
                return;
            if (!reading)
                return takeBackChoice(reading.error());
            // Where its columns go does not change its rows.
            const bool isReadOtherwise = isFirst || !hasSameRows(m_readOptions, reading->options);
            m_readOptions = m_options = reading->options;
            if (isFirst)
                m_mappingName = reading->mapping;
            m_tables = reading->tables;
            m_betterCharsets = reading->betterCharsets;
            m_ownFields = reading->ownFields;
            if (isReadOtherwise)
                count();
            emit read();
        });
}

void ImportSession::stopCounting() {
    m_rowCount.reset();
    if (m_counting)
        *m_counting = false;
}

// A file that was read otherwise meanwhile is counted anew.
void ImportSession::count() {
    stopCounting();
    if (m_counting)
        return;
    m_counting = std::make_shared<std::atomic<bool>>(true);
    m_counts.start(
        this,
        [path = m_path, settings = m_workspace.settings(), options = m_options, counting = m_counting] {
            return exchange::countRows(path, settings, options, [&counting] { return counting->load(); });
        },
        [this](const Result<exchange::RowCount> &rows) {
            const bool isWanted = *std::exchange(m_counting, nullptr);
            if (!isWanted && isRead())
                return count();
            if (!isWanted || !rows)
                return;
            m_rowCount = *rows;
            emit counted();
        });
}

// The file as it was read before, if it was, with the choices that go with it.
void ImportSession::takeBackChoice(const Error &error) {
    if (isRead()) {
        m_options = m_readOptions;
        emit read();
    } else {
        m_path.clear();
        m_pasted.reset();
    }
    emit problem(error);
}

void ImportSession::setKind(exchange::FileKind kind) {
    m_options.kind = kind;
    m_options.mappings.clear();
    readAgain();
}

void ImportSession::setCharset(const QByteArray &charset) {
    m_options.charset = charset;
    readAgain();
}

void ImportSession::setSheet(const QString &sheet) {
    m_options.sheet = sheet;
    m_options.mappings.clear();
    readAgain();
}

void ImportSession::setDelimiter(char16_t delimiter) {
    m_options.delimiter = delimiter;
    m_options.mappings.clear();
    readAgain();
}

void ImportSession::setField(qsizetype column, const QByteArray &field) {
    const QString number = QString::number(column + 1), title = table().titles.value(column);
    const bool isTold = !title.isEmpty() && table().titles.count(title) == 1; // the number would not stand when columns are moved
    m_options.mappings.removeIf([&](const auto &mapping) { return mapping.first == number || mapping.first == title; });
    m_options.mappings.append({isTold ? title : number, QString::fromUtf8(field)});
    readAgain();
}

bool ImportSession::makesField(qsizetype column) const {
    if (!isRead() || column < 0 || column >= table().columns.size() || table().kind != exchange::FileKind::Customers)
        return false;
    const exchange::Column &known = table().columns.at(column);
    return known.field == exchange::Field::Custom && !customFieldCalled(m_ownFields, known.label);
}

void ImportSession::setNewField(qsizetype column, const QString &name, const QString &kind) {
    const QString before = table().columns.at(column).label;
    if (name == before && kind == m_options.ownFieldKinds.value(before, u"text"_s))
        return;
    m_options.ownFieldKinds.remove(before);
    if (kind != "text"_L1)
        m_options.ownFieldKinds.insert(name, kind);
    setField(column, "custom." + name.toUtf8());
}

void ImportSession::setDateOrder(const QString &title, exchange::DateOrder order) {
    m_options.dateOrders.insert(title, order);
    readAgain();
}

void ImportSession::setPreset(const QString &preset) {
    m_options.preset = preset;
    m_options.mappings.clear();
    readAgain();
}

void ImportSession::setMatching(const QString &keys, exchange::OnMatch onMatch, bool companies) {
    const bool meetsOthers = keys != m_options.matchBy || companies != m_options.companies;
    if (!meetsOthers && onMatch == m_options.onMatch)
        return;
    m_options.matchBy = keys;
    m_options.onMatch = onMatch;
    m_options.companies = companies;
    forgetChecked();
    if (meetsOthers)
        forgetMatches();
    emit workChanged();
}

void ImportSession::correct(const exchange::RowPlace &row, const QStringList &cells) {
    m_options.corrections.insert(row, cells);
    emit workChanged();
}

void ImportSession::setException(const exchange::RowPlace &row, std::optional<exchange::OnMatch> onMatch) {
    if (onMatch)
        m_options.exceptions.insert(row, *onMatch);
    else
        m_options.exceptions.remove(row);
    forgetChecked();
    emit workChanged();
}

void ImportSession::check() {
    if (!isAtWork()) {
        const ImportOptions options = begin(true);
        m_checks.start(
            this,
            [path = m_path, options, base = m_workspace.path(), open = m_workspace.options(),
             clock = m_workspace.clock()]() -> Result<ImportReport> {
                TRY(reader, openForReading(base, open));
                reader->setClock(clock);
                return exchange::importFiles(*reader, {path}, options);
            },
            [this](Result<ImportReport> report) { takeReport(std::move(report)); });
    } else if (m_work->isDry && m_work->isStopped) {
        m_checksAgain = true;
    }
}

void ImportSession::import(const QString &tag, qint64 trial) {
    if (isAtWork())
        return;
    m_options.tag = tag;
    m_trial = trial;
    ImportOptions options = begin(false);
    options.trial = trial;
    m_workspace.writeWith(
        [path = m_path, options](workspace::Base &base) { return exchange::importFiles(base, {path}, options); }, this,
        [this](Result<ImportReport> report) { takeReport(std::move(report)); });
}

void ImportSession::stop() {
    m_checksAgain = false;
    if (m_work)
        m_work->isStopped = true;
}

ImportOptions ImportSession::begin(bool isDry) {
    m_progress = {};
    m_work = std::make_shared<Work>();
    m_work->isDry = isDry;
    ImportOptions options = m_options;
    options.dryRun = isDry;
    options.progress = [work = m_work](const exchange::ImportProgress &progress) {
        const std::lock_guard lock(work->mutex);
        work->progress = progress;
        return !work->isStopped;
    };
    m_look.start();
    emit workChanged();
    return options;
}

void ImportSession::takeReport(Result<ImportReport> report) {
    m_look.stop();
    const std::shared_ptr<Work> work = std::exchange(m_work, nullptr);
    if (report && !work->isOutdated) {
        (work->isDry ? m_checked : m_imported) = *report;
        if (work->isDry)
            takeMatches(*report);
    }
    if (report && !work->isDry)
        remember();
    if (std::exchange(m_checksAgain, false))
        return check();
    emit workChanged();
    if (!report && !work->isStopped)
        emit problem(report.error());
}

void ImportSession::takeMatches(const ImportReport &report) {
    m_matches.emplace();
    m_matched = 0;
    for (const exchange::FileReport &file : report.files) {
        *m_matches += file.matches;
        m_matched += file.matched;
    }
    emit matchesChanged();
}

} // namespace kontor::ui
