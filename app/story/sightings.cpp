// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/story/sightings.h"

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
