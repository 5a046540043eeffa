#include "exchange/import_session.h"

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

ImportSession::~ImportSession() { stop(); }

QString ImportSession::fileName() const { return m_pasted ? tr("Copied table") : QFileInfo(m_path).fileName(); }

void ImportSession::start(const QString &path) {
    clear();
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
    stop();
    ++m_reading;
    m_pasted.reset();
    m_path.clear();
    m_options = ImportOptions();
    m_tables.clear();
    m_checked.reset();
    m_imported.reset();
}

void ImportSession::readAgain() {
    m_checked.reset();
    m_workspace.read(
        this,
        [path = m_path, settings = m_workspace.settings(), options = m_options](db::Database &) {
            return exchange::previewFile(path, settings, options);
        },
        [this, number = ++m_reading](Result<QList<exchange::TablePreview>> tables) {
            if (number != m_reading)
                return;
            if (!tables)
                return emit problem(tables.error());
            m_tables = *tables;
            emit read();
        });
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
    const QString place = QString::number(column + 1);
    m_options.mappings.removeIf([&](const auto &mapping) { return mapping.first == place; });
    m_options.mappings.append({place, QString::fromUtf8(field)});
    readAgain();
}

void ImportSession::setMatching(const QString &keys, exchange::OnMatch onMatch, bool companies) {
    m_options.matchBy = keys;
    m_options.onMatch = onMatch;
    m_options.companies = companies;
    m_checked.reset();
}

void ImportSession::correct(const exchange::RowPlace &row, const QStringList &cells) {
    m_options.corrections.insert(row, cells);
    emit workChanged();
}

void ImportSession::check() { run(true); }

void ImportSession::import(const QString &tag) {
    m_options.tag = tag;
    run(false);
}

void ImportSession::stop() {
    if (m_work)
        m_work->isStopped = true;
}

void ImportSession::run(bool isDry) {
    if (isAtWork())
        return;
    m_progress = {};
    m_work = std::make_shared<Work>();
    ImportOptions options = m_options;
    options.dryRun = isDry;
    options.progress = [work = m_work](const exchange::ImportProgress &progress) {
        const std::lock_guard lock(work->mutex);
        work->progress = progress;
        return !work->isStopped;
    };
    m_look.start();
    emit workChanged();
    m_workspace.writeWith(
        [path = m_path, options](workspace::Base &base) { return exchange::importFiles(base, {path}, options); }, this,
        [this, isDry](Result<ImportReport> report) { takeReport(std::move(report), isDry); });
}

void ImportSession::takeReport(Result<ImportReport> report, bool isDry) {
    m_look.stop();
    const bool isStopped = m_work->isStopped;
    m_work.reset();
    if (report)
        (isDry ? m_checked : m_imported) = *report;
    emit workChanged();
    if (!report && !isStopped)
        emit problem(report.error());
}

} // namespace kontor::ui
