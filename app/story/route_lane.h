// SPDX-License-Identifier: GPL-3.0-or-later
// Routing readings drawn as lanes, "via China" and "via Russia": how many networks see a route that way, against what
// is usual. A lane of routes says nothing about hosts, and opens no incident. Pure; any thread.
#pragma once

#include "app/story/route_table.h"
#include "app/story/timeline.h"

namespace kpwatch {

// For how long a reading speaks: sources are asked every ten minutes while nothing changes.
constexpr std::chrono::minutes readingSpeaks{15};
// What is usual is the median of these days before, and until there are so many, of the time when the most saw it;
// readings from so long before a range are needed for it.
constexpr std::chrono::days usualOver{7};

struct RouteLane {
    Side side = Side::Other;
    std::string block; // "175.45.176.0/24"; empty: all blocks that are usually seen that way
    double usual = 0;  // share of full-feed networks that sees it that way, by median; of several blocks the mean
    // Over the range: up (at least 80 % of what is usual see it), down (under 10 %, from the first such reading on,
    // once another of at least 3 min later tells that it lasted), degraded (in between, or not told for 3 min:
    // goneBriefly), unknown, reason stale (no reading speaks). The note is "4 of 320 networks". Not-monitored before
    // the first reading.
    std::vector<Span> spans;
    Beyond beyond{}; // as far as there are readings
    bool operator==(const RouteLane&) const = default;
};

// `readings` in order of time, of one voice, from `usualOver` before the range on. For each side all blocks together,
// then each block usually seen that way; a side through which nothing was ever seen has no lane. A reading does not
// speak within `unheard`: times when nobody listened, in order and apart.
std::vector<RouteLane> routeLanes(const std::vector<RouteReading>& readings, TimeRange range, UtcTime now,
                                  const std::vector<TimeRange>& unheard = {});

// Under 10 % as well, but told for less than 3 minutes, or not longer yet.
bool goneBriefly(const Span& span);

// The same as lanes of a time line: of each side, and of each of its blocks.
struct LanesOfRoutes {
    std::vector<Lane> sides, blocks;
    std::vector<std::string> sources; // who told of them in that time: "ripe-ris"
};
LanesOfRoutes lanesOf(const std::vector<RouteLane>& routes, TimeRange range);
// Above our own line, of which the last lane tells.
void addRoutes(Timeline& timeline, const LanesOfRoutes& routes);

// The share of networks that usually sees the blocks, whichever way: by median over the range, the mean of the blocks.
std::optional<double> usualShare(const std::vector<RouteReading>& readings, TimeRange range);

} // namespace kpwatch
