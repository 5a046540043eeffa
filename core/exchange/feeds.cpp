#include "exchange/feeds.h"

#include "base/fold.h"
#include "customers/customer.h"
#include "workspace/setting.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kontor::exchange {

using namespace Qt::StringLiterals;
using workspace::Setting;

namespace {

// A setting of the base for each: two people who save different ones do not meet.
constexpr auto kMappingPrefix = "import_mapping."_L1, kFeedPrefix = "import_feed."_L1;

QString tr(const char *text) { return QCoreApplication::translate("kontor::exchange", text); }

QJsonObject toJson(const SavedMapping &mapping) {
    QJsonArray mappings;
    for (const auto &[title, field] : mapping.mappings)
        mappings << QJsonArray{title, field};
    QJsonObject orders;
    for (auto order = mapping.dateOrders.cbegin(); order != mapping.dateOrders.cend(); ++order)
        orders.insert(order.key(), dateOrderName(order.value()).toString());
    QJsonObject kinds;
    for (auto kind = mapping.ownFieldKinds.cbegin(); kind != mapping.ownFieldKinds.cend(); ++kind)
        kinds.insert(kind.key(), kind.value());
    return {{u"titles"_s, QJsonArray::fromStringList(mapping.titles)},
            {u"fingerprint"_s, headerFingerprint(mapping.titles)},
            {u"kind"_s, mapping.kind ? fileKindName(*mapping.kind) : QString()},
            {u"mappings"_s, mappings},
            {u"date_orders"_s, orders},
            {u"own_field_kinds"_s, kinds},
            {u"match_by"_s, mapping.matchBy},
            {u"on_match"_s, onMatchName(mapping.onMatch)},
            {u"companies"_s, mapping.companies},
            {u"charset"_s, QString::fromLatin1(mapping.charset)},
            {u"delimiter"_s, mapping.delimiter ? QString(QChar(mapping.delimiter)) : QString()},
            {u"sheet"_s, mapping.sheet},
            {u"preset"_s, mapping.preset}};
}

SavedMapping mappingFromJson(const QString &name, const QJsonObject &json) {
    SavedMapping mapping;
    mapping.name = name;
    for (const QJsonValue title : json.value(u"titles"_s).toArray())
        mapping.titles << title.toString();
    mapping.kind = fileKindNamed(json.value(u"kind"_s).toString());
    for (const QJsonValue pair : json.value(u"mappings"_s).toArray())
        mapping.mappings.append({pair.toArray().at(0).toString(), pair.toArray().at(1).toString()});
    const QJsonObject orders = json.value(u"date_orders"_s).toObject();
    for (auto order = orders.begin(); order != orders.end(); ++order) {
        if (const auto known = dateOrderNamed(order.value().toString()))
            mapping.dateOrders.insert(order.key(), *known);
    }
    const QJsonObject kinds = json.value(u"own_field_kinds"_s).toObject();
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind)
        mapping.ownFieldKinds.insert(kind.key(), kind.value().toString());
    mapping.matchBy = json.value(u"match_by"_s).toString();
    mapping.onMatch = onMatchNamed(json.value(u"on_match"_s).toString()).value_or(OnMatch::Fill);
    mapping.companies = json.value(u"companies"_s).toBool();
    mapping.charset = json.value(u"charset"_s).toString().toLatin1();
    const QString delimiter = json.value(u"delimiter"_s).toString();
    mapping.delimiter = delimiter.isEmpty() ? 0 : delimiter.front().unicode();
    mapping.sheet = json.value(u"sheet"_s).toString();
    mapping.preset = json.value(u"preset"_s).toString();
    return mapping;
}

QJsonObject toJson(const Feed &feed) {
    return {{u"path"_s, feed.path}, {u"tag"_s, feed.tag}, {u"mapping"_s, toJson(feed.mapping)}};
}

Feed feedFromJson(const QString &name, const QJsonObject &json) {
    return {name, json.value(u"path"_s).toString(), mappingFromJson({}, json.value(u"mapping"_s).toObject()),
            json.value(u"tag"_s).toString()};
}

Result<QList<Setting>> settingsOf(db::Database &database, QLatin1StringView prefix) {
    return db::select<Setting>(database, u"name LIKE ? ORDER BY name"_s, {QString(prefix + "%"_L1)});
}

QString nameOf(const Setting &setting, QLatin1StringView prefix) { return setting.name.mid(prefix.size()); }
QJsonObject jsonOf(const Setting &setting) { return QJsonDocument::fromJson(setting.value.toUtf8()).object(); }

workspace::OperationInfo actOn(const QString &name, const QString &act) {
    return {u"settings"_s, Setting::kTable, {}, {{u"act"_s, act}, {u"word"_s, name.trimmed()}}};
}

Result<void> keep(workspace::Base &base, QLatin1StringView prefix, const QString &name, const QJsonObject &json,
                  const QString &act) {
    if (name.trimmed().isEmpty())
        return Error{Code::Invalid, tr("Give it a name under which it is found again."), {}, "name"};
    return base.write(actOn(name, act), [&](workspace::Recorder &recorder) {
        return workspace::keepSetting(recorder, prefix + name.trimmed(),
                                      QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    });
}

Result<void> forget(workspace::Base &base, QLatin1StringView prefix, const QString &name, const QString &act,
                    const QString &notThere) {
    return base.write(actOn(name, act), [&](workspace::Recorder &recorder) -> Result<void> {
        TRY(found, db::select<Setting>(recorder.database(), u"name = ?"_s, {QString(prefix + name)}));
        if (found.isEmpty())
            return Error{Code::NotFound, notThere, {}, "name"};
        return recorder.remove<Setting>(found.first().id);
    });
}

QString noMapping(const QString &name) { return tr("There is no saved mapping “%1”.").arg(name); }
QString noFeed(const QString &name) { return tr("There is no feed “%1”. “kontor-cli feeds” lists them.").arg(name); }

} // namespace

QString headerFingerprint(const QStringList &titles) {
    QStringList plain;
    for (const QString &title : titles)
        plain << fold(title.simplified());
    plain.sort();
    const QByteArray joined = plain.join(QChar(0x1F)).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(joined, QCryptographicHash::Sha1).toHex());
}

Result<QList<SavedMapping>> savedMappings(db::Database &database) {
    TRY(settings, settingsOf(database, kMappingPrefix));
    QList<SavedMapping> mappings;
    for (const Setting &setting : std::as_const(settings))
        mappings << mappingFromJson(nameOf(setting, kMappingPrefix), jsonOf(setting));
    return mappings;
}

Result<std::optional<SavedMapping>> savedMappingFor(db::Database &database, const QStringList &titles) {
    TRY(settings, settingsOf(database, kMappingPrefix));
    const QString fingerprint = headerFingerprint(titles);
    const Setting *newest = nullptr;
    for (const Setting &setting : std::as_const(settings)) {
        if (jsonOf(setting).value(u"fingerprint"_s).toString() == fingerprint && (!newest || newest->id.value < setting.id.value))
            newest = &setting;
    }
    return newest ? std::optional(mappingFromJson(nameOf(*newest, kMappingPrefix), jsonOf(*newest))) : std::nullopt;
}

Result<void> saveMapping(workspace::Base &base, const SavedMapping &mapping) {
    return keep(base, kMappingPrefix, mapping.name, toJson(mapping), u"mapping"_s);
}

Result<void> removeMapping(workspace::Base &base, const QString &name) {
    return forget(base, kMappingPrefix, name, u"mapping removed"_s, noMapping(name));
}

SavedMapping mappingOf(const ImportOptions &options, const QStringList &titles, const QString &name) {
    return {{options}, name, titles};
}

void apply(const SavedMapping &mapping, ImportOptions &options) { static_cast<FileChoices &>(options) = mapping; }

Result<QList<Feed>> feeds(db::Database &database) {
    TRY(settings, settingsOf(database, kFeedPrefix));
    QList<Feed> all;
    for (const Setting &setting : std::as_const(settings))
        all << feedFromJson(nameOf(setting, kFeedPrefix), jsonOf(setting));
    return all;
}

Result<Feed> feedNamed(db::Database &database, const QString &name) {
    TRY(value, workspace::settingValue(database, kFeedPrefix + name));
    if (value.isEmpty())
        return Error{Code::NotFound, noFeed(name), {}, "feed"};
    return feedFromJson(name, QJsonDocument::fromJson(value.toUtf8()).object());
}

Result<void> saveFeed(workspace::Base &base, const Feed &feed) {
    if (feed.path.isEmpty())
        return Error{Code::Invalid, tr("Name the file or the folder that is to be taken in again and again."), {}, "path"};
    Feed kept = feed;
    kept.path = QFileInfo(feed.path).absoluteFilePath();
    return keep(base, kFeedPrefix, feed.name, toJson(kept), u"feed"_s);
}

Result<void> removeFeed(workspace::Base &base, const QString &name) {
    return forget(base, kFeedPrefix, name, u"feed removed"_s, noFeed(name));
}

Result<ImportReport> runFeed(workspace::Base &base, const QString &name, const ImportOptions &options) {
    TRY(feed, feedNamed(base.database(), name));
    ImportOptions chosen;
    apply(feed.mapping, chosen);
    chosen.tag = feed.tag;
    chosen.feed = name;
    chosen.dryRun = options.dryRun;
    chosen.corrections = options.corrections;
    chosen.exceptions = options.exceptions;
    chosen.progress = options.progress;
    return importFiles(base, {feed.path}, chosen);
}

QStringList differenceLines(const FileReport &report) {
    QStringList lines;
    if (report.counts.added > 0)
        lines << QCoreApplication::translate("kontor::exchange", "%Ln record(s) are new.", nullptr, int(report.counts.added));
    if (!report.differences)
        return lines;
    for (const FieldDifference &field : report.differences->fields) {
        const db::FieldInfo *info = field.record == Customer::kTable ? db::recordType<Customer>().find(field.field) : nullptr;
        const QString label = info                    ? QCoreApplication::translate("kontor::fields", info->label)
                              : field.field.isEmpty() ? QString::fromUtf8(field.record)
                                                      : QString::fromUtf8(field.field);
        lines << tr("%1: %2 were empty and are filled, %3 have another value.").arg(label).arg(field.filled).arg(field.changed);
    }
    if (report.differences->gone > 0)
        lines << QCoreApplication::translate(
            "kontor::exchange", "%Ln record(s) of the last time are not in the file any more. They stay as they are.", nullptr,
            int(report.differences->gone));
    return lines;
}

} // namespace kontor::exchange
