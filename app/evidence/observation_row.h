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

struct SourceRow {}; // a routing reading: kept for later versions
struct BadRow {
    bool unknown = false; // well-formed, but of a target or event not known here
    std::string reason;   // "no target named 'kcna'", plain text
};
using Row = std::variant<Observation, Event, SourceRow, BadRow>;

// Never throws.
Row readRow(std::string_view line, const TargetsByName& targets);

} // namespace kpwatch
