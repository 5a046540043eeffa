#include "import_answer.h"

#include "customers/kept_orders.h"
#include "exchange/base_json_export.h"
#include "exchange/base_json_import.h"
#include "exchange/exporter.h"
#include "exchange/feeds.h"
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

qint64 sizeOf(const QStringList &files) {
    qint64 size = 0;
    for (const QString &file : files)
        size += QFileInfo(file).size();
    return size;
}

// So that the first window after a large import need not wait for it. Errors only cost that time.
void keepOrderOfNames(workspace::Base &base) {
    const KeptOrders orders(base.options().cacheFolder, base.id());
    (void)base.read([&orders](db::Database &database) { return orders.ids(database, {}); });
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
    if (!report)
        return report;
    follower.finishSoon();
    keepOrderOfNames(base);
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

// --feed NAME: file and choices are the feed's.
Result<Answer> runOneFeed(const Call &call) {
    if (call.arguments.positional().size() > 1)
        return usageError(tr("A feed knows its file. Leave FILE out, or --feed."));
    TRY(base, call.openBase(false));
    exchange::ImportOptions options;
    options.dryRun = call.arguments.has(u"dry-run"_s);
    TRY(report, exchange::runFeed(*base, call.arguments.value(u"feed"_s), options));
    return importAnswer(report);
}

Result<Answer> runImport(const Call &call) {
    const QStringList files = call.arguments.positional().mid(1);
    if (call.arguments.has(u"feed"_s))
        return runOneFeed(call);
    if (files.isEmpty())
        return usageError(tr("%1 is missing.").arg(u"FILE"_s));
    TRY(options, importOptionsOf(call.arguments));
    TRY_VOID(makeBaseFor(call, files));
    TRY(base, call.openBase(false));
    TRY(report, importAndFollow(*base, files, options));
    return importAnswer(report);
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
    options.layout = call.arguments.value(u"layout"_s);
    TRY(report, exchange::exportCustomers(*base, path, options));
    return Answer{{{u"file"_s, report.file}, {u"rows"_s, report.rows}, {u"left_out"_s, report.leftOut}}};
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
         u"BASE FILE...|--feed NAME [--as customers|interactions|purchases|products|deals|tasks|cases] [--preset NAME|none] "
         "[--map \"Column=field\"]... [--date-order \"Column=dmy|mdy\"]... [--match-by KEYS] [--companies] "
         "[--sheet NAME] [--on-match fill|overwrite|keep|add] [--trial N] [--dry-run]"_s,
         u"Takes in CSV, XLSX, ODS, vCard, LDIF and CommerceML files, mails (.eml, mbox), calendars (.ics), archives and folders of them, and a "
         u"FILE.json that "
         "export wrote, into a base that is empty or not there yet; "
         u"encoding, delimiter, sheet and titles are seen from the file. Rows that cannot be taken in go to "
         u"NAME-rejects-N.csv beside the base. Layouts of other programs are recognised by their titles (preset); dates that can "
         u"be read both ways "
         "(03/04/2024) are named (date_questions) and read as is usual in the base's country unless --date-order says otherwise. "
         "--feed: once more what "
         "feeds --save kept, with what is different.\n"
         "-> {\"batch\", \"read\", \"added\", \"filled\", \"changed\", \"unchanged\", \"rejected\", \"rejects\", \"files\": [the same for each file]}; read is the sum of the other five"_s,
         importChoices() + QList<Option>{{u"trial"_s, u"N"_s}, {u"feed"_s, u"NAME"_s}, {u"dry-run"_s, {}}}, &runImport},
        {u"undo-import"_s,
         u"BASE BATCH"_s,
         u"Takes an import back; what was edited since is kept and counted.\n-> {\"removed\", \"restored\", \"kept_because_edited\"}"_s,
         {},
         &runUndoImport},
        {u"export"_s,
         u"BASE FILE [--segment NAME|--rule FILE] [--preset csv|xlsx|vcard3|vcard4] [--layout salesforce|hubspot|google|outlook|mailchimp]"_s,
         u"Writes customers as CSV or, into FILE.xlsx, as a workbook, into FILE.vcf as vCards, which import reads back to the same cards; FILE.json: everything the base holds, which import makes a new base of. --layout: a text table with the titles of that program; of mailchimp without those who have no e-mail or do not want any.\n-> {\"file\", \"rows\", \"left_out\"}"_s,
         {{u"segment"_s, u"NAME"_s}, {u"rule"_s, u"FILE"_s}, {u"preset"_s, u"NAME"_s}, {u"layout"_s, u"NAME"_s}},
         &runExport}};
}
