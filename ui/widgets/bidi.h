// Text of foreign direction inside sentences, as the window shows it.
#pragma once

#include "base/isolate.h"

namespace kontor::ui {

// A phone number as it is shown: read in Latin digits in every language, left to right.
QString shownPhone(QStringView number);

} // namespace kontor::ui
