#include "command.h"

#include "records/all_records.h"
#include "recovery/backup_list.h"
#include "recovery/restore_from_backup.h"

#include <QDate>
#include <QJsonArray>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

Result<Answer> runBackups(const Call &call) {
    TRY(base, call.openBase(true));
    QJsonArray array;
    for (const recovery::KnownBackup &backup :
         recovery::knownBackups({base->path(), base->id(), base->options().dataFolder, {}, call.arguments.values(u"in"_s)}))
        array << QJsonObject{{u"file"_s, backup.path},
                             {u"at"_s, base->clock().toIso(Instant{backup.at.toMSecsSinceEpoch()})},
                             {u"reason"_s, backup.reason},
                             {u"bytes"_s, backup.bytes},
                             {u"customers"_s, backup.customers}};
    return Answer{{{u"backups"_s, array}}};
}

Result<recovery::RestoreOutcome> restoreWanted(const Arguments &arguments, workspace::Base &base, const QString &backup) {
    if (arguments.has(u"customer"_s) == arguments.has(u"day"_s))
        return usageError(u"Say either --customer ID or --day YYYY-MM-DD."_s);
    if (arguments.has(u"customer"_s)) {
        TRY(id, wholeNumber(arguments.value(u"customer"_s), u"--customer"_s));
        return recovery::restoreCard(base, backup, Id{id});
    }
    const QDate day = QDate::fromString(arguments.value(u"day"_s), Qt::ISODate);
    if (!day.isValid())
        return usageError(u"--day is a date like 2026-03-09."_s);
    return recovery::restoreDay(base, backup, day);
}

Result<Answer> runRestore(const Call &call) {
    TRY(base, call.openBase(false));
    TRY(backup, call.arguments.required(1, u"BACKUP"_s));
    TRY(outcome, restoreWanted(call.arguments, *base, backup));
    return Answer{{{u"operation"_s, outcome.operation},
                   {u"records"_s, outcome.records},
                   {u"values"_s, outcome.values},
                   {u"refused"_s, outcome.refused}}};
}

} // namespace

QList<Command> backupCommands() {
    return {
        {u"backups"_s,
         u"BASE [--in PATH]..."_s,
         u"The copies of BASE that this computer can see, newest first; others are looked for in files and folders that are "
         u"named.\n"
         "-> {\"backups\": [{\"file\", \"at\", \"reason\", \"bytes\", \"customers\"}]}"_s,
         {{u"in"_s, u"PATH"_s}},
         &runBackups},
        {u"restore"_s,
         u"BASE BACKUP --customer ID | --day YYYY-MM-DD"_s,
         u"Brings one card with all that belongs to it, or what was entered on one day, back out of BACKUP; undo takes it back.\n"
         "What was added since stays.\n"
         "-> {\"operation\": 0 if all was there, \"records\", \"values\", \"refused\"}"_s,
         {{u"customer"_s, u"ID"_s}, {u"day"_s, u"DATE"_s}},
         &runRestore}};
}
