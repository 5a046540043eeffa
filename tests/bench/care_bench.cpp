#include "bench/groups.h"
#include "bench/measure.h"

#include "data_care/care_survey.h"
#include "duplicates/duplicate_finder.h"

#include <QElapsedTimer>

#include <sqlite3.h>

#include <algorithm>

namespace kontor::bench {

namespace {

constexpr int kRuns = 5;
constexpr qsizetype kShown = 500; // customers, as the page of data care lists

// Work in short reads, as others may write in between: all of it, and the longest read; what is worked out after the lock was given back keeps
// nobody waiting. `step` gives whether that was the last one.
struct InSteps {
    Cost all;
    double longestMs = 0;
};

template <class Step>
Result<InSteps> measureSteps(workspace::Base &base, Step step) {
    InSteps steps;
    TRY(all, measureOnce([&]() -> Result<qint64> {
            for (bool isEnd = false; !isEnd;) {
                TRY(reached, base.read([&](db::Database &database) -> Result<bool> {
                    QElapsedTimer timer;
                    timer.start();
                    TRY(last, step(database));
                    if (sqlite3_txn_state(database.handle(), "main") != SQLITE_TXN_NONE)
                        steps.longestMs = std::max(steps.longestMs, double(timer.nsecsElapsed()) / 1e6);
                    return last;
                }));
                isEnd = reached;
            }
            return 0;
        }));
    steps.all = all;
    return steps;
}

void printSteps(const QByteArray &name, InSteps steps, qint64 rows) {
    steps.all.rows = rows;
    print(name, steps.all);
    print("longest step of " + name, {steps.longestMs, 0, rows, 1});
}

Result<void> benchSurvey(Setting &setting) {
    const QString country = setting.base.settings().country;
    TRY(task, data_care::careTask(setting.base.database(), country));
    data_care::CareSurvey survey;
    Id last;
    TRY(steps, measureSteps(setting.base, [&](db::Database &database) -> Result<bool> {
            TRY(page, data_care::carePage(database, task.question, last));
            survey.append(page);
            last = page.last;
            return page.isEnd;
        }));
    printSteps("data care, looking at everybody", steps, survey.customers());
    TRY(emptiest, measure(kRuns, [&]() -> Result<qint64> { return survey.emptiest(~quint64(0), kShown).size(); }));
    print("data care, who lacks most", emptiest);
    using data_care::CareKind;
    for (const auto &[kind, word] : {std::pair{CareKind::Phones, "phones"},
                                     {CareKind::Emails, "e-mails"},
                                     {CareKind::Casing, "casing"},
                                     {CareKind::Spaces, "spaces"}}) {
        const QList<Id> customers = survey.whoNeeds(kind, kShown);
        TRY(fixes, measure(kRuns, [&, kind = kind]() -> Result<qint64> {
                TRY(found, data_care::careFixes(setting.base.database(), customers, kind, country));
                return found.size();
            }));
        print("data care, the first fixes of " + QByteArray(word), fixes);
    }
    return {};
}

} // namespace

Result<void> benchCare(Setting &setting) {
    TRY_VOID(benchSurvey(setting));
    duplicates::DuplicateSearch search;
    TRY(steps, measureSteps(setting.base, [&search](db::Database &database) { return search.step(database); }));
    printSteps("duplicates of the whole base", steps, search.takeGroups().size());
    return {};
}

} // namespace kontor::bench
