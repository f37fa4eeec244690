// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/while_away.h"

#include <algorithm>

namespace kpwatch {

namespace {

// A source is asked at the end of a gap, and has nothing of the minutes before.
constexpr std::chrono::minutes mostMissing{10};

// Of who only listens there is no span: what goes on, or for longer, is no gap.
UtcTime endOfGap(UtcTime covered_until, const std::vector<Span>& own_line) {
    UtcTime end = covered_until;
    bool over = true;
    for (const Span& span : own_line) {
        const bool unwatched = span.verdict == Verdict::NotMonitored && span.reason != Reason::NotStarted;
        if (span.range.begin > end)
            break;
        over = !unwatched;
        if (unwatched)
            end = std::max(end, span.range.end);
    }
    return over && end - covered_until <= mostMissing ? end : covered_until;
}

} // namespace

std::optional<PastTold> latestAway(const std::vector<PastTold>& past, UtcTime now) {
    std::optional<PastTold> latest;
    for (const PastTold& each : past)
        if (!each.byPerson && each.range.end > now - std::chrono::hours(24) && each.range.begin < now &&
            (!latest || latest->range.end <= each.range.end))
            latest = each;
    return latest;
}

WhileAway whileAway(const PastTold& away, const std::vector<RouteReading>& readings,
                    const std::vector<TimeRange>& unheard, const std::vector<Span>& own_line) {
    WhileAway tale{away.range, away.told, away.said, {}};
    tale.gap.end = endOfGap(away.range.end, own_line);
    if (tale.gap != away.range)
        tale.covered = away.range;
    for (RouteLane& lane : routeLanes(readings, away.range, away.range.end, unheard))
        if (lane.block.empty())
            tale.sides.push_back(std::move(lane));
    return tale;
}

} // namespace kpwatch
