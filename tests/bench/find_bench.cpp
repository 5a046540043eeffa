#include "bench/groups.h"
#include "bench/measure.h"

#include "search/index.h"

namespace kontor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostHits = 50; // as the find box asks
constexpr int kRuns = 9;

// Every keystroke of a word: the first, the last, and the slowest of all.
Result<void> typeWord(Setting &setting, search::Index &index, const QByteArray &name, const QString &text) {
    Cost slowest;
    for (qsizetype letters = 1; letters <= text.size(); ++letters) {
        const QString typed = text.first(letters);
        TRY(cost, measure(kRuns, [&]() -> Result<qint64> {
                TRY(found, index.find(setting.base.database(), search::parseQuery(typed), kMostHits));
                return found.hits.size();
            }));
        if (cost.wallMs > slowest.wallMs)
            slowest = cost;
        if (letters == 1)
            print("find " + name + ", first letter", cost);
        if (letters == text.size())
            print("find " + name + ", whole", cost);
    }
    print("find " + name + ", slowest key", slowest);
    return {};
}

} // namespace

Result<void> benchFind(Setting &setting) {
    TRY(index, search::Index::open(setting.base.options().cacheFolder, setting.base.id()));
    TRY_VOID(index->catchUp(setting.base.database(), setting.base.settings().country));
    const QJsonObject texts = setting.work.value(u"find"_s).toObject();
    for (auto text = texts.begin(); text != texts.end(); ++text)
        TRY_VOID(typeWord(setting, *index, text.key().toUtf8().replace('_', ' '), text.value().toString()));
    return {};
}

} // namespace kontor::bench
