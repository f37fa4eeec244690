// SPDX-License-Identifier: GPL-3.0-or-later
// What public route collectors saw of a prefix: the values that RIPEstat's answers and RIS Live's messages become, and
// "no data", which is what everything else becomes. Values; any thread.
#pragma once

#include "probes/utc_time.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kpwatch {

// A router that tells a collector its table: "00" is rrc00.
struct RoutePeer {
    std::string collector, address;
    auto operator<=>(const RoutePeer&) const = default; // NOLINT(modernize-use-nullptr): its own comparison with 0
};

using AsPath = std::vector<std::uint32_t>; // the peer's own network first, the origin last; 0: a set of several

struct RouteSeen {
    RoutePeer peer;
    std::string prefix; // IPv4 in its shortest form: "175.45.176.0/24"
    AsPath path;        // empty: withdrawn
    bool operator==(const RouteSeen&) const = default;
};

struct RouteChange {
    UtcTime at;
    RouteSeen route;
    bool operator==(const RouteChange&) const = default;
};

// Somebody answered, or did not, without telling what was asked. Never an outage.
struct NoData {
    enum class Why {
        Error,       // the source says so, or nobody answered
        Maintenance, // the source says so
        Malformed,   // not of the documented shape
        Empty        // well-formed, and does not reach back that far
    };
    Why why = Why::Error;
    std::string said; // in the source's own words, cleaned; or ours
    bool operator==(const NoData&) const = default;
};

template <typename Value>
using Told = std::variant<Value, NoData>;

} // namespace kpwatch
