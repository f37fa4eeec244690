// SPDX-License-Identifier: GPL-3.0-or-later
// Wall-clock instants and lengths of time, and their one spelling in files (ISO 8601, UTC, milliseconds).
// Never used to measure a duration: that is what std::chrono::steady_clock is for. Any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kpwatch {

using Micros = std::chrono::microseconds;
using UtcTime = std::chrono::sys_time<std::chrono::milliseconds>;

// Now, by the wall clock, in whole milliseconds.
UtcTime utcNow();

// "2026-03-05T17:02:05.120Z".
std::string isoUtc(UtcTime time);

// Accepts "2026-03-05T17:02:05.120Z", without fraction, with 1 to 9 fraction digits (cut to ms), and with an offset
// "+09:00" instead of Z. Nothing else; nullopt for anything malformed or out of the calendar.
std::optional<UtcTime> parseIsoUtc(std::string_view text);

} // namespace kpwatch
