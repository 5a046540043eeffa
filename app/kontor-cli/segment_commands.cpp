#include "command.h"
#include "rule_argument.h"

#include "segments/explain.h"
#include "segments/segment_query.h"
#include "segments/segment_repository.h"
#include "segments/sentence.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace kontor;
using namespace Qt::StringLiterals;
using segments::contextOf;

namespace {

QString tr(const char *text) { return QCoreApplication::translate("kontor-cli", text); }

Result<Answer> count(workspace::Base &base, const Arguments &arguments) {
    TRY(rule, ruleArgument(base, arguments, u"name"_s));
    TRY(number, segments::count(base.database(), rule, contextOf(base)));
    return Answer{{{u"count"_s, number}}};
}

Result<Answer> list(workspace::Base &base, const Arguments &arguments) {
    TRY(rule, ruleArgument(base, arguments, u"name"_s));
    TRY(ids, segments::list(base.database(), rule, contextOf(base)));
    QJsonArray array;
    for (const Id id : std::as_const(ids))
        array << id.value;
    return Answer{{{u"count"_s, qint64(ids.size())}, {u"ids"_s, array}}};
}

Result<Answer> explain(workspace::Base &base, const Arguments &arguments) {
    TRY(rule, ruleArgument(base, arguments, u"name"_s));
    if (!arguments.has(u"customer"_s))
        return usageError(tr("--customer ID is missing."));
    TRY(customer, arguments.number(u"customer"_s, 0));
    TRY(explanation, segments::explain(base.database(), rule, contextOf(base), Id{customer}));
    return Answer{segments::explanationToJson(explanation)};
}

Result<Answer> sentence(workspace::Base &base, const Arguments &arguments) {
    TRY(rule, ruleArgument(base, arguments, u"name"_s));
    TRY(catalogue, segments::Catalogue::load(base.database(), contextOf(base).decimals()));
    return Answer{{{u"text"_s, segments::sentence(rule, catalogue, contextOf(base))}}};
}

Result<Answer> save(workspace::Base &base, const Arguments &arguments) {
    if (!arguments.has(u"rule"_s) || !arguments.has(u"name"_s))
        return usageError(tr("To save a segment give --name NAME and --rule FILE."));
    TRY(rule, ruleArgument(base, arguments, u"name"_s));
    const QString name = arguments.value(u"name"_s);
    return base.write({u"segment"_s, "segment", {}}, [&](workspace::Recorder &recorder) -> Result<Answer> {
        TRY(id, segments::saveSegment(recorder, name, rule, contextOf(base)));
        return Answer{{{u"name"_s, name}, {u"id"_s, id.value}}};
    });
}

Result<Answer> names(workspace::Base &base, const Arguments &) {
    TRY(segments, segments::allSegments(base.database()));
    QJsonArray array;
    for (const segments::SavedSegment &segment : std::as_const(segments))
        array << segment.name;
    return Answer{{{u"names"_s, array}}};
}

struct Act {
    QLatin1StringView name;
    bool writes;
    Result<Answer> (*run)(workspace::Base &base, const Arguments &arguments);
};

constexpr Act kActs[] = {{"count"_L1, false, &count},       {"list"_L1, false, &list}, {"explain"_L1, false, &explain},
                         {"sentence"_L1, false, &sentence}, {"save"_L1, true, &save},  {"names"_L1, false, &names}};

Result<Answer> runSegment(const Call &call) {
    TRY(name, call.arguments.required(1, u"count|list|explain|sentence|save|names"_s));
    for (const Act &act : kActs) {
        if (name == act.name) {
            TRY(base, call.openBase(!act.writes));
            return act.run(*base, call.arguments);
        }
    }
    return usageError(tr("“%1” is not one of count, list, explain, sentence, save, names.").arg(name));
}

} // namespace

QList<Command> segmentCommands() {
    return {
        {u"segment"_s,
         u"BASE count|list|explain|sentence|save|names [--rule FILE|--name NAME] [--customer ID]"_s,
         u"Asks a rule (JSON, version 1; \"-\" reads it from stdin) or a saved segment. --now fixes today.\n"
         "-> count {\"count\"}; list {\"count\", \"ids\"}; explain {\"member\", \"conditions\": [{\"rule\", \"text\", \"holds\", \"value\"}]}; sentence {\"text\"}; save {\"name\", \"id\"}; names {\"names\"}"_s,
         {{u"rule"_s, u"FILE"_s}, {u"name"_s, u"NAME"_s}, {u"customer"_s, u"ID"_s}},
         &runSegment}};
}
