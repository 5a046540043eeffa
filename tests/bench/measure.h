// How long a piece of work takes, as lines of JSON that bench.py reads. CPU time beside the clock: it bears a busy machine better.
#pragma once

#include "base/result.h"

#include <QByteArray>

#include <functional>

namespace kontor::bench {

struct Cost {
    double wallMs = 0;
    double cpuMs = 0;
    qint64 rows = 0; // what the work gave, so that answers can be compared
    int runs = 0;
};

// The medians of up to `runs` runs after one that does not count; fewer where they take long. The work gives its number of rows.
Result<Cost> measure(int runs, const std::function<Result<qint64>()> &work);
// One run, for work that cannot be repeated.
Result<Cost> measureOnce(const std::function<Result<qint64>()> &work);

void print(const QByteArray &name, const Cost &cost);

} // namespace kontor::bench
