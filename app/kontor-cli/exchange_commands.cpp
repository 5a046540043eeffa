#include "command.h"

#include "exchange/base_json_export.h"
#include "exchange/base_json_import.h"
#include "exchange/exporter.h"
#include "exchange/importer.h"
#include "rule_argument.h"
#include "search/index_follower.h"
#include "segments/segment_query.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor-cli", text); }

Result<exchange::ImportOptions> optionsOf(const Arguments &arguments) {
    exchange::ImportOptions options;
    if (arguments.has(u"as"_s)) {
        options.kind = exchange::fileKindNamed(arguments.value(u"as"_s));
        if (!options.kind)
            return usageError(
                tr("--as is customers, interactions, purchases, products or deals, not “%1”.").arg(arguments.value(u"as"_s)));
    }
    for (const QString &mapping : arguments.values(u"map"_s)) {
        const qsizetype equals = mapping.lastIndexOf(u'=');
        if (equals <= 0)
            return usageError(tr("--map is of the form \"Column=field\", not “%1”.").arg(mapping));
        options.mappings.append({mapping.left(equals), mapping.mid(equals + 1)});
    }
    if (arguments.has(u"on-match"_s)) {
        const auto onMatch = exchange::onMatchNamed(arguments.value(u"on-match"_s));
        if (!onMatch)
            return usageError(tr("--on-match is fill, overwrite, keep or add, not “%1”.").arg(arguments.value(u"on-match"_s)));
        options.onMatch = *onMatch;
    }
    TRY(trial, arguments.number(u"trial"_s, 0));
    options.trial = trial;
    options.matchBy = arguments.value(u"match-by"_s);
    options.preset = arguments.value(u"preset"_s);
    options.sheet = arguments.value(u"sheet"_s);
    options.companies = arguments.has(u"companies"_s);
    options.dryRun = arguments.has(u"dry-run"_s);
    return options;
}

void addCounts(QJsonObject &json, const exchange::ImportCounts &counts) {
    json.insert(u"read"_s, counts.read);
    json.insert(u"added"_s, counts.added);
    json.insert(u"filled"_s, counts.filled);
    json.insert(u"changed"_s, counts.changed);
    json.insert(u"unchanged"_s, counts.unchanged);
    json.insert(u"rejected"_s, counts.rejected);
}

QJsonValue batchJson(const exchange::FileReport &file) {
    return file.batch.isValid() ? QJsonValue(file.batch.value) : QJsonValue();
}
QJsonValue rejectsJson(const exchange::FileReport &file) {
    return file.rejects.isEmpty() ? QJsonValue() : QJsonValue(file.rejects);
}

QJsonObject fileJson(const exchange::FileReport &file) {
    QJsonArray columns;
    for (const auto &[title, field] : file.columns)
        columns << QJsonObject{{u"title"_s, title}, {u"field"_s, QString::fromUtf8(field)}};
    QJsonObject json{{u"file"_s, file.path},
                     {u"table"_s, file.table.isEmpty() ? QJsonValue() : QJsonValue(file.table)},
                     {u"other_tables"_s, QJsonArray::fromStringList(file.otherTables)},
                     {u"batch"_s, batchJson(file)},
                     {u"kind"_s, exchange::fileKindName(file.kind)},
                     {u"encoding"_s, QString::fromLatin1(file.charset)},
                     {u"delimiter"_s, QString(file.delimiter)},
                     {u"header"_s, file.hasHeader},
                     {u"columns"_s, columns},
                     {u"left_out"_s, QJsonArray::fromStringList(file.leftOut)},
                     {u"rejects"_s, rejectsJson(file)}};
    addCounts(json, file.counts);
    return json;
}

qint64 sizeOf(const QStringList &files) {
    qint64 size = 0;
    for (const QString &file : files)
        size += QFileInfo(file).size();
    return size;
}

// After a large import everybody would wait for the index of find, so it grows meanwhile.
Result<exchange::ImportReport> importAndFollow(workspace::Base &base, const QStringList &files, exchange::ImportOptions options) {
    constexpr qint64 kLarge = 2 << 20; // bytes
    if (options.dryRun || sizeOf(files) < kLarge)
        return exchange::importFiles(base, files, options);
    search::IndexFollower follower({base.path(), base.id(), base.settings().country, base.options().cacheFolder});
    options.progress = [&follower](const exchange::ImportProgress &) {
        follower.wake();
        return true;
    };
    auto report = exchange::importFiles(base, files, options);
    if (report)
        (void)follower.finish(); // the index is made anew when it is next used
    return report;
}

// A whole base can be taken in where there is none yet.
Result<void> makeBaseFor(const Call &call, const QStringList &files) {
    TRY(path, call.arguments.required(0, u"BASE"_s));
    if (QFileInfo::exists(path) || files.size() != 1 || !exchange::isBaseJson(files.first()) || call.arguments.has(u"dry-run"_s))
        return {};
    TRY(settings, exchange::settingsInBaseJson(files.first()));
    TRY(created, workspace::Base::create(path, settings, records::openOptions()));
    Q_UNUSED(created)
    return {};
}

Result<Answer> runImport(const Call &call) {
    const QStringList files = call.arguments.positional().mid(1);
    if (files.isEmpty())
        return usageError(tr("%1 is missing.").arg(u"FILE"_s));
    TRY(options, optionsOf(call.arguments));
    TRY_VOID(makeBaseFor(call, files));
    TRY(base, call.openBase(false));
    TRY(report, importAndFollow(*base, files, options));
    QJsonObject json;
    QJsonArray filesJson;
    QJsonValue batch;
    QJsonValue rejects;
    for (const exchange::FileReport &file : std::as_const(report.files)) {
        filesJson << fileJson(file);
        batch = batch.isNull() ? batchJson(file) : batch;
        rejects = rejects.isNull() ? rejectsJson(file) : rejects;
    }
    json.insert(u"batch"_s, batch);
    addCounts(json, report.total());
    json.insert(u"rejects"_s, rejects);
    json.insert(u"files"_s, filesJson);
    return Answer{json};
}

// --segment NAME or --rule FILE; nothing: all customers.
Result<std::optional<QList<Id>>> chosenCustomers(workspace::Base &base, const Arguments &arguments) {
    if (!arguments.has(u"rule"_s) && !arguments.has(u"segment"_s))
        return std::optional<QList<Id>>();
    TRY(rule, ruleArgument(base, arguments, u"segment"_s));
    TRY(ids, segments::list(base.database(), rule, segments::contextOf(base)));
    return std::optional(ids);
}

Result<Answer> runExport(const Call &call) {
    TRY(base, call.openBase(true));
    TRY(path, call.arguments.required(1, u"FILE"_s));
    if (path.endsWith(u".json"_s, Qt::CaseInsensitive)) {
        if (call.arguments.has(u"rule"_s) || call.arguments.has(u"segment"_s))
            return usageError(tr("A .json file holds the whole base. Leave --segment and --rule out, or write a .csv file."));
        TRY(report, exchange::exportBaseAsJson(*base, path));
        return Answer{{{u"file"_s, report.file}, {u"rows"_s, report.rows}}};
    }
    exchange::ExportOptions options;
    TRY(customers, chosenCustomers(*base, call.arguments));
    options.customers = customers;
    options.preset = call.arguments.value(u"preset"_s);
    TRY(report, exchange::exportCustomers(*base, path, options));
    return Answer{{{u"file"_s, report.file}, {u"rows"_s, report.rows}}};
}

Result<Answer> runUndoImport(const Call &call) {
    TRY(base, call.openBase(false));
    TRY(text, call.arguments.required(1, u"BATCH"_s));
    TRY(batch, wholeNumber(text, u"BATCH"_s));
    TRY(undone, exchange::undoImport(*base, Id{batch}));
    return Answer{
        {{u"removed"_s, undone.removed}, {u"restored"_s, undone.restored}, {u"kept_because_edited"_s, undone.keptBecauseEdited}}};
}

} // namespace

QList<Command> exchangeCommands() {
    return {
        {u"import"_s,
         u"BASE FILE... [--as customers|interactions|purchases|products|deals] [--map \"Column=field\"]... [--match-by KEYS] "
         u"[--companies] "
         "[--sheet NAME] [--on-match fill|overwrite|keep|add] [--trial N] [--dry-run]"_s,
         u"Takes in CSV, XLSX, ODS, vCard, LDIF and CommerceML files, mails (.eml, mbox), archives and folders of them, and a FILE.json that "
         "export wrote, into a base that is empty or not there yet; "
         u"encoding, delimiter, sheet and titles are seen from the file. Rows that cannot be taken in go to "
         u"NAME-rejects-N.csv beside the base.\n"
         "-> {\"batch\", \"read\", \"added\", \"filled\", \"changed\", \"unchanged\", \"rejected\", \"rejects\", \"files\": [the same for each file]}; read is the sum of the other five"_s,
         {{u"as"_s, u"KIND"_s},
          {u"map"_s, u"Column=field"_s},
          {u"match-by"_s, u"KEYS"_s},
          {u"on-match"_s, u"WHAT"_s},
          {u"trial"_s, u"N"_s},
          {u"preset"_s, u"NAME"_s},
          {u"sheet"_s, u"NAME"_s},
          {u"companies"_s, {}},
          {u"dry-run"_s, {}}},
         &runImport},
        {u"undo-import"_s,
         u"BASE BATCH"_s,
         u"Takes an import back; what was edited since is kept and counted.\n-> {\"removed\", \"restored\", \"kept_because_edited\"}"_s,
         {},
         &runUndoImport},
        {u"export"_s,
         u"BASE FILE [--segment NAME|--rule FILE] [--preset csv|xlsx|vcard3|vcard4]"_s,
         u"Writes customers as CSV or, into FILE.xlsx, as a workbook, into FILE.vcf as vCards, which import reads back to the same cards; FILE.json: everything the base holds, which import makes a new base of.\n-> {\"file\", \"rows\"}"_s,
         {{u"segment"_s, u"NAME"_s}, {u"rule"_s, u"FILE"_s}, {u"preset"_s, u"NAME"_s}},
         &runExport}};
}
