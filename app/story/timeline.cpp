// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/lane_rules.h"
#include "app/story/route_lane.h"
#include "app/story/span_list.h"
#include "app/story/state_track.h"

#include <algorithm>
#include <iterator>

namespace kpwatch {

namespace {

std::string groupLabel(const std::string& id) {
    if (id == "name-servers")
        return "Name servers";
    if (id == "mail")
        return "Mail servers";
    if (id == "routers")
        return "Routers";
    if (id == "road")
        return "Road there";
    return id;
}

const std::vector<Span>& spansOf(const TargetSpans& spans, TargetId id) {
    static const std::vector<Span> none;
    const auto found = spans.find(id);
    return found == spans.end() ? none : found->second;
}

} // namespace

std::vector<Span> spansWithin(const std::vector<Span>& spans, TimeRange range) {
    std::vector<Span> within;
    UtcTime reached = range.begin;
    for (const Span& span : spans) {
        const UtcTime begin = std::max(span.range.begin, reached);
        const UtcTime end = std::min(span.range.end, range.end);
        if (begin >= end)
            continue;
        if (begin > reached)
            append(within, notStarted({reached, begin}));
        Span cut = span;
        cut.range = {begin, end};
        append(within, std::move(cut));
        reached = end;
    }
    if (reached < range.end)
        append(within, notStarted({reached, range.end}));
    return within;
}

Shares sharesOf(const std::vector<Span>& spans, TimeRange range) {
    std::chrono::milliseconds judged{0};
    std::chrono::milliseconds down{0};
    std::chrono::milliseconds absent{0};
    for (const Span& span : spansWithin(spans, range)) {
        if (saysSomething(span.verdict))
            judged += span.range.length();
        if (span.verdict == Verdict::Down || goneBriefly(span))
            down += span.range.length();
        if (span.verdict == Verdict::NotMonitored)
            absent += span.range.length();
    }
    Shares shares;
    const auto length = static_cast<double>(range.length().count());
    if (length <= 0)
        return shares;
    if (judged.count() > 0)
        shares.upShare = static_cast<double>((judged - down).count()) / static_cast<double>(judged.count());
    shares.monitoredShare = 1.0 - static_cast<double>(absent.count()) / length;
    shares.coverage = static_cast<double>(judged.count()) / length;
    return shares;
}

namespace {

// With the whole of the down times that these cut of a lane, up to now, and with what stood beside them.
TimeRange withDownTimes(const std::vector<Span>& lane, TimeRange range, UtcTime now) {
    const auto ends = [](const Span& span) { return endsDownTime(span.verdict); };
    const auto begin = std::ranges::upper_bound(lane, range.begin, {}, [](const Span& span) { return span.range.end; });
    const auto end =
        std::ranges::lower_bound(begin, lane.end(), range.end, {}, [](const Span& span) { return span.range.begin; });
    TimeRange whole = range;
    if (beginsDown({begin, end})) {
        const auto before = std::find_if(std::make_reverse_iterator(begin), lane.rend(), ends);
        const Span& first = before == lane.rend() ? lane.front() : *before;
        whole.begin = std::min(whole.begin, first.range.begin);
    }
    if (endsDown({begin, end})) {
        const auto after = std::find_if(end, lane.end(), ends);
        const Span& last = after == lane.end() ? lane.back() : *after;
        whole.end = std::max(whole.end, std::min(last.range.end, now));
    }
    return whole;
}

} // namespace

Beyond beyond(const std::vector<Span>& spans, TimeRange range, UtcTime now) {
    if (spans.empty())
        return {};
    const auto within = [&](UtcTime from, UtcTime to) {
        return from < to ? spansWithin(spans, {from, to}) : std::vector<Span>{};
    };
    const TimeRange reach = withDownTimes(spans,
                                          {std::max(spans.front().range.begin, range.begin - reachBeyond),
                                           std::min({spans.back().range.end, range.end + reachBeyond, now})},
                                          now);
    return {within(reach.begin, range.begin), within(range.end, reach.end)};
}

void show(Lane& lane, const std::vector<Span>& spans, TimeRange range, UtcTime now) {
    lane.beyond = beyond(spans, range, now);
    lane.spans = spansWithin(spans, range);
    lane.shares = sharesOf(lane.spans, range);
}

namespace {

// What is drawn, and how far around it lanes are put together.
struct Reach {
    TimeRange range, whole;
    UtcTime now;

    // Of who was down at an edge of that, further.
    TimeRange of(const std::vector<Span>& lane) const { return withDownTimes(lane, whole, now); }
};

Reach reachOf(const TargetSpans& spans, TimeRange range, UtcTime now) {
    Reach reach{range, range, now};
    for (const auto& [id, lane] : spans)
        if (!lane.empty()) {
            reach.whole.begin = std::min(reach.whole.begin, lane.front().range.begin);
            reach.whole.end = std::max(reach.whole.end, lane.back().range.end);
        }
    reach.whole.begin = std::max(reach.whole.begin, range.begin - reachBeyond);
    reach.whole.end = std::max(range.end, std::min({reach.whole.end, range.end + reachBeyond, now}));
    return reach;
}

std::vector<std::vector<Span>> allWithin(const std::vector<const std::vector<Span>*>& lanes, TimeRange range) {
    std::vector<std::vector<Span>> all;
    for (const std::vector<Span>* const lane : lanes)
        all.push_back(spansWithin(*lane, range));
    return all;
}

void showTogether(Lane& lane, const std::vector<const std::vector<Span>*>& members, const Reach& reach) {
    TimeRange whole = reach.whole;
    for (const std::vector<Span>* const member : members) {
        const TimeRange its = reach.of(*member);
        whole = {std::min(whole.begin, its.begin), std::max(whole.end, its.end)};
    }
    const auto all = allWithin(members, whole);
    show(lane, all.empty() ? std::vector<Span>{} : groupSpans(all), reach.range, whole.end);
}

Lane siteLane(const Site& site, const Watchlist& watchlist, const TargetSpans& spans, const Reach& reach) {
    Lane lane{site.id, LaneKind::Site, site.label, site.shortLabel, site.host, {}, {}, {}};
    const std::vector<Span>* http = nullptr;
    std::vector<const std::vector<Span>*> others;
    for (const Target& target : watchlist.targets) {
        if (!isEnabledIn(target, site.id, {}))
            continue;
        if (lane.targets.empty())
            lane.interval = target.interval;
        lane.targets.push_back(target.name);
        const auto& own = spansOf(spans, target.id);
        if (target.layer == Layer::Http && http == nullptr)
            http = &own;
        else
            others.push_back(&own);
    }
    if (http == nullptr) { // a site watched without its pages is what its other targets are together
        showTogether(lane, others, reach);
        return lane;
    }
    const TimeRange whole = reach.of(*http);
    show(lane, siteSpans(spansWithin(*http, whole), allWithin(others, whole)), reach.range, whole.end);
    return lane;
}

Lane groupLane(const std::string& id, const Watchlist& watchlist, const TargetSpans& spans, const Reach& reach) {
    Lane lane{id, LaneKind::Group, groupLabel(id), groupLabel(id), {}, {}, {}, {}};
    std::vector<const std::vector<Span>*> members;
    for (const Target& target : watchlist.targets)
        if (isEnabledIn(target, {}, id)) {
            lane.targets.push_back(target.name);
            members.push_back(&spansOf(spans, target.id));
        }
    showTogether(lane, members, reach);
    return lane;
}

} // namespace

Timeline timelineOf(const Watchlist& watchlist, const TargetSpans& spans, TimeRange range, UtcTime now) {
    Timeline timeline;
    timeline.range = {range.begin, std::max(range.begin, std::min(range.end, now))};
    timeline.now = now;
    const Reach reach = reachOf(spans, timeline.range, now);
    for (const Site& site : watchlist.sites) {
        Lane lane = siteLane(site, watchlist, spans, reach);
        if (!lane.targets.empty())
            timeline.lanes.push_back(std::move(lane));
    }
    for (const std::string& id : groupIds(watchlist))
        timeline.lanes.push_back(groupLane(id, watchlist, spans, reach));
    Lane own{"own-line", LaneKind::OwnLine, "Our own line", "Our line", {}, {}, {}, {}};
    show(own, spansOf(spans, ownLineId), timeline.range, now);
    timeline.lanes.push_back(std::move(own));
    return timeline;
}

} // namespace kpwatch
