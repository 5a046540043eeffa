// Many small steps as one operation: a few in one transaction, many as a BulkOperation of short ones that can be stopped.
#pragma once

#include "workspace/bulk_operation.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <functional>

namespace kontor {

constexpr qsizetype kStepsAtOnce = 200; // that one transaction takes without a bulk operation

// `apply`: Result<void>(Recorder &, const Step &, qsizetype number). It may be asked for number 0 again when the act is repeated.
// `progress` (steps done) is asked after each transaction: false takes everything back. Errors: Cancelled, and those of the base and of `apply`.
template <class Step, class Apply>
Result<void> applySteps(workspace::Base &base, const workspace::OperationInfo &info, const QList<Step> &steps, Apply apply,
                        const std::function<bool(qint64 done)> &progress) {
    if (steps.size() <= kStepsAtOnce)
        return base.write(info, [&](workspace::Recorder &recorder) -> Result<void> {
            for (qsizetype i = 0; i < steps.size(); ++i)
                TRY_VOID(apply(recorder, steps.at(i), i));
            return {};
        });
    TRY(bulk, workspace::BulkOperation::begin(base, info));
    qsizetype next = 0;
    while (next < steps.size()) {
        TRY_VOID(bulk->step([&](workspace::Recorder &recorder) -> Result<void> {
            QElapsedTimer time;
            time.start();
            do {
                TRY_VOID(apply(recorder, steps.at(next), next));
                ++next;
            } while (next < steps.size() && time.elapsed() < bulk->millisecondsOfStep() && !db::isCacheFull(recorder.database()));
            return {};
        }));
        if (progress && !progress(next)) {
            TRY_VOID(bulk->cancel());
            return Error{Code::Cancelled,
                         QCoreApplication::translate("kontor::customers", "The change was stopped. Nothing was changed."),
                         {},
                         {}};
        }
    }
    return bulk->finish();
}

} // namespace kontor
