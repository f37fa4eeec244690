// SPDX-License-Identifier: GPL-3.0-or-later
// Watches a simulated network as the program does: the real schedule decides what is asked and when, the real judge
// judges the rows in the order of their ends; only clock and network are made up. One thread, no sleeping.
#pragma once

#include "app/story/replay.h"
#include "tests/simulated_year/network.h"

#include <functional>

namespace kpwatch::simulated {

struct Announcement { // at least two hosts at once had been down for announce_span_s
    UtcTime at;
    int hosts = 0;
};

struct Watched {
    TargetSpans spans;
    std::vector<Announcement> announcements; // one as often as it came true
    std::int64_t rows = 0;
    OwnLineStatus ownLine; // at the end
};

struct Watching {
    const Watchlist& watchlist;
    const Settings& settings;
    TimeRange range;
    std::uint32_t seed = 1;
    // Every row and event as the judge gets it; for who wants to keep them.
    std::function<void(const Observation&)> alsoRows = {};
};

Watched watch(Network& network, const Watching& how);

} // namespace kpwatch::simulated
