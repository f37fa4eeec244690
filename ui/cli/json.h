// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON documents that the commands print: keys in snake_case, states in kebab-case, absent is null. Pure.
#pragma once

#include "app/story/timeline.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace kpwatch {

// As every command prints it. Texts of files and of the network, and paths, need not be UTF-8; a document must be.
std::string documentText(const nlohmann::ordered_json& document);

// "2026-03-05T17:02:05.120Z".
nlohmann::ordered_json isoJson(const std::optional<UtcTime>& time);

// One lane: its spans within the range, and its shares.
nlohmann::ordered_json laneJson(const std::string& id, const std::vector<Span>& spans, TimeRange range);
// in_repair: the earlier record is not joined yet, so that `live` knows a part.
nlohmann::ordered_json statusJson(const LiveStatus& live, const Watchlist& watchlist, const std::string& headline,
                                  UtcTime generated_at, int rate_per_min, bool in_repair);
// Targets in watchlist order, spans clipped to the range.
nlohmann::ordered_json timelineJson(const Watchlist& watchlist, const TargetSpans& spans, TimeRange range,
                                    const std::string& only_target);

} // namespace kpwatch
