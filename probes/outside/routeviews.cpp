// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/outside/routeviews.h"

#include "probes/outside/clauses.h"
#include "probes/outside/loose_json.h"
#include "probes/wire/untrusted_text.h"

namespace kpwatch {

namespace {

using loose::Json;

constexpr std::size_t longestName = 60; // of a collector, "route-views.sydney"; of an address

void takePeers(const Json& peers, const std::string& prefix, ViewsAnswer& answer) {
    if (!peers.is_array())
        return;
    for (const Json& row : peers) {
        RoutePeer peer{loose::text(loose::at(row, "collector")), loose::text(loose::at(row, "peer_addr"))};
        AsPath path = loose::path(loose::at(row, "as_path"));
        if (peer.address.empty() || path.empty() || peer.collector.size() > longestName ||
            peer.address.size() > longestName)
            continue;
        answer.networks[peer] = loose::asNumber(loose::at(row, "peer_asn")).value_or(path.front());
        answer.routes.push_back({std::move(peer), prefix, std::move(path)});
    }
}

} // namespace

Told<ViewsAnswer> readRouteViews(std::string_view body) {
    const Json document = loose::parsed(body);
    if (document.is_object()) // {"detail": "…"}: an error of its own
        return NoData{NoData::Why::Error, cleanedText(loose::text(loose::at(document, "detail")), 200)};
    if (document.is_discarded() || !document.is_array())
        return NoData{NoData::Why::Malformed, std::string(clauses::malformed)};
    ViewsAnswer answer;
    bool read = document.empty();
    for (const Json& row : document) {
        const std::string prefix = loose::prefix(loose::at(row, "prefix"));
        const auto origin = loose::asNumber(loose::at(row, "origin_asn"));
        const Json& peers = loose::at(row, "reporting_peers");
        if (prefix.empty() || !origin || !(peers.is_array() || peers.is_null()))
            continue;
        read = true;
        takePeers(peers, prefix, answer);
        if (loose::text(loose::at(row, "rpki_state")).starts_with("invalid"))
            answer.invalid.insert({prefix, *origin});
    }
    if (!read)
        return NoData{NoData::Why::Malformed, std::string(clauses::malformed)};
    return answer;
}

} // namespace kpwatch
