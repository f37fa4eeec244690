// SPDX-License-Identifier: GPL-3.0-or-later
// One line of an observation file, read. Included by observation_*.cpp only.
#pragma once

#include "app/evidence/observation_file.h"

#include <nlohmann/json_fwd.hpp>

#include <string_view>
#include <unordered_map>
#include <variant>

namespace kpwatch {

using TargetsByName = std::unordered_map<std::string_view, const Target*>; // views into the watchlist
TargetsByName targetsByName(const Watchlist& watchlist);

struct OtherSourceRow {}; // of a public source, in a manner not known here: read past
struct OvertakenRow {     // see overtakenLine()
    std::variant<Observation, Event> row;
};
struct BadRow {
    bool unknown = false; // well-formed, but of a target or event not known here
    std::string reason;   // "no target named 'kcna'", plain text
};
using Row =
    std::variant<Observation, Event, OvertakenRow, RouteReading, RouteSighting, SourceAnswer, OtherSourceRow, BadRow>;

inline constexpr std::size_t longestRow = 1U << 20U; // bytes
// Never throws.
Row readRow(std::string_view line, const TargetsByName& targets, std::size_t longest = longestRow);

} // namespace kpwatch
