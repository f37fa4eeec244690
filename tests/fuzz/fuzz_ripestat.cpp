// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of RIPEstat and RouteViews, whatever bytes they are: the first says which call. Nothing throws, and what
// comes out is what the headers promise.
#include "app/story/past_readings.h"
#include "probes/outside/routeviews.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>

using namespace kpwatch;
using fuzzing::require;

namespace {

void check(const std::vector<RouteSeen>& routes) {
    for (const RouteSeen& route : routes) {
        require(!route.prefix.empty() && route.prefix.size() <= 18 && route.path.size() <= 255);
        require(!route.path.empty());
    }
}

void check(const std::vector<RouteReading>& readings) {
    for (const RouteReading& reading : readings)
        require(reading.peersSeeing >= 0 && reading.peersElsewhere >= 0 &&
                reading.peersSeeing + reading.peersElsewhere <= reading.peersFull);
}

void check(const BgpUpdates& updates) {
    require(updates.from <= updates.to);
    require(std::is_sorted(updates.changes.begin(), updates.changes.end(),
                           [](const RouteChange& one, const RouteChange& other) { return one.at < other.at; }));
    if (updates.to - updates.from > std::chrono::hours(2)) // more of the same costs time
        return;
    RouteTable table;
    FullFeed feed;
    for (const RouteChange& change : updates.changes)
        feed.peers.emplace(change.route.peer, static_cast<std::uint32_t>(feed.peers.size() + 1));
    table.know(feed);
    const PastSeen seen = seenOver(updates, {updates.from, updates.to}, table);
    check(seen.readings);
    require(std::is_sorted(seen.readings.begin(), seen.readings.end(),
                           [](const RouteReading& one, const RouteReading& other) { return one.at < other.at; }));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto [choice, body] = fuzzing::chosen(data, size);
    switch (choice % 7) {
    case 0:
        if (const auto told = readBgpState(body); const auto* state = std::get_if<BgpState>(&told))
            check(state->routes);
        break;
    case 1:
        if (const auto told = readBgpUpdates(body); const auto* updates = std::get_if<BgpUpdates>(&told))
            check(*updates);
        break;
    case 2:
        if (const auto told = readBgpPlay(body); const auto* updates = std::get_if<BgpUpdates>(&told)) {
            require(updates->initial.has_value());
            check(*updates->initial);
            check(*updates);
        }
        break;
    case 3:
        if (const auto told = readRisPeers(body); const auto* feed = std::get_if<FullFeed>(&told))
            require(!feed->peers.empty() && !feed->networks().empty());
        break;
    case 4:
        (void)readNetworkInfo(body);
        break;
    case 5:
        if (const auto told = readRoutingHistory(body, 131279); const auto* history = std::get_if<RouteHistory>(&told))
            for (const auto& [prefix, stretches] : history->byPrefix)
                for (const RouteHistory::Stretch& stretch : stretches)
                    require(stretch.from <= stretch.to);
        break;
    default:
        if (const auto told = readRouteViews(body); const auto* views = std::get_if<ViewsAnswer>(&told))
            check(views->routes);
        break;
    }
    return 0;
}
