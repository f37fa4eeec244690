// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulation/ripe_answers.h"

#include <nlohmann/json.hpp>

namespace kpwatch::simulation {

namespace {

using nlohmann::json;

constexpr std::uint32_t origin = 131279;

// As RIPEstat writes it: UTC without saying so.
std::string bareTime(UtcTime at) { return isoUtc(at).substr(0, 19); }
std::string sourceId(const RoutePeer& peer) { return peer.collector + "-" + peer.address; }

json routeRow(const RouteSeen& route) {
    return {{"target_prefix", route.prefix},
            {"source_id", sourceId(route.peer)},
            {"path", route.path},
            {"community", json::array()}};
}

json rowsOf(const std::vector<RouteSeen>& routes) {
    json rows = json::array();
    for (const RouteSeen& route : routes)
        rows.push_back(routeRow(route));
    return rows;
}

json changesOf(const std::vector<RouteChange>& changes) {
    json rows = json::array();
    for (const RouteChange& change : changes) {
        json attrs{{"source_id", sourceId(change.route.peer)}, {"target_prefix", change.route.prefix}};
        if (!change.route.path.empty())
            attrs["path"] = change.route.path;
        rows.push_back({{"seq", rows.size() + 1},
                        {"timestamp", bareTime(change.at)},
                        {"type", change.route.path.empty() ? "W" : "A"},
                        {"attrs", std::move(attrs)}});
    }
    return rows;
}

std::string rangeBody(json data, TimeRange range) {
    data["query_starttime"] = bareTime(range.begin);
    data["query_endtime"] = bareTime(range.end);
    data["resource"] = std::to_string(origin);
    return envelope(std::move(data)).dump();
}

} // namespace

RoutePeer fullPeer(int index) {
    return {"00", "198.18." + std::to_string(index / 250) + "." + std::to_string(index % 250 + 1)};
}
std::uint32_t fullNetwork(int index) { return 64512U + static_cast<std::uint32_t>(index); }

FullFeed fullFeed(int networks) {
    FullFeed feed;
    for (int i = 0; i < networks; ++i)
        feed.peers.emplace(fullPeer(i), fullNetwork(i));
    return feed;
}

AsPath viaChina(int index) { return {fullNetwork(index), 4837, 134544, origin}; }
AsPath viaRussia(int index) { return {fullNetwork(index), 20485, origin}; }

std::vector<RouteSeen> usualRoutes(int networks) {
    std::vector<RouteSeen> routes;
    for (int i = 0; i < networks; ++i)
        for (const char* block : {"175.45.176.0/24", "175.45.177.0/24", "175.45.178.0/24", "175.45.179.0/24"})
            routes.push_back({fullPeer(i), block, i % 4 == 0 ? viaRussia(i) : viaChina(i)});
    return routes;
}

json envelope(json data) {
    return {{"messages", json::array()},
            {"version", "1.1"},
            {"status", "ok"},
            {"status_code", 200},
            {"data", std::move(data)}};
}

std::string bgpStateBody(const std::vector<RouteSeen>& routes, UtcTime at) {
    return envelope({{"bgp_state", rowsOf(routes)},
                     {"nr_routes", routes.size()},
                     {"query_time", bareTime(at)},
                     {"resource", std::to_string(origin)}})
        .dump();
}

std::string bgpUpdatesBody(const std::vector<RouteChange>& changes, TimeRange range) {
    return rangeBody({{"updates", changesOf(changes)}, {"nr_updates", changes.size()}}, range);
}

std::string bgpPlayBody(const std::vector<RouteSeen>& initial, const std::vector<RouteChange>& changes,
                        TimeRange range) {
    return rangeBody({{"initial_state", rowsOf(initial)}, {"events", changesOf(changes)}}, range);
}

std::string risPeersBody(const FullFeed& feed, UtcTime at) {
    json peers = json::object();
    for (const auto& [peer, network] : feed.peers)
        peers["rrc" + peer.collector].push_back({{"asn", std::to_string(network)},
                                                 {"ip", peer.address},
                                                 {"v4_prefix_count", 950'000},
                                                 {"v6_prefix_count", 0}});
    // As in the world, most peers tell less than everything.
    peers["rrc01"].push_back(
        {{"asn", "64400"}, {"ip", "203.0.113.9"}, {"v4_prefix_count", 248}, {"v6_prefix_count", 0}});
    return envelope({{"query_time", bareTime(at)}, {"peers", std::move(peers)}}).dump();
}

std::string risLine(const RouteChange& change) {
    json data{{"timestamp", static_cast<double>(change.at.time_since_epoch().count()) / 1000},
              {"peer", change.route.peer.address},
              {"peer_asn", change.route.path.empty() ? "64512" : std::to_string(change.route.path.front())},
              {"host", "rrc" + change.route.peer.collector + ".ripe.net"},
              {"type", "UPDATE"},
              {"path", change.route.path},
              {"announcements", json::array()},
              {"withdrawals", json::array()}};
    if (change.route.path.empty())
        data["withdrawals"].push_back(change.route.prefix);
    else
        data["announcements"].push_back({{"next_hop", change.route.peer.address}, {"prefixes", {change.route.prefix}}});
    return json{{"type", "ris_message"}, {"data", std::move(data)}}.dump();
}

} // namespace kpwatch::simulation
