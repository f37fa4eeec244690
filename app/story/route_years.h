// SPDX-License-Identifier: GPL-3.0-or-later
// Routes by the day, over years: a lane of its own, coarse, that says nothing of sides, nor of today. Pure; any thread.
#pragma once

#include "app/story/source_news.h"
#include "app/story/timeline.h"

namespace kpwatch {

// Shorter ranges are told by readings; what is known by the day would only look as if it were as fine.
constexpr std::chrono::days byTheDayFrom{14};

// Up while every prefix that was seen about then was, degraded while some were, down where none was between two times
// that some were; before the first it is not-monitored, after the last unknown (stale). nullopt without any.
std::optional<Lane> yearLane(const std::vector<RouteStretch>& stretches, TimeRange range);

} // namespace kpwatch
