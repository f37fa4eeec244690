// SPDX-License-Identifier: GPL-3.0-or-later
// One incident as JSON without a word of any language: what is recomputed from an evidence pack must come out in the
// same bytes, whatever language the window speaks. Pure; any thread.
#pragma once

#include "app/story/assessment.h"

#include <nlohmann/json.hpp>

namespace kpwatch {

struct IncidentFacts {
    const Incident& incident;
    const Assessment& assessment;
    const Watchlist& watchlist;
    UtcTime asOf;
    bool simulated = false;
};

nlohmann::ordered_json factsJson(const IncidentFacts& facts);
// The numbers behind the patterns.
nlohmann::ordered_json thresholdsJson(const PatternThresholds& limits);
std::string_view name(Fact fact); // "within-seconds", "nothing-answered", ...

// Two spaces of indent, a newline at the end, ASCII alone: what others said must not steer a terminal.
std::string factsText(const nlohmann::ordered_json& json);

} // namespace kpwatch
