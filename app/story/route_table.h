// SPDX-License-Identifier: GPL-3.0-or-later
// Who sees a route to the watched blocks at this moment: the tables of full-feed peers, kept up to date change by
// change, and counted by network. Pure; one thread.
#pragma once

#include "app/story/routing.h"
#include "probes/outside/ripestat.h"
#include "probes/outside/ris_live.h"

#include <set>

namespace kpwatch {

// North Korea's network, and the blocks of it that are looked at (domain: RIPEstat announced-prefixes, APNIC).
struct WatchedRoutes {
    std::uint32_t origin = 131279;
    std::string whole = "175.45.176.0/22"; // what a stream is asked for, with everything more specific
    std::vector<std::string> blocks{"175.45.176.0/24", "175.45.177.0/24", "175.45.178.0/24", "175.45.179.0/24"};
};

enum class Side { China, Russia, Other };
// Of the network left of the origin: 134544 and 4837 are China's side, 20485 is Russia's.
Side sideOf(std::uint32_t upstream);

// A route within the watched space that is not theirs, or is more specific than a watched block.
struct StrangeRoute {
    std::string prefix;
    std::uint32_t origin = 0;
    auto operator<=>(const StrangeRoute&) const = default; // NOLINT(modernize-use-nullptr): its own comparison with 0
};

class RouteTable {
  public:
    explicit RouteTable(WatchedRoutes watched = {}) : m_watched(std::move(watched)) {}

    void know(const FullFeed& feed);     // who counts from now on
    void replace(const BgpState& state); // everything that is known, after a (re)connect
    void apply(const RouteChange& change);
    // A peer that is away neither sees nor fails to see; nor does one that is back, until it is heard of.
    void apply(const PeerState& state);
    void leaveOut(const std::set<RoutePeer>& peers); // as if they were away, until they are heard of

    // One a block, as of `at`: a network sees a block if one of its full-feed peers has a path to it, or to what covers
    // it, that ends at the origin. Who has none, but one that ends at somebody else, is counted apart. peersFull is 0
    // while nobody counts.
    std::vector<RouteReading> readings(UtcTime at, const std::string& source) const;
    // By how many networks, as full-feed peers see them.
    std::map<StrangeRoute, int> strange() const;

  private:
    const AsPath* pathTo(const RoutePeer& peer, const std::string& block, bool theirs) const;

    WatchedRoutes m_watched;
    std::map<RoutePeer, std::uint32_t> m_full;
    std::set<RoutePeer> m_away;
    std::map<RoutePeer, std::map<std::string, AsPath>> m_routes;
};

} // namespace kpwatch
