// SPDX-License-Identifier: GPL-3.0-or-later
// RouteViews' API (https://api.routeviews.org/docs), read: who of its collectors' peers has which route to a prefix at
// this moment, and whether it is refused by whoever heeds ROAs. An empty list is an answer: nobody has one. Pure; any
// thread.
#pragma once

#include "probes/outside/routes_seen.h"

#include <map>
#include <set>

namespace kpwatch {

struct ViewsAnswer {
    std::vector<RouteSeen> routes;               // of IPv4
    std::map<RoutePeer, std::uint32_t> networks; // of who reported
    struct Refused {
        std::string prefix;
        std::uint32_t origin = 0;
        auto operator<=>(const Refused&) const = default; // NOLINT(modernize-use-nullptr): its own comparison with 0
    };
    std::set<Refused> invalid; // RFC 6811
};

// Of /guest/prefix/….
Told<ViewsAnswer> readRouteViews(std::string_view body);

} // namespace kpwatch
