// SPDX-License-Identifier: GPL-3.0-or-later
// What another desk saw, as lanes to be drawn beside ours, and where it agrees with us. Pure; any thread.
#pragma once

#include "app/history/colleague.h"
#include "app/story/agreement.h"

namespace kpwatch {

struct DeskTimeline {
    Colleague desk;
    std::vector<Lane>
        lanes; // its sites, groups and own line; ids begin with the name of its record, unlike any of ours
    std::vector<std::vector<AgreementSpan>>
        agreement;                 // of each lane with ours; empty where there is nothing to compare
    std::vector<Lane> targetLanes; // of every target that feeds one of them, by the ids named there
};

// One target's lane over a range, as it is shown where the lane it feeds is opened.
Lane targetLane(const Target& target, const std::vector<Span>& spans, TimeRange range, UtcTime now);

// Over the timeline's range; desks that saw nothing in it are left out.
std::vector<DeskTimeline> deskTimelines(const std::vector<ColleagueLanes>& desks, const Timeline& ours);

} // namespace kpwatch
