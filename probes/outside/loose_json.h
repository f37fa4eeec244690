// SPDX-License-Identifier: GPL-3.0-or-later
// Reads JSON of others, whose types drift: numbers come as strings, keys go missing, lists are null. Nothing here
// throws; what is not there is empty. Included by the .cpp files of this folder only. Any
// thread.
#pragma once

#include "probes/outside/routes_seen.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace kpwatch::loose {

using Json = nlohmann::json;

// Of at most 32 MiB and 64 levels; discarded (is_discarded) if it is no JSON, or more than that.
Json parsed(std::string_view text);

const Json& at(const Json& object, const char* key);      // a null where there is none
std::string text(const Json& value);                      // of a string; empty otherwise
std::optional<std::int64_t> integer(const Json& value);   // 7, "7", 7.0
std::optional<double> number(const Json& value);          // 7.5, "7.5"
std::optional<std::uint32_t> asNumber(const Json& value); // 131279, "131279", "AS131279"
std::optional<UtcTime>
time(const Json& value);        // "2026-11-20T03:12:10", with or without zone (UTC) or fraction; 1.5e9, "1795147202"
AsPath path(const Json& value); // a list whose elements may be sets, or "1 2 {3,4}"
std::string prefix(const Json& value); // IPv4, shortest form; empty if it is none

NoData malformed(); // what is told of an answer that is not of the documented shape

} // namespace kpwatch::loose
