#include "bench/groups.h"
#include "bench/steps.h"

#include "data_care/care_survey.h"
#include "duplicates/duplicate_finder.h"

namespace kontor::bench {

namespace {

constexpr int kRuns = 5;
constexpr qsizetype kShown = 500; // customers, as the page of data care lists

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
