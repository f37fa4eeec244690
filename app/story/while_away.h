// SPDX-License-Identifier: GPL-3.0-or-later
// What the routes did while nobody of us watched, as public routing data tell it afterwards. No data is neither
// "visible" nor "gone". Pure; any thread.
#pragma once

#include "app/story/route_lane.h"
#include "app/story/source_news.h"

namespace kpwatch {

struct WhileAway {
    TimeRange gap;                      // all of it
    bool told = false;                  // the source had something for that time
    std::string said;                   // why not
    std::vector<RouteLane> sides;       // over what is covered, of all blocks together; may be empty
    std::optional<TimeRange> covered{}; // by the answer; nullopt: all of the gap
    bool operator==(const WhileAway&) const = default;
};

// The latest time that was asked for because nobody had watched, if it ended less than a day before `now`.
std::optional<PastTold> latestAway(const std::vector<PastTold>& past, UtcTime now);
// `readings` from `usualOver` before its begin on; `unheard` as for routeLanes; `own_line`: spans of our own line until
// now, by which the gap may have gone on for some minutes that the source did not have yet.
WhileAway whileAway(const PastTold& away, const std::vector<RouteReading>& readings,
                    const std::vector<TimeRange>& unheard, const std::vector<Span>& own_line);

} // namespace kpwatch
