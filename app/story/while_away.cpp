// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/while_away.h"

#include <algorithm>

namespace kpwatch {

std::optional<PastTold> latestAway(const std::vector<PastTold>& past, UtcTime now) {
    std::optional<PastTold> latest;
    for (const PastTold& each : past)
        if (!each.byPerson && each.range.end > now - std::chrono::hours(24) && each.range.begin < now &&
            (!latest || latest->range.end <= each.range.end))
            latest = each;
    return latest;
}

WhileAway whileAway(const PastTold& away, const std::vector<RouteReading>& readings,
                    const std::vector<TimeRange>& unheard) {
    WhileAway tale{away.range, away.told, away.said, {}};
    for (RouteLane& lane : routeLanes(readings, away.range, away.range.end, unheard))
        if (lane.block.empty())
            tale.sides.push_back(std::move(lane));
    return tale;
}

} // namespace kpwatch
