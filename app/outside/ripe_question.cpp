// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outside/ripe_question.h"

namespace kpwatch {

bool isOfThePast(RipeQuestion::What what) {
    switch (what) {
    case RipeQuestion::What::PastPeers:
    case RipeQuestion::What::PastRoutes:
    case RipeQuestion::What::PastReference:
    case RipeQuestion::What::Years:
    case RipeQuestion::What::YearsReference:
        return true;
    case RipeQuestion::What::Peers:
    case RipeQuestion::What::State:
    case RipeQuestion::What::Reference:
    case RipeQuestion::What::Network:
    case RipeQuestion::What::Updates:
        return false;
    }
    return false;
}

std::string ripePath(const std::string& call, const std::string& rest) {
    return "/data/" + call + "/data.json?" + rest + (rest.empty() ? "" : "&") + "sourceapp=kpwatch";
}

std::string ripeTime(UtcTime at) { return isoUtc(at).substr(0, 19); }

// A prefix is found by its exact name alone, and whichever of them is announced may change; the network's own number
// brings what it announces besides.
std::string resourcesOf(const std::string& whole, const std::vector<std::string>& blocks, std::uint32_t origin) {
    std::string all = "AS" + std::to_string(origin) + "," + whole;
    for (const std::string& block : blocks)
        all += "," + block;
    return all;
}

std::set<RoutePeer> blindTo(const FullFeed& feed, const BgpState& reference) {
    std::set<RoutePeer> blind;
    for (const auto& [peer, network] : feed.peers)
        blind.insert(peer);
    for (const RouteSeen& route : reference.routes)
        if (route.path.back() == referenceOrigin)
            blind.erase(route.peer);
    return blind;
}

SourceNews withoutTrouble(RipeNews told) {
    return {std::move(told.readings), {}, std::move(told.sightings), std::move(told.stretches), std::move(told.past)};
}

} // namespace kpwatch
