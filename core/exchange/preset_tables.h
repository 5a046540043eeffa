// The tables that presets are made of, one for each group of programs. Within a group the layouts that say more stand before those that say less.
#pragma once

#include "exchange/preset.h"

namespace kontor::exchange {

std::span<const Preset> salesforcePresets();
std::span<const Preset> otherPresets();
std::span<const Preset> salesforceReports(); // after all others

} // namespace kontor::exchange
