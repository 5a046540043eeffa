#include "command.h"

#include "db/backup.h"
#include "records/check.h"
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
