// The order that people give to a list of records, kept in their field `position`.
#pragma once

#include "workspace/recorder.h"

namespace kontor::workspace {

template <class R>
Result<void> keepOrder(Recorder &recorder, const QList<R> &order) {
    for (qsizetype i = 0; i < order.size(); ++i) {
        R after = order[i];
        after.position = i;
        TRY_VOID(recorder.update(order[i], after));
    }
    return {};
}

} // namespace kontor::workspace
