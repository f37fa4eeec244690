// SPDX-License-Identifier: GPL-3.0-or-later
// How the routes to the watched blocks did in the eyes of public route collectors, as far as anybody told us: a value
// that may be empty, which means "unknown" and never "withdrawn". Pure; any thread.
#pragma once

#include "app/story/incident.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace kpwatch {

// Whose readings are drawn and compared; others only bear them out. All routing sources are one voice.
inline constexpr std::string_view routesToldBy = "ripe-ris";

// RIPE NCC's own network, seen by everybody (RIPEstat routing-status): who does not see it tells nothing of others.
inline constexpr const char* referencePrefix = "193.0.0.0/21";
inline constexpr std::uint32_t referenceOrigin = 3333;

struct RouteReading {
    UtcTime at;
    std::string source; // "ripe-ris", "routeviews"
    std::string prefix; // "175.45.176.0/24"
    int peersFull = 0;  // full-feed networks asked; 0: from then on nothing was heard
    int peersSeeing = 0;
    std::map<std::string, int> byUpstream; // networks by the AS number left of 131279
    int peersElsewhere = 0;                // networks whose only way there ends at another origin
    bool operator==(const RouteReading&) const = default;
};

// Something about the routes that is not how many see them. A row of evidence; nothing is judged by it alone.
struct RouteSighting {
    enum class What {
        ForeignOrigin, // somebody else announces the space, or a part of it
        MoreSpecific,  // a route to less than a block
        Invalid        // their route is refused by whoever heeds ROAs (RFC 6811)
    };
    UtcTime at;
    std::string source;
    What what = What::ForeignOrigin;
    std::string prefix;
    std::uint32_t origin = 0; // AS number
    int networks = 0;         // that have it; 0: it ended
    bool isRefusal() const { return what == What::Invalid && networks > 0; }
    bool operator==(const RouteSighting&) const = default;
};
std::string_view name(RouteSighting::What what); // "foreign-origin", "more-specific", "invalid"

struct Routing {
    std::vector<RouteReading> readings; // of routesToldBy, in order of time
    std::vector<RouteReading> besides;  // of other sources, in order of time
    std::vector<RouteSighting> sightings;
    std::optional<double> median;     // share seen over the 7 days before; empty: the first reading stands for it
    std::vector<TimeRange> unheard{}; // when nobody listened, in order and apart: no reading speaks within it
};

enum class Routes {
    WithHosts,
    Around, // they may have gone with the hosts, of whose begin too little was seen to say so
    HostsFirst,
    RoutesFirst,
    StillPresent, // on all prefixes at least half, throughout the common core as far as anybody listened
    Partly,
    Unknown
};
std::string_view name(Routes routes); // "with-hosts", "hosts-first", ...

// Of one incident: from 1 h before began.after to the end of its common core.
struct RouteFinding {
    Routes routes = Routes::Unknown;
    std::optional<Onset> gone;    // the 50 % crossing: (last seen, first gone]
    std::optional<double> lowest; // share of the median, in that time
    std::string source;           // of the readings; empty without any
    bool goneInCore = false;      // under 50 % at some time in the common core
    int fullLosses = 0;           // times under 10 % for at least 3 min within 6 h
    bool bothUpstreamsSeen = false;
    std::string onlyVia; // "20485" while the other upstream went and at least 90 % stayed; empty otherwise
    int readings = 0;
    std::optional<UtcTime> lastBefore{};  // the latest reading until the common core began
    std::chrono::milliseconds unheard{0}; // of the common core: nobody listened
    std::optional<UtcTime> back{};        // of full losses: when they were there again, as they are at the end of it
};

// The common core: when all members were down at once; an empty range if never.
TimeRange commonCore(const Incident& incident, UtcTime now);

// `answered`: whether any host answered at a moment more than 3 minutes after it was asked about.
using AnsweredAfter = std::function<bool(UtcTime)>;
RouteFinding routesOf(const Incident& incident, const Routing& routing, const AnsweredAfter& answered, UtcTime now);

} // namespace kpwatch
