// SPDX-License-Identifier: GPL-3.0-or-later
// What simulated years must come to, all seeds of a model together, and whether they do.
#pragma once

#include "tests/simulated_year/reckoning.h"

namespace kpwatch::simulated {

// Two years of the same model taken together; shares are weighed by their length.
Reckoning together(const Reckoning& one, const Reckoning& other);

// The bars that are missed, each in words: "3 announcements, at most 0". Whether some seed was above a bar that holds
// for all of them together is not asked.
std::vector<std::string> missedBars(const Reckoning& years, const Options& options);

// One line for each model, with what must be reached and what was.
std::string table(const std::vector<Reckoning>& years, const Options& options);

} // namespace kpwatch::simulated
