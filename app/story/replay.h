// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds rows through a judge and collects the spans: what `replay`, a refold and the scenario tests share. Pure.
#pragma once

#include "app/story/timeline.h"

#include <span>

namespace kpwatch {

// Applies a change to the spans known so far: cuts at change.from, appends, merges equal neighbours.
void applyChange(TargetSpans& spans, const SpanChange& change);
// What an end that is told from then on means for the last thing that was said of them before: a down time without an
// end, or with one told from then on too, ended then. Returns whether that is new.
bool endDown(Span& said, const Onset& ended, UtcTime from);

struct Replayed {
    TargetSpans spans;
    LiveStatus status; // at the last row
    UtcTime firstRowAt, lastRowAt;
};

// Observations ordered by end time then target id, events by time; the clock is the latest row.
Replayed replayRows(const Watchlist& watchlist, const Settings& settings, std::span<const Observation> observations,
                    std::span<const Event> events, bool has_heartbeats);

} // namespace kpwatch
