// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/away_reader.h"

#include "app/history/route_reader.h"
#include "app/story/unwatched.h"

#include <algorithm>
#include <utility>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostGaps = 10;
constexpr auto notYetThere = 6min; // what was asked for reaches no closer to the moment it was asked at

} // namespace

std::vector<TimeRange> untold(const HistoryReader& reader, UtcTime now) {
    const TimeRange lately{now - usualOver, now};
    const TargetSpans spans = reader.spans({}, lately);
    const auto own = spans.find(ownLineId);
    const std::vector<PastTold> past = reader.pastTold(lately);
    std::vector<TimeRange> gaps =
        unwatched(own == spans.end() ? std::vector<Span>() : own->second, reader.readings(lately), lately);
    std::erase_if(gaps, [&](TimeRange gap) {
        return std::any_of(past.begin(), past.end(), [&](const PastTold& told) {
            return told.range.begin <= gap.begin && told.range.end >= gap.end - notYetThere;
        });
    });
    std::reverse(gaps.begin(), gaps.end());
    gaps.resize(std::min(gaps.size(), mostGaps));
    return gaps;
}

std::optional<WhileAway> whileAwayLately(const HistoryReader& reader, UtcTime now) {
    const auto latest = latestAway(reader.pastTold({now - 24h, now}), now);
    if (!latest)
        return std::nullopt;
    const TimeRange needed{latest->range.begin - usualOver, latest->range.end};
    const std::vector<RouteReading> readings = reader.readings(needed);
    const TargetSpans spans = reader.spans({}, {latest->range.begin, now});
    const auto own = spans.find(ownLineId);
    return whileAway(*latest, readings, unheardOver(reader, readings, needed),
                     own == spans.end() ? std::vector<Span>() : own->second);
}

std::optional<PastTold> askedInVain(const HistoryReader& reader, TimeRange range) {
    std::optional<PastTold> latest;
    for (PastTold& each : reader.pastTold(range))
        if (each.byPerson)
            latest = std::move(each);
    return latest && !latest->told ? latest : std::nullopt;
}

} // namespace kpwatch
