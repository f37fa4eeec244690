// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds rows through a judge and collects the spans: what `replay`, a refold and the scenario tests share. Pure.
#pragma once

#include "app/story/timeline.h"

#include <span>

namespace kpwatch {

// Applies a change to the spans known so far: cuts at change.from, appends, merges equal neighbours.
void applyChange(TargetSpans& spans, const SpanChange& change);
// What `change.ended` means for the last thing that was said of them before change.from: a down time without an end
// that this can be the end of has one now. Returns whether it has.
bool endDown(Span& said, const Onset& ended);

struct Replayed {
    TargetSpans spans;
    LiveStatus status; // at the last row
    UtcTime firstRowAt, lastRowAt;
};

// Observations ordered by end time then target id, events by time; the clock is the latest row.
Replayed replayRows(const Watchlist& watchlist, const Settings& settings, std::span<const Observation> observations,
                    std::span<const Event> events, bool has_heartbeats);

} // namespace kpwatch
