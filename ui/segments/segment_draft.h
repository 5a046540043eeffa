// A segment while it is being built.
#pragma once

#include "base/id.h"
#include "segments/rule.h"

#include <QString>

namespace kontor::ui {

struct SegmentDraft {
    Id id; // invalid: a new one
    QString name;
    segments::Rule rule;
    bool isChanged = false; // since it was saved, or taken from a template
    QList<int> toChange;    // of a template: the lines whose numbers a person is to look at
};

} // namespace kontor::ui
