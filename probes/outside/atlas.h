// SPDX-License-Identifier: GPL-3.0-or-later
// RIPE Atlas' API v2 (https://atlas.ripe.net/docs/apis/), read: the latest results of a public measurement that the
// person named. A probe's own trouble is no vote, and neither is what a probe says whose clock is off. Pure; any
// thread.
#pragma once

#include "probes/outside/place_answer.h"
#include "probes/outside/routes_seen.h"

namespace kpwatch {

struct AtlasResult {
    std::int64_t probe = 0;
    UtcTime at;
    std::string kind;          // "ping", "dns", "traceroute", "sslcert"
    std::string address, name; // of what was asked; either may be empty
    PlaceSaid said = PlaceSaid::NoVote;
    bool operator==(const AtlasResult&) const = default;
};

struct AtlasResults {
    std::int64_t measurement = 0;
    std::vector<AtlasResult> results; // in order of time
};

// What results/ and latest/ bring: a list. An empty one is no data.
Told<AtlasResults> readAtlas(std::string_view body, std::int64_t measurement);

} // namespace kpwatch
