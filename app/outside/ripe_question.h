// SPDX-License-Identifier: GPL-3.0-or-later
// A question to RIPEstat, and what there is to keep of its answer. Values; any thread.
#pragma once

#include "app/story/source_news.h"
#include "probes/outside/ripestat.h"

namespace kpwatch {

inline constexpr const char* ripeRis = "ripe-ris"; // as its readings are marked

struct RipeQuestion {
    enum class What {
        Peers,         // ris-peers: whose tables are full
        State,         // bgp-state of their network
        Reference,     // bgp-state of the reference prefix, before silence is believed
        Network,       // network-info of an address: whose it is
        Updates,       // bgp-updates from the latest state, or the one before a gap, to when the stream began, or now
        PastPeers,     // ris-peers of a past time
        PastRoutes,    // bgplay of a past time
        PastReference, // bgp-state of the reference prefix at a past moment
        Years,         // routing-history
        YearsReference // routing-history of the reference prefix, before a hole in it is believed
    };
    What what = What::State;
    std::string path; // "/data/bgp-state/data.json?resource=…", to be put after the base address
};

bool isOfThePast(RipeQuestion::What what);

std::string ripePath(const std::string& call, const std::string& rest); // with who asks
std::string ripeTime(UtcTime at);                                       // as it is asked for: UTC without saying so
std::string resourcesOf(const std::string& whole, const std::vector<std::string>& blocks, std::uint32_t origin);

// Full-feed peers that do not see the reference prefix: what they say of others is no data.
std::set<RoutePeer> blindTo(const FullFeed& feed, const BgpState& reference);

struct RipeNews {
    std::vector<RouteReading> readings;
    std::optional<NoData> trouble; // instead
    std::vector<RouteSighting> sightings{};
    std::vector<RouteStretch> stretches{};
    std::vector<PastTold> past{};
};
SourceNews withoutTrouble(RipeNews told);

} // namespace kpwatch
