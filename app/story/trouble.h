// SPDX-License-Identifier: GPL-3.0-or-later
// What went before a failure: checks that were lost or came back slowly in the 20 minutes before a target stopped
// answering, beyond what the road there lost meanwhile. Pure; any thread.
#pragma once

#include "app/story/incident.h"
#include "probes/observation.h"

#include <functional>

namespace kpwatch {

struct Trouble {
    int checks = 0, lost = 0, slow = 0; // of the 20 minutes before the first failed check, without re-checks
    double onTheRoad = 0;               // share lost or slow of the transit controls of its side meanwhile
    std::optional<UtcTime> first;       // start of the first that was lost or slow

    double share() const { return checks == 0 ? 0 : static_cast<double>(lost + slow) / checks; }
    double beyondTheRoad() const { return share() - onTheRoad; }
    bool operator==(const Trouble&) const = default;
};

// Checks of one target or control, in order of their start.
using ChecksOf = std::function<std::vector<Observation>(const Target&, TimeRange)>;

struct TroubleBefore {
    std::map<TargetId, Trouble> of; // each member's
    int alikeDays = 0;              // of the 7 days before: those in trouble now lost as much in the same hour
};
// Reads the checks of each member and of the transit controls, of the 7 days before only the hour in question, and that
// only if there was trouble at all.
TroubleBefore troubleBefore(const Incident& incident, const Watchlist& watchlist, const ChecksOf& checks);

} // namespace kpwatch
