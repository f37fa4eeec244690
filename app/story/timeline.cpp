// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/lane_rules.h"
#include "app/story/span_list.h"
#include "app/story/state_track.h"

#include <algorithm>

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
        if (span.verdict == Verdict::Down)
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

Beyond beyond(const std::vector<Span>& spans, TimeRange range, UtcTime now) {
    if (spans.empty())
        return {};
    const auto within = [&](UtcTime from, UtcTime to) {
        return from < to ? spansWithin(spans, {from, to}) : std::vector<Span>{};
    };
    return {within(std::max(spans.front().range.begin, range.begin - reachBeyond), range.begin),
            within(range.end, std::min({spans.back().range.end, range.end + reachBeyond, now}))};
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
};

Reach reachOf(const TargetSpans& spans, TimeRange range, UtcTime now) {
    Reach reach{range, range};
    for (const auto& [id, lane] : spans)
        if (!lane.empty()) {
            reach.whole.begin = std::min(reach.whole.begin, lane.front().range.begin);
            reach.whole.end = std::max(reach.whole.end, lane.back().range.end);
        }
    reach.whole.begin = std::max(reach.whole.begin, range.begin - reachBeyond);
    reach.whole.end = std::max(range.end, std::min({reach.whole.end, range.end + reachBeyond, now}));
    return reach;
}

Lane siteLane(const Site& site, const Watchlist& watchlist, const TargetSpans& spans, const Reach& reach) {
    Lane lane{site.id, LaneKind::Site, site.label, site.shortLabel, site.host, {}, {}, {}};
    const std::vector<Span>* http = nullptr;
    std::vector<std::vector<Span>> others;
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
            others.push_back(spansWithin(own, reach.whole));
    }
    if (http == nullptr) // a site watched without its pages is what its other targets are together
        show(lane, others.empty() ? std::vector<Span>{} : groupSpans(others), reach.range, reach.whole.end);
    else
        show(lane, siteSpans(spansWithin(*http, reach.whole), others), reach.range, reach.whole.end);
    return lane;
}

Lane groupLane(const std::string& id, const Watchlist& watchlist, const TargetSpans& spans, const Reach& reach) {
    Lane lane{id, LaneKind::Group, groupLabel(id), groupLabel(id), {}, {}, {}, {}};
    std::vector<std::vector<Span>> members;
    for (const Target& target : watchlist.targets)
        if (isEnabledIn(target, {}, id)) {
            lane.targets.push_back(target.name);
            members.push_back(spansWithin(spansOf(spans, target.id), reach.whole));
        }
    show(lane, groupSpans(members), reach.range, reach.whole.end);
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
