#include "import_answer.h"

#include "exchange/feeds.h"
#include "exchange/import_preview.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace kontor;
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor-cli", text); }

QJsonObject feedJson(const exchange::Feed &feed) {
    return {{u"name"_s, feed.name},
            {u"path"_s, feed.path},
            {u"on_match"_s, exchange::onMatchName(feed.mapping.onMatch)},
            {u"match_by"_s, feed.mapping.matchBy},
            {u"columns"_s, qint64(feed.mapping.mappings.size())}};
}

Result<Answer> saveOne(const Call &call) {
    TRY(path, call.arguments.required(1, u"FILE"_s));
    if (!QFileInfo::exists(path))
        return Error{Code::NotFound, tr("There is no file or folder “%1”.").arg(path), {}, "path"};
    TRY(base, call.openBase(false));
    TRY(options, importOptionsOf(call.arguments));
    if (!call.arguments.has(u"on-match"_s))
        options.onMatch = exchange::OnMatch::Overwrite; // the file is where its values are kept
    QStringList titles;
    if (!QFileInfo(path).isDir()) {
        TRY(tables, exchange::previewFile(path, base->settings(), options));
        titles = tables.size() == 1 ? tables.first().titles : QStringList();
    }
    const exchange::Feed feed{call.arguments.value(u"save"_s), path, exchange::mappingOf(options, titles, {}), {}};
    TRY_VOID(exchange::saveFeed(*base, feed));
    TRY(kept, exchange::feedNamed(base->database(), feed.name));
    return Answer{feedJson(kept)};
}

// Of the folder, and of folders in it.
bool liesIn(const QString &path, const QString &folder) {
    const QString root = QDir(folder).absolutePath();
    return path == root || path.startsWith(root + u'/');
}

// Each by itself: one that fails does not keep the others.
Result<Answer> runAll(const Call &call, const QString &folder) {
    TRY(base, call.openBase(false));
    TRY(all, exchange::feeds(base->database()));
    exchange::ImportOptions options;
    options.dryRun = call.arguments.has(u"dry-run"_s);
    QJsonArray done;
    Answer answer;
    for (const exchange::Feed &feed : std::as_const(all)) {
        if (!folder.isEmpty() && !liesIn(feed.path, folder))
            continue;
        QJsonObject json{{u"feed"_s, feed.name}};
        if (const auto report = exchange::runFeed(*base, feed.name, options)) {
            const QJsonObject said = importAnswer(*report).json;
            for (auto field = said.begin(); field != said.end(); ++field)
                json.insert(field.key(), field.value());
        } else {
            json.insert(u"error"_s, report.error().message);
            answer.exitCode = 1;
        }
        done << json;
    }
    if (done.isEmpty())
        return Error{
            Code::NotFound, tr("There is no feed for this. “kontor-cli feeds BASE FILE --save NAME” makes one."), {}, "feed"};
    answer.json = {{u"feeds"_s, done}};
    return answer;
}

Result<Answer> runFeeds(const Call &call) {
    if (call.arguments.has(u"save"_s))
        return saveOne(call);
    if (call.arguments.has(u"delete"_s)) {
        TRY(base, call.openBase(false));
        TRY_VOID(exchange::removeFeed(*base, call.arguments.value(u"delete"_s)));
        return Answer{{{u"name"_s, call.arguments.value(u"delete"_s)}}};
    }
    if (call.arguments.has(u"run"_s) || !call.arguments.at(1).isEmpty())
        return runAll(call, call.arguments.at(1));
    TRY(base, call.openBase(true));
    TRY(all, exchange::feeds(base->database()));
    QJsonArray json;
    for (const exchange::Feed &feed : std::as_const(all))
        json << feedJson(feed);
    return Answer{{{u"feeds"_s, json}}};
}

} // namespace

QList<Command> feedCommands() {
    return {
        {u"feeds"_s, u"BASE [FOLDER] [--run] [--dry-run] | BASE FILE --save NAME [the choices of import] | BASE --delete NAME"_s,
         u"Files and folders that are taken in again and again. Without more: which there are. FOLDER: runs those whose files "
         u"lie in it; --run: all. Rows with an id "
         "of their own update their records; without --on-match the file's values go before those of the base.\n"
         "-> {\"feeds\": [{\"name\", \"path\", ...}]}, of a run what import says of each, with \"differences\"; exit code 1 where one failed (\"error\")"_s,
         importChoices() + QList<Option>{{u"save"_s, u"NAME"_s}, {u"delete"_s, u"NAME"_s}, {u"run"_s, {}}, {u"dry-run"_s, {}}},
         &runFeeds}};
}
