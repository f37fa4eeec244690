// SPDX-License-Identifier: GPL-3.0-or-later
// What happened in the world, as a list beside the time line on the screen: from a CSV file of the person's, or the few
// that this program carries. Off unless asked for, and in no chart, export or pack: a date beside a gap is no cause.
// Values; any thread.
#pragma once

#include "probes/utc_time.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kpwatch {

struct DatedEvent {
    UtcTime at;           // of a day alone its begin in UTC
    bool wholeDay = true; // no time of day is given
    std::string title, source;
    bool operator==(const DatedEvent&) const = default;
};

inline constexpr std::size_t mostEvents = 10'000;

// RFC 4180 with a first line "date,title,source": a day (2026-03-05) or an instant of UTC, and two texts, cleaned. The
// source must be there. Throws InputError naming `origin`, the line and what is wrong with it.
std::vector<DatedEvent> parseEvents(std::string_view csv, const std::string& origin);
// The few that this program carries inside itself. initResources() must have been called.
std::vector<DatedEvent> knownEvents();

// The person's list beside the record: DIR/events.csv. Throws InputError, StorageError.
std::vector<DatedEvent> keptEvents(const std::filesystem::path& directory);                // none if there is no file
void keepEvents(const std::filesystem::path& directory, const std::filesystem::path& csv); // checked, then copied
void dropEvents(const std::filesystem::path& directory);

} // namespace kpwatch
