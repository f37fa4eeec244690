// SPDX-License-Identifier: GPL-3.0-or-later
// A story with every ring of controls: line controls of both transports and for mail, long-haul and transit on both
// sides, negative ones; and a mail target and a ping beside the sites. The transit controls have answered for two days.
#pragma once

#include "app/story/replay.h"
#include "tests/support/story.h"

namespace kpwatch::test {

Watchlist ringedWatchlist();

struct RingedStory {
    RingedStory();

    Story story;
    std::vector<std::function<void(Observation&)>> touches; // what Outcome cannot say of a row
    std::vector<std::function<void(Story::Rows&)>> edits;
    bool transitProven = true;

    bool is(const Observation& row, const std::string& name) const { return row.target == idOf(name); }
    bool isTarget(const Observation& row) const { return !story.watchlist().isControl(row.target); }
    TargetId idOf(const std::string& name) const { return story.watchlist().findByName(name)->id; }

    // Everybody of a transport, targets and controls; nobody answers the negative ones.
    void transportSees(Transport transport, int from, int to, const Outcome& outcome);
    void ringSees(Ring ring, int from, int to, const Outcome& outcome);
    void everybodySees(int from, int to, const Outcome& outcome); // but the negative ones
    // All sites, name servers, routers.
    void sitesDie(int from, int to) { story.allTargetsSee(from, to, Outcome::timeout()); }

    Replayed judged(int end) const;
    // Once more with the clock moved and questions asked at every row: must be the same.
    TargetSpans judgedLive(int end) const;
};

} // namespace kpwatch::test
