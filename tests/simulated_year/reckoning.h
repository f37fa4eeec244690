// SPDX-License-Identifier: GPL-3.0-or-later
// What a simulated year came to: the program's word against the truth.
#pragma once

#include "tests/simulated_year/models.h"
#include "tests/simulated_year/watching.h"

#include <string>

namespace kpwatch::simulated {

struct Reckoning {
    Model model{};
    std::int64_t rows = 0;
    double targetYears = 0;
    int falseDowns = 0;                     // down without an outage of that target
    int transitVoting = 0;                  // transit controls that may vote at the end
    int announcements = 0;                  // of several hosts at once
    int certain = 0;                        // outages at least as long as is found for certain
    int missed = 0;                         // of these
    int others = 0, found = 0;              // shorter ones, and how many of them were found
    int startsOutside = 0, endsOutside = 0; // of those found: the truth is not in the range that is told
    double upShare = 0, unknownShare = 0, degradedShare = 0; // of the time, all targets
    std::vector<std::string> examples;                       // the first few of what should not be
};

Reckoning reckon(const Setting& setting, const Watchlist& watchlist, const Settings& settings, const Watched& watched,
                 const Truth& truth);

// Lays the model over a network of its own, watches it and reckons.
struct Options {
    bool transitControls = true;
};
Reckoning simulate(const Setting& setting, const Options& options);

std::string inWords(const Reckoning& reckoning); // one line

} // namespace kpwatch::simulated
