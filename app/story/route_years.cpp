// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/route_years.h"

#include <algorithm>
#include <set>

namespace kpwatch {

namespace {

using namespace std::chrono_literals;

// One ends with the last second of its day and the next begins with the first: no hole.
constexpr auto sameDay = 2h;

bool isThere(const RouteStretch& stretch, UtcTime from, UtcTime to) {
    return stretch.range.begin <= from && stretch.range.end + sameDay >= to;
}

} // namespace

std::optional<Lane> yearLane(const std::vector<RouteStretch>& stretches, TimeRange range) {
    std::set<UtcTime> moments;
    UtcTime first = UtcTime::max(), last = UtcTime::min();
    for (const RouteStretch& stretch : stretches) {
        moments.insert(stretch.range.begin);
        moments.insert(stretch.range.end);
        first = std::min(first, stretch.range.begin);
        last = std::max(last, stretch.range.end);
    }
    if (moments.empty())
        return std::nullopt;
    std::vector<Span> spans;
    for (auto moment = moments.begin(); std::next(moment) != moments.end(); ++moment) {
        const UtcTime from = *moment, to = *std::next(moment);
        std::set<std::string> there, about;
        for (const RouteStretch& stretch : stretches) {
            if (isThere(stretch, from, to))
                there.insert(stretch.prefix);
            if (stretch.range.begin < to + std::chrono::days(30) && stretch.range.end > from - std::chrono::days(30))
                about.insert(stretch.prefix);
        }
        const Verdict verdict = there.empty()                 ? Verdict::Down
                                : there.size() < about.size() ? Verdict::Degraded
                                                              : Verdict::Up;
        if (!spans.empty() && spans.back().verdict == verdict)
            spans.back().range.end = to;
        else
            spans.push_back({{from, to},
                             verdict,
                             Reason::None,
                             {},
                             {},
                             std::to_string(there.size()) + " of " + std::to_string(about.size()) + " prefixes"});
    }
    if (last < range.end)
        spans.push_back({{last, range.end}, Verdict::Unknown, Reason::Stale, {}, {}, {}});
    Lane lane;
    lane.id = "routes-by-day";
    lane.kind = LaneKind::Routes;
    lane.label = lane.shortLabel = "Routes by the day";
    show(lane, spans, range, range.end);
    return lane;
}

} // namespace kpwatch
