// The groups of measurements that kontor_bench knows. Each prints its lines; an error ends the program.
#pragma once

#include "workspace/base.h"

#include <QJsonObject>

namespace kontor::bench {

struct Setting {
    workspace::Base &base;
    QJsonObject work; // what bench.py asks for: texts to find, rules of segments ...
};

Result<void> benchFind(Setting &setting);
Result<void> benchCard(Setting &setting);
Result<void> benchList(Setting &setting);
Result<void> benchSegment(Setting &setting);
Result<void> benchCare(Setting &setting);
Result<void> benchBulk(Setting &setting);      // changes the base
Result<void> benchMeanwhile(Setting &setting); // the file of "meanwhile" in the work is taken into the base

} // namespace kontor::bench
