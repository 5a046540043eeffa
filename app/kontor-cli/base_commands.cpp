#include "command.h"

#include "db/backup.h"
#include "records/check.h"
#include "recovery/repair.h"
#include "sample_data/sample_writer.h"
#include "segments/catalogue.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

Result<Answer> runNew(const Call &call) {
    const Arguments &arguments = call.arguments;
    TRY(path, arguments.required(0, u"BASE"_s));
    TRY(sample, arguments.number(u"sample"_s, 0));
    TRY(seed, arguments.number(u"seed"_s, 1));
    if (sample < 0 || sample > 10'000'000)
        return usageError(u"--sample is a number of customers from 0 to 10000000."_s);
    const workspace::BaseSettings defaults;
    const workspace::BaseSettings settings{
        arguments.value(u"country"_s, defaults.country), arguments.value(u"currency"_s, defaults.currency),
        arguments.value(u"tz"_s, defaults.timeZone), arguments.value(u"lang"_s, defaults.language)};
    TRY(created, workspace::Base::create(path, settings, records::openOptions()));
    created.reset();
    TRY(base, call.openBase(false));
    if (sample > 0)
        TRY_VOID(sample_data::generateSample(*base, int(sample), quint32(seed)));
    return Answer{{{u"base"_s, QFileInfo(path).absoluteFilePath()}, {u"id"_s, base->id()}}};
}

Result<Answer> runCheck(const Call &call) {
    TRY(base, call.openBase(true));
    TRY(problems, records::problems(*base, call.arguments.has(u"full"_s)));
    return Answer{{{u"ok"_s, problems.isEmpty()}, {u"problems"_s, QJsonArray::fromStringList(problems)}},
                  problems.isEmpty() ? 0 : 1};
}

Result<Answer> runBackup(const Call &call) {
    TRY(base, call.openBase(true, true));
    TRY(path, call.arguments.required(1, u"FILE"_s));
    TRY_VOID(db::backup(base->database(), path));
    return Answer{{{u"file"_s, QFileInfo(path).absoluteFilePath()}, {u"bytes"_s, QFileInfo(path).size()}}};
}

Result<Answer> runRepair(const Call &call) {
    const Arguments &arguments = call.arguments;
    recovery::RepairRequest request;
    TRY(base, arguments.required(0, u"BASE"_s));
    TRY(file, arguments.required(1, u"FILE"_s));
    const workspace::OpenOptions options = records::openOptions();
    request.basePath = base;
    request.filePath = file;
    request.dataFolder = options.dataFolder;
    request.catalogue = options.catalogue;
    request.journals = arguments.values(u"journal"_s);
    request.backups = arguments.values(u"backup"_s);
    request.useBackups = !arguments.has(u"no-backup"_s);
    TRY(report, recovery::repair(request));
    QJsonObject holes;
    for (auto table = report.salvage.holes.cbegin(); table != report.salvage.holes.cend(); ++table)
        holes.insert(table.key(), table.value());
    const recovery::ReplayCounts &replay = report.replay;
    Answer answer{{{u"file"_s, report.file},
                   {u"id"_s, report.baseId},
                   {u"backup"_s, report.backup.isEmpty() ? QJsonValue() : QJsonValue(report.backup)},
                   {u"journals"_s, report.journals},
                   {u"journal_bytes_damaged"_s, report.damagedBytes},
                   {u"readable"_s, report.isFileReadable},
                   {u"rows_salvaged"_s, report.salvage.rows},
                   {u"rows_refused"_s, report.salvage.refused + replay.refused},
                   {u"holes"_s, holes},
                   {u"operations_restored"_s, replay.operations},
                   {u"operations_from_journals"_s, report.fromJournals},
                   {u"operations_from_file"_s, report.fromFile},
                   {u"operations_lost"_s, report.lostOperations},
                   {u"kept_because_newer"_s, replay.keptBecauseNewer},
                   {u"placeholders"_s, replay.links.placeholders},
                   {u"links_cleared"_s, replay.links.cleared},
                   {u"lines_removed"_s, replay.links.removed},
                   {u"values_made_again"_s, report.valuesMadeAgain},
                   {u"ok"_s, report.problems.isEmpty()},
                   {u"problems"_s, QJsonArray::fromStringList(report.problems)}}};
    answer.text = report.inWords();
    answer.exitCode = report.problems.isEmpty() ? 0 : 1;
    return answer;
}

Result<Answer> runStats(const Call &call) {
    TRY(base, call.openBase(true));
    TRY(stats, records::stats(*base));
    QJsonObject json{{u"id"_s, base->id()},
                     {u"file_bytes"_s, stats.fileBytes},
                     {u"schema_version"_s, stats.schemaVersion},
                     {u"operations"_s, stats.operations},
                     {u"country"_s, base->settings().country},
                     {u"currency"_s, base->settings().currency},
                     {u"time_zone"_s, base->settings().timeZone},
                     {u"language"_s, base->settings().language}};
    QJsonObject counts;
    for (const auto &[table, count] : std::as_const(stats.counts))
        counts.insert(table, count);
    json.insert(u"records"_s, counts);
    return Answer{json};
}

Result<Answer> runFields(const Call &call) {
    if (!call.arguments.at(0).isEmpty()) {
        TRY(base, call.openBase(true));
        TRY(fields, segments::catalogueJson(base->database()));
        return Answer{{{u"fields"_s, fields}}};
    }
    TRY(database, db::Database::open(u":memory:"_s, db::Purpose::LocalCache, true));
    TRY_VOID(db::migrate(*database, workspace::migrationPlan(QString())));
    TRY(fields, segments::catalogueJson(*database));
    return Answer{{{u"fields"_s, fields}}};
}

} // namespace

QList<Command> baseCommands() {
    return {
        {u"new"_s,
         u"BASE [--country CC] [--currency CUR] [--tz ZONE] [--lang L] [--sample N [--seed S]]"_s,
         u"Makes a base. --sample fills it with N invented customers, about 5 N interactions and 2 N purchases.\n-> {\"base\", \"id\"}"_s,
         {{u"country"_s, u"CC"_s},
          {u"currency"_s, u"CUR"_s},
          {u"tz"_s, u"ZONE"_s},
          {u"lang"_s, u"L"_s},
          {u"sample"_s, u"N"_s},
          {u"seed"_s, u"S"_s}},
         &runNew},
        {u"check"_s,
         u"BASE [--full]"_s,
         u"Is the file sound? --full also compares everything derived with its source.\n-> {\"ok\", \"problems\": []}, exit code 1 if not ok"_s,
         {{u"full"_s, {}}},
         &runCheck},
        {u"backup"_s, u"BASE FILE"_s, u"Writes a compact, checked copy.\n-> {\"file\", \"bytes\"}"_s, {}, &runBackup},
        {u"repair"_s,
         u"BASE FILE [--journal PATH]... [--backup PATH]... [--no-backup]"_s,
         u"Makes a sound base FILE from the newest backup of BASE, or from what can be read of it, and from the journals of what was "
         u"done since.\n"
         "This computer's own are found; others are named, files or folders. BASE stays as it is.\n"
         "-> {\"file\", \"id\", \"backup\", \"journals\", \"journal_bytes_damaged\", \"readable\", \"rows_salvaged\", "
         "\"rows_refused\", \"holes\": {table: n},\n"
         "\"operations_restored\", \"operations_from_journals\", \"operations_from_file\", \"operations_lost\", "
         "\"kept_because_newer\", \"placeholders\",\n"
         "\"links_cleared\", \"lines_removed\", \"values_made_again\", \"ok\", \"problems\"}, exit code 1 if the new file is not sound"_s,
         {{u"journal"_s, u"PATH"_s}, {u"backup"_s, u"PATH"_s}, {u"no-backup"_s, {}}},
         &runRepair},
        {u"stats"_s,
         u"BASE"_s,
         u"What the base holds.\n-> {\"id\", \"file_bytes\", \"schema_version\", \"operations\", \"records\": {...}, settings}"_s,
         {},
         &runStats},
        {u"fields"_s,
         u"[BASE]"_s,
         u"The fields that rules may name; with a base, its own fields too.\n-> {\"fields\": [{\"name\", \"kind\", \"operators\", \"label\", ...}]}"_s,
         {},
         &runFields}};
}
