// The currency of a base. Amounts are whole minor units without a currency of their own: another one keeps the figures and does not convert.
#pragma once

#include "workspace/recorder.h"

namespace kontor {

// Those that a choice begins with; any code of ISO 4217 can be one.
QStringList commonCurrencies();

// One step to take back. Errors: Invalid (no code of three capital letters; another number of decimals while amounts are there).
// The base that is open takes it up when it is opened again.
Result<void> changeCurrency(workspace::Recorder &recorder, const QString &currency);

} // namespace kontor
