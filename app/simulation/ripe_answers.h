// SPDX-License-Identifier: GPL-3.0-or-later
// Answers in the shapes of RIPEstat and RIS Live, made from values: every network and every outage in them is invented.
#pragma once

#include "app/story/span.h"
#include "probes/outside/ripestat.h"

#include <nlohmann/json_fwd.hpp>

namespace kpwatch::simulation {

// The peer of full-feed network number `index` (0 ... 319), at rrc00.
RoutePeer fullPeer(int index);
std::uint32_t fullNetwork(int index);
FullFeed fullFeed(int networks = 320);

AsPath viaChina(int index);  // network, 4837, 134544, 131279
AsPath viaRussia(int index); // network, 20485, 131279

// Every fourth network over Russia, the rest over China; each of the four blocks.
std::vector<RouteSeen> usualRoutes(int networks = 320);

nlohmann::json envelope(nlohmann::json data); // status ok
std::string bgpStateBody(const std::vector<RouteSeen>& routes, UtcTime at);
std::string bgpUpdatesBody(const std::vector<RouteChange>& changes, TimeRange range);
std::string bgpPlayBody(const std::vector<RouteSeen>& initial, const std::vector<RouteChange>& changes,
                        TimeRange range);
std::string risPeersBody(const FullFeed& feed, UtcTime at);
std::string risLine(const RouteChange& change);

} // namespace kpwatch::simulation
