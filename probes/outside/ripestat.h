// SPDX-License-Identifier: GPL-3.0-or-later
// RIPEstat's data calls (https://stat.ripe.net/docs/data_api), read: bytes become values or "no data", whatever came.
// A HTTP 200 may hold an error, and an empty list of an old time means that the source does not reach back. Pure; any
// thread.
#pragma once

#include "probes/outside/routes_seen.h"

#include <map>
#include <optional>
#include <set>

namespace kpwatch {

// bgp-state: every route to the resource at one moment. No route at all is an answer.
struct BgpState {
    UtcTime at; // query_time of the answer
    std::vector<RouteSeen> routes;
};
Told<BgpState> readBgpState(std::string_view body);

// bgp-updates and bgplay: what changed in a time. Without anything in it at all it is no data.
struct BgpUpdates {
    UtcTime from, to;
    std::optional<std::vector<RouteSeen>> initial; // bgplay only: what there was at `from`
    std::vector<RouteChange> changes;              // in order of time
};
Told<BgpUpdates> readBgpUpdates(std::string_view body);
Told<BgpUpdates> readBgpPlay(std::string_view body);

// ris-peers: who tells RIS a full table of IPv4, which is at least three quarters of the longest that anybody tells.
struct FullFeed {
    UtcTime at;                               // a snapshot of 00, 08 or 16 UTC
    std::map<RoutePeer, std::uint32_t> peers; // and their networks
    std::set<std::uint32_t> networks() const;
};
Told<FullFeed> readRisPeers(std::string_view body);

// network-info: who announces the space an address lies in. Nobody at all is an answer.
struct NetworkInfo {
    std::vector<std::uint32_t> networks;
};
Told<NetworkInfo> readNetworkInfo(std::string_view body);

// routing-history: days and years, coarse.
struct RouteHistory {
    struct Stretch {
        UtcTime from, to;
        double peersSeeing = 0; // full-feed peers (not networks), a mean
    };
    std::map<std::string, std::vector<Stretch>> byPrefix; // of the origin asked for, in order of time
};
Told<RouteHistory> readRoutingHistory(std::string_view body, std::uint32_t origin);

} // namespace kpwatch
