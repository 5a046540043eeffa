// Fills a base with invented customers in the base's language, so that everything can be tried without real ones.
#pragma once

#include "workspace/base.h"

#include <functional>

namespace kontor::sample_data {

// Called with the customers written so far; false stops, and what was written is taken back (error Cancelled).
using Progress = std::function<bool(int written)>;

// About 5 interactions and 2 purchases a customer. The same size, seed, settings and day give the same content. One operation.
Result<void> generateSample(workspace::Base &base, int customers, quint32 seed = 1, const Progress &progress = {});

} // namespace kontor::sample_data
