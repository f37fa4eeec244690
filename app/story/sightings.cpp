// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/sightings.h"

#include <tuple>

namespace kpwatch {

namespace {

constexpr std::size_t mostAtOnce = 200; // whoever announces each address fills no record
constexpr int farMore = 2;              // times as many as were told of

RouteSighting sighting(const StrangeRoute& route, int networks, UtcTime at) {
    const bool theirs = route.origin == WatchedRoutes().origin;
    return {at,
            std::string(routesToldBy),
            theirs ? RouteSighting::What::MoreSpecific : RouteSighting::What::ForeignOrigin,
            route.prefix,
            route.origin,
            networks};
}

} // namespace

std::optional<RouteSighting::What> sightingNamed(std::string_view word) {
    using What = RouteSighting::What;
    for (const What what : {What::ForeignOrigin, What::MoreSpecific, What::Invalid})
        if (word == name(what))
            return what;
    return std::nullopt;
}

std::vector<RouteSighting> sightingsWithin(const std::vector<RouteSighting>& sightings, TimeRange range) {
    using Key = std::tuple<std::string, RouteSighting::What, std::string, std::uint32_t>;
    std::map<Key, UtcTime> latest; // word before the range, of each
    for (const RouteSighting& each : sightings)
        if (each.at < range.begin)
            latest[{each.source, each.what, each.prefix, each.origin}] = each.at;
    std::vector<RouteSighting> within;
    for (const RouteSighting& each : sightings) {
        const auto before = latest.find({each.source, each.what, each.prefix, each.origin});
        const bool stands = each.networks > 0 && before != latest.end() && before->second == each.at;
        if (each.at < range.end && (each.at >= range.begin || stands))
            within.push_back(each);
    }
    return within;
}

void Strangers::note(const std::map<StrangeRoute, int>& now_there, UtcTime at, std::vector<RouteSighting>& sightings) {
    for (auto told = m_told.begin(); told != m_told.end();) {
        if (now_there.contains(told->first)) {
            ++told;
            continue;
        }
        sightings.push_back(sighting(told->first, 0, at));
        told = m_told.erase(told);
    }
    for (const auto& [route, networks] : now_there) {
        const auto told = m_told.find(route);
        if (told == m_told.end() ? m_told.size() >= mostAtOnce : networks < told->second * farMore)
            continue;
        sightings.push_back(sighting(route, networks, at));
        m_told[route] = networks;
    }
}

} // namespace kpwatch
