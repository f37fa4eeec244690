// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/incident_lengths.h"

#include "app/story/lane_rules.h"
#include "app/story/state_track.h"

#include <algorithm>

namespace kpwatch {

namespace {

using Ranges = std::vector<TimeRange>;

Ranges common(const Ranges& one, const Ranges& other) {
    Ranges both;
    for (auto left = one.begin(), right = other.begin(); left != one.end() && right != other.end();) {
        const TimeRange shared{std::max(left->begin, right->begin), std::min(left->end, right->end)};
        if (shared.begin < shared.end)
            both.push_back(shared);
        (left->end < right->end ? left : right)++;
    }
    return both;
}

std::chrono::milliseconds unionLength(Ranges ranges) {
    std::sort(ranges.begin(), ranges.end(),
              [](const TimeRange& left, const TimeRange& right) { return left.begin < right.begin; });
    std::chrono::milliseconds length{0};
    UtcTime reached = UtcTime::min();
    for (const TimeRange& range : ranges) {
        const UtcTime begin = std::max(range.begin, reached);
        if (begin < range.end)
            length += range.end - begin;
        reached = std::max(reached, range.end);
    }
    return length;
}

std::optional<UtcTime> firstSaid(const std::vector<Span>& lane) {
    const auto first =
        std::find_if(lane.begin(), lane.end(), [](const Span& span) { return saysSomething(span.verdict); });
    return first == lane.end() ? std::nullopt : std::optional(first->range.begin);
}

Ranges downWithin(const std::vector<Span>& lane, TimeRange range) {
    auto span = std::lower_bound(lane.begin(), lane.end(), range.begin,
                                 [](const Span& each, UtcTime begin) { return each.range.end <= begin; });
    Ranges down;
    for (; span != lane.end() && span->range.begin < range.end; ++span)
        if (span->verdict == Verdict::Down)
            down.push_back({std::max(span->range.begin, range.begin), std::min(span->range.end, range.end)});
    return down;
}

std::chrono::milliseconds widthOf(const Onset& onset) {
    return onset.after ? onset.by - *onset.after : std::chrono::milliseconds{0};
}

} // namespace

SiteSilence::SiteSilence(const Watchlist& watchlist, const TargetSpans& spans) {
    const auto add = [&](bool sites_only) {
        for (const Target& target : watchlist.targets) {
            if (!target.enabled || (sites_only && (target.site.empty() || target.layer != Layer::Http)))
                continue;
            const auto lane = spans.find(target.id);
            if (lane == spans.end())
                continue;
            if (const auto since = firstSaid(lane->second))
                m_lanes.push_back({target.id, &lane->second, *since});
        }
    };
    add(true);
    if (m_lanes.empty())
        add(false);
}

std::vector<TimeRange> SiteSilence::within(TimeRange range, std::span<const TargetId> without) const {
    std::optional<Ranges> silent;
    for (const Lane& lane : m_lanes) {
        if (lane.since > range.end || std::find(without.begin(), without.end(), lane.target) != without.end())
            continue;
        const Ranges down = downWithin(*lane.spans, range);
        silent = silent ? common(*silent, down) : down;
        if (silent->empty())
            break;
    }
    return silent.value_or(Ranges());
}

Lengths lengthsOf(const Incident& incident, const SiteSilence& silence, UtcTime now) {
    const TimeRange whole{incident.firstFailure(), incident.end(now)};
    Lengths lengths;
    lengths.untilSteady = whole.length();
    Ranges down;
    for (const Member& member : incident.members)
        for (const DownTime& time : member.downTimes) {
            for (const TimeRange& piece : time.seen) // one that goes on is drawn a little past the last row
                down.push_back({piece.begin, std::min(piece.end, whole.end)});
            lengths.atLeast = lengths.atLeast || time.seen.size() > 1 || !time.ended;
        }
    lengths.atLeastOne = unionLength(std::move(down));
    const Ranges none = silence.within(whole, incident.excluded);
    if (!none.empty())
        lengths.noneAnswered = unionLength(none);
    lengths.atLeast = lengths.atLeast || !incident.began.after;
    lengths.uncertainty =
        widthOf(incident.began) + (incident.ended ? widthOf(*incident.ended) : std::chrono::milliseconds{0});
    return lengths;
}

bool noneAnswersNow(const Incident& incident, const SiteSilence& silence, UtcTime now) {
    if (incident.over())
        return false;
    const UtcTime seen = incident.seenUntil(now);
    const Ranges none = silence.within({incident.firstFailure(), seen}, incident.excluded);
    return !none.empty() && none.back().end >= seen;
}

} // namespace kpwatch
