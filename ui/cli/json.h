// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON documents that `status`, `timeline` and `replay` print: keys in snake_case, states in kebab-case, absent is
// null. Pure.
#pragma once

#include "app/story/timeline.h"

#include <nlohmann/json.hpp>

namespace kpwatch {

nlohmann::ordered_json statusJson(const LiveStatus& live, const Watchlist& watchlist, const std::string& headline,
                                  UtcTime generated_at, int rate_per_min);
// Targets in watchlist order, spans clipped to the range.
nlohmann::ordered_json timelineJson(const Watchlist& watchlist, const TargetSpans& spans, TimeRange range,
                                    const std::string& only_target);

} // namespace kpwatch
