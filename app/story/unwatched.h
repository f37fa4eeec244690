// SPDX-License-Identifier: GPL-3.0-or-later
// When nobody of us watched, neither by checks nor by listening to public sources: the times whose routes are asked for
// afterwards. Pure; any thread.
#pragma once

#include "app/story/routing.h"

namespace kpwatch {

// Shorter ones are not worth a question (rules: gaps over ten minutes).
constexpr std::chrono::minutes leastGap{10};

// Within the range, in order of time. `ownLine`: spans of our own line, which has one of not-monitored where no program
// ran; empty where nobody ever checked. `readings`: of routesToldBy; sources are asked every ten minutes, so what lies
// between two that are further apart was not listened to. A time that nobody has watched again yet is not over and is
// left out.
std::vector<TimeRange> unwatched(const std::vector<Span>& own_line, const std::vector<RouteReading>& readings,
                                 TimeRange range);

} // namespace kpwatch
