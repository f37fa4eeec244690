// SPDX-License-Identifier: GPL-3.0-or-later
// What a past time comes to: from the state at its begin and every change since, readings as if somebody had listened.
// Pure; any thread.
#pragma once

#include "app/story/route_table.h"

namespace kpwatch {

// As often as the present is asked about: a reading speaks a little longer.
constexpr std::chrono::minutes pastReadEvery{10};
// What is asked for begins so long before what is wanted: what is usual has to be known, and an outage may have begun.
constexpr std::chrono::hours pastReadBefore{24};

struct PastSeen {
    std::vector<RouteReading> readings; // in order of time, one a block at least every ten minutes
    std::vector<RouteSighting> sightings;
    std::optional<UtcTime> least; // when the fewest networks saw a block, if at any time less than half did
};

// Of the range as far as the answer reaches. Nothing where the answer does not say what there was at its begin, nor
// while nobody counts.
PastSeen seenOver(const BgpUpdates& told, TimeRange range, RouteTable table);

} // namespace kpwatch
