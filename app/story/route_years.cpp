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

bool isReference(const RouteStretch& stretch) { return stretch.prefix == referencePrefix; }

Span spanOver(TimeRange range, const std::vector<RouteStretch>& stretches) {
    std::set<std::string> there, about;
    bool reference = false;
    for (const RouteStretch& stretch : stretches) {
        const bool is_there = isThere(stretch, range.begin, range.end);
        if (isReference(stretch)) {
            reference = reference || is_there;
            continue;
        }
        if (is_there)
            there.insert(stretch.prefix);
        if (stretch.range.begin < range.end + std::chrono::days(30) &&
            stretch.range.end > range.begin - std::chrono::days(30))
            about.insert(stretch.prefix);
    }
    if (there.empty() && !reference)
        return {range, Verdict::Unknown, Reason::Stale, {}, {}, {}};
    const Verdict verdict = there.empty()                 ? Verdict::Down
                            : there.size() < about.size() ? Verdict::Degraded
                                                          : Verdict::Up;
    return {range, verdict, Reason::None,
            {},    {},      std::to_string(there.size()) + " of " + std::to_string(about.size()) + " prefixes"};
}

} // namespace

bool leaveHole(std::vector<RouteStretch> stretches) {
    std::ranges::sort(stretches, {}, [](const RouteStretch& stretch) { return stretch.range.begin; });
    std::optional<UtcTime> until;
    for (const RouteStretch& stretch : stretches) {
        if (until && *until + sameDay < stretch.range.begin)
            return true;
        until = std::max(until.value_or(stretch.range.end), stretch.range.end);
    }
    return false;
}

std::optional<Lane> yearLane(const std::vector<RouteStretch>& stretches, TimeRange range) {
    std::set<UtcTime> moments, references;
    for (const RouteStretch& stretch : stretches)
        for (const UtcTime moment : {stretch.range.begin, stretch.range.end})
            (isReference(stretch) ? references : moments).insert(moment);
    if (moments.size() < 2) // nothing, or what lasted no time
        return std::nullopt;
    const UtcTime first = *moments.begin(), last = *moments.rbegin();
    moments.insert(references.upper_bound(first), references.lower_bound(last));
    std::vector<Span> spans;
    for (auto moment = moments.begin(); std::next(moment) != moments.end(); ++moment) {
        Span span = spanOver({*moment, *std::next(moment)}, stretches);
        if (!spans.empty() && spans.back().verdict == span.verdict)
            spans.back().range.end = span.range.end;
        else
            spans.push_back(std::move(span));
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
