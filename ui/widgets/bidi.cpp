#include "widgets/bidi.h"

#include "base/fold.h"

namespace kontor::ui {

QString shownPhone(QStringView number) { return isolatedLtr(asciiDigits(number)); }

} // namespace kontor::ui
