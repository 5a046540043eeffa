#include "bench/groups.h"
#include "bench/measure.h"

#include "segments/rule_json.h"
#include "segments/segment_query.h"

#include <QJsonDocument>

namespace kontor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRuns = 51; // fewer of those that take long: what takes some milliseconds has no median before

} // namespace

Result<void> benchSegment(Setting &setting) {
    db::Database &database = setting.base.database();
    const segments::Context context = segments::contextOf(setting.base);
    const QJsonObject rules = setting.work.value(u"segments"_s).toObject();
    for (auto named = rules.begin(); named != rules.end(); ++named) {
        TRY(rule, segments::parseRule(QJsonDocument(named.value().toObject()).toJson()));
        TRY(count, measure(kRuns, [&] { return segments::count(database, rule, context); }));
        print("segment count, " + named.key().toUtf8(), count);
        TRY(list, measure(kRuns, [&]() -> Result<qint64> {
                TRY(ids, segments::list(database, rule, context));
                return ids.size();
            }));
        print("segment list, " + named.key().toUtf8(), list);
    }
    return {};
}

} // namespace kontor::bench
