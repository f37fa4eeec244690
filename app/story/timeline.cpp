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

Lane finished(Lane lane, TimeRange range) {
    lane.spans = spansWithin(lane.spans, range);
    lane.shares = sharesOf(lane.spans, range);
    return lane;
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

namespace {

Lane siteLane(const Site& site, const Watchlist& watchlist, const TargetSpans& spans, TimeRange range) {
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
            others.push_back(spansWithin(own, range));
    }
    if (http == nullptr) // a site watched without its pages is what its other targets are together
        lane.spans = others.empty() ? std::vector<Span>{} : groupSpans(others);
    else
        lane.spans = siteSpans(spansWithin(*http, range), others);
    return finished(std::move(lane), range);
}

Lane groupLane(const std::string& id, const Watchlist& watchlist, const TargetSpans& spans, TimeRange range) {
    Lane lane{id, LaneKind::Group, groupLabel(id), groupLabel(id), {}, {}, {}, {}};
    std::vector<std::vector<Span>> members;
    for (const Target& target : watchlist.targets)
        if (isEnabledIn(target, {}, id)) {
            lane.targets.push_back(target.name);
            members.push_back(spansWithin(spansOf(spans, target.id), range));
        }
    lane.spans = groupSpans(members);
    return finished(std::move(lane), range);
}

} // namespace

Timeline timelineOf(const Watchlist& watchlist, const TargetSpans& spans, TimeRange range, UtcTime now) {
    Timeline timeline;
    timeline.range = {range.begin, std::max(range.begin, std::min(range.end, now))};
    timeline.now = now;
    for (const Site& site : watchlist.sites) {
        Lane lane = siteLane(site, watchlist, spans, timeline.range);
        if (!lane.targets.empty())
            timeline.lanes.push_back(std::move(lane));
    }
    for (const std::string& id : groupIds(watchlist))
        timeline.lanes.push_back(groupLane(id, watchlist, spans, timeline.range));
    timeline.lanes.push_back(
        finished({"own-line", LaneKind::OwnLine, "Our own line", "Our line", {}, {}, spansOf(spans, ownLineId), {}},
                 timeline.range));
    return timeline;
}

} // namespace kpwatch
