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
    for (Lane& lane : timelineOf(theirs.watchlist, theirs.spans, ours.range, ours.now).lanes) {
        shown.agreement.emplace_back();
        if (const Lane* const own = counterpart(ours, lane)) {
            shown.agreement.back() = agreementOf(own->spans, lane.spans, ours.range);
            lane.label = own->label; // a file often knows no more of a site than its id
            lane.shortLabel = own->shortLabel;
        } else if (lane.kind == LaneKind::OwnLine) {
            lane.label = lane.shortLabel = "Their own line";
        }
        lane.id.insert(0, theirs.desk.id + '/');
        shown.lanes.push_back(std::move(lane));
    }
    return shown;
}

} // namespace

std::vector<DeskTimeline> deskTimelines(const std::vector<ColleagueLanes>& desks, const Timeline& ours) {
    std::vector<DeskTimeline> shown;
    for (const ColleagueLanes& desk : desks)
        if (DeskTimeline lanes = beside(ours, desk); std::ranges::any_of(lanes.lanes, sawAnything))
            shown.push_back(std::move(lanes));
    return shown;
}

} // namespace kpwatch
