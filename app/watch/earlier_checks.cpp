// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch/earlier_checks.h"

#include "app/history/history_reader.h"

#include <algorithm>

namespace kpwatch {

std::vector<Schedule::Earlier> earlierChecks(const HistoryReader& reader, const Watchlist& watchlist,
                                             const SameMoment& now) {
    constexpr std::chrono::seconds window{60};      // the caps' own (politeness.cpp)
    constexpr std::chrono::seconds unseen_life{60}; // how long a run goes on at most after the last row that it left
    // The record keeps whole milliseconds, cut off.
    const auto steady_of = [&now](UtcTime at) {
        return now.steady - std::max(now.utc - at - std::chrono::milliseconds{1}, std::chrono::milliseconds{0});
    };
    std::vector<Schedule::Earlier> left;
    std::optional<UtcTime> ended;
    reader.rows(watchlist, {now.utc - window - unseen_life, now.utc}, [&](const Observation* row, const Event* event) {
        if (row && row->startedAt >= now.utc - window)
            left.push_back({row->target, Address::parse(row->peer), row->recheck, steady_of(row->startedAt)});
        ended = event && std::holds_alternative<Stopped>(event->what) ? event->at : now.utc;
    });
    if (ended && *ended > now.utc - window) {
        const auto under_way = [&](const Target& target) {
            if (target.enabled)
                left.push_back({target.id, {}, false, steady_of(*ended)});
        };
        std::ranges::for_each(watchlist.targets, under_way);
        for (const Control& control : watchlist.controls)
            under_way(control.target);
    }
    std::ranges::stable_sort(left, {}, &Schedule::Earlier::at);
    return left;
}

} // namespace kpwatch
