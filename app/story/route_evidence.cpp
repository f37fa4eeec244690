// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/route_evidence.h"

#include <algorithm>
#include <tuple>

namespace kpwatch {

namespace {

constexpr std::size_t mostStrangers = 5; // whoever announces a thousand parts shall not fill the page
constexpr auto atThatTime = std::chrono::hours(2);
constexpr double half = 0.5;

} // namespace

std::vector<Evidence> strangersAmong(const std::vector<RouteSighting>& sightings) {
    std::map<std::tuple<RouteSighting::What, std::string, std::uint32_t>, int> most;
    for (const RouteSighting& seen : sightings)
        if (seen.what != RouteSighting::What::Invalid) {
            int& networks = most[{seen.what, seen.prefix, seen.origin}];
            networks = std::max(networks, seen.networks);
        }
    std::vector<Evidence> rows;
    for (const auto& [which, networks] : most) {
        const auto& [what, prefix, origin] = which;
        if (networks > 0)
            rows.push_back({what == RouteSighting::What::ForeignOrigin ? Sign::Against : Sign::NotKnown,
                            what == RouteSighting::What::ForeignOrigin ? Fact::ForeignOrigin : Fact::MoreSpecific,
                            static_cast<double>(networks), static_cast<double>(origin), prefix});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Evidence& one, const Evidence& other) {
        return std::pair(one.fact, -one.a) < std::pair(other.fact, -other.a);
    });
    rows.resize(std::min(rows.size(), mostStrangers));
    return rows;
}

std::vector<Evidence> refusalsAmong(const std::vector<RouteSighting>& sightings, Sign sign) {
    std::map<std::string, UtcTime> first; // by the words of the row
    for (const RouteSighting& seen : sightings)
        if (seen.isRefusal())
            first.emplace(seen.prefix + " (" + seen.source + ")", seen.at);
    std::vector<Evidence> rows;
    for (const auto& [which, at] : first)
        rows.push_back({sign, Fact::RouteValidity, 0, 0, which, at});
    return rows;
}

std::vector<Evidence> besides(const std::vector<RouteReading>& others, UtcTime at, bool went, Sign sign) {
    std::map<std::string, std::map<std::string, const RouteReading*>> first; // by source and prefix
    for (const RouteReading& reading : others)
        if (reading.at >= at && reading.at < at + atThatTime && reading.peersFull > 0)
            first[reading.source].emplace(reading.prefix, &reading);
    std::vector<Evidence> rows;
    for (const auto& [source, prefixes] : first) {
        double seeing = 0, full = 0;
        UtcTime told = at;
        for (const auto& [prefix, reading] : prefixes) {
            told = std::max(told, reading->at);
            seeing += reading->peersSeeing;
            full += reading->peersFull;
        }
        const auto blocks = static_cast<double>(prefixes.size());
        const bool agrees = (seeing / full < half) == went;
        rows.push_back(
            {agrees ? sign : Sign::NotKnown, Fact::RoutesBorneOut, seeing / blocks, full / blocks, source, told});
    }
    return rows;
}

} // namespace kpwatch
