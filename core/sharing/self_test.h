// Does the drive under a folder keep the promises that a shared base needs, as far as one computer can tell? Two processes of our own lock, write
// and look at one file there; takes well under a second on a sound drive. What only two computers can tell is the presence file's.
#pragma once

#include "sharing/base_place.h"

#include <QList>

namespace kontor::sharing {

struct SelfTestStep {
    QString name; // what should be so, as a sentence
    bool ok = false;
};

struct SelfTest {
    Place place;
    QList<SelfTestStep> steps;
    QString problem; // the first that failed, or why the test could not be made; empty: all is well

    bool ok() const { return problem.isEmpty() && place.mayWrite(); }
};

// Makes and removes a file in `folder`.
SelfTest testFolder(const QString &folder);

} // namespace kontor::sharing
