#include "exchange/importer.h"

#include "db/backup.h"
#include "exchange/base_json_import.h"
#include "exchange/customer_matcher.h"
#include "exchange/file_import.h"
#include "exchange/file_selection.h"
#include "exchange/known_rows.h"
#include "exchange/table_file.h"
#include "workspace/undo.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;
using workspace::Base;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

// What others refer to comes first.
int rank(const FileImport &file) {
    switch (file.kind()) {
    case FileKind::Customers: return file.refersToCustomers() ? 1 : 0;
    case FileKind::Products: return 2;
    case FileKind::Deals: return 3; // tasks may speak of them
    default: return 4;
    }
}

Result<void> checkOptions(const QStringList &paths, const ImportOptions &options) {
    if (paths.isEmpty())
        return Error{Code::Invalid, tr("No file was named. Name the files to take in."), {}, "file"};
    if (!options.preset.isEmpty() && options.preset != u"none"_s && !presetNames().contains(options.preset))
        return Error{Code::Invalid,
                     tr("There is no preset “%1”. Leave it out: the titles tell. Or name one of: none, %2.")
                         .arg(options.preset, presetNames().join(u", "_s)),
                     {},
                     "preset"};
    TRY(rule, parseMatchKeys(options.matchBy));
    Q_UNUSED(rule)
    return {};
}

// Titles of mappings that none of the tables has. A file of several tables has the column when one of them has it, and so has a folder.
QStringList titlesWithoutColumn(QStringList titles, const FileTables &file) {
    titles.removeIf([&file](const QString &title) {
        return std::any_of(file.tables.cbegin(), file.tables.cend(),
                           [&title](const auto &table) { return columnTitled(table->titles(), title) >= 0; });
    });
    return titles;
}

QStringList mappedTitles(const ImportOptions &options) {
    QStringList titles;
    for (const auto &[title, field] : options.mappings)
        titles << title;
    return titles;
}

using Plans = std::vector<std::unique_ptr<FileImport>>;

bool anyIsUnderstood(const FileTables &file, const HeaderAliases &aliases) {
    return std::any_of(file.tables.cbegin(), file.tables.cend(),
                       [&aliases](const auto &table) { return isUnderstood(*table, aliases); });
}

Result<Plans> planAll(const QStringList &paths, const Base &base, const ImportOptions &options, const ImportTools &tools) {
    Plans plans;
    QStringList others; // of the file that is being looked at, or files of a folder before it
    QStringList missingInFolder = mappedTitles(options);
    bool hasFolder = false;
    TRY(sources, tableSources(paths));
    for (const TableSource &source : std::as_const(sources)) {
        auto file =
            openTables(source.path, {base.settings().language, options.charset, options.delimiter, options.sheet, base.clock()},
                       tools.aliases);
        if (!file && (!source.isOfFolder || file.error().code != Code::Invalid))
            return file.error();
        if (source.isOfFolder && (!file || !anyIsUnderstood(*file, tools.aliases))) {
            others << QFileInfo(source.path).fileName();
            continue;
        }
        const QStringList missing = titlesWithoutColumn(source.isOfFolder ? missingInFolder : mappedTitles(options), *file);
        if (!source.isOfFolder && !missing.isEmpty())
            return noColumn(missing.first());
        if (source.isOfFolder)
            missingInFolder = missing;
        hasFolder = hasFolder || source.isOfFolder;
        others << file->others;
        TRY(fingerprint, fingerprintOf(source.path));
        for (auto &table : file->tables) {
            TRY(plan, FileImport::plan(source.path, fingerprint, std::move(table), base, options, tools));
            plan->nameOthers(std::exchange(others, {}));
            plans.push_back(std::move(plan));
        }
    }
    if (plans.empty())
        return nothingIn(paths.first());
    if (hasFolder && !missingInFolder.isEmpty())
        return noColumn(missingInFolder.first());
    plans.back()->nameOthers(plans.back()->others() + others);
    std::stable_sort(plans.begin(), plans.end(), [](const auto &a, const auto &b) { return rank(*a) < rank(*b); });
    return plans;
}

// Newest first, so that nothing is in use by a later one.
void takeBack(Base &base, const ImportReport &report) {
    for (auto file = report.files.crbegin(); file != report.files.crend(); ++file) {
        if (auto undone = workspace::undo(base, file->operation); undone && !file->rejects.isEmpty())
            QFile::remove(file->rejects);
    }
}

Result<ImportReport> runAll(Base &base, const Plans &plans, const ImportOptions &options) {
    ImportReport report;
    ImportProgress progress;
    for (const auto &plan : plans)
        progress.totalBytes += plan->size();
    qint64 rowsBefore = 0, bytesBefore = 0;
    for (const auto &plan : plans) {
        auto file = plan->run(base, [&](qint64 rows, qint64 bytes) {
            progress.rows = rowsBefore + rows;
            progress.bytes = bytesBefore + bytes;
            progress.fileName = plan->fileName();
            return !options.progress || options.progress(progress);
        });
        if (!file) {
            takeBack(base, report);
            return file.error();
        }
        rowsBefore += file->counts.read;
        bytesBefore += plan->size();
        report.files << *file;
    }
    return report;
}

// All that an import would do, done to a copy that is thrown away: the counts are exact, rows of one file that meet each other included.
Result<ImportReport> runDry(Base &base, const QStringList &paths, const ImportOptions &options, const ImportTools &tools) {
    QDir().mkpath(base.options().cacheFolder);
    const QTemporaryDir folder(QDir(base.options().cacheFolder).filePath(u"dry-run-XXXXXX"_s));
    if (!folder.isValid())
        return Error{Code::Full,
                     tr("There is no room for a copy of the file, which a dry run needs. Nothing was changed. Make room on this "
                        "computer's drive."),
                     folder.errorString(),
                     {}};
    const QString path = folder.filePath(u"copy.kontor"_s);
    TRY_VOID(db::backup(base.database(), path));
    workspace::OpenOptions openOptions = base.options();
    openOptions.cacheFolder = folder.path();
    openOptions.dataFolder.clear(); // what is done to the copy is in no journal
    openOptions.readOnly = false;
    TRY(copy, Base::open(path, openOptions));
    copy->setClock(base.clock());
    TRY(plans, planAll(paths, *copy, options, tools));
    TRY(report, runAll(*copy, plans, options));
    for (FileReport &file : report.files) {
        file.batch = Id{};
        file.operation = 0;
    }
    return report;
}

} // namespace

Result<ImportReport> importFiles(Base &base, const QStringList &paths, const ImportOptions &options) {
    TRY_VOID(checkOptions(paths, options));
    if (paths.size() == 1 && isBaseJson(paths.first())) {
        TRY(file, importBaseJson(base, paths.first(), options));
        return ImportReport{{file}};
    }
    const ImportTools tools;
    if (options.dryRun)
        return runDry(base, paths, options, tools);
    TRY(plans, planAll(paths, base, options, tools));
    (void)base.backUp(sharing::kBeforeImport); // an import can be taken back without it
    return runAll(base, plans, options);
}

std::optional<OnMatch> onMatchNamed(QStringView name) {
    if (name == u"fill"_s)
        return OnMatch::Fill;
    if (name == u"overwrite"_s)
        return OnMatch::Overwrite;
    if (name == u"keep"_s)
        return OnMatch::Keep;
    return name == u"add"_s ? std::optional(OnMatch::Add) : std::nullopt;
}

QString onMatchName(OnMatch onMatch) {
    switch (onMatch) {
    case OnMatch::Overwrite: return u"overwrite"_s;
    case OnMatch::Keep: return u"keep"_s;
    case OnMatch::Add: return u"add"_s;
    case OnMatch::Fill: break;
    }
    return u"fill"_s;
}

ImportCounts &ImportCounts::operator+=(const ImportCounts &other) {
    read += other.read;
    added += other.added;
    filled += other.filled;
    changed += other.changed;
    unchanged += other.unchanged;
    rejected += other.rejected;
    return *this;
}

ImportCounts ImportReport::total() const {
    ImportCounts counts;
    for (const FileReport &file : files)
        counts += file.counts;
    return counts;
}

} // namespace kontor::exchange
