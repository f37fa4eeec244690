// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/outside/ripestat.h"

#include "probes/outside/clauses.h"
#include "probes/outside/loose_json.h"
#include "probes/wire/untrusted_text.h"

#include <algorithm>

namespace kpwatch {

namespace {

using loose::Json;

// The envelope that all calls share. Its own status says more than that of HTTP.
std::variant<Json, NoData> dataOf(std::string_view body) {
    Json document = loose::parsed(body);
    if (document.is_discarded() || !document.is_object())
        return loose::malformed();
    const std::string status = loose::text(loose::at(document, "status"));
    std::string said;
    if (const Json& messages = loose::at(document, "messages"); messages.is_array())
        for (const Json& message : messages)
            if (message.is_array() && message.size() == 2 && loose::text(message[0]) == "error")
                said = cleanedText(loose::text(message[1]), 200);
    if (status == "maintenance")
        return NoData{NoData::Why::Maintenance, said.empty() ? std::string(clauses::maintenance) : said};
    if (status != "ok")
        return NoData{NoData::Why::Error, said.empty() ? std::string(clauses::failed) : said};
    const auto data = document.find("data");
    if (data == document.end() || !data->is_object())
        return loose::malformed();
    return std::move(*data);
}

// "00-111.91.233.1"
std::optional<RoutePeer> peerOf(const Json& sourceId) {
    const std::string written = loose::text(sourceId);
    const std::size_t dash = written.find('-');
    if (dash == std::string::npos || dash == 0 || dash + 1 == written.size() || written.size() > 60)
        return std::nullopt;
    return RoutePeer{written.substr(0, dash), written.substr(dash + 1)};
}

std::optional<RouteSeen> routeOf(const Json& row) {
    const std::optional<RoutePeer> peer = peerOf(loose::at(row, "source_id"));
    std::string prefix = loose::prefix(loose::at(row, "target_prefix"));
    if (!peer || prefix.empty())
        return std::nullopt;
    return RouteSeen{*peer, std::move(prefix), loose::path(loose::at(row, "path"))};
}

// Rows of IPv6, and rows that are none, are left out: an answer that has only such is no answer.
std::optional<std::vector<RouteSeen>> routesOf(const Json& rows) {
    if (!rows.is_array())
        return std::nullopt;
    std::vector<RouteSeen> routes;
    for (const Json& row : rows)
        if (std::optional<RouteSeen> route = routeOf(row); route && !route->path.empty())
            routes.push_back(std::move(*route));
    if (routes.empty() && !rows.empty())
        return std::nullopt;
    return routes;
}

std::optional<std::vector<RouteChange>> changesOf(const Json& rows) {
    if (!rows.is_array())
        return std::nullopt;
    std::vector<RouteChange> changes;
    for (const Json& row : rows) {
        const std::optional<UtcTime> at = loose::time(loose::at(row, "timestamp"));
        std::optional<RouteSeen> route = routeOf(loose::at(row, "attrs"));
        const std::string type = loose::text(loose::at(row, "type"));
        if (!at || !route || (type != "A" && type != "W") || (type == "A") == route->path.empty())
            continue;
        changes.push_back({*at, std::move(*route)});
    }
    if (changes.empty() && !rows.empty())
        return std::nullopt;
    std::stable_sort(changes.begin(), changes.end(),
                     [](const RouteChange& one, const RouteChange& other) { return one.at < other.at; });
    return changes;
}

Told<BgpUpdates> updatesOf(std::string_view body, const char* key, bool withState) {
    const std::variant<Json, NoData> answer = dataOf(body);
    if (const auto* none = std::get_if<NoData>(&answer))
        return *none;
    const Json& data = std::get<Json>(answer);
    const std::optional<UtcTime> from = loose::time(loose::at(data, "query_starttime"));
    const std::optional<UtcTime> to = loose::time(loose::at(data, "query_endtime"));
    std::optional<std::vector<RouteChange>> changes = changesOf(loose::at(data, key));
    if (!from || !to || *to < *from || !changes)
        return loose::malformed();
    BgpUpdates updates{*from, *to, std::nullopt, std::move(*changes)};
    if (withState) {
        updates.initial = routesOf(loose::at(data, "initial_state"));
        if (!updates.initial)
            return loose::malformed();
    }
    if (updates.changes.empty() && (!updates.initial || updates.initial->empty()))
        return NoData{NoData::Why::Empty, std::string(clauses::nothing)};
    return updates;
}

} // namespace

Told<BgpState> readBgpState(std::string_view body) {
    const std::variant<Json, NoData> answer = dataOf(body);
    if (const auto* none = std::get_if<NoData>(&answer))
        return *none;
    const Json& data = std::get<Json>(answer);
    const std::optional<UtcTime> at = loose::time(loose::at(data, "query_time"));
    std::optional<std::vector<RouteSeen>> routes = routesOf(loose::at(data, "bgp_state"));
    if (!at || !routes)
        return loose::malformed();
    return BgpState{*at, std::move(*routes)};
}

Told<BgpUpdates> readBgpUpdates(std::string_view body) { return updatesOf(body, "updates", false); }
Told<BgpUpdates> readBgpPlay(std::string_view body) { return updatesOf(body, "events", true); }

std::set<std::uint32_t> FullFeed::networks() const {
    std::set<std::uint32_t> all;
    for (const auto& [peer, network] : peers)
        all.insert(network);
    return all;
}

Told<NetworkInfo> readNetworkInfo(std::string_view body) {
    const std::variant<Json, NoData> answer = dataOf(body);
    if (const auto* none = std::get_if<NoData>(&answer))
        return *none;
    const Json& networks = loose::at(std::get<Json>(answer), "asns");
    if (!networks.is_array())
        return loose::malformed();
    NetworkInfo info;
    for (const Json& each : networks)
        if (const auto network = loose::asNumber(each))
            info.networks.push_back(*network);
    return info;
}

Told<FullFeed> readRisPeers(std::string_view body) {
    const std::variant<Json, NoData> answer = dataOf(body);
    if (const auto* none = std::get_if<NoData>(&answer))
        return *none;
    const Json& data = std::get<Json>(answer);
    const std::optional<UtcTime> at = loose::time(loose::at(data, "query_time"));
    const Json& collectors = loose::at(data, "peers");
    if (!at || !collectors.is_object())
        return loose::malformed();
    struct Row {
        RoutePeer peer;
        std::uint32_t network;
        std::int64_t prefixes;
    };
    std::vector<Row> rows;
    std::int64_t most = 0;
    for (const auto& [name, peers] : collectors.items()) {
        if (!name.starts_with("rrc") || !peers.is_array())
            continue;
        for (const Json& peer : peers) {
            const std::optional<std::uint32_t> network = loose::asNumber(loose::at(peer, "asn"));
            const std::int64_t prefixes = loose::integer(loose::at(peer, "v4_prefix_count")).value_or(0);
            std::string address = loose::text(loose::at(peer, "ip"));
            if (!network || address.empty() || prefixes <= 0)
                continue;
            most = std::max(most, prefixes);
            rows.push_back({{name.substr(3), std::move(address)}, *network, prefixes});
        }
    }
    FullFeed feed{*at, {}};
    for (Row& row : rows)
        if (row.prefixes * 4 >= most * 3)
            feed.peers.emplace(std::move(row.peer), row.network);
    if (feed.peers.empty())
        return loose::malformed();
    return feed;
}

Told<RouteHistory> readRoutingHistory(std::string_view body, std::uint32_t origin) {
    const std::variant<Json, NoData> answer = dataOf(body);
    if (const auto* none = std::get_if<NoData>(&answer))
        return *none;
    const Json& origins = loose::at(std::get<Json>(answer), "by_origin");
    if (!origins.is_array())
        return loose::malformed();
    RouteHistory history;
    for (const Json& its : origins) {
        if (loose::asNumber(loose::at(its, "origin")) != origin)
            continue;
        for (const Json& row : loose::at(its, "prefixes")) {
            const std::string prefix = loose::prefix(loose::at(row, "prefix"));
            if (prefix.empty())
                continue;
            for (const Json& line : loose::at(row, "timelines")) {
                const std::optional<UtcTime> from = loose::time(loose::at(line, "starttime"));
                const std::optional<UtcTime> to = loose::time(loose::at(line, "endtime"));
                const std::optional<double> seeing = loose::number(loose::at(line, "full_peers_seeing"));
                if (from && to && *from <= *to && seeing)
                    history.byPrefix[prefix].push_back({*from, *to, *seeing});
            }
        }
    }
    if (history.byPrefix.empty())
        return NoData{NoData::Why::Empty, std::string(clauses::nothing)};
    for (auto& [prefix, stretches] : history.byPrefix)
        std::stable_sort(
            stretches.begin(), stretches.end(),
            [](const RouteHistory::Stretch& one, const RouteHistory::Stretch& other) { return one.from < other.from; });
    return history;
}

} // namespace kpwatch
