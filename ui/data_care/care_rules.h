// What the counts of data care say as rules of segments: so that each leads to the list of those whom it counts.
#pragma once

#include "segments/rule.h"

namespace kontor::ui {

segments::Rule lacking(const QString &field); // as rules name it
// No contact for so many months, or ever; and where asked, nothing was changed on the card for as long.
segments::Rule silentFor(int months, bool isUnchanged);

} // namespace kontor::ui
