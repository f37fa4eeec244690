// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/desk_timeline.h"

#include <algorithm>

namespace kpwatch {
namespace {

bool sawAnything(const Lane& lane) {
    return std::ranges::any_of(lane.spans, [](const Span& span) { return span.verdict != Verdict::NotMonitored; });
}

// Their line is not ours: there is nothing to compare.
const Lane* counterpart(const Timeline& ours, const Lane& theirs) {
    const auto found = std::ranges::find_if(
        ours.lanes, [&](const Lane& lane) { return lane.kind == theirs.kind && lane.id == theirs.id; });
    return theirs.kind == LaneKind::OwnLine || found == ours.lanes.end() ? nullptr : &*found;
}

DeskTimeline beside(const Timeline& ours, const ColleagueLanes& theirs) {
    DeskTimeline shown;
    shown.desk = theirs.desk;
    const std::string within = theirs.desk.id + '/';
    for (Lane& lane : timelineOf(theirs.watchlist, theirs.spans, ours.range, ours.now).lanes) {
        shown.agreement.emplace_back();
        if (const Lane* const own = counterpart(ours, lane)) {
            shown.agreement.back() = agreementOf(own->spans, lane.spans, ours.range);
            lane.label = own->label; // a file often knows no more of a site than its id
            lane.shortLabel = own->shortLabel;
        } else if (lane.kind == LaneKind::OwnLine) {
            lane.label = lane.shortLabel = "Their own line";
        }
        lane.id.insert(0, within);
        for (std::string& target : lane.targets)
            target.insert(0, within);
        shown.lanes.push_back(std::move(lane));
    }
    for (const Target& target : theirs.watchlist.targets) {
        if (!target.enabled)
            continue;
        const auto spans = theirs.spans.find(target.id);
        shown.targetLanes.push_back(targetLane(
            target, spans == theirs.spans.end() ? std::vector<Span>() : spans->second, ours.range, ours.now));
        shown.targetLanes.back().id.insert(0, within);
    }
    return shown;
}

} // namespace

Lane targetLane(const Target& target, const std::vector<Span>& spans, TimeRange range, UtcTime now) {
    Lane lane;
    lane.id = target.name;
    lane.kind = LaneKind::Target;
    lane.label = target.label;
    lane.shortLabel = target.shortLabel;
    lane.host = hostOf(target.probe);
    lane.targets = {target.name};
    show(lane, spans, range, now);
    return lane;
}

std::vector<DeskTimeline> deskTimelines(const std::vector<ColleagueLanes>& desks, const Timeline& ours) {
    std::vector<DeskTimeline> shown;
    for (const ColleagueLanes& desk : desks)
        if (DeskTimeline lanes = beside(ours, desk); std::ranges::any_of(lanes.lanes, sawAnything))
            shown.push_back(std::move(lanes));
    return shown;
}

} // namespace kpwatch
