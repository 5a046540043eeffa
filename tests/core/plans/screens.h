// Everything that screens read and people do, as a list of named acts on one base.
#pragma once

#include "support/temporary_base.h"

namespace kontor::tests {

struct ScreenAct {
    QString name;
    std::function<void(workspace::Base &, const QList<Id> &everybody)> run;
};

// Acts that read first, then those that write and the undo of each.
QList<ScreenAct> screenActs();
void addDataCare(QList<ScreenAct> &acts); // care_screens.cpp

} // namespace kontor::tests
