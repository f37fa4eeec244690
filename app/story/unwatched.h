// SPDX-License-Identifier: GPL-3.0-or-later
// When nobody of us watched, neither by checks nor by listening to public sources: the times whose routes are asked for
// afterwards. Pure; any thread.
#pragma once

#include "app/story/routing.h"
#include "app/story/source_news.h"

namespace kpwatch {

// Shorter ones are not worth a question (rules: gaps over ten minutes).
constexpr std::chrono::minutes leastGap{10};
// So long what was told of routes holds once nobody tells of them any more.
constexpr std::chrono::minutes heldFor{2};

// Within the range, in order of time. `ownLine`: spans of our own line, which has one of not-monitored where no program
// ran; empty where nobody ever checked. `readings`: of routesToldBy; sources are asked every ten minutes, so what lies
// between two that are further apart was not listened to, nor what follows the end of a run that only listened. A time
// that nobody has watched again yet is not over and is left out.
std::vector<TimeRange> unwatched(const std::vector<Span>& own_line, const std::vector<RouteReading>& readings,
                                 TimeRange range);

// When nobody of us listened, so that what was told before it speaks for it no longer: from the begin of each time
// without checks, which may go on, to the first reading in it. None as far as a source told of that time
// afterwards (`past`), nor for a time so short that the state asked for after it is dated before it, and tells of all
// changes since. Also from a reading in which nobody is counted, which may be the last, to the next in which somebody
// is; what was told afterwards of such a time may end before the next run's first reading, and the rest is unheard too.
// `own_line` and `readings` as above; of who never checked only the latter is known.
std::vector<TimeRange> unheard(const std::vector<Span>& own_line, const std::vector<RouteReading>& readings,
                               const std::vector<PastTold>& past);

} // namespace kpwatch
