// SPDX-License-Identifier: GPL-3.0-or-later
// Routes by the day, over years: a lane of its own, coarse, that says nothing of sides, nor of today. Pure; any thread.
#pragma once

#include "app/story/source_news.h"
#include "app/story/timeline.h"

namespace kpwatch {

// Shorter ranges are told by readings; what is known by the day would only look as if it were as fine.
constexpr std::chrono::days byTheDayFrom{14};

// Whether none was seen between two times that some were. Of their own prefixes alone.
bool leaveHole(std::vector<RouteStretch> stretches);

// Up while every prefix that was seen about then was, degraded while some were, down where none was between two times
// that some were, and the reference prefix was all the while; without that it is unknown (stale), as after the last;
// before the first it is not-monitored. nullopt without any.
std::optional<Lane> yearLane(const std::vector<RouteStretch>& stretches, TimeRange range);

} // namespace kpwatch
