// SPDX-License-Identifier: GPL-3.0-or-later
// Which down times are one incident. A target that goes down opens one, or joins an open one in which something
// happened within merge_window_s, or reopens the one it has itself come back in within merge_own_gap_s. Never across
// vantage epochs. Pure; any thread.
//
// Only what had happened by an onset decides about it, so that looking on gives what looking back gives: an outage of
// weeks that ends while a storm rages does not become part of it. What a person marked as a false alarm, or set a
// window of, takes nothing that began after that, and is joined with no other by it.
#pragma once

#include "app/story/watched_then.h"

namespace kpwatch {

struct Record { // what incidents are made of
    const Watchlist& watchlist;
    const TargetSpans& spans; // of the time in question and whole down times
    std::span<const Event> events{};
    UtcTime now;
    std::chrono::milliseconds clockError{0};
    std::span<const Judgement> judgements{}; // all that was ever said, in that order
    const WatchedThen* then = nullptr;       // if the watchlist was another once; then `watchlist` is its ever()
};

// As the rules and then the person's hand have it. In order of began.by. Order, lengths and ids are filled in.
std::vector<Incident> incidentsOf(const Record& record, const Settings& settings);

} // namespace kpwatch
